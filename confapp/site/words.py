"""States, kinds and roles in words, as lazy texts: they take the language of the page that shows them."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l
from flask_babel.speaklater import LazyString

from confapp.agendas import words as agendas
from confapp.committees.models import CommitteeKind
from confapp.conferences.models import ConferenceFormat, ConferenceState
from confapp.letters import words as letters
from confapp.participation.models import CredentialsState, DelegateRole, DelegationCategory
from confapp.programme.models import ContributionRole, Session
from confapp.programme.names import session_called

CONFERENCE_STATES: dict[ConferenceState, LazyString] = {
    ConferenceState.PLANNED: _l("Planned"),
    ConferenceState.CONVENED: _l("Convened"),
    ConferenceState.PREPARING: _l("In preparation"),
    ConferenceState.OPEN: _l("In session"),
    ConferenceState.CLOSED: _l("Closed"),
    ConferenceState.ARCHIVED: _l("Closed"),
}
FORMATS: dict[ConferenceFormat, LazyString] = {
    ConferenceFormat.IN_PERSON: _l("In person"),
    ConferenceFormat.ONLINE: _l("Online"),
    ConferenceFormat.HYBRID: _l("In person and online"),
}
COMMITTEES: dict[CommitteeKind, LazyString] = {
    CommitteeKind.PREPARATORY: _l("Preparatory committee"),
    CommitteeKind.CREDENTIALS: _l("Credentials committee"),
    CommitteeKind.DRAFTING: _l("Drafting committee"),
    CommitteeKind.PROGRAMME: _l("Programme committee"),
    CommitteeKind.NOMINATING: _l("Nominating committee"),
    CommitteeKind.SECTION: _l("Section"),
    CommitteeKind.OTHER: _l("Committee"),
}
CATEGORIES: dict[DelegationCategory, LazyString] = {
    DelegationCategory.MEMBER: _l("Members"),
    DelegationCategory.OBSERVER: _l("Observers"),
    DelegationCategory.INTERGOVERNMENTAL: _l("Intergovernmental organizations"),
    DelegationCategory.NON_GOVERNMENTAL: _l("Non-governmental organizations"),
    DelegationCategory.GUEST: _l("Guests"),
    DelegationCategory.SECRETARIAT: _l("Secretariat"),
    DelegationCategory.INDIVIDUAL: _l("Individual participants"),
}
CREDENTIALS: dict[CredentialsState, LazyString] = {
    CredentialsState.PRESENTED: _l("presented"),
    CredentialsState.ACCEPTED: _l("accepted"),
    CredentialsState.REJECTED: _l("rejected"),
}
DELEGATE_ROLES: dict[DelegateRole, LazyString] = {
    DelegateRole.HEAD: _l("Head of delegation"),
    DelegateRole.DEPUTY: _l("Deputy head"),
    DelegateRole.DELEGATE: _l("Delegate"),
    DelegateRole.ALTERNATE: _l("Alternate"),
    DelegateRole.ADVISER: _l("Adviser"),
}
CONTRIBUTION_ROLES: dict[ContributionRole, LazyString] = {
    ContributionRole.SPEAKER: _l("Speaker"),
    ContributionRole.AUTHOR: _l("Author"),
    ContributionRole.CHAIR: _l("Chair"),
    ContributionRole.PANELIST: _l("Panelist"),
}
LETTER_KINDS, LETTER_STATES, PRESENTED = letters.KINDS, letters.STATES, letters.PRESENTED
language_name = letters.language_name
AGENDA_STATES, ITEM_KINDS = agendas.STATES, agendas.KINDS


def session_name(session: Session) -> str:
    """What a session is called: "Fourth session"; a committee's says whose it is, so the committee is loaded."""
    committee = session.committee.name if session.committee_id is not None and session.committee is not None else ""
    return session_called(session.kind, session.number, session.label, committee)
