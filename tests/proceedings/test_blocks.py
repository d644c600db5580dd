"""What is shown of each kind of paragraph, before it is set."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from confapp.proceedings.exports.blocks import block, typst_language
from confapp.proceedings.exports.book import unbroken
from confapp.proceedings.exports.dates import span, written
from confapp.proceedings.exports.runs import plain, runs


def shown(kind, data=None, text="Words.\nThe same in words.", **more):
    paragraph = {"id": "s1.p1", "kind": kind, "text": text, "salt": "", **more}
    return block(paragraph if data is None else paragraph | {"data": data}, "en")


def test_text_is_split_where_its_setting_changes():
    assert runs("A *b* and **c** [d](https://e.org)\nf") == [
        {"t": "A "},
        {"t": "b", "em": True},
        {"t": " and "},
        {"t": "c", "strong": True},
        {"t": " "},
        {"t": "d", "url": "https://e.org"},
        {"t": "", "br": True},
        {"t": "f"},
    ]


@pytest.mark.parametrize(
    "text", ["# No heading", "<b>no</b>", "`no`", "- no", "1. no", "![no](x.png)", "a_b_c", "5 * 6"]
)
def test_other_markdown_stays_text(text):
    assert "".join(run["t"] for run in runs(text)) == text.replace("![no](x.png)", "!no")


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "/relative"])
def test_only_addresses_of_the_web_are_links(address):
    assert [run for run in runs(f"[a]({address})") if "url" in run] == []


def test_delegations_are_set_in_small_capitals():
    assert runs("The Delegate of Great Britain, not of Britains", ["Britain", "Great Britain"]) == [
        {"t": "The Delegate of "},
        {"t": "Great Britain", "sc": True},
        {"t": ", not of Britains"},
    ]


@given(st.text(alphabet="ab *_[]()\\\n", max_size=30))
def test_no_text_is_too_odd(text):
    assert isinstance(plain(text), str)


def test_plain_text_has_no_marks():
    assert plain("A *b* [c](https://d.org)\ne") == "A b c\ne"


def test_numbers_lead_to_the_paragraph():
    found = block({"id": "s1.p1", "kind": "text", "text": "a", "number": 7}, "en", "https://x.org/")
    assert (found["number"], found["url"]) == ("7", "https://x.org/#s1.p1")


def test_an_unknown_kind_is_shown_as_text():
    found = shown("song", {"verses": 3})
    assert found == {
        "kind": "song",
        "number": None,
        "url": None,
        "language": {"lang": "en", "region": None, "rtl": False},
        "runs": [{"t": "Words."}, {"t": "", "br": True}, {"t": "The same in words."}],
    }


def test_a_roll_replaces_the_words_that_say_the_same():
    found = shown(
        "roll",
        {
            "present": [{"delegation": "Brazil", "delegates": ["Dr. Luiz Cruls"]}],
            "excused": [{"delegation": "Chili", "note": "ill"}],
            "quorum": {"present": 1, "needed": 2, "met": False},
        },
    )
    assert found["runs"] == [{"t": "Words."}]
    assert found["groups"] == [
        {"label": "Present", "rows": [{"name": "Brazil", "people": ["Dr. Luiz Cruls"], "note": None}]},
        {"label": "Excused", "rows": [{"name": "Chili", "people": [], "note": "ill"}]},
    ]
    assert found["quorum"] == "No quorum: 1 present, 2 needed."


def test_a_vote_by_choices():
    found = shown(
        "vote",
        {
            "question": "Shall it be *Greenwich*?",
            "derivation": "Adopted: 1 of 2.",
            "totals": {"yes": 1, "no": 0, "unclear": 1},
            "rows": [
                {"delegation": "Russia", "choice": "unclear", "note": "in no list"},
                {"delegation": "Japan", "choice": "yes", "dissents": [{"delegate": "Kikuchi", "choice": "no"}]},
            ],
            "changes": [
                {"delegation": "Salvador", "from": None, "to": "yes", "on": "1884-10-14", "reason": "by leave"},
                {"delegation": "Turkey", "from": "yes", "to": "no"},
            ],
            "printed": [{"source": "the Final Act", "totals": {"no": 3, "yes": 21}, "note": "Two names lack."}],
        },
    )
    assert found["question"] == [{"t": "Shall it be "}, {"t": "Greenwich", "em": True}, {"t": "?"}]
    assert [(group["label"], group["count"], group["tone"], group["rows"]) for group in found["groups"]] == [
        ("In favour", 1, 0, [{"name": "Japan", "note": "Kikuchi: against"}]),
        ("Against", 0, 1, []),
        ("Unclear", 1, 6, [{"name": "Russia", "note": "in no list"}]),
    ]
    assert found["lines"] == [
        "Adopted: 1 of 2.",
        "Salvador was entered later: “In favour”. 14 October 1884; by leave",
        "Turkey changed its vote from “In favour” to “Against”.",
        "As printed in the Final Act: in favour 21, against 3. Two names lack.",
    ]


def test_an_election_by_candidates():
    found = shown(
        "vote",
        {
            "question": "Who presides?",
            "totals": {"Rodgers": 1},
            "rows": [{"delegation": "Japan", "choice": "candidate", "candidate": "Rodgers"}],
        },
    )
    assert [(group["label"], group["count"]) for group in found["groups"]] == [("Rodgers", 1)]


def test_a_vote_without_figures_keeps_its_words():
    found = shown("vote", {"question": "Shall it adjourn?", "method": "no_objection"})
    assert (found["groups"], len(found["runs"])) == ([], 3)


def test_a_letter_says_from_whom_and_when():
    found = shown(
        "letter", {"from": "A Society", "organization": "A Society", "signatory": "B. C.", "dated": "1884-10"}
    )
    assert found["lines"] == ["A Society, B. C.", "October 1884"]


def test_a_decision_is_named():
    assert shown("decision", {"label": "Resolution I", "symbol": "RES/1"})["lines"] == ["Resolution I · RES/1"]


@pytest.mark.parametrize(
    ("text", "lead"), [("a\nb", []), ("a", []), ("All came:\na\nb", [{"t": "All came:"}]), ("", [])]
)
def test_a_list_whose_text_is_its_items_has_no_lead(text, lead):
    items = [line for line in text.split("\n") if not line.endswith(":")]
    assert shown("list", {"items": items}, text)["runs"] == lead


def test_a_letter_names_its_sender_once():
    assert shown("letter", {"from": "J. Field"}, "J. Field (St. Louis): *A clock*.")["lines"] == []
    assert shown("letter", {"from": "J. Field"}, "A letter (J. Field) was read.")["lines"] == ["J. Field"]


def test_no_line_of_a_title_ends_inside_a_date():
    assert unbroken("Second session, Thursday, 2 October 1884") == (
        "Second session, Thursday, 2\N{NO-BREAK SPACE}October\N{NO-BREAK SPACE}1884"
    )


def test_lists_are_items_or_columns():
    assert shown("list", {"items": ["a", "*b*"]})["items"] == [[{"t": "a"}], [{"t": "b", "em": True}]]
    assert shown("list", {"columns": ["No."], "rows": [[1]]})["rows"] == [["1"]]


@pytest.mark.parametrize(("data", "level"), [({}, 1), ({"level": 2}, 2), ({"level": 9}, 1)])
def test_headings_have_two_levels(data, level):
    assert shown("heading", data)["level"] == level


@pytest.mark.parametrize(
    ("tag", "lang", "region", "rtl"),
    [
        ("en", "en", None, False),
        ("pt-br", "pt", "BR", False),
        ("zh-Hans-CN", "zh", "CN", False),
        ("fa", "fa", None, True),
    ],
)
def test_languages_as_typst_names_them(tag, lang, region, rtl):
    assert typst_language(tag) == {"lang": lang, "region": region, "rtl": rtl}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("1884", "1884"),
        ("1884-10", "October 1884"),
        ("1884-10-13T13:00", "13 October 1884, 13:00"),
        ("autumn", "autumn"),
    ],
)
def test_dates_are_as_precise_as_they_are_written(text, said):
    assert written(text, "en") == said


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        ("1884-10-01", "1884-10-22", "1–22 October 1884"),
        ("1884", None, "1884"),
        (None, None, ""),
        ("autumn", "1885", "autumn – 1885"),
    ],
)
def test_spans(start, end, said):
    assert span(start, end, "en") == said
