"""Move motions, rule, hold votes, change ballots, take decisions."""

from confapp.voting.operations.decisions import take_decision
from confapp.voting.operations.motions import (
    appeal_ruling,
    dispose_motion,
    make_ruling,
    move_motion,
    note_motion,
    reverse_ruling,
    withdraw_motion,
)
from confapp.voting.operations.votes import enter_ballot, hold_vote, note_dissent, supersede_ballot

__all__ = [
    "appeal_ruling",
    "dispose_motion",
    "enter_ballot",
    "hold_vote",
    "make_ruling",
    "move_motion",
    "note_dissent",
    "note_motion",
    "reverse_ruling",
    "supersede_ballot",
    "take_decision",
    "withdraw_motion",
]
