"""What stands in an edition besides its records: the head, the convening, agendas, and the order of it all."""

from __future__ import annotations

import pytest

from confapp.agendas import operations as agendas
from confapp.conferences import operations as conferences
from confapp.errors import RuleViolation
from confapp.floor import operations as floor
from confapp.letters import operations as letters
from confapp.participation import operations as participation
from confapp.proceedings.imprint import Imprint
from confapp.records import operations as records
from confapp.records.models import ApprovalManner
from confapp.voting import operations as voting
from confapp.voting.models import MotionKind
from tests import builders
from tests.builders import day, moment
from tests.proceedings.compiling import IMPRINT, compiled, lines, section


@pytest.fixture
def record(held):
    record = records.draft_record(held.row, language="en")
    records.approve_record(record, at=moment("1884-10-20"), manner=ApprovalManner.IN_SOURCE)
    return record


def test_conference_stands_in_the_head(conference):
    conferences.change_conference(conference, version=conference.version, place="Washington", zone="America/New_York")
    stated = compiled(conference)["conference"]
    assert (stated["slug"], stated["title"], stated["languages"], stated["place"], stated["zone"]) == (
        "meridian-conference",
        "Meridian Conference",
        ["en"],
        "Washington",
        "America/New_York",
    )


def test_second_calendar_stands_beside_the_date(app):
    conference = builders.a_conference(calendar="juche", starts_on=day("2021-02-05"), languages=["en"])
    assert compiled(conference)["conference"]["second_calendar"] == "Juche 110"


def test_convening_names_convener_host_occasion_and_instruments(app):
    convener = builders.an_organization("Government of Utopia")
    conference = builders.a_conference(
        convener=convener,
        host=convener,
        convening_official=builders.an_official("Ada North"),
        convened_on=day("1883-12-01"),
        announced_on=day("1883"),
        description="First.\n\nSecond.",
        occasions=[{"name": "Jubilee", "meaning": "ten years", "occurs_on": day("1884-10")}],
        instruments=[
            {"kind": "Act", "title": "Act of calling", "issued_on": day("1882"), "annex": "I", "delegates_max": 3,
             "issued_by": "Parliament", "summary": "calls everybody"},
        ],
    )  # fmt: skip
    assert lines(conference, "convening") == [
        (
            "Convened by: Government of Utopia (Ada North). Date of convening: 1 December 1883. Announced: 1883. "
            "Host: Government of Utopia."
        ),
        "Occasion: Jubilee (ten years; October 1884).",
        "Act: *Act of calling* (Parliament; 1882; Annex I; delegates at most: 3). Calls everybody.",
        "First.",
        "Second.",
    ]


def test_conference_called_by_a_person_alone(app):
    conference = builders.a_conference(convening_official=builders.an_official("Ada North"))
    assert lines(conference, "convening") == ["Convened by: Ada North."]


# agendas


def test_agenda_has_its_items_under_their_numbers(conference, held):
    agenda = agendas.draft_agenda(conference, title="Agenda of the Conference")
    paper = builders.a_document(conference, "Tables", symbol="C/1")
    item = agendas.add_item(
        agenda,
        title="The meridian",
        number="I",
        rapporteur=builders.an_official("Ada North"),
        duration_minutes=30,
        documents=[paper],
        note="in the morning",
    )
    agendas.add_item(agenda, title="Its side", number="I.1", parent=item)
    agendas.issue_agenda(agenda)
    agendas.adopt_agenda(agenda, session=held.row, at=moment("1884-10-13"), note="Nobody objected.")
    agendas.conclude_item(item, outcome="Greenwich")
    [found] = [one for one in compiled(conference)["sections"] if one["kind"] == "agenda"]
    assert [(one.get("number"), one["text"]) for one in found["paragraphs"]] == [
        (1, "Adopted by session 1 (13 October 1884). Nobody objected."),
        (
            "I",
            (
                "The meridian. Rapporteur: Ada North. 30 minutes. Documents: Tables (C/1). In the morning. "
                "Outcome: Greenwich."
            ),
        ),
        ("I.1", "Its side."),
    ]


def test_provisional_agenda_says_so(conference):
    agenda = agendas.draft_agenda(conference)
    agendas.add_item(agenda, title="The meridian")
    agendas.issue_agenda(agenda)
    [found] = [one for one in compiled(conference)["sections"] if one["kind"] == "agenda"]
    assert (found["title"], found["facts"]) == ("Provisional agenda", {"state": "provisional", "version": 1})


def test_agenda_that_is_a_draft_is_not_shown(conference):
    agendas.add_item(agendas.draft_agenda(conference), title="Secret")
    assert [one for one in compiled(conference)["sections"] if one["kind"] == "agenda"] == []


def test_without_an_agenda_the_order_of_business_is_told_from_the_records(conference, held, record):
    found = section(conference, "agenda")
    assert (found["title"], found["facts"], [one["text"] for one in found["paragraphs"]][1:]) == (
        "Order of business",
        {"derived": True},
        ["Session 1", "1. One meridian for all"],
    )


def test_order_of_business_leaves_adjournments_out(conference, held):
    voting.move_motion(held.row, kind=MotionKind.ADJOURNMENT, summary="Go home")
    record = records.draft_record(held.row, language="en")
    records.approve_record(record, at=None, manner=ApprovalManner.IN_SOURCE)
    assert lines(conference, "agenda")[-1] == "1. One meridian for all"


# the whole


def test_ids_are_unique(conference, delegations, held, record):
    participation.issue_participants(conference)
    document = compiled(conference)
    ids = [one["id"] for one in document["sections"]]
    ids += [one["id"] for part in document["sections"] for one in part["paragraphs"]]
    assert len(set(ids)) == len(ids)


def test_sections_stand_in_their_order(conference, delegations, held, record):
    participation.issue_participants(conference)
    letters.accept_letter(builders.a_letter(conference))
    builders.a_committee(conference, mandate="prepare")
    voting.take_decision(conference, title="One meridian")
    builders.a_document(conference)
    assert [one["kind"] for one in compiled(conference)["sections"]] == [
        "convening",
        "agenda",
        "participants",
        "committees",
        "record",
        "decisions",
        "letters",
        "annex",
        "colophon",
    ]


def test_language_in_which_nothing_can_be_drafted_is_refused(conference):
    with pytest.raises(RuleViolation, match="cannot be drafted"):
        compiled(conference, Imprint(1, "tlh", "X", IMPRINT.published_at, "Ada North"))


def test_agenda_adopted_by_nobody_in_particular(conference):
    for title, note in (("Agenda A", None), ("Agenda B", "By letter.")):
        agenda = agendas.draft_agenda(conference, title=title)
        agendas.add_item(agenda, title="The meridian")
        agendas.issue_agenda(agenda)
        agendas.adopt_agenda(agenda, at=moment("1884-10-13"), note=note)
    found = [one["paragraphs"][0]["text"] for one in compiled(conference)["sections"] if one["kind"] == "agenda"]
    assert found == ["Adopted: 13 October 1884. By letter.", "Adopted: 13 October 1884."]


def test_order_of_business_passes_over_sessions_without_any(conference, delegations, held, record):
    silent = builders.a_session(conference, place="Town hall")
    floor.open_session(silent, at=None)
    floor.adjourn_session(silent, at=None)
    other = records.draft_record(silent, language="en")
    records.approve_record(other, at=None, manner=ApprovalManner.IN_SOURCE)
    assert (lines(conference, "agenda")[1:], section(conference, "s2")["facts"]["place"]) == (
        ["Session 1", "1. One meridian for all"],
        "Town hall",
    )


def test_session_of_a_committee_has_its_name_in_the_title(conference):
    committee = builders.a_committee(conference, "Section of charts")
    sitting = builders.a_session(conference, committee=committee, title="First reading", label="charts-1", number=1)
    floor.open_session(sitting, at=moment("1884-10-14T10:00"))
    floor.adjourn_session(sitting, at=None)
    record = records.draft_record(sitting, language="en")
    records.approve_record(record, at=None, manner=ApprovalManner.IN_SOURCE)
    found = section(conference, "scharts-1")
    assert (found["title"], found["label"]) == (
        "Section of charts. First session, Tuesday, 14 October 1884. First reading",
        "charts-1",
    )


def test_agenda_of_a_session_bears_its_label(conference, held):
    agenda = agendas.draft_agenda(conference, session=held.row)
    agendas.add_item(agenda, title="The meridian")
    agendas.issue_agenda(agenda)
    [found] = [one for one in compiled(conference)["sections"] if one["kind"] == "agenda"]
    assert found["label"] == "1"


def test_instrument_of_which_only_the_title_is_known(app):
    conference = builders.a_conference(instruments=[{"kind": "Circular", "title": "Call"}])
    assert lines(conference, "convening") == ["Circular: *Call*."]
