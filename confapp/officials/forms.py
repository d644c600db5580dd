"""Forms of officials and of their appointments."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l
from flask_login import current_user
from sqlalchemy.orm import joinedload

from confapp.forms import (
    CheckField,
    EnumField,
    Form,
    LanguageField,
    LineField,
    MomentField,
    PartialDateField,
    Pickable,
    PickerField,
    SlugField,
    TextField,
    VersionField,
)
from confapp.officials import operations, queries
from confapp.officials.models import Appointment, AppointmentState, Office, Official
from confapp.officials.words import INSTRUMENTS, STATES

AS_FAR_AS_KNOWN = _l("As far as it is known: a year, a month or a day.")

OFFICIALS = Pickable(
    key="officials",
    model=Official,
    name=lambda one: one.name,
    note=lambda one: one.affiliation,
    make=lambda name: operations.register_official(name=name, by=current_user),
)
OFFICES = Pickable(
    key="offices",
    model=Office,
    name=lambda one: one.title,
    note=lambda one: one.body.name,
    only=lambda: [Office.is_abolished.is_(False), Office.body_id.in_(queries.standing_bodies())],
    load=(joinedload(Office.body),),
)


class OfficialFacts(Form):
    """What is known of a person beside the name."""

    honorific = LineField(_l("Honorific"), of=Official.honorific, description=_l("As it stands before the name."))
    given_name = LineField(_l("Given name"), of=Official.given_name)
    family_name = LineField(_l("Family name"), of=Official.family_name)
    native_name = LineField(_l("Name in the native script"), of=Official.native_name)
    affiliation = LineField(_l("Affiliation"), of=Official.affiliation)
    born_on = PartialDateField(_l("Born"), description=AS_FAR_AS_KNOWN)
    died_on = PartialDateField(_l("Died"), description=AS_FAR_AS_KNOWN)
    biography = TextField(_l("Biography"), of=Official.biography)
    language = LanguageField(_l("Language of these texts"), of=Official.language)
    email = LineField(_l("E-mail address"), of=Official.email)
    phone = LineField(_l("Telephone"), of=Official.phone)
    address = TextField(_l("Postal address"), of=Official.address)


class OfficialForm(OfficialFacts):
    """An edit; the name is changed by renaming, which keeps the former one."""

    version = VersionField()


class NewOfficialForm(OfficialFacts):
    """A new one, with the name."""

    name = LineField(_l("Name"), of=Official.name, description=_l("In full, as protocols write it."))
    slug = SlugField(_l("Address"), description=_l("The end of the web address. Left empty, it is made from the name."))


class AppointmentForm(Form):
    """Into which office, for which term, and how."""

    office = PickerField(_l("Office"), of=OFFICES, required=True)
    state = EnumField(
        _l("State"),
        words={AppointmentState.PROPOSED: STATES[AppointmentState.PROPOSED]},
        blank=_l("In office, or ended, as the dates say"),
    )
    term_start = MomentField(_l("From"), description=AS_FAR_AS_KNOWN)
    term_end = MomentField(_l("Until"), description=_l("The successor may start on it. Open where it is left empty."))
    is_acting = CheckField(_l("Acting"), description=_l("Somebody may act beside the one who holds the office."))
    responsibility = LineField(_l("Responsibility"), of=Appointment.responsibility)
    territory = LineField(_l("Territory"), of=Appointment.territory)
    instrument = EnumField(_l("By what"), words=INSTRUMENTS, blank=_l("Not stated"))
    appointed_by = PickerField(_l("Appointed by"), of=OFFICIALS)
    note = TextField(_l("Note"), of=Appointment.note)


class ReasonForm(Form):
    """Why the person declines."""

    reason = LineField(_l("Reason"), of=Appointment.end_reason)


class EndForm(Form):
    """When the term ends, and why."""

    on = MomentField(_l("When"), required=True, description=AS_FAR_AS_KNOWN)
    reason = LineField(_l("Reason"), of=Appointment.end_reason)
