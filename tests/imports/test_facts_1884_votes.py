"""Every vote of the source file of 1884, as it was counted, printed and changed, is in the case of the package."""

from __future__ import annotations

from collections import Counter

import pytest

from confapp.imports import queries
from confapp.voting.models import Ballot, Vote
from tests.imports.facts import CHOICES, TOTALS, by_id, cited, sources_of, words


@pytest.fixture
def facts(facts_1884):
    return facts_1884


@pytest.fixture
def case(meridian):
    return meridian.case


def test_every_vote(facts, case):
    votes = by_id(case["votes"])
    assert list(votes) == [stated["id"] for stated in facts["votes"]]
    for stated in facts["votes"]:
        vote = votes[stated["id"]]
        assert (vote["session"], vote["motion"]) == (str(stated["session"]), stated["motion"])
        assert (vote["question"], vote["result"]) == (stated["question"], stated["result"].split(" (")[0])
        assert sources_of(vote) == cited(stated["source"])
        assert vote.get("note", "").rstrip(".") == stated.get("note", "")
        assert ("roll call" in stated["method"]) == (vote["method"] == "roll_call")
        told = stated["method"].removesuffix(" (count not recorded)")
        assert words(told) <= words(
            f"{vote['method'].replace('_', ' ')} {vote.get('method_text', '')} put the vote carried adopted recorded"
        )


def test_every_ballot(facts, case):
    votes = by_id(case["votes"])
    for stated in facts["votes"]:
        ballots = {
            choice: [row["delegation"] for row in rows]
            for choice, rows in votes[stated["id"]].get("ballots", {}).items()
        }
        if "roll" not in stated:
            assert ballots == {}
            continue
        expected = {CHOICES[key]: sorted(names) for key, names in stated["roll"].items() if names}
        if stated["id"] == "v06-05":  # settled with the Final Act, which names the Netherlands once, and Russia
            expected["yes"] = sorted({*expected["yes"], "RU"} - {"NL"})
        assert {choice: sorted(names) for choice, names in ballots.items() if choice != "absent"} == expected
        session = facts["sessions"][stated["session"] - 1]
        owners = {one["id"]: delegation["id"] for delegation in facts["delegations"] for one in delegation["delegates"]}
        present = {owners[name] for name in session["attendance"]["present"]}
        assert set(ballots["absent"]) == set(owners.values()) - present


def test_every_printed_roll(facts, case):
    votes = by_id(case["votes"])
    act = {stated["vote"]: stated for stated in facts["final_act"]["resolutions"]}
    for stated in facts["votes"]:
        printed = by_id(votes[stated["id"]].get("printed", ()))
        if "roll" in stated:
            compare_printed(printed["protocol"], stated["roll"], stated["announced"], stated.get("as_printed", {}))
        if "final_act_roll" in act.get(stated["id"], {}):
            told = act[stated["id"]]
            compare_printed(printed["final-act"], told["final_act_roll"], told["final_act_totals"], {})
            assert printed["final-act"]["document"] == "final-act"
        assert len(printed) == ("roll" in stated) + ("final_act_roll" in act.get(stated["id"], {}))


def compare_printed(roll, rows, totals, spelled):
    for key, choice in CHOICES.items():
        assert [row["delegation"] for row in roll.get(choice, ())] == rows[key]
        assert {row["delegation"]: row["printed"] for row in roll.get(choice, ()) if "printed" in row} == {
            name: text for name, text in spelled.items() if name in rows[key]
        }
    stated = {TOTALS[key]: number for key, number in totals.items() if number is not None}
    assert roll["announced"] == stated


def test_every_later_change(facts, case):
    votes = by_id(case["votes"])
    for stated in facts["votes"]:
        changes = votes[stated["id"]].get("changes", [])
        told = stated.get("later_changes", [])
        assert [(one["delegation"], one["to"], one["session"], one["entered"], one["by"]) for one in changes] == [
            (one["country"], CHOICES[one["change"].split("-> ")[1]], str(one["session"]), one["date"], one["by"])
            for one in told
        ]
        for one, change in zip(told, changes, strict=True):
            assert words(one["authorised"]) <= words(change["authorized"])
            assert sources_of(change) == cited(one["source"])


def test_what_later_changes_add_up_to(looking, facts):
    for stated in facts["votes"]:
        for change in stated.get("later_changes", ()):
            vote = queries.rows(Vote, Vote.label == stated["id"])[0]
            ballots = queries.rows(Ballot, Ballot.vote_id == vote.id)
            superseded = {ballot.supersedes_id for ballot in ballots}
            now = Counter(ballot.choice.value for ballot in ballots if ballot.id not in superseded)
            assert {key: now[TOTALS[key]] for key in change["resulting"]} == change["resulting"]
