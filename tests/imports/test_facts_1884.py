"""Every fact of the source file of 1884 is in the case of the package: what called the conference, and who took part.

`discrepancies` do not travel: confapp finds them itself.
"""

from __future__ import annotations

from collections import Counter

import pytest

from confapp.db import db
from confapp.floor.models import LogEntry
from confapp.imports import queries
from confapp.letters.models import Letter
from confapp.officials.models import Official
from confapp.participation.models import Delegate, Delegation
from confapp.programme.models import Session
from confapp.voting.models import Ballot, Motion, PrintedRoll, PrintedRow, Ruling, Vote
from tests.imports.facts import by_id, cited, remarks_of, sources_of, words


@pytest.fixture
def facts(facts_1884):
    return facts_1884


@pytest.fixture
def case(meridian):
    return meridian.case


# counts, whether the source is here or not


def test_what_there_is_of_everything(case):
    delegates = [delegate for delegation in case["delegations"] for delegate in delegation["delegates"]]
    assert {
        "governments": len(case["delegations"]),
        "delegates": len(delegates),
        "sessions": len(case["sessions"]),
        "motions": len(case["motions"]),
        "votes": len(case["votes"]),
        "roll calls": len([vote for vote in case["votes"] if vote["method"] == "roll_call"]),
        "communications": len(case["letters"]),
        "rulings": len(case["rulings"]),
        "committees": len(case["committees"]),
        "instruments": len(case["conference"]["instruments"]),
        "resolutions": len([decision for decision in case["decisions"] if "number" in decision]),
    } == {
        "governments": 26,
        "delegates": 43,
        "sessions": 8,
        "motions": 61,
        "votes": 45,
        "roll calls": 11,
        "communications": 26,
        "rulings": 5,
        "committees": 2,
        "instruments": 5,
        "resolutions": 7,
    }


def test_the_database_has_as_many(looking, case):
    conference = queries.conference_by_slug("meridian-1884")
    of_conference = {
        model: model.conference_id == conference.id for model in (Delegation, Session, Motion, Vote, Letter, Ruling)
    }
    counted = {model.__name__: len(queries.rows(model, where)) for model, where in of_conference.items()}
    assert counted == {"Delegation": 26, "Session": 8, "Motion": 61, "Vote": 45, "Letter": 26, "Ruling": 5}
    logged = sum(len(session["log"]) for session in case["sessions"])
    in_session = queries.within(LogEntry.session_id, Session, of_conference[Session])
    assert len(queries.rows(LogEntry, in_session)) == logged


def test_sandford_fleming_speaks_for_great_britain(looking):
    official = queries.rows(Official, Official.name == "Sandford Fleming")[0]
    delegate = queries.rows(Delegate, Delegate.official_id == official.id)[0]
    assert (db.session.get(Delegation, delegate.delegation_id).name, delegate.title) == (
        "Great Britain",
        "Representing the Dominion of Canada",
    )


def test_the_totals_of_greenwich_before_and_after(looking):
    vote = queries.rows(Vote, Vote.label == "v04-04")[0]
    ballots = queries.rows(Ballot, Ballot.vote_id == vote.id)
    superseded = {ballot.supersedes_id for ballot in ballots}
    first = Counter(ballot.choice.value for ballot in ballots if ballot.reason is None)
    now = Counter(ballot.choice.value for ballot in ballots if ballot.id not in superseded)
    assert (first, now) == (
        {"yes": 21, "no": 1, "abstain": 2, "absent": 2},
        {"yes": 22, "no": 1, "abstain": 2, "absent": 1},
    )


def test_a_printed_roll_keeps_its_repeats_and_gaps(looking):
    vote = queries.rows(Vote, Vote.label == "v06-05")[0]
    roll = queries.rows(PrintedRoll, PrintedRoll.vote_id == vote.id, PrintedRoll.key == "protocol")[0]
    rows = queries.rows(PrintedRow, PrintedRow.printed_roll_id == roll.id)
    keys = {delegation.id: delegation.key for delegation in queries.rows(Delegation)}
    printed = [(keys[row.delegation_id], row.choice.value) for row in rows]
    assert [row for row in printed if row[0] in {"NL", "RU"}] == [("NL", "yes"), ("NL", "abstain")]
    assert (roll.announced_yes, roll.announced_no, roll.announced_abstain) == (15, 2, 7)


# fact by fact


def test_the_conference(facts, case):
    stated, conference = facts["conference"], case["conference"]
    assert (conference["name"], conference["place"], conference["venue"]) == (
        stated["name"],
        stated["place"],
        stated["venue"],
    )
    assert (conference["opened"], conference["closed"]) == (stated["opened"], stated["closed"])
    assert conference["record_languages"] == ["en", "fr"]
    assert remarks_of(conference, "host")[0]["value"] == stated["host"]
    assert "ad referendum" in stated["powers"]
    assert "ad referendum" in conference["description"]
    assert stated["timezone_note"].split(";")[0].lower() in remarks_of(conference, "zone")[0]["text"].lower()
    assert sources_of(conference) == cited(stated["source"])
    assert len(case["sessions"]) == stated["sittings"]


def test_the_source_itself(facts, case):
    stated, source = facts["case"]["source"], case["sources"]["PG17759"]
    told = " ".join(source.values())
    assert (source["title"], source["rights"]) == (stated["title"], stated["rights"])
    assert all(part in told for part in (stated["printed"], stated["ebook"], stated["file"], "bc9fe20"))


def test_what_called_it(facts, case):
    instruments = case["conference"]["instruments"]
    assert [one["issued_on"] for one in instruments] == [one["date"] for one in facts["convening"]]
    for stated, instrument in zip(facts["convening"], instruments, strict=True):
        assert sources_of(instrument) == cited(stated["source"])
        assert instrument.get("annex") == stated.get("annex")
        assert instrument.get("issued_by") == stated.get("from")
        assert words(stated["instrument"].split(" (")[0]) <= words(instrument["kind"])
        assert stated.get("us_delegates_max", instrument.get("delegates_max")) == instrument.get("delegates_max")


def test_every_delegation_and_delegate(facts, case):
    delegations, officials = by_id(case["delegations"]), by_id(case["officials"])
    assert list(delegations) == [stated["id"] for stated in facts["delegations"]]
    for stated in facts["delegations"]:
        delegation = delegations[stated["id"]]
        assert delegation["name"] == stated["country"]
        assert sources_of(delegation) == cited(stated["source"])
        assert delegation.get("first_present") == (str(stated["first_present"]) if stated["first_present"] else None)
        assert [one["official"] for one in delegation["delegates"]] == [one["id"] for one in stated["delegates"]]
        for told, delegate in zip(stated["delegates"], delegation["delegates"], strict=True):
            official = officials[delegate["official"]]
            assert " ".join(filter(None, (official.get("honorific"), official["name"]))) == told["name"]
            assert delegate.get("title") == told.get("title")
            assert delegate["role"] == ("head" if "role" in told else "delegate")
            if "note" in told:
                assert remarks_of(delegate) == [{"status": "uncertain", "text": f"{told['note']}."}]


def test_every_officer(facts, case):
    offices = by_id(case["offices"])
    held = {(offices[one["office"]]["title"], one["official"]): one for one in case["appointments"]}
    titles = {office["title"]: office for office in offices.values()}
    for stated in facts["officers"]:
        title = stated["post"].split(" (")[0]
        office = titles[title]
        if stated["person"] is None:
            assert office["abolished"]
            assert words(stated["note"].split("none")[0]) <= words(office["note"])
            assert sources_of(office) == cited(stated["source"])
        else:
            appointment = held[title, stated["person"]]
            assert appointment.get("term_start") == stated.get("date")
            assert sources_of(appointment) == cited(stated["source"])


def test_every_other_person(facts, case):
    officials = by_id(case["officials"])
    guests = by_id(case["guests"], "official")
    for stated in facts["other_persons"]:
        official = officials[stated["id"]]
        name = " ".join(filter(None, (official.get("honorific"), official["name"])))
        assert name.replace("(", "").replace(")", "") == stated["name"].replace("(De) ", "De ")
        told = " ".join(
            [
                official.get("affiliation", ""),
                official.get("biography", ""),
                guests.get(stated["id"], {}).get("capacity", ""),
            ]
        )
        assert words(stated["role"]) - {"helped", "find", "stenographer"} <= words(told)
        for number in stated.get("spoke_in", ()):
            log = case["sessions"][number - 1]["log"]
            assert stated["id"] in [one.get("official") for entry in log for one in entry.get("by", ())]


def test_every_committee(facts, case):
    committees = by_id(case["committees"])
    for stated in facts["committees"]:
        committee = committees[stated["id"]]
        assert [member["official"] for member in committee["members"]] == stated["members"]
        assert (committee["name"], committee["set_up_on"]) == (stated["name"], stated["appointed"])
        assert committee["outcome"].lower() == stated["outcome"].lower()
        assert sources_of(committee) == cited(stated["source"])
        assert committee["report_presented"] == stated.get("report", stated.get("report_read"))
        assert committee.get("report_dated") == stated.get("report_dated")
        assert committee["rapporteur"] == stated.get("reporter", stated.get("chairman"))
