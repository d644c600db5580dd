"""Invitations, delegations with their delegates, guests."""

from __future__ import annotations

from functools import partial
from typing import Any

from confapp.dates import Moment, PartialDate
from confapp.imports import queries
from confapp.imports.bringing import Bringing
from confapp.imports.fields import Entry, Facts, Noun, part_of
from confapp.imports.giving import Giving
from confapp.imports.schema import Path
from confapp.officials.models import Official
from confapp.participation import operations
from confapp.participation.models import (
    CredentialsState,
    Delegate,
    Delegation,
    Guest,
    Invitation,
    InvitationState,
)

CREDENTIALS = "credentials credentials_on credentials_note"
INVITATION = Noun(Invitation, part_of("invitations"), apart="state answered_on")
DELEGATION = Noun(Delegation, part_of("delegations"), apart=f"id delegates withdrawn {CREDENTIALS}", voting="is_voting")
DELEGATE = Noun(Delegate, part_of("delegations", "delegates"), apart="id official replaces")
GUEST = Noun(Guest, part_of("guests"), apart="official", listed="is_listed")


def bring(case: Bringing) -> None:
    """Invite, register delegations with their delegates, and list guests."""
    case.each("invitations", partial(_invite, case))
    case.each("delegations", partial(_register, case))
    case.each("guests", partial(_list, case))


def _invite(case: Bringing, _path: Path, entry: Entry) -> None:
    invitation = operations.invite(case.conference, by=case.by, **INVITATION.facts(entry, case))
    state = InvitationState(entry["state"])
    if state is not InvitationState.SENT:
        on = PartialDate.parse(entry["answered_on"]) if "answered_on" in entry else None
        operations.answer_invitation(invitation, state=state, on=on, by=case.by)


def _register(case: Bringing, path: Path, entry: Entry) -> None:
    facts = DELEGATION.facts(entry, case)
    delegation = operations.register_delegation(case.conference, key=entry["id"], by=case.by, **facts)
    case.keep("delegations", entry["id"], delegation)
    case.each("delegates", partial(_name, case, delegation), path, entry)
    _settle_credentials(case, delegation, entry)


def _settle_credentials(case: Bringing, delegation: Delegation, entry: Entry) -> None:
    state = CredentialsState(entry["credentials"])
    on = PartialDate.parse(entry["credentials_on"]) if "credentials_on" in entry else None
    note = entry.get("credentials_note")
    if state is CredentialsState.PRESENTED:
        operations.present_credentials(delegation, on=on, note=note, by=case.by)
    elif state is not CredentialsState.NONE:
        operations.present_credentials(delegation, by=case.by)
        settle: Any = (
            operations.accept_credentials if state is CredentialsState.ACCEPTED else operations.reject_credentials
        )
        settle(delegation, on=on, note=note, by=case.by)


def _name(case: Bringing, delegation: Delegation, path: Path, entry: Entry) -> None:
    official = case.row(["officials"], entry["official"])
    facts = DELEGATE.facts(entry, case)
    if _is_replaced(case, path, entry):
        facts.pop("term_end", None)  # set when the successor comes
    if "replaces" in entry:
        delegate = _replace(case, official, entry, facts)
    else:
        delegate = operations.name_delegate(delegation, official, key=entry["id"], by=case.by, **facts)
    case.keep("delegates", entry["id"], delegate)


def _replace(case: Bringing, official: Official, entry: Entry, facts: Any) -> Delegate:
    former = case.row(["delegates"], entry["replaces"])
    start, at = facts.pop("term_start", None), case.ends[entry["replaces"]]
    delegate = operations.replace_delegate(former, official, at=at, key=entry["id"], by=case.by, **facts)
    if start != at:
        operations.change_delegate(delegate, term_start=start, by=case.by)
    return delegate


def _is_replaced(case: Bringing, path: Path, entry: Entry) -> bool:
    """Whether somebody takes this delegate's place; then the moment is kept for the successor."""
    delegates = case.case["delegations"][path[1]]["delegates"]
    case.ends[entry["id"]] = Moment.parse(entry["term_end"]) if "term_end" in entry else None
    return any(other.get("replaces") == entry["id"] for other in delegates)


def _list(case: Bringing, _path: Path, entry: Entry) -> None:
    official = case.row(["officials"], entry["official"])
    guest = operations.invite_guest(case.conference, official, by=case.by, **GUEST.facts(entry, case))
    case.keep("guests", entry["official"], guest)


def give_invitations(giving: Giving) -> list[Facts]:
    """Invitations as entries."""
    rows = queries.rows(Invitation, Invitation.conference_id == giving.conference.id, order=Invitation.position)
    return [
        {
            **INVITATION.entry(row, giving),
            "state": row.state.value,
            "answered_on": str(row.answered_on) if row.answered_on else None,
        }
        for row in rows
    ]


def call(giving: Giving) -> tuple[list[Delegation], dict[int, list[Delegate]], list[Guest]]:
    """Delegations, their delegates, and guests, with their names."""
    of_conference = Delegation.conference_id == giving.conference.id
    delegations = queries.rows(Delegation, of_conference, order=Delegation.position)
    delegates = queries.parts(
        Delegate,
        Delegate.delegation_id,
        queries.within(Delegate.delegation_id, Delegation, of_conference),
        order=Delegate.position,
    )
    guests = queries.rows(Guest, Guest.conference_id == giving.conference.id, order=Guest.position)
    for delegation in delegations:
        giving.call("delegations", delegation.id, delegation.key)
        for delegate in delegates[delegation.id]:
            giving.call("delegates", delegate.id, delegate.key)
    for guest in guests:
        giving.names["guests"][guest.id] = giving.name(["officials"], guest.official_id)
        giving.taken["guests"].add(giving.names["guests"][guest.id])
    return list(delegations), delegates, list(guests)


def give_delegations(
    giving: Giving, delegations: list[Delegation], delegates: dict[int, list[Delegate]]
) -> list[Facts]:
    """Delegations as entries."""
    return [
        {
            **DELEGATION.entry(row, giving),
            "id": giving.name(["delegations"], row.id),
            "withdrawn": str(row.withdrawn) if row.withdrawn else None,
            "credentials": row.credentials.value,
            "credentials_on": str(row.credentials_on) if row.credentials_on else None,
            "credentials_note": row.credentials_note,
            "delegates": [_delegate(giving, delegate) for delegate in delegates[row.id]],
        }
        for row in delegations
    ]


def _delegate(giving: Giving, row: Delegate) -> Facts:
    entry = {
        **DELEGATE.entry(row, giving),
        "id": giving.name(["delegates"], row.id),
        "official": giving.name(["officials"], row.official_id),
    }
    if row.replaces_id is not None:
        entry["replaces"] = giving.name(["delegates"], row.replaces_id)
    return entry


def give_guests(giving: Giving, guests: list[Guest]) -> list[Facts]:
    """Guests as entries."""
    return [{**GUEST.entry(row, giving), "official": giving.name(["officials"], row.official_id)} for row in guests]


def withdraw(case: Bringing) -> None:
    """Let those delegations go that left before the end; they could not have acted afterwards."""

    def leave(_path: Path, entry: Entry) -> None:
        if "withdrawn" in entry:
            delegation = case.row(["delegations"], entry["id"])
            operations.withdraw_delegation(delegation, at=Moment.parse(entry["withdrawn"]), by=case.by)

    case.each("delegations", leave)
