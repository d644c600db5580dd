"""Forms of the log: open and end a session, note what happened, call the roll, strike an entry."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from flask import g
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from confapp.db import db
from confapp.floor.facts import NOW
from confapp.floor.models import EntryKind, LogEntry, Roll, RollState
from confapp.floor.words import ENTRIES
from confapp.forms import CheckField, EnumField, Form, LineField, MomentField, PickerField, TextField
from confapp.letters.models import Letter, LetterState, PresentationForm
from confapp.letters.words import PRESENTED
from confapp.officials.forms import OFFICIALS
from confapp.participation.models import Delegation
from confapp.programme.models import Session

# What has a page of its own is not noted as a bare line.
OF_THEIR_OWN = {
    EntryKind.OPENED, EntryKind.ROLL, EntryKind.LETTER_PRESENTED, EntryKind.MOTION, EntryKind.VOTE,
    EntryKind.VOTE_CHANGED, EntryKind.RULING, EntryKind.DECISION, EntryKind.SUSPENDED, EntryKind.RESUMED,
    EntryKind.ADJOURNED,
}  # fmt: skip
NOTED = {kind: word for kind, word in ENTRIES.items() if kind not in OF_THEIR_OWN}
ROLLS = {
    RollState.TAKEN: _l("called, as below"),
    RollState.NOT_TAKEN: _l("not called"),
    RollState.NOT_PRINTED: _l("called, but the source does not print it"),
}


def delegations_here() -> dict[str, str]:
    """The delegations by key, in their order."""
    rows = db.session.execute(
        sa.select(Delegation.key, Delegation.name)
        .where(Delegation.conference_id == g.conference_id)
        .order_by(Delegation.position)
    )
    return {key: name for key, name in rows}  # noqa: C416  rows are no pairs to a type checker


def delegation_called(key: str | None) -> Delegation | None:
    """The delegation of that key, which came out of a list."""
    return db.session.scalar(
        sa.select(Delegation).where(Delegation.conference_id == g.conference_id, Delegation.key == key)
    )


def letters_here() -> dict[str, str]:
    """The letters that can come before a session, by register number."""
    rows = db.session.execute(
        sa.select(Letter.register_number, Letter.sender_name, Letter.signatory, Letter.subject)
        .where(Letter.conference_id == g.conference_id, Letter.state != LetterState.DECLINED)
        .order_by(Letter.register_number)
    )
    return {str(number): " · ".join(filter(None, [str(number), *said])) for number, *said in rows}


class WhenForm(Form):
    """When something happened: now, at a stated time, or at a time that nobody states."""

    is_now = CheckField(_l("It happens now"), description=_l("Leave it open when you write the log afterwards."))
    at = MomentField(_l("When"), description=_l("Left empty, the time is not stated: “13 October 1884, 13:00”."))

    def moment(self) -> Any:
        """The moment as operations take it."""
        return NOW if self.is_now.data and self.at.data is None else self.at.data


class OpenForm(WhenForm):
    """A session is opened."""

    presiding = PickerField(_l("In the chair"), of=OFFICIALS)
    capacity = LineField(_l("In the capacity of"), of=Session.presiding_capacity)
    note = LineField(_l("Note"), of=Session.opening_note)


class TurnForm(WhenForm):
    """A session is suspended or resumed."""

    note = LineField(_l("Note"), of=Session.adjournment_note)


class AdjournForm(TurnForm):
    """A session ends."""

    is_last = CheckField(_l("It was the last one of the conference"))


class SpeechForm(Form):
    """Who spoke, and when."""

    speakers = PickerField(_l("Who spoke"), of=OFFICIALS, many=True)
    delegation = EnumField(_l("For the delegation"), words=delegations_here, blank=_l("none"))
    capacity = LineField(_l("In the capacity of"), description=_l("Left empty, it follows from who held what."))
    occurred = MomentField(_l("When"), description=_l("Left empty, only the order says when it was."))

    def spoken(self) -> list[Any]:
        """Who spoke as the log takes it; a delegation alone where no person is named."""
        delegation = delegation_called(self.delegation.data) if self.delegation.data else None
        people = self.speakers.fact()
        told = {"delegation": delegation, "capacity": self.capacity.data}
        if people:
            return [{"official": one, **told} for one in people]
        return [told] if delegation or self.capacity.data else []


class EntryForm(SpeechForm):
    """Something is noted."""

    kind = EnumField(_l("What"), words=NOTED, default=EntryKind.STATEMENT)
    text = TextField(_l("Text"), of=LogEntry.text)


class LetterEntryForm(Form):
    """A letter comes before the session."""

    letter = EnumField(_l("Letter"), words=letters_here)
    form = EnumField(_l("How"), words=PRESENTED, default=PresentationForm.READ)
    presented = MomentField(_l("When"))
    presented_by = PickerField(_l("By whom"), of=OFFICIALS)
    text = TextField(_l("Note"), of=LogEntry.text)


class RollForm(Form):
    """The roll is called."""

    state = EnumField(_l("The roll was"), words=ROLLS, default=RollState.TAKEN)
    taken = MomentField(_l("When"))
    note = TextField(_l("Note"), of=Roll.note)


class StrikeForm(Form):
    """A mistaken entry is struck."""

    reason = TextField(_l("Why"), required=True)


def said_of_roll(present: int, named: int) -> str:
    """A roll in a line."""
    return _("%(present)s of %(named)s present", present=present, named=named)
