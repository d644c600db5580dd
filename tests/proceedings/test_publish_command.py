"""`confapp proceedings publish`."""

from __future__ import annotations

import pytest
from click.testing import CliRunner
from flask import current_app

from confapp.checks import commands
from confapp.proceedings import queries
from confapp.records import operations as records
from confapp.records.models import ApprovalManner


@pytest.fixture
def run(app, monkeypatch):
    """The command inside the application of the test."""
    monkeypatch.setattr("confapp.app.create_app", current_app._get_current_object)

    def invoke(*arguments):
        return CliRunner().invoke(commands.proceedings, ["publish", *arguments])

    return invoke


@pytest.fixture
def record(held):
    record = records.draft_record(held.row, language="en")
    records.approve_record(record, at=None, manner=ApprovalManner.IN_SOURCE)
    return record


def test_publishing_prints_number_and_digest(conference, record, run):
    done = run(conference.slug)
    edition = queries.latest_edition(conference)
    assert (done.exit_code, done.stdout, done.stderr) == (
        0,
        f"edition: 1\ndigest: {edition.digest}\n",
        "Published “Meridian Conference. Proceedings”, edition 1.\n",
    )


def test_unknown_conference_is_refused(run):
    done = run("nowhere")
    assert (done.exit_code, done.stderr) == (1, "Error: There is no conference “nowhere” here.\n")


def test_what_keeps_from_publishing_is_said(conference, held, run):
    done = run(conference.slug)
    assert done.stderr == ("Error: No record of this conference has been approved yet. Publish it when one is.\n")
