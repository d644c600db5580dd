from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import bibtexparser
import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from confapp.proceedings.exports.citations import Citation, bibtex, citation, csl_json, ris
from tests.proceedings.samples import sealed

URL = "https://example.org/proceedings/meridian-1884/editions/1/"
DIGEST = "sha256:f5e5a294f33b2b70ceafaae5d3348c8da2ea46b64108db7e380f90c8b3bd0215"
CITED = citation(sealed(), url=URL)
SCHEMA = Path(__file__).parents[3] / "shared" / "schemas" / "csl" / "csl-data.json"
MARKUP = st.text(alphabet="\\{}&%$#_~^\"'@,=\n aé日", max_size=40).filter(str.strip)


def test_facts_come_from_the_edition():
    assert (
        Citation(
            key="meridian-1884-1",
            title="Proceedings of the International Meridian Conference",
            conference="International Meridian Conference",
            place="Washington, D. C.",
            starts_on="1884-10-01",
            ends_on="1884-11-01",
            number=1,
            publisher="The Secretariat",
            published_on="2026-11-21",
            url=URL,
            digest=DIGEST,
            language="en",
        )
        == CITED
    )


def test_bibtex():
    assert (
        bibtex(CITED)
        == f"""\
@proceedings{{meridian-1884-1,
  title = {{{{Proceedings of the International Meridian Conference}}}},
  eventtitle = {{{{International Meridian Conference}}}},
  venue = {{Washington, D. C.}},
  eventdate = {{1884-10-01/1884-11-01}},
  year = {{2026}},
  date = {{2026-11-21}},
  edition = {{1}},
  publisher = {{{{The Secretariat}}}},
  url = {{{URL}}},
  langid = {{en}},
  note = {{Digest {DIGEST}}},
}}
"""
    )


def test_bibtex_escapes_its_markup():
    written = bibtex(replace(CITED, place="A & B_{1} 5% $ # ~ ^ \\end"))
    assert (
        r"venue = {A \& B\_\textbraceleft{}1\textbraceright{} 5\% \$ \# "
        r"\textasciitilde{} \textasciicircum{} \textbackslash{}end}," in written
    )


@given(MARKUP, MARKUP)
@settings(deadline=None, max_examples=50)
def test_braces_of_bibtex_are_balanced(title, place):
    depth = 0
    for character in bibtex(replace(CITED, title=title, place=place)):
        depth += {"{": 1, "}": -1}.get(character, 0)
        assert depth >= 0
    assert depth == 0


@given(MARKUP, MARKUP)
@settings(deadline=None, max_examples=50)
def test_bibtex_is_read_without_a_fault(title, place):
    library = bibtexparser.parse_string(bibtex(replace(CITED, title=title, place=place)))
    assert (library.failed_blocks, [entry.entry_type for entry in library.entries]) == ([], ["proceedings"])


def test_ris():
    assert ris(CITED).split("\r\n") == [
        "TY  - CONF",
        "ID  - meridian-1884-1",
        "TI  - Proceedings of the International Meridian Conference",
        "T2  - International Meridian Conference",
        "CY  - Washington, D. C.",
        "PB  - The Secretariat",
        "PY  - 2026",
        "DA  - 2026/11/21",
        "ET  - 1",
        "LA  - en",
        f"UR  - {URL}",
        f"N1  - 1 October – 1 November 1884. Digest {DIGEST}",
        "ER  - ",
        "",
    ]


def test_ris_keeps_every_field_on_its_line():
    assert "TI  - A ER - B\r\n" in ris(replace(CITED, title="A\nER  - B"))


def test_csl_json():
    assert json.loads(csl_json(CITED)) == [
        {
            "id": "meridian-1884-1",
            "type": "book",
            "title": "Proceedings of the International Meridian Conference",
            "event-title": "International Meridian Conference",
            "event-place": "Washington, D. C.",
            "event-date": {"date-parts": [[1884, 10, 1], [1884, 11, 1]]},
            "edition": "1",
            "publisher": "The Secretariat",
            "issued": {"date-parts": [[2026, 11, 21]]},
            "language": "en",
            "URL": URL,
            "note": f"Digest {DIGEST}",
        }
    ]


@pytest.mark.parametrize(
    ("starts_on", "parts"), [("1884", [[1884]]), ("1884-10", [[1884, 10]]), (None, None), ("autumn", None)]
)
def test_partial_dates_stay_partial(starts_on, parts):
    item = json.loads(csl_json(replace(CITED, starts_on=starts_on, ends_on=None)))[0]
    assert item.get("event-date", {}).get("date-parts") == parts


def test_what_is_not_known_is_left_out():
    bare = replace(CITED, place=None, starts_on=None, ends_on=None, publisher=None, url=None)
    assert "venue" not in bibtex(bare)
    assert [line[:2] for line in ris(bare).split("\r\n")] == [
        "TY",
        "ID",
        "TI",
        "T2",
        "PY",
        "DA",
        "ET",
        "LA",
        "N1",
        "ER",
        "",
    ]
    assert f"N1  - Digest {DIGEST}" in ris(bare)
    assert set(json.loads(csl_json(bare))[0]) == {
        "id", "type", "title", "event-title", "edition", "issued", "language", "note"
    }  # fmt: skip


@pytest.mark.skipif(not SCHEMA.exists(), reason="the schema of CSL is not beside this checkout")
@pytest.mark.parametrize("change", [{}, {"starts_on": "1884"}, {"place": None, "url": None, "publisher": None}])
def test_csl_json_fits_its_schema(change):
    schema = json.loads(SCHEMA.read_text())
    jsonschema.Draft7Validator(schema).validate(json.loads(csl_json(replace(CITED, **change))))
