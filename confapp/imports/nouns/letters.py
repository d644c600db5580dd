"""Letters in the order of the register, and how they came before sessions."""

from __future__ import annotations

from functools import partial

from confapp.dates import PartialDate
from confapp.imports import queries
from confapp.imports.bringing import Bringing
from confapp.imports.fields import Entry, Facts, Noun, part_of
from confapp.imports.giving import Giving
from confapp.imports.schema import Path
from confapp.letters import operations
from confapp.letters.models import Letter, LetterPresentation, LetterState

STATE = "state acknowledged_on accepted_on"
LETTER = Noun(Letter, part_of("letters"), apart=f"id presented {STATE}", number="register_number", public="is_public")
PRESENTATION = Noun(LetterPresentation, part_of("letters", "presented"), apart="session")


def bring(case: Bringing) -> None:
    """Receive, acknowledge and accept the letters, and bring them before the sessions that had them."""
    case.each("letters", partial(_receive, case))


def _receive(case: Bringing, path: Path, entry: Entry) -> None:
    letter = operations.receive_letter(case.conference, key=entry["id"], by=case.by, **LETTER.facts(entry, case))
    case.keep("letters", entry["id"], letter)
    state = LetterState(entry["state"])
    if "acknowledged_on" in entry or state is LetterState.ACKNOWLEDGED:
        operations.acknowledge_letter(letter, on=_date(entry, "acknowledged_on"), by=case.by)
    if "accepted_on" in entry or state is LetterState.ACCEPTED:
        operations.accept_letter(letter, on=_date(entry, "accepted_on"), by=case.by)
    case.each("presented", partial(_present, case, letter), path, entry)


def _date(entry: Entry, key: str) -> PartialDate | None:
    return PartialDate.parse(entry[key]) if key in entry else None


def _present(case: Bringing, letter: Letter, _path: Path, entry: Entry) -> None:
    session = case.row(["sessions"], entry["session"])
    presentation = operations.present_letter(letter, session, by=case.by, **PRESENTATION.facts(entry, case))
    case.keep("presentations", f"{letter.key} {entry['session']} {entry['form']}", presentation)


def settle(case: Bringing) -> None:
    """Annex or decline what was, when all sessions are over."""

    def last(_path: Path, entry: Entry) -> None:
        letter, state = case.row(["letters"], entry["id"]), LetterState(entry["state"])
        if state is LetterState.ANNEXED:
            operations.annex_letter(letter, by=case.by)
        elif state is LetterState.DECLINED:
            operations.decline_letter(letter, by=case.by)

    case.each("letters", last)


def call(giving: Giving) -> tuple[list[Letter], dict[int, list[LetterPresentation]]]:
    """Letters and their presentations, with their names."""
    of_conference = Letter.conference_id == giving.conference.id
    letters = queries.rows(Letter, of_conference, order=Letter.register_number)
    presentations = queries.parts(
        LetterPresentation,
        LetterPresentation.letter_id,
        queries.within(LetterPresentation.letter_id, Letter, of_conference),
    )
    for letter in letters:
        giving.call("letters", letter.id, letter.key)
    return list(letters), presentations


def give(giving: Giving, letters: list[Letter], presentations: dict[int, list[LetterPresentation]]) -> list[Facts]:
    """Letters as entries."""
    return [
        {
            **LETTER.entry(row, giving),
            "id": giving.name(["letters"], row.id),
            "state": row.state.value,
            "acknowledged_on": str(row.acknowledged_on) if row.acknowledged_on else None,
            "accepted_on": str(row.accepted_on) if row.accepted_on else None,
            "presented": [
                {"session": giving.name(["sessions"], one.session_id), **PRESENTATION.entry(one, giving)}
                for one in presentations[row.id]
            ],
        }
        for row in letters
    ]
