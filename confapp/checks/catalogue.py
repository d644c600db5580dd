"""Every check by its code: what it looks at, what it says, and the rule of practice behind it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from flask_babel import lazy_gettext as _l
from flask_babel.speaklater import LazyString

from confapp.checks.findings import Severity, Subject

OURS, INFO, WARNING = (Severity.ERROR, Severity.WARNING), (Severity.INFO,), (Severity.WARNING,)
ERROR = (Severity.ERROR,)


class Entry(NamedTuple):
    """A check: its code, its subject, how grave it can be, what it finds, and where the rule stands."""

    code: str
    subject: Subject
    severities: tuple[Severity, ...]
    """An error where the thing is our own, a warning where it is taken from a source."""
    explanation: LazyString
    rule: str = "B.2"


SUBJECTS: dict[Subject, LazyString] = {
    Subject.CONFERENCE: _l("The conference"),
    Subject.NAMES: _l("Names"),
    Subject.DATES: _l("Dates"),
    Subject.TEXT: _l("Words"),
    Subject.OFFICES: _l("Offices"),
    Subject.COMMITTEES: _l("Committees"),
    Subject.PARTICIPATION: _l("Participation"),
    Subject.SESSIONS: _l("Sessions"),
    Subject.AGENDAS: _l("Agendas"),
    Subject.LETTERS: _l("Letters"),
    Subject.VOTES: _l("Votes"),
    Subject.DOCUMENTS: _l("Documents"),
    Subject.RECORDS: _l("Records"),
}

_CONFERENCE, _NAMES, _DATES, _TEXT = Subject.CONFERENCE, Subject.NAMES, Subject.DATES, Subject.TEXT
_OFFICES, _COMMITTEES, _PEOPLE, _SESSIONS = (
    Subject.OFFICES, Subject.COMMITTEES, Subject.PARTICIPATION, Subject.SESSIONS,
)  # fmt: skip
_AGENDAS, _LETTERS, _VOTES = Subject.AGENDAS, Subject.LETTERS, Subject.VOTES
_DOCUMENTS, _RECORDS = Subject.DOCUMENTS, Subject.RECORDS

ENTRIES = (
    Entry(
        "series-kind", _CONFERENCE, OURS, _l("The conference is counted on from a gathering of another kind."), "R29"
    ),
    Entry("series-gap", _CONFERENCE, INFO, _l("Its series leaves a number out."), "R29"),
    Entry("ordinal-sequence", _CONFERENCE, OURS, _l("It is not the next after the one that it follows."), "R29"),
    Entry("dates-order", _CONFERENCE, OURS, _l("It was announced after it began, or ended before.")),
    Entry("conference-not-closed", _CONFERENCE, INFO, _l("By its dates it is over, and it was never closed.")),
    Entry("online-with-hall", _CONFERENCE, WARNING, _l("An online conference has sessions in halls.")),
    Entry("in-person-without-place", _CONFERENCE, INFO, _l("A conference in person has no place.")),
    Entry(
        "zone-missing",
        _CONFERENCE,
        (Severity.WARNING, Severity.INFO),
        _l("It has no time zone; a warning once sessions have hours."),
        "A.6",
    ),
    Entry(
        "decided-on-another-day", _CONFERENCE, OURS, _l("A decision has another date than the session that took it.")
    ),
    Entry(
        "printed-spelling",
        _NAMES,
        WARNING,
        _l("Sources spell a body or a person otherwise; shorter forms of a name are none."),
    ),
    Entry("many-names", _NAMES, INFO, _l("A body goes by three and more names at the same time.")),
    Entry("same-person", _NAMES, WARNING, _l("Two people have one name, spelled in two ways.")),
    Entry(
        "perhaps-same-person", _NAMES, INFO, _l("Two people are namesakes, or one name is the initials of the other.")
    ),
    Entry("same-organization", _NAMES, WARNING, _l("Two organizations have one name.")),
    Entry("acronym-twice", _NAMES, WARNING, _l("One short name stands for two bodies.")),
    Entry("sender-spelling", _NAMES, WARNING, _l("A letter spells its sender otherwise than the organization.")),
    Entry("two-foundings", _DATES, OURS, _l("An organization has two founding dates that cannot both be right.")),
    Entry("dissolved-before-founded", _DATES, OURS, _l("An organization was dissolved before it was founded.")),
    Entry("organ-before-organization", _DATES, WARNING, _l("An organ is older than its organization.")),
    Entry("attended-before-founding", _DATES, WARNING, _l("Who takes part was founded only later.")),
    Entry("attended-after-dissolution", _DATES, WARNING, _l("Who takes part was dissolved before.")),
    Entry("anniversary-differs", _DATES, OURS, _l("An anniversary falls in another year than the conference.")),
    Entry(
        "anniversary-day", _DATES, INFO, _l("An anniversary falls in the same year, on other days than the conference.")
    ),
    Entry("weekday-differs", _DATES, OURS, _l("A weekday is not that of its date; of a session or in any text.")),
    Entry("no-such-day", _DATES, OURS, _l("A text names a day that is in no calendar.")),
    Entry("period-without-year", _DATES, WARNING, _l("A text states a period and no year.")),
    Entry(
        "period-derived", _DATES, INFO, _l("The year of a period of work is derived, and somebody should confirm it.")
    ),
    Entry("relative-date", _DATES, INFO, _l("A source dates something from its own time only: last year.")),
    Entry(
        "second-calendar-differs",
        _DATES,
        (Severity.ERROR, Severity.WARNING, Severity.INFO),
        _l("A year of a second calendar does not fit the one beside it."),
    ),
    Entry("second-calendar-order", _DATES, INFO, _l("Years of a second calendar are written in two ways.")),
    Entry(
        "ordinal-suffix",
        _TEXT,
        OURS,
        _l("An ordinal has the ending of another: 2st. In English; in Russian and French where they are certain."),
        "R29",
    ),
    Entry("ordinal-differs", _TEXT, OURS, _l("A title counts otherwise than the thing is counted."), "R29"),
    Entry("word-twice", _TEXT, WARNING, _l("A word stands twice in a row.")),
    Entry("mixed-scripts", _TEXT, OURS, _l("A word has letters of another script that look alike.")),
    Entry("invisible-character", _TEXT, WARNING, _l("A text has characters that nobody sees.")),
    Entry("no-break-space", _TEXT, INFO, _l("A space does not break where nobody wants that.")),
    Entry("role-without-body", _OFFICES, WARNING, _l("Somebody has a responsibility and belongs to no stated body.")),
    Entry("role-outside-term", _OFFICES, OURS, _l("Somebody acts in an office outside its term."), "R27"),
    Entry("two-holders", _OFFICES, WARNING, _l("Two may have held a unique office at the same time."), "R26"),
    Entry("acting-beside-holder", _OFFICES, INFO, _l("Somebody acts in an office whose holder is present."), "R26"),
    Entry(
        "committee-without-chair",
        _COMMITTEES,
        (Severity.WARNING, Severity.INFO),
        _l("A committee has no chair; a hint once it has reported."),
    ),
    Entry("committee-without-members", _COMMITTEES, INFO, _l("A committee has no members.")),
    Entry("member-without-responsibility", _COMMITTEES, INFO, _l("A member answers for nothing, and others do.")),
    Entry(
        "responsibility-without-member",
        _COMMITTEES,
        INFO,
        _l("Nobody answers any more for something that was given to somebody."),
    ),
    Entry(
        "territory-unowned",
        _COMMITTEES,
        INFO,
        _l("A responsibility that is shared by territory has nobody in one of them."),
    ),
    Entry(
        "period-after-opening",
        _COMMITTEES,
        WARNING,
        _l("A preparatory committee works on after the conference has begun."),
        "R28",
    ),
    Entry("meeting-outside", _COMMITTEES, WARNING, _l("A committee met outside its period of work."), "R28"),
    Entry("two-heads", _PEOPLE, WARNING, _l("A delegation has two heads."), "R36"),
    Entry("no-head", _PEOPLE, INFO, _l("A delegation has no head, and most have one."), "R36"),
    Entry(
        "voter-without-credentials",
        _PEOPLE,
        WARNING,
        _l("A delegation voted without credentials, where those of most were accepted."),
        "R25",
    ),
    Entry("delegate-twice", _PEOPLE, INFO, _l("A person is a delegate of two delegations.")),
    Entry("roll-name-twice", _PEOPLE, OURS, _l("A roll has a name twice."), "R18"),
    Entry(
        "roll-name-missing",
        _PEOPLE,
        (Severity.WARNING, Severity.INFO),
        _l("A roll lists the absent and leaves a delegation out; a hint where a note explains it."),
        "R18",
    ),
    Entry("session-undated", _SESSIONS, WARNING, _l("A session was held on a day that nobody knows.")),
    Entry("session-unplanned", _SESSIONS, INFO, _l("A session has no time yet.")),
    Entry("session-end", _SESSIONS, OURS, _l("A session ends when it begins, or before.")),
    Entry("session-outside", _SESSIONS, WARNING, _l("A session is on a day outside the conference.")),
    Entry("session-order", _SESSIONS, WARNING, _l("Sessions were held in another order than their numbers."), "R29"),
    Entry("session-gap", _SESSIONS, WARNING, _l("The numbers of sessions leave one out."), "R29"),
    Entry("session-number-twice", _SESSIONS, WARNING, _l("Two sessions have one number."), "R29"),
    Entry("opened-twice", _SESSIONS, OURS, _l("A session was opened twice."), "R42"),
    Entry("opened-again", _SESSIONS, INFO, _l("An opening is announced of what is open."), "R42"),
    Entry("before-opening", _SESSIONS, WARNING, _l("A session was at work before it was opened."), "R24"),
    Entry("session-without-chair", _SESSIONS, INFO, _l("Nobody is named who presided.")),
    Entry("hall-overlap", _SESSIONS, WARNING, _l("Two sessions are in one hall at the same time.")),
    Entry("person-overlap", _SESSIONS, WARNING, _l("One person is needed in two places at once.")),
    Entry("agenda-empty", _AGENDAS, OURS, _l("An agenda was adopted or published with nothing on it."), "R23"),
    Entry(
        "decided-before-agenda", _AGENDAS, WARNING, _l("Something was decided before the agenda was adopted."), "R24"
    ),
    Entry(
        "item-without-outcome", _AGENDAS, INFO, _l("The conference is over, and nobody said what became of an item.")
    ),
    Entry(
        "letter-without-sender",
        _LETTERS,
        (Severity.WARNING, Severity.INFO),
        _l("A letter has no sender; a hint where its source does not name one."),
        "R40",
    ),
    Entry(
        "letter-presented-early", _LETTERS, OURS, _l("A letter was presented before it was received or written."), "R40"
    ),
    Entry(
        "presented-on-another-day",
        _LETTERS,
        OURS,
        _l("A letter was presented on another day than its session was held."),
        "R40",
    ),
    Entry(
        "letter-not-presented",
        _LETTERS,
        INFO,
        _l("The conference is over, and a letter that was accepted was never presented."),
        "R40",
    ),
    Entry(
        "ballot-missing", _VOTES, ERROR, _l("Who has a vote is not counted in a roll call, not even as absent."), "R18"
    ),
    Entry("voter-not-entitled", _VOTES, OURS, _l("Who is counted had no right to vote."), "R25"),
    Entry("absent-voted", _VOTES, WARNING, _l("Who voted is absent on the roll of the session."), "R18"),
    Entry("printed-name-twice", _VOTES, WARNING, _l("A printed roll has a name twice."), "R18"),
    Entry("printed-name-missing", _VOTES, WARNING, _l("A printed roll leaves a name out."), "R18"),
    Entry("printed-without-vote", _VOTES, WARNING, _l("A printed roll has a name without the right to vote."), "R18"),
    Entry("printed-otherwise", _VOTES, WARNING, _l("A printed roll has another vote than is counted."), "R18"),
    Entry("announced-names", _VOTES, WARNING, _l("The announced totals are not those of the names under them."), "R18"),
    Entry("announced-counted", _VOTES, WARNING, _l("The announced totals are not those that are counted."), "R18"),
    Entry(
        "sources-contradict",
        _VOTES,
        WARNING,
        _l("Two sources print another vote, and nothing decides between them."),
        "R18",
    ),
    Entry(
        "vote-changed", _VOTES, INFO, _l("A vote was changed or entered late, and its totals announced again."), "R19"
    ),
    Entry(
        "vote-changed-unannounced",
        _VOTES,
        WARNING,
        _l("A vote was changed or entered late, and nobody announced the new totals."),
        "R19",
    ),
    Entry(
        "result-differs", _VOTES, OURS, _l("Something else was declared than the figures give by the rules."), "R1–R10"
    ),
    Entry(
        "quorum-unproved",
        _VOTES,
        INFO,
        _l("A session voted, its rules ask for a quorum, and no roll shows one."),
        "R13",
    ),
    Entry("symbol-unknown", _DOCUMENTS, WARNING, _l("A text refers to a symbol that no document has."), "R30"),
    Entry("symbol-gap", _DOCUMENTS, INFO, _l("A series of symbols leaves a number out."), "R30"),
    Entry(
        "document-undated",
        _DOCUMENTS,
        (Severity.WARNING, Severity.INFO),
        _l("A document was issued on a day that nobody knows; a warning where it has a symbol."),
    ),
    Entry("source-undated", _DOCUMENTS, INFO, _l("A source has no date of publication.")),
    Entry(
        "translation-incomplete",
        _RECORDS,
        ERROR,
        _l("A record lacks a paragraph that it has in another language."),
        "R33",
    ),
    Entry("translation-figures", _RECORDS, WARNING, _l("A translation has other figures than its original."), "R33"),
    Entry("record-missing", _RECORDS, INFO, _l("The conference is over, and a session has no approved record."), "R32"),
)
CATALOGUE = {entry.code: entry for entry in ENTRIES}
HEADING = """# What `confapp check` finds

Each finding has a code, a severity and a place, says what it is and what would mend it. An **error** is what confapp
itself would publish wrongly: it keeps a conference from being published until it is mended, or waived with a reason
that the colophon prints. What is taken from a source that has the fault is a **warning**, and so is what is only
probably wrong. An **info** is a hint. A waiver holds for what was found: where that changes, the finding stands again.

`confapp check SLUG` prints the findings, with `--json` as one object; with `--strict` it ends with 1 where an error or
a warning is not waived.
"""


def page() -> str:
    """The page `CHECKS.md` in the language of the reader."""
    return HEADING + "".join(_sections())


def _sections() -> Iterator[str]:
    for subject, title in SUBJECTS.items():
        yield f"\n## {title}\n\n| code | severity | finds | rule |\n|---|---|---|---|\n"
        for entry in ENTRIES:
            if entry.subject is subject:
                grades = ", ".join(severity.value for severity in entry.severities)
                yield f"| `{entry.code}` | {grades} | {entry.explanation} | {entry.rule} |\n"


if __name__ == "__main__":
    print(page(), end="")  # noqa: T201  it makes CHECKS.md
