"""Categories, roles and states of participation in words, as lazy texts: they take the language of the page."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l
from flask_babel.speaklater import LazyString

from confapp.participation.models import CredentialsState, DelegateRole, DelegationCategory, InvitationState

CATEGORIES: dict[DelegationCategory, LazyString] = {
    DelegationCategory.MEMBER: _l("Member"),
    DelegationCategory.OBSERVER: _l("Observer"),
    DelegationCategory.INTERGOVERNMENTAL: _l("Intergovernmental organization"),
    DelegationCategory.NON_GOVERNMENTAL: _l("Non-governmental organization"),
    DelegationCategory.GUEST: _l("Guest"),
    DelegationCategory.SECRETARIAT: _l("Secretariat"),
    DelegationCategory.INDIVIDUAL: _l("Individual"),
}
CREDENTIALS: dict[CredentialsState, LazyString] = {
    CredentialsState.NONE: _l("Not presented"),
    CredentialsState.PRESENTED: _l("Presented"),
    CredentialsState.ACCEPTED: _l("Accepted"),
    CredentialsState.REJECTED: _l("Rejected"),
}
ROLES: dict[DelegateRole, LazyString] = {
    DelegateRole.HEAD: _l("Head of delegation"),
    DelegateRole.DEPUTY: _l("Deputy head"),
    DelegateRole.DELEGATE: _l("Delegate"),
    DelegateRole.ALTERNATE: _l("Alternate"),
    DelegateRole.ADVISER: _l("Adviser"),
}
INVITED: dict[InvitationState, LazyString] = {
    InvitationState.SENT: _l("Sent"),
    InvitationState.ACCEPTED: _l("Accepted"),
    InvitationState.DECLINED: _l("Declined"),
    InvitationState.UNANSWERED: _l("Left unanswered"),
}
TONES: dict[str, str] = {"presented": "caution", "accepted": "good", "rejected": "bad", "sent": "caution"}
