"""Forms of motions, votes, rulings and decisions in the log of a session."""

from __future__ import annotations

import sqlalchemy as sa
from flask import g
from flask_babel import lazy_gettext as _l

from confapp.db import db
from confapp.floor.forms import delegations_here
from confapp.forms import CheckField, EnumField, Form, LineField, MomentField, NumberField, PickerField, TextField
from confapp.officials.forms import OFFICIALS
from confapp.voting.models import (
    Ballot,
    Choice,
    Decision,
    DecisionKind,
    Motion,
    MotionKind,
    Ruling,
    Vote,
    VoteMethod,
    VoteResult,
)
from confapp.voting.words import CHOICES, DECISIONS, METHODS, MOTIONS, RESULTS

BALLOTS = {choice: CHOICES[choice] for choice in (Choice.YES, Choice.NO, Choice.ABSTAIN, Choice.ABSENT)}
QUESTIONS = {result: word for result, word in RESULTS.items() if result is not VoteResult.ELECTED}
LONGEST = 120


def motions_here() -> dict[str, str]:
    """The motions of the conference by label, the latest first."""
    return _labelled(Motion, Motion.summary)


def votes_here() -> dict[str, str]:
    """The votes of the conference by label, the latest first."""
    return _labelled(Vote, Vote.question)


def rulings_here() -> dict[str, str]:
    """The rulings of the conference by label, the latest first."""
    return _labelled(Ruling, Ruling.text)


def _labelled(model: type[Motion | Vote | Ruling], text: sa.orm.InstrumentedAttribute[str]) -> dict[str, str]:
    rows = db.session.execute(
        sa.select(model.label, text).where(model.conference_id == g.conference_id).order_by(model.position.desc())
    )
    return {label: f"{label} · {said[:LONGEST]}" for label, said in rows}


class MotionForm(Form):
    """A motion is made."""

    kind = EnumField(_l("Kind"), words=MOTIONS, default=MotionKind.PROCEDURAL)
    summary = TextField(_l("What is moved"), of=Motion.summary)
    text = TextField(_l("Wording"), of=Motion.text, description=_l("Word for word, where it is known."))
    mover = PickerField(_l("Moved by"), of=OFFICIALS)
    delegation = EnumField(_l("For the delegation"), words=delegations_here, blank=_l("none"))
    seconders = PickerField(_l("Seconded by"), of=OFFICIALS, many=True)
    occurred = MomentField(_l("When"))


class VoteForm(Form):
    """A vote is taken; who voted how stands in the grid."""

    question = TextField(_l("Question"), of=Vote.question)
    motion = EnumField(_l("On the motion"), words=motions_here, blank=_l("none"))
    method = EnumField(_l("How"), words=METHODS, default=VoteMethod.ROLL_CALL)
    yes = NumberField(_l("Announced yes"))
    no = NumberField(_l("Announced no"))
    abstain = NumberField(_l("Announced abstentions"))
    absent = NumberField(_l("Announced absent"))
    result = EnumField(_l("Declared result"), words=QUESTIONS, default=VoteResult.CARRIED)
    settles = CheckField(
        _l("It settles the motion"), default=True, description=_l("The motion is then noted as carried or lost.")
    )
    declared = MomentField(_l("When"))
    note = TextField(_l("Note"), of=Vote.note)


class ChangeForm(Form):
    """A vote is changed, or entered late, after the result was declared."""

    vote = EnumField(_l("In the vote"), words=votes_here)
    delegation = EnumField(_l("Whose vote"), words=delegations_here)
    choice = EnumField(_l("It votes now"), words=BALLOTS)
    reason = TextField(_l("Why"), of=Ballot.reason, required=True)
    authorized = LineField(
        _l("By whose leave"), of=Ballot.authorized, description=_l("“unanimous consent”, “the President”.")
    )
    entered = MomentField(_l("When"))


class RulingForm(Form):
    """The presiding officer rules."""

    text = TextField(_l("Ruling"), of=Ruling.text)
    by_official = PickerField(_l("By"), of=OFFICIALS)
    motion = EnumField(_l("On the motion"), words=motions_here, blank=_l("none"))
    occurred = MomentField(_l("When"))


class AppealForm(Form):
    """Somebody appeals against a ruling."""

    ruling = EnumField(_l("Against the ruling"), words=rulings_here)
    summary = TextField(_l("Appeal"), of=Motion.summary)
    mover = PickerField(_l("By"), of=OFFICIALS)
    occurred = MomentField(_l("When"))


class DecisionForm(Form):
    """Something is decided."""

    title = LineField(_l("What is decided"), of=Decision.title)
    number = LineField(_l("Number"), of=Decision.number, description=_l("As printed: “Resolution I”."))
    kind = EnumField(_l("Kind"), words=DECISIONS, default=DecisionKind.DECISION)
    text = TextField(_l("Wording"), of=Decision.text)
    motion = EnumField(_l("From the motion"), words=motions_here, blank=_l("none"))
    vote = EnumField(_l("By the vote"), words=votes_here, blank=_l("without a vote"))
    decided = MomentField(_l("When"))
