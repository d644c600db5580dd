"""States, formats and rules of procedure in words, as lazy texts: they take the language of the page."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l
from flask_babel.speaklater import LazyString

from confapp.conferences.models import ConferenceFormat, ConferenceState, DocumentState
from confapp.conferences.rules import Base, Chair, Proxies, QuorumCheck, RollOrder, Tie, Unit, VoteChange, WeightedBy

# The word of a state, and how it is tinted.
STATES: dict[ConferenceState, tuple[LazyString, str]] = {
    ConferenceState.PLANNED: (_l("Planned"), ""),
    ConferenceState.CONVENED: (_l("Convened"), "caution"),
    ConferenceState.PREPARING: (_l("In preparation"), "caution"),
    ConferenceState.OPEN: (_l("In session"), "good"),
    ConferenceState.CLOSED: (_l("Closed"), ""),
    ConferenceState.ARCHIVED: (_l("Archived"), ""),
}
FORMATS: dict[ConferenceFormat, LazyString] = {
    ConferenceFormat.IN_PERSON: _l("In one place"),
    ConferenceFormat.ONLINE: _l("Online"),
    ConferenceFormat.HYBRID: _l("In one place and online"),
}
DOCUMENT_STATES: dict[DocumentState, tuple[LazyString, str]] = {
    DocumentState.DRAFT: (_l("Draft"), "caution"),
    DocumentState.ISSUED: (_l("Issued"), "good"),
    DocumentState.WITHDRAWN: (_l("Withdrawn"), "bad"),
}

UNITS: dict[Unit, LazyString] = {
    Unit.DELEGATION: _l("Each delegation has one vote"),
    Unit.INDIVIDUAL: _l("Each delegate has one vote"),
    Unit.WEIGHTED: _l("Delegations have as many votes as their weight"),
}
WEIGHED: dict[WeightedBy, LazyString] = {
    WeightedBy.WEIGHTS: _l("The sum of the weights decides"),
    WeightedBy.HEADS: _l("The number of delegations decides"),
    WeightedBy.BOTH: _l("Both must be enough"),
}
BASES: dict[Base, LazyString] = {
    Base.PRESENT_AND_VOTING: _l("of those voting yes or no"),
    Base.VOTES_CAST: _l("of the votes cast, abstentions too"),
    Base.PRESENT: _l("of those present"),
    Base.ENTITLED: _l("of all that have a vote"),
}
TIES: dict[Tie, LazyString] = {
    Tie.REJECTED: _l("The motion is rejected"),
    Tie.SECOND_VOTE: _l("A second vote is held; if equal again, it is rejected"),
    Tie.CASTING_VOTE: _l("The presiding officer decides"),
}
CHAIRS: dict[Chair, LazyString] = {
    Chair.VOTES: _l("Votes like everybody"),
    Chair.CASTING_ONLY: _l("Votes only to break a tie"),
    Chair.WHEN_IT_DECIDES: _l("Votes where that vote decides, or by secret ballot"),
    Chair.NEVER: _l("Does not vote"),
}
QUORUM_CHECKS: dict[QuorumCheck, LazyString] = {
    QuorumCheck.PRESUMED: _l("It is taken for granted until somebody asks"),
    QuorumCheck.EACH_VOTE: _l("It is looked at before each vote"),
}
ROLL_ORDERS: dict[RollOrder, LazyString] = {
    RollOrder.ALPHABETICAL: _l("In the order of the alphabet"),
    RollOrder.BY_LOT: _l("In the order of the alphabet, from a name drawn by lot"),
}
VOTE_CHANGES: dict[VoteChange, LazyString] = {
    VoteChange.NEVER: _l("Never"),
    VoteChange.UNTIL_DECLARED: _l("Until the result is declared"),
    VoteChange.BY_LEAVE: _l("Later too, by leave of the meeting"),
}
PROXIES: dict[Proxies, LazyString] = {Proxies.NONE: _l("Nobody votes for somebody else")}
