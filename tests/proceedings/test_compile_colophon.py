"""The colophon of an edition."""

from __future__ import annotations

import pytest

from confapp.conferences import documents
from confapp.proceedings.imprint import Imprint
from confapp.records import operations as records
from confapp.records.models import ApprovalManner
from tests.builders import moment
from tests.proceedings.compiling import IMPRINT, section


@pytest.fixture
def record(held):
    record = records.draft_record(held.row, language="en")
    records.approve_record(record, at=moment("1884-10-20"), manner=ApprovalManner.IN_SOURCE)
    return record


# colophon


def colophon(conference, imprint=IMPRINT) -> dict[str, str]:
    return {
        one["id"].removeprefix("colophon."): one["text"]
        for one in section(conference, "colophon", imprint)["paragraphs"]
    }


def test_colophon_names_the_edition_and_the_one_before(conference):
    later = Imprint(2, "en", "Proceedings", IMPRINT.published_at, "Ada North", previous="sha256:" + "0" * 64)
    assert colophon(conference, later)["edition"] == (
        "Edition 2 of *Proceedings*, published on 23 November 2026 by Ada North. "
        f"It follows edition 1 with the digest sha256:{'0' * 64}."
    )


def test_colophon_cites_sources_with_their_rights(conference):
    documents.register_source(
        conference, key="PG1", title="Protocols", citation="Washington 1884", rights="Public domain",
        url="https://example.org/1", note="Lines are cited.",
    )  # fmt: skip
    assert colophon(conference)["sources.PG1"] == (
        "*Protocols* (PG1). Washington 1884. Lines are cited. Rights: Public domain. "
        "[https://example.org/1](https://example.org/1)."
    )


def test_address_that_is_no_address_is_no_link(conference):
    documents.register_source(conference, key="PG1", title="Protocols", url="javascript:alert(1)")
    assert colophon(conference)["sources.PG1"] == "*Protocols* (PG1). Javascript:alert(1)."


def test_colophon_says_how_each_record_was_approved(conference, held, record):
    other = records.draft_record(held.row, language="ru", is_authentic=False)
    records.circulate_record(other, on=None)
    records.approve_record(other, at=moment("1885"), manner=ApprovalManner.CORRESPONDENCE, note="Nobody wrote.")
    assert colophon(conference)["approvals"].splitlines() == [
        "Session 1: approved as in its source (20 October 1884)",
        "Session 1: approved by correspondence (1885; ru; translation). Nobody wrote.",
    ]


def test_colophon_says_what_is_open_once_for_all_that_it_is_open_of(conference, delegations):
    for one in delegations[:2]:
        one.row.provenance = {"remarks": [{"status": "derived", "field": "first_present", "text": "From the roll."}]}
    delegations[2].row.provenance = {
        "remarks": [{"status": "printed", "field": "name", "value": "Japon"}, {"status": "derived"}]
    }
    found = colophon(conference)
    assert [text for name, text in found.items() if name.startswith("open.")] == [
        "What the sources leave open, and what was derived",
        "1 remark",
        "Delegation Brazil, France (First presence) — derived: From the roll.",
    ]


def test_colophon_lists_corrigenda(conference, held, record):
    facts = {"new_text": "One.", "reason": "A slip.", "issued": moment("1884-11-02")}
    records.issue_corrigendum(record, paragraph="s1.opening", **facts)
    assert colophon(conference)["corrigenda.1.en.1"] == (
        "Session 1, corrigendum 1 (2 November 1884): paragraph s1.opening."
    )


def test_colophon_names_rules_and_software(conference):
    found = colophon(conference)
    assert (found["rules-1"], found["generator"]) == (
        "Rules of procedure: Rules.",
        f"Drafted and sealed with {IMPRINT.generator}.",
    )


def test_source_of_which_only_the_title_is_known(conference):
    documents.register_source(conference, key="MS", title="Manuscript")
    assert colophon(conference)["sources.MS"] == "*Manuscript* (MS)."
