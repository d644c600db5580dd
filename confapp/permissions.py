"""Every permission and who has it: the one table that the gate, the templates and the tests read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Protocol


class Role(StrEnum):
    """What a grant makes of a user; the first two hold everywhere, the others in one conference."""

    ADMINISTRATOR = "administrator"
    CONVENER = "convener"
    ORGANIZER = "organizer"
    SECRETARY = "secretary"
    COMMITTEE = "committee"
    DELEGATE = "delegate"
    READER = "reader"


EVERYWHERE = frozenset({Role.ADMINISTRATOR, Role.CONVENER})


class Permission(StrEnum):
    """An act on a noun; those of SHARED are about no single conference, all others hold in one."""

    DESK_SEE = "desk:see"
    ORGANIZATIONS_SEE = "organizations:see"
    ORGANIZATIONS_EDIT = "organizations:edit"
    OFFICIALS_SEE = "officials:see"
    OFFICIALS_EDIT = "officials:edit"
    CONFERENCE_CONVENE = "conference:convene"

    CONFERENCE_SEE = "conference:see"
    CONFERENCE_EDIT = "conference:edit"
    COMMITTEES_EDIT = "committees:edit"
    PARTICIPATION_EDIT = "participation:edit"
    CREDENTIALS_DECIDE = "credentials:decide"
    PROGRAMME_EDIT = "programme:edit"
    SCHEDULE_RELEASE = "schedule:release"
    AGENDA_SEE = "agenda:see"
    AGENDA_EDIT = "agenda:edit"
    DOCUMENTS_SEE = "documents:see"
    DOCUMENTS_EDIT = "documents:edit"
    LETTERS_EDIT = "letters:edit"
    LOG_KEEP = "log:keep"
    RECORDS_WRITE = "records:write"
    RECORDS_APPROVE = "records:approve"
    PROCEEDINGS_DRAFT = "proceedings:draft"
    PROCEEDINGS_PUBLISH = "proceedings:publish"
    FINDINGS_WAIVE = "findings:waive"
    COMMENTS_MODERATE = "comments:moderate"
    RIGHTS_GRANT = "rights:grant"
    HISTORY_SEE = "history:see"

    CASES_IMPORT = "cases:import"
    USERS_EDIT = "users:edit"
    AUDIT_SEE = "audit:see"
    KEYS_EDIT = "keys:edit"


class Granted(Protocol):
    """A role that somebody has, everywhere or in one conference."""

    @property
    def role(self) -> Role: ...
    @property
    def conference_id(self) -> int | None: ...


P = Permission
_INSTANCE = {P.CASES_IMPORT, P.USERS_EDIT, P.AUDIT_SEE, P.KEYS_EDIT}
_LOOKED_UP = {P.DESK_SEE, P.ORGANIZATIONS_SEE, P.OFFICIALS_SEE}
_ATTENDED = {P.AGENDA_SEE, P.DOCUMENTS_SEE}
_SEEN = _LOOKED_UP | _ATTENDED | {P.CONFERENCE_SEE}
_KEPT = {P.ORGANIZATIONS_EDIT, P.OFFICIALS_EDIT}
_DECIDED = {
    P.CONFERENCE_EDIT,
    P.CREDENTIALS_DECIDE,
    P.SCHEDULE_RELEASE,
    P.RECORDS_APPROVE,
    P.PROCEEDINGS_PUBLISH,
    P.FINDINGS_WAIVE,
    P.RIGHTS_GRANT,
}

SHARED = frozenset(_LOOKED_UP | _KEPT | _INSTANCE | {P.CONFERENCE_CONVENE})

ROLES: Mapping[Role, frozenset[Permission]] = {
    Role.ADMINISTRATOR: frozenset(Permission),
    Role.CONVENER: frozenset(_LOOKED_UP | _KEPT | {P.CONFERENCE_CONVENE}),
    Role.ORGANIZER: frozenset(Permission) - _INSTANCE - {P.CONFERENCE_CONVENE},
    # Keeps the papers of a conference; what binds it is decided by its organizers.
    Role.SECRETARY: frozenset(Permission) - _INSTANCE - {P.CONFERENCE_CONVENE} - _DECIDED,
    Role.COMMITTEE: frozenset(_SEEN | _KEPT | {P.COMMITTEES_EDIT, P.PROGRAMME_EDIT, P.HISTORY_SEE}),
    Role.DELEGATE: frozenset(_ATTENDED),
    Role.READER: frozenset(_SEEN),
}


def permissions_of(grants: Iterable[Granted], conference_id: int | None) -> frozenset[Permission]:
    """What the grants allow in a conference, or (with None) where there is none: roles held in others only share."""
    return frozenset().union(
        *(
            ROLES[grant.role] if grant.conference_id in {None, conference_id} else ROLES[grant.role] & SHARED
            for grant in grants
        )
    )


def has_part_in(permissions: frozenset[Permission]) -> bool:
    """Whether any of them is about the conference itself; for whoever has none, it does not exist."""
    return not permissions <= SHARED
