"""Every session, roll, item, motion and ruling of the source file of 1884 is in the case of the package."""

from __future__ import annotations

import re

import pytest

from confapp.floor.models import Presence
from confapp.imports import queries
from confapp.programme.models import Session
from tests.imports.facts import by_id, cited, remarks_of, sources_of, words


@pytest.fixture
def facts(facts_1884):
    return facts_1884


@pytest.fixture
def case(meridian):
    return meridian.case


def test_every_ruling(facts, case):
    rulings = by_id(case["rulings"])
    assert list(rulings) == [stated["id"] for stated in facts["rulings"]]
    for stated in facts["rulings"]:
        ruling = rulings[stated["id"]]
        assert (ruling["session"], ruling["by"]) == (str(stated["session"]), stated["by"])
        assert ruling["text"] == stated["ruling"].split("; outcome")[0]
        assert sources_of(ruling) == cited(stated["source"])
        if "reversed on appeal by" in stated["ruling"]:
            assert ruling["reversed_by"] in stated["ruling"]


def test_every_session(facts, case):
    for stated, session in zip(facts["sessions"], case["sessions"], strict=True):
        assert (session["label"], session["held_on"]) == (str(stated["no"]), stated["date"])
        assert (session["weekday"], session["place"]) == (stated["weekday"].lower(), stated["place"])
        assert session["opened"] == (stated["date"] if stated["no"] == 1 else f"{stated['date']}T{stated['convened']}")
        timed = stated["adjourned"] if ":" in (stated["adjourned"] or "") else None
        assert session["adjourned"] == (f"{stated['date']}T{timed}" if timed else stated["date"])
        assert timed or remarks_of(session, "adjourned")
    assert case["sessions"][7]["adjournment_note"] == "sine die"


def test_every_name_on_every_roll(facts, case):
    for stated, session in zip(facts["sessions"], case["sessions"], strict=True):
        (roll,), attendance = session["rolls"], stated["attendance"]
        for status in ("present", "absent", "unlisted"):
            assert [row["delegate"] for row in roll.get(status, ())] == attendance[status]
        assert roll.get("note", "").rstrip(".") == attendance.get("note", "").rstrip(".")
        assert sources_of(roll) == cited(attendance["source"])
    assert case["sessions"][7]["rolls"][0]["state"] == "not_printed"


def test_every_name_on_every_roll_is_in_the_database(looking, facts):
    conference = queries.conference_by_slug("meridian-1884")
    of_conference = Session.conference_id == conference.id
    names = [
        name
        for stated in facts["sessions"]
        for status in ("present", "absent", "unlisted")
        for name in stated["attendance"][status]
    ]
    assert len([one for one in queries.rows(Presence) if one.delegate_id]) == len(names)
    assert len(queries.rows(Session, of_conference)) == len(facts["sessions"])


KINDS = {
    "opening": "opened",
    "recess": "suspended",
    "committee report": "report",
    "protocol approval": "record_approval",
    "motion renewed": "renewed",
    "communication": "letter_presented",
    "adjournment": "adjourned",
    "adoption": "vote",
}


def test_every_item_of_every_session_has_its_entry_in_order(facts, case):
    for stated, session in zip(facts["sessions"], case["sessions"], strict=True):
        log, at = session["log"], 0
        for item in stated["items"]:
            at = next((place for place in range(at, len(log)) if is_about(log[place], item)), len(log))
            if item["kind"] == "motion" and "vote" in item:
                at = next((place for place in range(at, len(log)) if log[place].get("vote") == item["vote"]), len(log))
            assert at < len(log), item


def is_about(entry, item) -> bool:
    mentioned = [mention["motion"] for mention in entry.get("motion", ())]
    if item["kind"] == "motion":
        return item["motion"] in mentioned
    if item["kind"] == "ruling":
        return entry.get("ruling") == item["ruling"]
    kind = KINDS.get(item["kind"], item["kind"])
    alike = entry["kind"] == kind or (item["kind"], entry["kind"]) in {
        ("announcement", "withdrawn"),
        ("declaration", "explanation"),
        ("statement", "letter_presented"),
    }
    return alike and begins(cited(item["source"])) in map(begins, [[place] for place in sources_of(entry)])


def begins(places) -> str:
    """The line in which the first place begins: one item may have become two entries."""
    return places[0].partition("-")[0]


def test_every_ruling_and_communication_is_in_the_log_of_its_session(facts, case):
    for stated in facts["rulings"]:
        log = case["sessions"][stated["session"] - 1]["log"]
        assert stated["id"] in [entry.get("ruling") for entry in log]
    for stated in facts["communications"]["others"]:
        log = case["sessions"][stated["session"] - 1]["log"]
        assert stated["id"] in [letter["letter"] for entry in log for letter in entry.get("letter", ())]


def test_who_declared_and_who_was_a_guest(facts, case):
    for stated, session in zip(facts["sessions"], case["sessions"], strict=True):
        spoke = [one.get("official") for entry in session["log"] for one in entry.get("by", ())]
        for item in stated["items"]:
            assert {*item.get("by", ()), *([item["guest"]] if "guest" in item else ())} <= set(spoke)


STATES = {
    "carried": "carried",
    "lost": "lost",
    "withdrawn": "withdrawn",
    "replaced": "replaced",
    "substitution": "withdrawn",
    "no": "granted",
    "taken": "not_stated",
    "received": "received",
    "recast": "replaced",
    "granted": "granted",
    "overtaken": "lapsed",
    "ruled": "carried",
    "Final": "carried",
    "ordered": "granted",
    "unanimous": "carried",
    "passed": "carried",
}
MOTION_KINDS = {"committee report": "report", "protocol approval": "record_approval", "recess": "suspension"}
LINKS = {"substitute_for": "substitutes", "amends": "amends", "renews": "renews"}


def test_every_motion(facts, case):
    motions = by_id(case["motions"])
    assert list(motions) == [stated["id"] for stated in facts["motions"]]
    for stated in facts["motions"]:
        motion = motions[stated["id"]]
        assert (motion["session"], motion.get("mover")) == (str(stated["session"]), stated["mover"])
        assert motion["kind"] == MOTION_KINDS.get(stated["kind"], stated["kind"])
        assert motion.get("delegation") == stated.get("delegation")
        assert motion["state"] == STATES[re.match(r"\w+", stated["outcome"])[0]]
        assert sources_of(motion) == cited(stated["source"])
        named = re.findall(r"m\d\d-\d\d", stated["summary"])
        assert named or motion["summary"] == stated["summary"]
        for key, link in LINKS.items():
            assert motion.get(link, []) in ([stated[key]] if key in stated else [], ["m04-06"])


def test_everything_beside_a_motion(facts, case):
    motions = by_id(case["motions"])
    for stated in facts["motions"]:
        motion = motions[stated["id"]]
        changes = [*stated.get("amendments", ()), *stated.get("text_changes", ())]
        assert [one["by"] for one in motion.get("changes", ())] == [one["by"] for one in changes]
        for told, change in zip(changes, motion.get("changes", ()), strict=True):
            text = told.get("summary") or told["change"]
            assert words(text) <= words(f"{change['text']} {change.get('outcome', '')}")
        people = {"with": "with", "accepted_by": "accepted", "seconded_by": "seconded"}
        for key, role in people.items():
            told = stated.get(key, [])
            assert [one["official"] for one in motion.get(role, ())] == ([told] if isinstance(told, str) else told)
    assert motions["m04-01"]["requested"] == [{"official": "rodgers", "name": "the President"}]


def test_every_remark_on_a_motion(facts, case):
    motions = by_id(case["motions"])
    for stated in facts["motions"]:
        motion = motions[stated["id"]]
        if "divided_from" in stated:
            assert stated["divided_from"] in motion["history"]
        if "history" in stated:
            assert words(stated["history"]) - {"m02"} <= words(motion["history"])
        if stated.get("verified") is False:
            assert motion["remarks"][0]["status"] == "uncertain"
        if "text_note" in stated:
            assert words(stated["text_note"]) <= words(remarks_of(motion, "text")[0]["text"])
        if "printed_spelling" in stated:
            assert remarks_of(motion, "summary")[0]["value"] in stated["printed_spelling"].values()
        if stated["mover"] is None:
            assert remarks_of(motion, "mover")[0]["status"] == "not_stated"
