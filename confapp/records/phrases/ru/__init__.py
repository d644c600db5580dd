"""The Russian of session records: present tense, names in the nominative, nothing that the log does not say."""

from confapp.records.phrases.ru.changes import change
from confapp.records.phrases.ru.entries import lead
from confapp.records.phrases.ru.letters import (
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
from confapp.records.phrases.ru.motions import decision, motion, ruling
from confapp.records.phrases.ru.sitting import (
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
from confapp.records.phrases.ru.votes import derivation, plain_vote, vote, vote_lines

LANGUAGE = "ru"

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
