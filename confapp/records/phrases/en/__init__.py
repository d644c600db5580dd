"""The English of session records: past tense, reported speech, nothing that the log does not say."""

from confapp.records.phrases.en.changes import change
from confapp.records.phrases.en.entries import lead
from confapp.records.phrases.en.letters import (
    GUESTS,
    LETTERS,
    LOST_PLACE,
    REPORTED,
    item,
    letter,
    letter_item,
    printed_as,
    quotation,
    remark,
)
from confapp.records.phrases.en.motions import decision, motion, ruling
from confapp.records.phrases.en.sitting import (
    closing,
    held,
    hour_of,
    item_opened,
    opening,
    resumed,
    roll,
    roll_lines,
    session_called,
    suspended,
    title,
)
from confapp.records.phrases.en.votes import derivation, plain_vote, vote, vote_lines

LANGUAGE = "en"

__all__ = [
    "GUESTS",
    "LANGUAGE",
    "LETTERS",
    "LOST_PLACE",
    "REPORTED",
    "change",
    "closing",
    "decision",
    "derivation",
    "held",
    "hour_of",
    "item",
    "item_opened",
    "lead",
    "letter",
    "letter_item",
    "motion",
    "opening",
    "plain_vote",
    "printed_as",
    "quotation",
    "remark",
    "resumed",
    "roll",
    "roll_lines",
    "ruling",
    "session_called",
    "suspended",
    "title",
    "vote",
    "vote_lines",
]
