"""Forms of the programme: sessions, contributions, halls and tracks."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from flask import g
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_login import current_user
from wtforms.validators import StopValidation

from confapp.committees.models import Committee
from confapp.conferences.directory import conference_by_id
from confapp.conferences.models import Conference
from confapp.dates import Moment
from confapp.db import db
from confapp.forms import (
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
from confapp.officials.forms import OFFICIALS
from confapp.programme.models import Contribution, Hall, Session, SessionKind, Track
from confapp.programme.names import SESSION_KINDS
from confapp.programme.operations import add_hall, add_track
from confapp.programme.queries import session_names

HALLS = Pickable(
    key="halls",
    model=Hall,
    name=lambda one: one.name,
    note=lambda one: one.address,
    within=Hall.conference_id,
    make=lambda name: add_hall(conference_by_id(g.conference_id), name=name, by=current_user),
)
TRACKS = Pickable(
    key="tracks",
    model=Track,
    name=lambda one: one.name,
    within=Track.conference_id,
    make=lambda name: add_track(conference_by_id(g.conference_id), name=name, by=current_user),
)
COMMITTEES = Pickable(
    key="session-committees", model=Committee, name=lambda one: one.name, within=Committee.conference_id
)
KINDS = {**SESSION_KINDS, SessionKind.PLENARY: _l("Plenary session"), SessionKind.OTHER: _l("Other session")}


class PlannedField(MomentField):
    """A day and time on the conference's clock, kept as an instant."""

    def process_data(self, value: Any) -> None:
        self.data = self._on_the_wall(value) if isinstance(value, datetime) else value

    def pre_validate(self, form: Any) -> None:
        super().pre_validate(form)
        if self.data is not None and self.data.time is None:
            raise StopValidation(_("Write the time behind the day: “5 February 2021, 10:00”."))

    def fact(self) -> datetime | None:
        return self.data.earliest(self._zone()) if self.data is not None else None

    def said_of(self, kept: Any) -> str:
        return self.write(self._on_the_wall(datetime.fromisoformat(kept))) if kept else ""

    def fact_of(self, kept: Any) -> Moment | None:
        return self._on_the_wall(datetime.fromisoformat(kept)) if kept else None

    def _on_the_wall(self, instant: datetime) -> Moment:
        there = Moment.of(instant, self._zone())
        return Moment(there.date, there.time)

    def _zone(self) -> str:
        conference = db.session.get(Conference, g.conference_id)
        return (conference.zone if conference else None) or "UTC"


class SessionPlan(Form):
    """What is planned for a session."""

    kind = EnumField(_l("Kind"), words=KINDS, default=SessionKind.PLENARY)
    title = LineField(_l("Title"), of=Session.title, description=_l("Only where it has one beside its number."))
    committee = PickerField(
        _l("Of the committee"), of=COMMITTEES, description=_l("Left empty, it is a session of the conference itself.")
    )
    planned_start = PlannedField(_l("Begins"), description=_l("On the conference’s clock: “5 February 2021, 10:00”."))
    planned_end = PlannedField(_l("Ends"))
    held_on = PartialDateField(
        _l("Day"), description=_l("Where only the day is known, or only the month: “October 1884”.")
    )
    hall = PickerField(_l("Hall"), of=HALLS, description=_l("One that is not known yet is entered on the spot."))
    online_link = LineField(_l("Link"), of=Session.online_link, description=_l("Where it is held online."))
    place = LineField(_l("Place"), of=Session.place, description=_l("Where it is held elsewhere than the conference."))
    track = PickerField(_l("Track"), of=TRACKS)
    presiding = PickerField(_l("In the chair"), of=OFFICIALS)
    presiding_capacity = LineField(
        _l("In the capacity of"), of=Session.presiding_capacity, description=_l("“Vice President”, “acting chair”.")
    )
    language = LanguageField(_l("Language of the title"), of=Session.language)


class SessionForm(SessionPlan):
    """A session that is planned anew."""

    version = VersionField()


class NewSessionForm(SessionPlan):
    """A new one under the next number."""

    number = NumberField(
        _l("Number"),
        least=1,
        description=_l("Left empty, it is the next one of the conference or of its committee; ceremonies have none."),
    )


class CancelForm(Form):
    """Why a session is not held."""

    reason = TextField(_l("Why"), description=_l("For the history of the session; strangers do not see it."))


class ContributionForm(Form):
    """An address, report, paper or panel."""

    title = LineField(_l("Title"), of=Contribution.title)
    kind = LineField(_l("Kind"), of=Contribution.kind, default="address", description=_l("“address”, “report”."))
    speakers = PickerField(_l("Speakers"), of=OFFICIALS, many=True)
    planned_start = PlannedField(_l("Begins"), description=_l("Left empty, it follows what stands before it."))
    duration_minutes = NumberField(_l("Minutes"), least=1, most=10_000)
    abstract = TextField(_l("Abstract"), of=Contribution.abstract)
    hall = PickerField(_l("Hall"), of=HALLS, description=_l("Only where it is another than the session’s."))
    track = PickerField(_l("Track"), of=TRACKS)
    language = LanguageField(_l("Language"), of=Contribution.language)


class EditContributionForm(ContributionForm):
    """One that is changed; it can go into another session."""

    session = EnumField(
        _l("Session"),
        words=lambda: session_names(g.conference_id),
        blank=_l("none yet"),
        description=_l("Where it is."),
    )
    version = VersionField()


class HallForm(Form):
    """A place to meet in."""

    version = VersionField()
    name = LineField(_l("Name"), of=Hall.name)
    capacity = NumberField(_l("Seats"), most=1_000_000)
    address = LineField(_l("Address"), of=Hall.address)


class TrackForm(Form):
    """A thread through the programme."""

    version = VersionField()
    name = LineField(_l("Name"), of=Track.name)
    colour = LineField(_l("Colour"), of=Track.colour, description=_l("As in “#1f4e79”."))
