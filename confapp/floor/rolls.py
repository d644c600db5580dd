"""Rolls: who was there, by name or by delegation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from flask_babel import gettext as _

from confapp.db import db
from confapp.errors import RuleViolation
from confapp.facts import next_number, write
from confapp.floor.facts import PresenceFacts
from confapp.floor.models import Presence, Roll, RollState
from confapp.participation.models import Delegation
from confapp.programme.models import Session, SessionState


def refuse_roll(session: Session, state: RollState, presences: Sequence[PresenceFacts]) -> None:
    """Refuse names on a roll that was not taken, names twice, and names of other conferences."""
    if session.state is SessionState.CANCELLED:
        raise RuleViolation(_("This session was cancelled: it has no roll."))
    if presences and state is not RollState.TAKEN:
        raise RuleViolation(_("A roll that was not taken has no names."), field="presences")
    for presence in presences:
        _refuse_presence(session, presence)
    twice = [key for key, times in Counter(map(_key, presences)).items() if times > 1]
    if twice:
        names = [_name(presence) for presence in presences if _key(presence) in twice]
        raise RuleViolation(
            _("“%(name)s” stands twice on the roll. Keep one of the two.", name=names[0]), field="presences"
        )


def write_roll(session: Session, facts: Mapping[str, Any], presences: Sequence[PresenceFacts]) -> Roll:
    """Add the roll behind the session's others; the caller has locked the conference."""
    position = next_number(Roll.position, Roll.session_id == session.id)
    roll = Roll(session_id=session.id, position=position)
    write(roll, facts)
    roll.presences = [_presence(place, presence) for place, presence in enumerate(presences, 1)]
    db.session.add(roll)
    db.session.flush()
    return roll


def _presence(position: int, facts: PresenceFacts) -> Presence:
    presence = Presence(position=position)
    write(presence, facts)
    delegate = facts.get("delegate")
    if delegate is not None:
        presence.delegation_id = delegate.delegation_id
    return presence


def _refuse_presence(session: Session, presence: PresenceFacts) -> None:
    delegate, guest, delegation = presence.get("delegate"), presence.get("guest"), presence.get("delegation")
    if (delegate is None and delegation is None) == (guest is None):
        raise RuleViolation(_("A name on a roll is a delegate, a delegation or a guest."), field="presences")
    if delegate is not None and delegation is not None and delegate.delegation_id != delegation.id:
        raise RuleViolation(
            _("The delegate belongs to another delegation than “%(name)s”.", name=delegation.name), field="presences"
        )
    if delegate is not None:
        delegation = db.session.get_one(Delegation, delegate.delegation_id)
    owner = guest or delegation
    if owner is not None and owner.conference_id != session.conference_id:
        raise RuleViolation(_("“%(name)s” belongs to another conference.", name=_name(presence)), field="presences")


def _key(presence: PresenceFacts) -> tuple[str, int]:
    named: list[tuple[str, Any]] = [(kind, presence.get(kind)) for kind in ("delegate", "guest", "delegation")]
    return next((kind, thing.id) for kind, thing in named if thing is not None)


def _name(presence: PresenceFacts) -> str:
    delegation = presence.get("delegation")
    thing = presence.get("delegate") or presence.get("guest")
    return presence.get("printed_name") or (delegation.name if delegation else getattr(thing, "key", "")) or "?"
