"""What the macros answer for given facts."""

from __future__ import annotations

import re
from typing import Any

import pytest
from jinja2 import Environment

from confapp.dates import Moment, PartialDate

GREENWICH: dict[str, Any] = {
    "id": "s4.v2",
    "question": "That the meridian of Greenwich be adopted",
    "method": "roll call",
    "result": "Adopted",
    "totals": {"yes": 2, "no": 1, "abstain": 1, "absent": 0},
    "rows": {
        "yes": [("Chili", "/organizations/chili/", ""), ("Spain", "", "provisionally")],
        "no": [("San Domingo", "", "")],
        "abstain": [("Brazil", "", "")],
    },
    "announced": {"yes": 3, "no": 1},
    "changes": ["14 October 1884: Salvador was entered among the ayes."],
}


def words(markup: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", markup).split())


def macro(templates: Environment, file: str, name: str) -> Any:
    return getattr(templates.get_template(f"macros/{file}.html").module, name)


@pytest.fixture
def vote(templates: Environment) -> Any:
    return macro(templates, "vote", "vote")


def test_vote_tells_who_voted_how(vote: Any) -> None:
    assert words(vote(GREENWICH)) == (
        "Vote · roll call That the meridian of Greenwich be adopted Adopted "
        "How the votes fell: That the meridian of Greenwich be adopted Vote Number Delegations "
        "Ayes 2 Chili Spain (provisionally) Noes 1 San Domingo Abstaining 1 Brazil "
        "Announced: Ayes 3 · Noes 1 14 October 1884: Salvador was entered among the ayes."
    )


def test_vote_without_figures_shows_none(vote: Any) -> None:
    answer = vote({"id": "v1", "question": "To adjourn", "method": "without a vote", "result": "Adopted"})
    assert words(answer) == "Vote · without a vote To adjourn Adopted"


def test_bar_says_in_words_what_it_shows(vote: Any) -> None:
    assert 'role="img" aria-label="Ayes 2 · Noes 1 · Abstaining 1 · Absent 0"' in vote(GREENWICH)


def test_bar_has_a_cell_for_each_vote(templates: Environment) -> None:
    bar = macro(templates, "vote", "bar")([("yes", 21), ("no", 3)], "21 to 3")
    assert re.findall(r"M([\d.]+) ", bar) == ["21", "22", "23"]
    assert 'viewBox="0 0 24 12"' in bar


def test_bar_of_many_votes_is_drawn_in_one_piece(templates: Environment) -> None:
    bar = macro(templates, "vote", "bar")([("yes", 60), ("no", 29)], "60 to 29")
    assert re.findall(r'd="([^"]+)"', bar) == ["M60 .8h29v10.4h-29z"]


def test_bar_of_no_votes_is_not_drawn(templates: Environment) -> None:
    assert macro(templates, "vote", "bar")([("yes", 0), ("no", 0)], "").strip() == ""


def test_text_is_escaped(vote: Any) -> None:
    assert "<script>" not in vote({**GREENWICH, "question": "<script>", "changes": ["<script>"]})


def test_paragraph_is_its_own_permalink(templates: Environment) -> None:
    source = (
        "{% from 'macros/record.html' import paragraph %}{% call paragraph('s3.p12', '12') %}<p>Text.</p>{% endcall %}"
    )
    answer = templates.from_string(source).render()
    assert re.findall(r'(?:id|href)="([^"]+)"', answer) == ["s3.p12", "#s3.p12"]


def test_roll_names_who_was_absent(templates: Environment) -> None:
    rows = [
        {"name": "Brazil", "present": ["Mr. Cruls"]},
        {"name": "Denmark", "absent": ["Mr. de Bille"]},
        {"name": "Turkey"},
    ]
    answer = macro(templates, "tables", "roll")("Roll", rows, present=1, absent=2, entitled=3)
    assert words(answer) == (
        "Roll 1 of 3 delegations present Roll Delegation Delegates "
        "Brazil Mr. Cruls Denmark Mr. de Bille (absent) Turkey not represented"
    )


def test_facts_leave_out_what_is_not_known(templates: Environment) -> None:
    answer = macro(templates, "tables", "facts")([("Place", ""), ("Secretaries", ["A", "B"]), ("Chair", "C")])
    assert words(answer) == "Secretaries A B Chair C"


def test_pagination_shows_the_ends_and_the_neighbours(templates: Environment) -> None:
    answer = macro(templates, "page", "pagination")(6, 12, lambda n: f"?page={n}")
    assert words(answer) == "Previous 1 … 4 5 6 7 8 … 12 Next"


def test_pagination_of_one_page_is_not_shown(templates: Environment) -> None:
    assert macro(templates, "page", "pagination")(1, 1, str).strip() == ""


def test_search_result_marks_what_matched(templates: Environment) -> None:
    item = {"title": "T", "href": "/", "kind": "Paragraph", "passage": [("from ", False), ("<Greenwich>", True)]}
    assert "from <mark>&lt;Greenwich&gt;</mark>" in macro(templates, "lists", "result")(item)


def test_day_keeps_the_precision_of_its_source(templates: Environment) -> None:
    answer = macro(templates, "dates", "day")(PartialDate.parse("1884-10"))
    assert answer == '<time datetime="1884-10">October 1884</time>'


def test_day_has_the_second_calendar_beside_it(templates: Environment) -> None:
    answer = macro(templates, "dates", "day")(PartialDate.parse("2021-01-05"), "Juche 110")
    assert words(answer) == "5 January 2021 · Juche 110"


def test_clock_says_nothing_where_the_time_is_not_known(templates: Environment) -> None:
    assert macro(templates, "dates", "clock")(Moment.parse("1884-10-13")) == ""


def test_citation_copies_by_button(templates: Environment) -> None:
    answer = macro(templates, "citation", "cite")("Proceedings. 1884.", [("BibTeX", "@proceedings{x}", "/1.bib")])
    assert re.findall(r'data-copy="([^"]+)"', answer) == ["cite-reference", "cite-1"]
    assert re.findall(r' id="(cite-[^"]+)"', answer) == ["cite-title", "cite-reference", "cite-1"]
