"""Delegations on the list and on the rolls: heads, credentials, names left out or called twice (R25, R36)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from flask_babel import gettext as _

from confapp.checks.excerpts import listed
from confapp.checks.findings import Finding, Severity, fault
from confapp.checks.material import Material, grouped
from confapp.checks.places import place
from confapp.checks.texts import Text
from confapp.floor.models import Presence, PresenceStatus, Roll
from confapp.floor.presence import is_entitled
from confapp.participation.models import CredentialsState, DelegateRole, DelegationCategory

AWAY = frozenset({PresenceStatus.ABSENT, PresenceStatus.EXCUSED})


def heads(material: Material, _texts: list[Text]) -> Iterator[Finding]:
    """Delegations with two heads, and (where others have one) with none."""
    by_delegation = grouped(material.delegates, lambda one: one.delegation_id)
    leading = {
        one.id: [
            other for other in by_delegation.get(one.id, ()) if other.role is DelegateRole.HEAD and not other.term_end
        ]
        for one in material.delegations
    }
    members = [one for one in material.delegations if one.category is DelegationCategory.MEMBER]
    mostly = sum(bool(leading[one.id]) for one in members) * 2 > len(members)
    for delegation in material.delegations:
        found, size = leading[delegation.id], len(by_delegation.get(delegation.id, ()))
        where = place(material, delegation, "head")
        if len(found) > 1:
            names = [material.person(one.official_id) for one in found]
            message = _("%(name)s has two heads: %(names)s.", name=delegation.name, names=listed(names))
            yield Finding("two-heads", Severity.WARNING, where, message, evidence=tuple(names))
        elif mostly and not found and size > 1 and delegation in members:
            message = _("%(name)s has no head, and most delegations have one.", name=delegation.name)
            yield Finding("no-head", Severity.INFO, where, message)


def credentials(material: Material, _texts: list[Text]) -> Iterator[Finding]:
    """Delegations that vote without credentials where those of most were accepted."""
    voters = {one.delegation_id for one in material.ballots}
    states = [one.credentials for one in material.delegations if one.id in voters]
    if states.count(CredentialsState.ACCEPTED) * 2 <= len(states):
        return
    for delegation in material.delegations:
        if delegation.credentials is CredentialsState.NONE and delegation.id in voters and delegation.is_voting:
            message = _("%(name)s voted and has presented no credentials.", name=delegation.name)
            suggestion = _("Enter its credentials, or accept it provisionally.")
            where = place(material, delegation, "credentials")
            yield Finding("voter-without-credentials", Severity.WARNING, where, message, suggestion)


def on_two_lists(material: Material, _texts: list[Text]) -> Iterator[Finding]:
    """A person who is a delegate of two delegations at the same time."""
    current = [one for one in material.delegates if one.term_end is None and one.term_start is None]
    for official_id, seats in grouped(current, lambda one: one.official_id).items():
        names = list(dict.fromkeys(material.delegation_by_id[one.delegation_id].name for one in seats))
        if len(names) > 1:
            person = material.person(official_id)
            message = _("%(person)s is a delegate of %(names)s.", person=person, names=listed(names))
            where = place(material, seats[-1])
            yield Finding("delegate-twice", Severity.INFO, where, message, evidence=tuple(names))


def rolls(material: Material, _texts: list[Text]) -> Iterator[Finding]:
    """Names that a roll has twice, and delegations that it leaves out although it lists the absent."""
    for session in material.sessions:
        for roll in material.rolls_of.get(session.id, ()):
            presences = material.presences_of.get(roll.id, [])
            yield from _twice(material, roll, presences, session.label)
            if any(one.status in AWAY for one in presences):
                yield from _left_out(material, roll, presences, session.label)


def _twice(material: Material, roll: Roll, presences: list[Presence], label: str) -> Iterator[Finding]:
    delegates, guests = material.delegate_by_id, {guest.id: guest for guest in material.guests}
    people = [delegates[one.delegate_id].official_id for one in presences if one.delegate_id in delegates]
    people += [guests[one.guest_id].official_id for one in presences if one.guest_id in guests]
    names = [material.person(one) for one, times in Counter(people).items() if times > 1]
    whole = Counter(one.delegation_id for one in presences if one.delegate_id is None and one.delegation_id is not None)
    names += [material.delegation_by_id[one].name for one, times in whole.items() if times > 1]
    if names:
        message = _("The roll of session %(label)s has %(names)s twice.", label=label, names=listed(names))
        where = place(material, roll, "names")
        yield Finding("roll-name-twice", fault(roll), where, message, evidence=tuple(names))


def _left_out(material: Material, roll: Roll, presences: list[Presence], label: str) -> Iterator[Finding]:
    said = {one.delegation_id for one in presences if one.status is not PresenceStatus.UNLISTED}
    session = material.session_by_id[roll.session_id]
    at = roll.taken or material.moment_of(session)
    entitled = (one for one in material.delegations if is_entitled(one, at, material.zone))
    names = [one.name for one in entitled if one.id not in said]
    if names:
        message = _("The roll of session %(label)s does not mention %(names)s.", label=label, names=listed(names))
        suggestion = _("Enter whoever was there, and the others as absent.")
        where = place(material, roll, "missing")
        severity = Severity.INFO if roll.note else Severity.WARNING
        yield Finding("roll-name-missing", severity, where, message, suggestion, tuple(names))
