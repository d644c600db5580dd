"""What is wrong with a case: each problem with its line, several at once."""

from __future__ import annotations

import json

import pytest

from confapp.imports.loading import load_bytes
from confapp.imports.problems import MOST_SHOWN, CaseRefused
from tests.imports.conftest import EXAMPLE, SMALLEST

TOP = "format: confapp-case/2\nslug: s\nlanguage: en\nconference: {name: C}\n"
KEYS = (
    "A key: letters of the English alphabet, digits, dots, hyphens and underscores, "
    "beginning with a letter or a digit, at most 60 characters."
)


def refused(text: str) -> list[str]:
    with pytest.raises(CaseRefused) as caught:
        load_bytes(text.encode(), name="f")
    return caught.value.sentences()


def refused_behind_top(text: str) -> list[str]:
    """What is wrong with text that begins in line 5."""
    return refused(TOP + text)


def test_the_smallest_case_is_four_lines():
    assert load_bytes(SMALLEST).slug == "s"


def test_missing_keys_are_named():
    assert refused("slug: s\nconference: {place: Rome}\n") == [
        "f:1: the key “format” is missing",
        "f:1: the key “language” is missing",
        "f:2: the key “name” is missing",
    ]


def test_another_format_is_refused():
    assert refused(TOP.replace("case/2", "case/1")) == ["f:1: “confapp-case/2” is expected here, not “confapp-case/1”"]


def test_several_things_are_told_at_once():
    assert refused_behind_top(
        "officials:\n"
        "  - {id: a, name: A, born_on: 1884-13}\n"
        "  - {id: b, nmae: B}\n"
        "delegations:\n"
        "  - {id: X, organization: nowhere, votes: many}\n"
    ) == [
        "f:6: There is no month 13: months run from 01 to 12.",
        "f:7: the key “name” is missing",
        "f:7: the key “nmae” is unknown here; did you mean “name”?",
        "f:9: a whole number is expected here, not “many”",
        "f:9: there is no organization “nowhere” in this file",
    ]


def test_more_than_a_screenful_is_counted():
    told = refused_behind_top("tracks:\n" + "  - {id: t}\n" * (MOST_SHOWN + 2))
    assert (len(told), told[-1]) == (MOST_SHOWN + 1, "… and 43 more problems")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("officials: {id: a}", "a list is expected here: write a hyphen before each member, or [ ] around them"),
        ("officials: [x]", "keys with their values are expected here"),
        ("officials: [{id: a, name: [x]}]", "one text is expected here"),
        ("officials: [{id: a, name: A, born_on: 31 May}]", "“31 May” is not a date: write 1884, 1884-10 or 1884-10-13"),
        ("officials: [{id: a, name: A, born_on: 1883-02-29}]", "There is no day 29 in 1883-02"),
        ("officials: [{id: é, name: A}]", "“é” cannot stand here: A name of your own for it"),
        ("officials: [{id: a, name: ''}]", "the key “name” is missing"),
        ("officials: [{id: a, name: ~}]", "the key “name” is missing"),
        ("officials: [{id: a, name: A}, ~]", "a member of the list is empty"),
        (f"officials: [{{id: a, name: {'민' * 301}}}]", "this has 301 characters; at most 300 fit"),
        ("halls: [{id: h, name: H, capacity: -1}]", "a number from 0 to 2147483647 is expected here"),
        ("halls: [{id: h, name: H, capacity: 2147483648}]", "a number from 0 to 2147483647 is expected here"),
        ("halls: [{id: h, name: H, capacity: '3'}]", "a whole number is expected here, not “3”"),
        ("halls: [{id: h, name: H, capacity: 3.0}]", "a whole number is expected here, not “3.0”"),
        ("guests: [{official: x, listed: yes}]", "true or false is expected here, not “yes”"),
        ("sessions: [{label: S 1}]", "“S 1” cannot stand here: Small letters, digits and hyphens."),
        ("sessions: [{label: '1', kind: plenum}]", "“plenum” is none of: opening, plenary, committee"),
        ("sessions: [{label: '1', planned_start: 1884-10-13}]", "a day with its time is expected here"),
        ("sessions: [{label: '1', opened: 1884-10-13T25:00}]", "There is no time 25:00"),
        ("tracks: [{id: t, name: T, colour: red}]", "“red” cannot stand here: Its colour, as #1f4e79."),
        ("sources: {a b: {title: T}}", f"“a b” cannot be a key here: {KEYS}"),
        ("sources: {기록: {title: T}}", f"“기록” cannot be a key here: {KEYS}"),
        ('sources: {"a\\n": {title: T}}', f"“a” cannot be a key here: {KEYS}"),
        ('sources: {"": {title: T}}', f"“” cannot be a key here: {KEYS}"),
        ("halls: [{id: h, name: H, translations: {e: {name: X}}}]", "“e” cannot be a key here: The tag of a language"),
        ("conference2: {}", "the key “conference2” is unknown here; did you mean “conference”?"),
        ("<<: {a: b}", "the key “<<” is unknown here"),
    ],
)
def test_a_value_that_cannot_stand_is_told(text, told):
    (sentence,) = [line for line in refused_behind_top(text) if "there is no official" not in line]
    assert sentence.startswith(f"f:5: {told}")


def test_a_zone_must_exist():
    (told,) = refused(TOP.replace("{name: C}", "{name: C, zone: Mars/Olympus}"))
    assert told == "f:4: “Mars/Olympus” is not a time zone: write one like Europe/Paris."


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "officials: [{id: a, name: A}]\nguests:\n  - {official: b}",
            "f:7: there is no official “b” in this file",
        ),
        (
            "officials: [{id: adams, name: A}]\nguests: [{official: adam}]",
            "f:6: there is no official “adam” in this file; did you mean “adams”?",
        ),
        (
            "halls:\n  - {id: h, name: H}\n  - {id: h, name: I}",
            "f:7: “h” is the id of another hall in line 6",
        ),
        (
            "organizations:\n  - {id: x, name: X, organs: [{id: x, name: Y}]}",
            "f:6: “x” is the id of another organization, organ or committee in line 6",
        ),
        (
            "organizations: [{id: conference, name: X}]",
            "f:5: “conference” is the id of another organization, organ or committee in line 4",
        ),
        (
            "halls: [{id: h, name: H, source: BOOK p. 1}]",
            "f:5: “BOOK” is no key of “sources” in this file",
        ),
        (
            (
                "sessions: [{label: '1'}]\nmotions:\n"
                "  - {id: a, session: '1', kind: amendment, summary: S, amends: b}\n"
                "  - {id: b, session: '1', kind: resolution, summary: S}"
            ),
            "f:7: the motion “b” must be listed before what refers to it here",
        ),
        (
            "sessions: [{label: '1'}]\nmotions: [{id: a, session: '1', kind: other, summary: S, amends: a}]",
            "f:6: the motion “a” must be listed before what refers to it here",
        ),
        (
            (
                "sessions:\n  - label: '1'\n    log:\n      - {kind: vote, vote: v}\n      - {kind: vote, vote: v}\n"
                "votes: [{id: v, session: '1', question: Q, method: voice, result: lost}]"
            ),
            "f:9: the vote “v” has its log entry in line 8",
        ),
        (
            (
                "agendas:\n  - {id: a, items: [{id: '1', number: I, title: T}]}\n"
                "motions: [{id: m, session: '1', kind: other, summary: S, item: a/2}]\nsessions: [{label: '1'}]"
            ),
            "f:7: there is no agenda item “a/2” in this file; did you mean “a/1”?",
        ),
    ],
)
def test_ids_must_lead_somewhere(text, told):
    assert refused_behind_top(text) == [told]


LOG = "sessions:\n  - {label: '1', rolls: [{}], log: [%s]}\n  - {label: '2'}\n"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            LOG % "{kind: vote, vote: v}" + "votes: [{id: v, session: '2', question: Q, method: voice, result: lost}]",
            "f:6: “v” is of session 2",
        ),
        (
            LOG % "{kind: letter_presented, letter: l}" + "letters: [{id: l, presented: [{session: '2', form: read}]}]",
            "f:6: this letter is not “presented” in this session, or not in this form",
        ),
        (
            (
                "officials: [{id: a, name: A}, {id: b, name: B}]\n"
                "committees: [{id: c, name: C, members: [{official: a, presiding: true}, {official: b}]}]"
            ),
            "f:6: members of one title are all “presiding” and “unique”, or none is",
        ),
        (LOG % "{kind: roll, roll: 2}", "f:6: the session has no roll 2 that is not called elsewhere"),
        (
            LOG % "{kind: roll, roll: 1}, {kind: roll, roll: 1}",
            "f:6: the session has no roll 1 that is not called elsewhere",
        ),
        (LOG % "{kind: note, strikes: opening, text: x}", "f:6: an entry strikes an earlier one of its own session"),
        (
            LOG % "{kind: statement, id: x}, {kind: statement, strikes: x, text: y}",
            "f:6: an entry that strikes another is a note and says why; it says nothing else",
        ),
        (
            (
                "delegations: [{id: A, category: individual, name: A}]\nsessions: [{label: '1'}]\n"
                "votes:\n  - {id: v, session: '1', question: Q, method: roll_call, result: lost, "
                "ballots: {'yes': [A], 'no': [A]}}"
            ),
            "f:8: “A” stands here a second time",
        ),
        (
            (
                "delegations: [{id: A, category: individual, name: A}]\n"
                "sessions:\n  - label: '1'\n    rolls: [{present: [A, {delegation: A}]}]"
            ),
            "f:8: “A” stands here a second time",
        ),
        (
            (
                "delegations: [{id: A, category: individual, name: A}]\nsessions: [{label: '1'}]\n"
                "votes:\n  - {id: v, session: '1', kind: election, question: Q, method: roll_call, result: lost, "
                "ballots: {for: {x: [A]}}}"
            ),
            "f:8: the vote has no candidate “x”",
        ),
        (
            "sessions: [{label: '1', planned_start: 2026-05-04T09:00}]",
            "f:5: this needs its offset from UTC, or the conference its “zone”",
        ),
        (
            "sessions: [{label: '1'}]\nrecords:\n  - {session: '1'}\n  - {session: '1', language: en}",
            "f:8: this session has a record in this language already",
        ),
        (
            (
                "officials: [{id: a, name: A}]\ndelegations:\n"
                "  - {id: X, category: individual, name: X, delegates: [{official: a}]}\n"
                "  - {id: Y, category: individual, name: Y, delegates: [{official: a, id: b, replaces: a}]}"
            ),
            "f:8: a delegate takes the place of one of the same delegation",
        ),
    ],
)
def test_what_no_schema_can_forbid_is_told(text, told):
    assert refused_behind_top(text) == [told]


def test_a_time_that_the_clocks_showed_twice_needs_its_offset():
    text = TOP.replace("{name: C}", "{name: C, zone: Europe/Paris}") + (
        "sessions:\n  - {label: '1', planned_start: 2026-10-25T02:30}\n"
        "  - {label: '2', planned_start: 2026-10-25T02:30+02:00}"
    )
    assert refused(text) == ["f:6: the clocks of Europe/Paris showed this time twice or never; add its offset from UTC"]


def test_json_is_the_same_case():
    case = load_bytes(EXAMPLE.encode())
    again = load_bytes(json.dumps(case.canonical, ensure_ascii=False, indent=1).encode())
    assert again.canonical == case.canonical


def test_right_to_left_and_long_names_come_through():
    text = TOP + f'officials:\n  - {{id: a, name: {"민" * 300}}}\n  - {{id: b, name: "محمد \\u2067بن\\u2069 سلمان"}}\n'
    officials = load_bytes(text.encode()).case["officials"]
    assert [official["name"] for official in officials] == ["민" * 300, "محمد \u2067بن\u2069 سلمان"]
