"""Forms of committees and of the bureau: what is known, who sits, what came of it."""

from __future__ import annotations

from typing import Any

from flask import g
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_login import current_user

from confapp.committees import seats
from confapp.committees.models import Committee, CommitteeKind, CommitteeMeeting
from confapp.committees.words import KINDS
from confapp.conferences.models import Document
from confapp.forms import (
    CheckField,
    EnumField,
    Form,
    LanguageField,
    LineField,
    MomentField,
    NumberField,
    PartialDateField,
    Pickable,
    PickerField,
    TextField,
    VersionField,
)
from confapp.officials.models import Appointment, AppointmentState, Office, Official
from confapp.officials.operations import register_official
from confapp.officials.words import INSTRUMENTS, STATES

AS_FAR_AS_KNOWN = _l("As far as it is known: a year, a month or a day.")


def _sits_in(official: Official) -> str:
    """Who a person is, and what they are in this conference already: seen while typing, before they are chosen."""
    held = seats.held_by(g.conference_id, official.id) if g.get("conference_id") else []
    here = [_("%(title)s, %(body)s", title=one.title, body=one.body) for one in held]
    return " · ".join(filter(None, [official.affiliation, *here]))


PEOPLE = Pickable(
    key="seat-people",
    model=Official,
    name=lambda one: one.name,
    note=_sits_in,
    make=lambda name: register_official(name=name, by=current_user),
)
DOCUMENTS = Pickable(
    key="committee-documents",
    model=Document,
    name=lambda one: one.title,
    note=lambda one: one.symbol,
    within=Document.conference_id,
)


class OfferedField(LineField):
    """A line with words to choose from while typing."""

    offered: tuple[tuple[str, str], ...] = ()

    def offer(self, words: list[str]) -> None:
        self.offered = tuple((word, "") for word in words)


class CommitteeFactsForm(Form):
    """What is known of a committee beside its name."""

    committee_kind = EnumField(_l("Kind"), words=KINDS, default=CommitteeKind.PREPARATORY)
    short_name = LineField(_l("Short name"), of=Committee.short_name)
    mandate = TextField(_l("Mandate"), of=Committee.mandate, description=_l("What it is set up to do."))
    set_up_on = PartialDateField(_l("Set up on"), description=AS_FAR_AS_KNOWN)
    set_up_by = LineField(_l("Set up by"), of=Committee.set_up_by, description=_l("“the Board”, “the conference”."))
    period_start = PartialDateField(_l("Works from"), description=_l("The first day of its period of work."))
    period_end = PartialDateField(_l("Works until"), description=_l("The last day, which belongs to it."))
    language = LanguageField(_l("Language of these texts"), of=Committee.language)


class CommitteeForm(CommitteeFactsForm):
    """An edit; the name is changed by renaming, which keeps the former one."""

    outcome = TextField(_l("Outcome"), of=Committee.outcome, description=_l("What came of its work."))
    version = VersionField()


class NewCommitteeForm(CommitteeFactsForm):
    """A new one, with its name."""

    name = LineField(_l("Name"), of=Committee.name)


class TermFacts(Form):
    """Who, for which term, and how."""

    official = PickerField(
        _l("Who"),
        of=PEOPLE,
        required=True,
        description=_l("Type a part of the name. What somebody is in this conference already stands beside it."),
    )
    state = EnumField(
        _l("State"),
        words={AppointmentState.PROPOSED: STATES[AppointmentState.PROPOSED]},
        blank=_l("In office, or ended, as the dates say"),
        description=_l("Who is proposed accepts or declines later."),
    )
    term_start = MomentField(_l("From"), description=_l("Left empty, it is the whole period."))
    term_end = MomentField(_l("Until"), description=_l("A successor may start on it. Open where it is left empty."))
    instrument = EnumField(_l("By what"), words=INSTRUMENTS, blank=_l("Not stated"))
    note = TextField(_l("Note"), of=Appointment.note)


class MemberForm(TermFacts):
    """Somebody is appointed to a committee."""

    title = OfferedField(_l("As"), of=Office.title, render_kw={"dir": "auto"})
    is_presiding = CheckField(_l("Presides"), description=_l("Only matters where nobody had this office before."))
    responsibility = OfferedField(
        _l("Responsibility"), of=Appointment.responsibility, description=_l("For what: “speakers”, “visas”.")
    )
    territory = OfferedField(
        _l("Territory"), of=Appointment.territory, description=_l("Where: a country, a part of the world.")
    )

    def __init__(self, *args: Any, body_id: int, **kwargs: Any) -> None:
        """Offer what others of the committee have."""
        super().__init__(*args, **kwargs)
        offer_known(self, body_id)
        self.title.offer([_("Member"), _("Chair"), _("Vice-Chair"), _("Secretary"), _("Rapporteur")])


class ResponsibilityForm(Form):
    """For what, and where, a member answers."""

    responsibility = OfferedField(_l("Responsibility"), of=Appointment.responsibility)
    territory = OfferedField(_l("Territory"), of=Appointment.territory)
    version = VersionField()


class OfficerForm(TermFacts):
    """Somebody is appointed to an office of the conference."""

    title = OfferedField(_l("Office"), of=Office.title, description=_l("A new one is created on the spot."))
    is_unique = CheckField(
        _l("One holder at a time"),
        default=True,
        description=_l("Take it away for offices of several at once, such as vice-presidents."),
    )
    is_presiding = CheckField(_l("Presides over sessions"))
    is_acting = CheckField(_l("Acting"), description=_l("Somebody may act beside the one who holds the office."))


class OfficeForm(Form):
    """An office of the conference is corrected."""

    title = LineField(_l("Office"), of=Office.title)
    rank = NumberField(_l("Rank"), most=1000, description=_l("Small numbers stand first."))
    is_unique = CheckField(_l("One holder at a time"))
    is_presiding = CheckField(_l("Presides over sessions"))
    note = TextField(_l("Note"), of=Office.note)
    version = VersionField()

    def facts(self, *, but: tuple[str, ...] = ()) -> dict[str, Any]:
        """The rank is never unknown."""
        found = super().facts(but=but)
        return {**found, "rank": found["rank"] or 0}


class SuccessorForm(Form):
    """Who follows, and from when."""

    official = PickerField(_l("Successor"), of=PEOPLE, required=True)
    on = MomentField(_l("From when"), required=True, description=_l("The term before ends in the same moment."))
    reason = LineField(_l("Why the term ends"), of=Appointment.end_reason)


class MeetingForm(Form):
    """When and where a committee met."""

    met = MomentField(_l("When"), description=_l("The day, with the time behind it where it matters."))
    place = LineField(_l("Where"), of=CommitteeMeeting.place)
    summary = TextField(_l("What was done"), of=CommitteeMeeting.summary)


class MeetingEditForm(MeetingForm):
    """A meeting is corrected."""

    version = VersionField()


class ReportForm(Form):
    """What the committee reports."""

    report_document = PickerField(_l("Document"), of=DOCUMENTS, description=_l("Where the report is a document."))
    report = TextField(_l("Text of the report"), of=Committee.report)
    report_dated = PartialDateField(_l("Dated"))
    report_presented = MomentField(_l("Presented"), description=_l("When it came before the conference."))
    rapporteur = PickerField(_l("Rapporteur"), of=PEOPLE)


class DischargeForm(Form):
    """When the committee's work ends."""

    on = PartialDateField(_l("Last day of work"), required=True)
    outcome = TextField(_l("Outcome"), of=Committee.outcome)


def offer_known(form: Any, body_id: int) -> None:
    """Offer the responsibilities and territories that others of the body have."""
    responsibilities, territories = seats.known_words(body_id)
    form.responsibility.offer(responsibilities)
    form.territory.offer(territories)
