"""Publishing an edition, and what refuses it."""

from __future__ import annotations

from confapp.proceedings import operations as proceedings
from confapp.proceedings import queries
from confapp.records import operations as records
from confapp.records.models import ApprovalManner
from tests.builders import moment


def test_publishing_seals_the_first_edition(conference, held):
    record = records.draft_record(held.row, language="en")
    records.approve_record(record, at=moment("1884-10-20"), manner=ApprovalManner.IN_SOURCE)
    edition = proceedings.publish_edition(conference)
    assert queries.verify_edition(edition).problems == []
