"""Receive letters, register and acknowledge them, and bring them before sessions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Unpack

import sqlalchemy as sa
from flask_babel import gettext as _

from confapp import audit
from confapp.accounts.models import User
from confapp.audit import Action
from confapp.conferences.belonging import refuse_foreign
from confapp.conferences.models import Conference
from confapp.dates import Moment, PartialDate
from confapp.db import db
from confapp.errors import RuleViolation
from confapp.facts import SourcedFacts, free_key, next_number, refuse_stale, write
from confapp.letters.facts import LetterFacts
from confapp.letters.models import Letter, LetterPresentation, LetterState, PresentationForm
from confapp.officials.models import Official
from confapp.programme.models import Session, SessionState

WAITING = frozenset({LetterState.RECEIVED, LetterState.REGISTERED})
REOPENED = frozenset({LetterState.ACKNOWLEDGED, LetterState.ACCEPTED, LetterState.DECLINED})


def receive_letter(
    conference: Conference,
    *,
    key: str | None = None,
    register_number: int | None = None,
    by: User | None = None,
    **facts: Unpack[LetterFacts],
) -> Letter:
    """Enter a letter in the register, under the next number where none is given."""
    of_conference = Letter.conference_id == conference.id
    refuse_foreign(conference.id, facts)
    _refuse_early_receipt(facts.get("written_on"), facts.get("received"))
    number = register_number or next_number(Letter.register_number, of_conference)
    if register_number is not None:
        _refuse_taken_number(conference.id, register_number)
    key = free_key(Letter.key, of_conference, key=key, wish=f"letter-{number}", stem="letter")
    letter = Letter(conference_id=conference.id, key=key, register_number=number, state=LetterState.REGISTERED)
    write(letter, facts)
    db.session.add(letter)
    audit.record(Action.LETTER_RECEIVED, letter, by=by)
    db.session.flush()
    return letter


def change_letter(
    letter: Letter, *, version: int | None = None, by: User | None = None, **facts: Unpack[LetterFacts]
) -> None:
    """Correct what is known of it; refused where it would then have been presented before it was received."""
    refuse_stale(letter, version)
    refuse_foreign(letter.conference_id, facts)
    received = facts.get("received", letter.received)
    _refuse_early_receipt(facts.get("written_on", letter.written_on), received)
    presentations = sa.select(LetterPresentation, Session).join(LetterPresentation.session)
    for presentation, session in db.session.execute(presentations.where(LetterPresentation.letter_id == letter.id)):
        _refuse_before_receipt(received, _moment_of(session, presentation.presented), zone=_zone_of(letter))
    changed = write(letter, facts)
    audit.record(Action.LETTER_CHANGED, letter, by=by, detail={"fields": changed})
    db.session.flush()


def acknowledge_letter(letter: Letter, *, on: PartialDate | None = None, by: User | None = None) -> None:
    """Note that its sender was thanked."""
    if letter.state not in WAITING:
        raise RuleViolation(_("Letter %(number)s was settled already.", number=letter.register_number))
    _refuse_before_day(letter, on)
    write(letter, {"state": LetterState.ACKNOWLEDGED, "acknowledged_on": on})
    audit.record(Action.LETTER_ACKNOWLEDGED, letter, by=by)
    db.session.flush()


def acknowledge_letters(
    letters: Sequence[Letter], *, on: PartialDate | None = None, by: User | None = None
) -> tuple[int, int]:
    """Acknowledge those of them that wait for it; how many were, and how many were settled already, is answered."""
    waiting = [letter for letter in letters if letter.state in WAITING]
    for letter in waiting:
        acknowledge_letter(letter, on=on, by=by)
    return len(waiting), len(letters) - len(waiting)


def accept_letter(letter: Letter, *, on: PartialDate | None = None, by: User | None = None) -> None:
    """Accept it for the conference; the public sees it from now on where its sender allows that."""
    if letter.state not in {*WAITING, LetterState.ACKNOWLEDGED}:
        raise RuleViolation(_("Letter %(number)s was settled already.", number=letter.register_number))
    _refuse_before_day(letter, on)
    write(letter, {"state": LetterState.ACCEPTED, "accepted_on": on})
    audit.record(Action.LETTER_ACCEPTED, letter, by=by)
    db.session.flush()


def decline_letter(letter: Letter, *, reason: str | None = None, by: User | None = None) -> None:
    """Decline it: it stays in the register and comes before no session."""
    if letter.state in {LetterState.PRESENTED, LetterState.ANNEXED, LetterState.DECLINED}:
        raise RuleViolation(_("Letter %(number)s was settled already.", number=letter.register_number))
    write(letter, {"state": LetterState.DECLINED, **({"disposition": reason} if reason else {})})
    audit.record(Action.LETTER_DECLINED, letter, by=by)
    db.session.flush()


def reopen_letter(letter: Letter, *, by: User | None = None) -> None:
    """Take back that it was acknowledged, accepted or declined: it is registered and waits again."""
    if letter.state not in REOPENED:
        raise RuleViolation(_("Letter %(number)s waits or was presented already.", number=letter.register_number))
    write(letter, {"state": LetterState.REGISTERED, "acknowledged_on": None, "accepted_on": None})
    audit.record(Action.LETTER_REGISTERED, letter, by=by)
    db.session.flush()


def present_letter(
    letter: Letter,
    session: Session,
    *,
    form: PresentationForm,
    presented: Moment | None = None,
    presented_by: Official | None = None,
    note: str | None = None,
    by: User | None = None,
    **facts: Unpack[SourcedFacts],
) -> LetterPresentation:
    """Bring it before a session in some form; never before it was received, and no letter that was declined (R40)."""
    _refuse_declined(letter)
    _refuse_wrong_session(letter, session)
    _refuse_before_receipt(letter.received, _moment_of(session, presented), zone=_zone_of(letter))
    done = sa.select(LetterPresentation.id).where(
        LetterPresentation.letter_id == letter.id,
        LetterPresentation.session_id == session.id,
        LetterPresentation.form == form,
    )
    if db.session.scalar(done):
        raise RuleViolation(_("Session %(label)s had it in this form already.", label=session.label), field="form")
    presentation = LetterPresentation(letter=letter, session=session, form=form, presented_by=presented_by)
    write(presentation, {"presented": presented, "note": note, **facts})
    db.session.add(presentation)
    if letter.state is not LetterState.ANNEXED:
        letter.state = LetterState.PRESENTED
    audit.record(Action.LETTER_PRESENTED, letter, by=by, detail={"session": session.label, "form": form.value})
    db.session.flush()
    return presentation


def retract_presentation(presentation: LetterPresentation, *, by: User | None = None) -> None:
    """Take back that a letter came before a session, where that was noted by mistake."""
    letter = db.session.get_one(Letter, presentation.letter_id)
    session = db.session.get_one(Session, presentation.session_id)
    detail = {"session": session.label, "form": presentation.form.value}
    try:
        with db.session.begin_nested():
            db.session.delete(presentation)
    except sa.exc.IntegrityError as error:
        raise RuleViolation(_("The log of the session tells of it, and stays as it is. Strike it there.")) from error
    left = sa.select(LetterPresentation.id).where(LetterPresentation.letter_id == letter.id).limit(1)
    if letter.state is LetterState.PRESENTED and db.session.scalar(left) is None:
        letter.state = LetterState.ACCEPTED
    db.session.expire(letter, ["presentations"])
    audit.record(Action.LETTER_RETRACTED, letter, by=by, detail=detail)
    db.session.flush()


def annex_letter(letter: Letter, *, annex: str | None = None, by: User | None = None) -> None:
    """Attach it to the proceedings, under the number of an annex where it has one."""
    _refuse_declined(letter)
    write(letter, {"state": LetterState.ANNEXED, **({"annex": annex} if annex else {})})
    audit.record(Action.LETTER_ANNEXED, letter, by=by)
    db.session.flush()


def withdraw_letter(letter: Letter, *, by: User | None = None) -> None:
    """Take it out of strangers' sight, as its sender wishes; it stays in the register."""
    if not letter.is_public:
        raise RuleViolation(_("Letter %(number)s is not shown already.", number=letter.register_number))
    letter.is_public = False
    audit.record(Action.LETTER_WITHDRAWN, letter, by=by)
    db.session.flush()


def show_letter(letter: Letter, *, by: User | None = None) -> None:
    """Let strangers see it again, as its sender allows."""
    if letter.is_public:
        raise RuleViolation(_("Letter %(number)s is shown already.", number=letter.register_number))
    letter.is_public = True
    audit.record(Action.LETTER_SHOWN, letter, by=by)
    db.session.flush()


def _zone_of(letter: Letter) -> str:
    return db.session.get_one(Conference, letter.conference_id).zone or "UTC"


def _moment_of(session: Session, presented: Moment | None) -> Moment | None:
    """When a letter came before the session, as far as anything says so."""
    if presented or session.adjourned:
        return presented or session.adjourned
    if session.held_on:
        return Moment(session.held_on)
    if session.opened:
        return Moment(session.opened.date)
    return Moment.of(session.planned_end) if session.planned_end else None


def _refuse_before_receipt(received: Moment | None, presented: Moment | None, *, zone: str) -> None:
    if received and presented and presented.latest(zone) < received.earliest(zone):
        raise RuleViolation(
            _(
                "It was received %(received)s and cannot have been presented %(presented)s, before that.",
                received=received,
                presented=presented,
            ),
            field="received",
        )


def _refuse_early_receipt(written_on: PartialDate | None, received: Moment | None) -> None:
    if written_on and received and received.date.latest < written_on.earliest:
        raise RuleViolation(
            _(
                "It was written in %(written)s and cannot have been received in %(received)s.",
                written=written_on,
                received=received,
            ),
            field="received",
        )


def _refuse_before_day(letter: Letter, on: PartialDate | None) -> None:
    if on and letter.received and on.latest < letter.received.date.earliest:
        raise RuleViolation(_("It was received in %(received)s, after that.", received=letter.received), field="on")


def _refuse_taken_number(conference_id: int, number: int) -> None:
    if number < 1:
        raise RuleViolation(_("Letters are registered from number 1."), field="register_number")
    taken = sa.select(Letter.id).where(Letter.conference_id == conference_id, Letter.register_number == number)
    if db.session.scalar(taken):
        raise RuleViolation(_("Number %(number)s of the register is taken.", number=number), field="register_number")


def _refuse_declined(letter: Letter) -> None:
    if letter.state is LetterState.DECLINED:
        raise RuleViolation(_("Letter %(number)s was declined.", number=letter.register_number))


def _refuse_wrong_session(letter: Letter, session: Session) -> None:
    refuse_foreign(letter.conference_id, {"session": session})
    if session.state is SessionState.CANCELLED:
        raise RuleViolation(_("Session %(label)s was cancelled.", label=session.label), field="session")
