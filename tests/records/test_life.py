"""A record from the first draft to a corrigendum."""

from __future__ import annotations

import pytest

from confapp.records import operations as records
from confapp.records import queries
from confapp.records.models import ApprovalManner
from tests.builders import moment


@pytest.fixture
def record(held):
    return records.draft_record(held.row, language="en")


def approved(record):
    records.approve_record(record, at=moment("1884-10-20"), manner=ApprovalManner.IN_SOURCE)
    return record


def test_record_reads_from_the_log(held, record):
    text = [one.text for one in queries.record_text(record)]
    assert text[0].startswith("The first session was held on Monday, 13 October 1884.")
