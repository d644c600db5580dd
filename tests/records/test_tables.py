"""What the tables of a record hold, in the members that the edition format names."""

from __future__ import annotations

from confapp.dates import Moment, PartialDate
from confapp.floor.models import EntryKind, PresenceStatus, RollState
from confapp.letters.models import LetterKind, PresentationForm
from confapp.records.actors import Presence, Roll
from confapp.records.blocks import entry_blocks
from confapp.records.figures import figures
from confapp.records.material import Entry
from confapp.records.matters import (
    Candidate,
    Dissent,
    Letter,
    PrintedRoll,
    PrintedRow,
    Ruling,
    Vote,
    VoteChange,
    VoteRow,
)
from confapp.records.phrases import en
from confapp.records.refs import entry_refs
from confapp.records.tables import change_data, letter_data, moment, roll_data, vote_data
from confapp.voting.counting import Totals
from confapp.voting.models import Choice, VoteKind, VoteMethod, VoteResult
from tests.records.samples import BASEL, BRANDT, ELBE, ODER, WEISS, words
from tests.records.telling import GOAL, said, scene

ELECTED = VoteResult.ELECTED


def table(**facts):
    facts = {"method": VoteMethod.ROLL_CALL, "result": VoteResult.CARRIED, **facts}
    return vote_data(Vote("v1", GOAL, **facts), scene("en"), "")


def test_vote_without_anything_has_its_question():
    assert table() == {
        "question": "Count from the sea",
        "label": "v1",
        "method": "roll_call",
        "result": "carried",
    }


def test_totals_always_have_for_against_and_abstaining():
    assert table(totals=Totals(yes=3, absent=1))["totals"] == {"yes": 3, "no": 0, "abstain": 0, "absent": 1}


def test_announced_totals_stand_in_where_nobody_was_counted():
    roll = PrintedRoll(words("Record"), ((Choice.YES, 8), (Choice.NO, 13)))
    assert table(printed=(roll,))["totals"] == {"yes": 8, "no": 13, "abstain": 0}


def test_vote_of_which_nothing_was_printed_has_no_figures():
    assert figures(Vote("v1", GOAL, VoteMethod.VOICE, VoteResult.LOST, printed=(PrintedRoll(GOAL),))) is None


def test_rows_have_weights_dissents_and_delegates():
    rows = (
        VoteRow(ODER, Choice.YES, weight=3),
        VoteRow(ELBE, Choice.NO, person=WEISS),
        VoteRow(BASEL, Choice.DIVIDED, dissents=(Dissent(BRANDT, Choice.NO),)),
    )
    assert table(rows=rows)["rows"] == [
        {"delegation": "Oder", "choice": "yes", "weight": 3},
        {"delegation": "Elbe", "choice": "no", "note": "Captain Otto Weiss"},
        {
            "delegation": "Upper Rhine",
            "choice": "divided",
            "dissents": [{"delegate": "Dr. Emil Brandt", "choice": "no"}],
        },
    ]


def test_candidates_are_named_in_the_letters_of_the_format():
    row = VoteRow(ODER, Choice.CANDIDATE, candidate="Zoë")
    found = table(kind=VoteKind.ELECTION, result=ELECTED, candidates=(Candidate("Zoë", 5), Candidate("X")), rows=(row,))
    assert (found["totals"], found["rows"][0]["candidate"]) == ({"Zoe": 5}, "Zoe")


def test_printed_roll_stands_as_it_was_printed():
    rows = (PrintedRow("Columbia", Choice.YES), PrintedRow("Columbia", Choice.NO))
    roll = PrintedRoll(words("Protocol"), ((Choice.YES, 1), (Choice.NO, 0)), rows, words("twice"))
    assert table(printed=(roll, PrintedRoll(words("Act"))))["printed"] == [
        {
            "source": "Protocol",
            "totals": {"yes": 1, "no": 0},
            "rows": [{"delegation": "Columbia", "choice": "yes"}, {"delegation": "Columbia", "choice": "no"}],
            "note": "twice",
        },
        {"source": "Act"},
    ]


def test_change_has_its_day_and_its_reason():
    change = VoteChange("v1", GOAL, words("2"), ODER, None, Choice.YES, on=Moment.parse("1884-10-14T13:30"))
    assert change_data(change, scene("en")) == {
        "delegation": "Oder",
        "from": None,
        "to": "yes",
        "on": "1884-10-14T13:30",
    }


def test_head_of_a_letter():
    letter = Letter(
        7,
        LetterKind.REPLY,
        PresentationForm.READ,
        organization=words("Society"),
        written_on=PartialDate(1884, 10),
        received=Moment.parse("1884-10-12"),
    )
    assert letter_data(letter, scene("en")) == {
        "from": "",
        "organization": "Society",
        "dated": "1884-10",
        "received": "1884-10-12",
        "number": "7",
        "form": "read",
    }


def test_moment_as_data_has_no_offset():
    assert moment(Moment.parse("1884-10-13T13:00:30-05:00")) == "1884-10-13T13:00"


def test_letters_of_a_report_are_a_list():
    letters = (Letter(1, LetterKind.REPLY, PresentationForm.REPORTED, sender=words("A")),)
    entry = Entry("e1", "p1", EntryKind.REPORT, letters=letters)
    [block] = [one for one in entry_blocks(entry, scene("en"), en) if one.kind == "list"]
    assert (said(block.text, "en"), block.data) == (
        "The report dealt with the following communications:\nNo. 1, A",
        {"items": ["No. 1, A"]},
    )


def test_delegation_on_a_roll_without_people():
    roll = Roll(1, RollState.TAKEN, (Presence(PresenceStatus.PRESENT, ODER),))
    assert roll_data(roll, scene("en"), en, met=None) == {
        "present": [{"delegation": "Oder", "delegates": []}],
        "absent": [],
    }


def test_ruling_of_nobody_in_particular_refers_to_nobody():
    entry = Entry("e1", "p1", EntryKind.RULING, rulings=(Ruling("r1", words("Out of order")),))
    assert list(entry_refs(entry, scene("en"))) == []
