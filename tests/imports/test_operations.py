"""Importing: whole or not at all, once, and sharing what is the same."""

from __future__ import annotations

import json

import pytest
import sqlalchemy as sa

from confapp.conferences import operations as conferences
from confapp.db import Base, db
from confapp.errors import RuleViolation
from confapp.imports import queries
from confapp.imports.exporting import give_case
from confapp.imports.loading import load_bytes
from confapp.imports.models import CaseEntry
from confapp.imports.operations import Outcome, import_case
from confapp.imports.problems import CaseRefused
from confapp.imports.publishing import publish_case
from confapp.imports.writing import write_yaml
from confapp.officials.models import Appointment, Official
from confapp.organizations.models import Organization
from confapp.programme.models import Session
from confapp.records.models import SessionRecord
from tests.imports.conftest import SMALLEST

TOP = "format: confapp-case/2\nslug: %s\nlanguage: en\nconference: {name: C, state: open}\n"
HELD = "sessions:\n  - {label: '1', state: adjourned, rolls: [{}]}\n"


def brought(text: str, slug: str = "s"):
    return import_case(load_bytes((TOP % slug + text).encode(), name="f"))[0]


def refused(text: str) -> list[str]:
    with pytest.raises(CaseRefused) as caught:
        brought(text)
    return caught.value.sentences()


def rows_in_all_tables() -> dict[str, int]:
    tables = Base.metadata.sorted_tables
    return {table.name: db.session.scalar(sa.select(sa.func.count()).select_from(table)) for table in tables}


def test_the_smallest_case_is_a_planned_conference(app):
    conference, outcome = import_case(load_bytes(SMALLEST))
    assert (conference.name, conference.state, conference.is_public, outcome) == (
        "A conference",
        "planned",
        False,
        "imported",
    )


def test_an_import_is_for_organizers_alone(app, example):
    conference, _outcome = import_case(example)
    assert (conference.is_public, conference.participants_issued) == (False, False)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "organizations:\n  - {id: a, name: A, parent: b}\n  - {id: b, name: B, parent: a}",
            "f:7: A already leads to B: an organization cannot stand above or follow itself.",
        ),
        (
            (
                "organizations: [{id: x, name: X}]\n"
                "delegations:\n  - {id: X, organization: x}\n  - {id: Y, organization: x}"
            ),
            "f:8: X has a delegation at this conference already.",
        ),
        ("delegations:\n  - {id: X}", "f:6: A delegation needs its organization."),
        ("documents:\n  - {id: d, kind: k, title: T, symbol: abc}", "f:6: “abc” is no document symbol"),
        (
            (
                "officials: [{id: a, name: A}, {id: b, name: B}]\noffices: [{id: o, title: O}]\nappointments:\n"
                "  - {official: a, office: o, term_start: '1884-01-01'}\n"
                "  - {official: b, office: o, term_start: '1885-01-01'}"
            ),
            "f:9: ",
        ),
        (
            "letters:\n  - {id: l, written_on: '1884-10-13', received: '1884-10-12'}",
            "f:6: It was written in 1884-10-13",
        ),
        (
            (
                "sessions: [{label: '1', held_on: '1884-10-01'}]\nletters:\n"
                "  - id: l\n    received: '1884-10-02'\n    presented:\n      - {session: '1', form: read}"
            ),
            "f:10: It was received 1884-10-02 and cannot have been presented 1884-10-01",
        ),
        (
            (
                "sessions:\n  - label: '1'\n    log:\n      - {kind: suspended}\n      - {kind: vote, vote: v}\n"
                "votes: [{id: v, session: '1', question: Q, method: voice, result: carried}]"
            ),
            "f:10: This session is suspended. Resume it first.",
        ),
        (
            "sessions:\n  - {label: '1', state: planned}\nmotions:\n  - {id: m, session: '1', kind: other, summary: S}",
            "f:8: This session is not open yet. Open it first.",
        ),
        ("sessions:\n  - {label: '1', state: suspended}", "f:6: by its log this session is “open”"),
        (
            HELD + "motions:\n  - {id: m, session: '1', kind: other, summary: S, state: carried}\n"
            "votes: [{id: v, session: '1', motion: m, question: Q, method: voice, result: lost}]",
            "f:8: The votes on the motion m were declared otherwise.",
        ),
        ("agendas:\n  - {id: a, state: adopted}", "f:6: An agenda without items says nothing. Add some first."),
        (
            "agendas:\n  - {id: a, state: superseded, items: [{id: '1', number: I, title: T}]}",
            "f:6: an agenda is superseded when a later version of it is adopted, and only then",
        ),
        (
            HELD + "records:\n  - {session: '1', approval: session, approved_in: '1'}",
            "f:8: A record is approved by a later session, not by its own or an earlier one.",
        ),
        (
            HELD + "motions: [{id: m, session: '1', kind: request, summary: S}]\n"
            "delegations: [{id: A, category: individual, name: A}]\n"
            "votes:\n  - id: v\n    session: '1'\n    question: Q\n    method: roll_call\n    result: carried\n"
            "    ballots: {'yes': [A]}\n    changes:\n      - {delegation: A, to: 'yes', reason: R}",
            "f:17: The vote is counted like that already.",
        ),
    ],
)
def test_what_the_rules_of_the_field_refuse_is_told_with_its_line(app, text, told):
    (sentence,) = refused(text)
    assert sentence.startswith(told)


def test_nothing_is_left_of_a_refused_case(app):
    before = rows_in_all_tables()
    savepoint = db.session.begin_nested()
    refused("officials: [{id: a, name: A}]\ndelegations:\n  - {id: X}")
    savepoint.rollback()
    assert rows_in_all_tables() == before


def test_the_same_content_again_is_unchanged(app, example):
    conference, _outcome = import_case(example)
    before = rows_in_all_tables()
    assert import_case(example) == (conference, Outcome.UNCHANGED)
    assert rows_in_all_tables() == before


def test_other_content_under_the_slug_is_refused_with_the_difference(app):
    brought(HELD + "motions: [{id: m, session: '1', kind: thanks, summary: S}]")
    before = rows_in_all_tables()
    with pytest.raises(RuleViolation) as caught:
        brought(HELD.replace("rolls", "title: T, rolls") + "motions: [{id: m, session: '1', kind: thanks, summary: Z}]")
    assert caught.value.message.splitlines() == [
        "f: the conference “s” is here with other content, and nothing was written. It differs in:",
        "sessions 1 · title: only in the file: T",
        "motions m · summary: S → Z",
    ]
    assert rows_in_all_tables() == before


def test_a_conference_that_was_changed_here_is_not_written_over(app):
    conference = brought("")
    conferences.change_conference(conference, place="Rome")
    known = queries.import_of(conference)
    changed = load_bytes((TOP % "s" + "halls: [{id: h, name: H}]").encode())
    with pytest.raises(RuleViolation, match="conference · place: not in the file: Rome"):
        import_case(changed)
    assert known.digest == load_bytes((TOP % "s").encode()).digest


def test_a_conference_that_no_file_brought_is_exported_and_taken_for_the_same(app):
    conference = conferences.plan_conference(name="By hand", language="en")
    given = write_yaml(give_case(conference))
    assert import_case(load_bytes(given.encode())) == (conference, Outcome.UNCHANGED)


PEOPLE = """
organizations:
  - {id: union, name: The Union, organs: [{id: council, name: The Council}]}
  - {id: branch, name: The Branch, parent: union}
officials: [{id: a, name: Ada Adams, honorific: Dr.}]
offices: [{id: chair, body: council, title: Chair}]
appointments: [{official: a, office: chair, term_start: '1884'}]
"""


def counts() -> tuple[int, int, int]:
    return tuple(len(queries.rows(model)) for model in (Organization, Official, Appointment))


def test_who_and_what_is_the_same_is_shared_between_conferences(app):
    first, second = brought(PEOPLE, "one"), brought(PEOPLE, "two")
    assert counts() == (2, 1, 1)
    assert {**give_case(first), "slug": ""} == {**give_case(second), "slug": ""}


def test_who_differs_in_anything_is_kept_apart_and_said(app):
    said = []
    brought(PEOPLE, "one")
    text = (TOP % "two" + PEOPLE.replace("Dr.", "Prof.").replace("name: The Council", "name: Another Council")).encode()
    case = load_bytes(text)
    second, _outcome = import_case(case, say=said.append)
    assert [official.slug for official in queries.rows(Official)] == ["ada-adams", "ada-adams-2"]
    assert [line for line in said if "kept apart" in line] == [
        "“The Union” is here already with other facts, and is kept apart as the-union-2",
        "“The Branch” is here already with other facts, and is kept apart as the-branch-2",
        "“Ada Adams” is here already with other facts, and is kept apart as ada-adams-2",
    ]
    assert give_case(second) == case.canonical


def test_two_of_one_name_in_a_file_are_two(app):
    brought("officials: [{id: a, name: John Smith}, {id: b, name: John Smith}]")
    assert [official.slug for official in queries.rows(Official)] == ["john-smith", "john-smith-2"]


def test_a_series_is_shared_by_its_conferences(app):
    text = TOP.replace("{name: C, state: open}", "{name: C, state: open, series: {name: Congresses}, ordinal: %s}")
    for slug, ordinal in (("one", 1), ("two", 2)):
        import_case(load_bytes((text % (slug, ordinal)).encode()))
    one, two = queries.conference_by_slug("one"), queries.conference_by_slug("two")
    assert (one.series_id, one.ordinal, two.ordinal) == (two.series_id, 1, 2)


def test_a_number_of_a_series_is_given_once(app):
    text = TOP.replace("{name: C, state: open}", "{name: C, series: {name: Congresses}, ordinal: 1}")
    import_case(load_bytes((text % "one").encode()))
    with pytest.raises(CaseRefused, match=":4: Number 1 of this series is C"):
        import_case(load_bytes((text % "two").encode()))


def test_local_names_of_what_has_keys_are_not_kept_twice(app, example):
    import_case(example)
    assert {entry.section for entry in queries.rows(CaseEntry)} == {
        "organizations",
        "organs",
        "officials",
        "offices",
        "appointments",
        "entries",
    }


def test_a_case_with_an_open_session_is_not_published(app):
    conference = brought(HELD.replace("adjourned", "open"))
    with pytest.raises(RuleViolation, match="Nothing is published while a session sits"):
        publish_case(conference)


def test_a_conference_without_sessions_is_shown_without_an_edition(app):
    conference = brought("")
    assert (publish_case(conference), conference.is_public) == (None, True)


def test_records_are_drafted_in_english_where_there_are_no_words_in_the_language(app):
    text = (TOP % "s").replace("language: en", "language: ko") + HELD
    conference, _outcome = import_case(load_bytes(text.encode()))
    assert publish_case(conference).language == "en"


def test_the_edition_is_in_the_language_of_the_records_where_that_of_the_case_has_no_words(app):
    text = (TOP % "s").replace("language: en", "language: ko") + HELD + "records: [{session: '1', language: ru}]\n"
    conference, _outcome = import_case(load_bytes(text.encode()))
    edition = publish_case(conference)
    records = [section for section in json.loads(edition.content)["sections"] if section["kind"] == "record"]
    assert (edition.language, len(records)) == ("ru", 1)


@pytest.mark.parametrize(("spoken", "language"), [("[ko]", "en"), ("[ko, ru, en]", "ru")])
def test_a_record_is_approved_in_a_language_that_it_can_be_drafted_in(app, spoken, language):
    text = (TOP % "s").replace("language: en", "language: ko").replace("name: C", f"name: C, languages: {spoken}")
    text += HELD + "records: [{session: '1', approval: in_source, approval_note: A}]\n"
    conference, _outcome = import_case(load_bytes(text.encode()))
    edition = publish_case(conference)
    (record,) = db.session.query(SessionRecord)
    assert (edition.language, record.record_language, record.approval_note) == (language, language, "A")
    assert "language: " not in write_yaml(give_case(conference)).partition("records:")[2]


def test_errors_are_waived_as_in_the_source(app):
    conference = brought(HELD.replace("label: '1'", "label: '1', title: The 2st session", 1))
    edition = publish_case(conference)
    assert [(waiver["code"], waiver["reason"]) for waiver in edition.waivers] == [
        ("ordinal-suffix", "as in the source")
    ]


def test_delegates_who_follow_each_other_keep_their_times(app):
    case = load_bytes(
        (
            TOP % "s"
            + "officials: [{id: a, name: A}, {id: b, name: B}, {id: c, name: C}]\n"
            + "delegations:\n  - id: X\n    category: individual\n    name: X\n    delegates:\n"
            + "      - {official: a, role: head, term_end: '1884-10-03'}\n"
            + "      - {official: b, role: head, replaces: a, term_start: '1884-10-05'}\n"
            + "      - {official: c, role: head, replaces: b, term_start: '1884-10-09'}\n"
        ).encode()
    )
    conference, _outcome = import_case(case)
    assert give_case(conference) == case.canonical


def test_two_sessions_of_one_day_are_two(app):
    conference = brought(
        "sessions:\n  - {label: 3-morning, number: 3, opened: 1884-10-13T09:00}\n"
        "  - {label: 3-evening, number: 4, opened: 1884-10-13T19:00}\n"
    )
    sessions = queries.rows(Session, Session.conference_id == conference.id)
    assert [(one.label, str(one.held_on)) for one in sessions] == [
        ("3-morning", "1884-10-13"),
        ("3-evening", "1884-10-13"),
    ]
