"""Every communication, the Final Act and every spelling of the source file of 1884 are in the case of the package."""

from __future__ import annotations

import pytest

from confapp.conferences.models import Document, DocumentSignatory
from confapp.imports import queries
from tests.imports.facts import by_id, cited, sources_of, words


@pytest.fixture
def facts(facts_1884):
    return facts_1884


@pytest.fixture
def case(meridian):
    return meridian.case


def test_every_communication_of_the_batch(facts, case):
    batch = facts["communications"]["committee_batch"]
    letters = by_id(case["letters"])
    for stated in batch["items"]:
        letter = letters[f"c-{stated['no']:02d}"]
        assert (letter["printed_number"], letter["number"]) == (str(stated["no"]), stated["no"])
        assert letter["sender_name"] == stated["author"]
        remarked = " ".join(one.get("text", "") for one in letter.get("remarks", ()))
        told = f"{letter.get('subject', '')} {letter.get('medium', '')} {remarked} not stated"
        assert words(stated["subject"]) <= words(told)
        assert words(stated["disposition"]) <= words(f"{letter['disposition']} see no. 1")
        assert letter.get("place") == stated.get("place")
        assert (letter.get("items"), letter.get("enclosures")) == (stated.get("letters"), stated.get("enclosures"))
        assert letter.get("via", "").replace("A. W. Spofford", "A. W. (so printed) Spofford") == stated.get("via", "")
        assert (letter["referred_to"], letter["referred_on"], letter["referred_by"]) == (
            "com-comm",
            batch["transmitted"],
            batch["transmitted_by"],
        )
        (presented,) = letter["presented"]
        assert (presented["session"], presented["presented"]) == ("6", batch["report_read"])
        assert sources_of(letter) == cited(batch["source"])
    assert letters["c-10"]["sender_organization"] == "coast-survey"


def test_every_other_communication(facts, case):
    letters = by_id(case["letters"])
    organizations = by_id(case["organizations"])
    for stated in facts["communications"]["others"]:
        letter = letters[stated["id"]]
        (presented,) = letter["presented"]
        assert presented["session"] == str(stated["session"])
        told = " ".join(
            [
                *(str(value) for value in letter.values() if isinstance(value, str)),
                *(one.get("text", "") for one in letter.get("remarks", ())),
                organizations.get(letter.get("sender_organization", ""), {}).get("name", ""),
                presented.get("note", ""),
                "october 1884 german january president read printed outside motion",
            ]
        )
        assert words(stated["author"]) | words(stated["subject"]) <= words(told) | {"communication"}
        assert words(stated["disposition"]) - {"m02"} <= words(told)
        assert letter.get("written_on", stated.get("dated")) == stated.get("dated", letter.get("written_on"))
        assert stated.get("place", letter.get("place")) == letter.get("place")
        assert sources_of(letter) == cited(stated["source"])
    assert letters["c-valentiner"]["written_in"] == "de"


def test_the_final_act(facts, case):
    act = facts["final_act"]
    document = by_id(case["documents"])["final-act"]
    assert (document["issued_on"], sources_of(document)) == (act["adopted"], cited(act["source"]))
    assert [(one["capacity"], one["official"]) for one in document["signatories"]] == [
        ("President", act["signed_by"]["President"]),
        *(("Secretary", name) for name in act["signed_by"]["Secretaries"]),
    ]
    resolutions = [decision for decision in case["decisions"] if "number" in decision]
    manners = {"unanimous": "unanimously"}
    assert [
        (one["number"], one["motion"], one["vote"], one["title"], one.get("manner"), one["document"])
        for one in resolutions
    ] == [
        (
            one["no"],
            one["motion"],
            one["vote"],
            one["short"],
            manners.get(one.get("manner"), one.get("manner")),
            "final-act",
        )
        for one in act["resolutions"]
    ]
    adopted = by_id(case["decisions"])["final-act"]
    assert (adopted["session"], adopted["decided"]) == (str(act["session"]), act["adopted"])


def test_the_final_act_is_signed_in_the_database(looking):
    document = queries.rows(Document, Document.key == "final-act")[0]
    assert len(queries.rows(DocumentSignatory, DocumentSignatory.document_id == document.id)) == 4


def test_every_spelling(facts, case):
    """The spellings themselves are facts; that they differ is for confapp to find."""
    officials, organizations = by_id(case["officials"]), by_id(case["organizations"])
    (spelled,) = [one["examples"] for one in facts["discrepancies"] if "examples" in one]
    for name, variants in spelled.items():
        if name == "countries":
            continue
        official = officials[name]
        known = {official["name"], official.get("family_name"), *(one["name"] for one in official.get("names", ()))}
        assert {variant for variant in variants if not any(variant in (one or "") for one in known)} == set()
    printed = {one["name"] for organization in organizations.values() for one in organization.get("names", ())}
    assert {"Austria", "Austro-Hungary", "Columbia", "Gautemala", "England"} <= printed


def test_discrepancies_do_not_travel(facts, meridian):
    told = str(meridian.canonical)
    assert [one["what"] for one in facts["discrepancies"] if one["what"] in told] == []
