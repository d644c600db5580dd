"""The example of FORMAT.md: complete, imported, exported, and true to what the page says."""

from __future__ import annotations

import pytest

from confapp.db import db
from confapp.imports import queries
from confapp.imports.exporting import give_case
from confapp.imports.loading import load_bytes
from confapp.imports.operations import Outcome, import_case
from confapp.imports.publishing import publish_case
from confapp.imports.writing import write_yaml
from confapp.voting.models import Ballot, Choice, Vote


@pytest.fixture
def conference(app, example):
    return import_case(example)[0]


def test_it_exports_as_it_came(conference, example):
    assert give_case(conference) == example.canonical


def test_its_export_is_imported_as_unchanged(conference):
    again = load_bytes(write_yaml(give_case(conference)).encode())
    assert import_case(again) == (conference, Outcome.UNCHANGED)


def test_it_can_be_published(conference):
    edition = publish_case(conference)
    assert (edition.number, conference.is_public, conference.participants_issued) == (1, True, True)


def test_it_is_published_once(conference):
    publish_case(conference)
    assert publish_case(conference) is None


def test_publishing_changes_nothing_that_a_case_says(conference, example):
    publish_case(conference)
    db.session.expire_all()
    given = give_case(conference)
    assert {**given, "records": None} == {**example.canonical, "records": None}
    assert [(one["session"], one.get("approval")) for one in given["records"]] == [
        ("1", "session"),
        ("section-2-1", "in_source"),
        ("2", "in_source"),
    ]


def test_ballots_without_any_are_not_made_up_from_totals(conference):
    vote = queries.rows(Vote, Vote.label == "v-ghent")[0]
    assert queries.rows(Ballot, Ballot.vote_id == vote.id) == []


def test_a_changed_vote_follows_the_first(conference):
    vote = queries.rows(Vote, Vote.label == "v-seat")[0]
    changed = queries.rows(Ballot, Ballot.vote_id == vote.id, Ballot.reason.is_not(None))[0]
    first = db.session.get(Ballot, changed.supersedes_id)
    assert (first.choice, changed.choice, first.weight, changed.weight) == (Choice.YES, Choice.ABSTAIN, 2, 2)


def test_ballots_that_are_left_out_are_settled_from_what_is_printed(app, example):
    case = {**example.canonical, "slug": "settled"}
    vote = next(one for one in case["votes"] if one["id"] == "v-seat")
    case["votes"] = [
        {key: value for key, value in one.items() if key not in {"ballots", "changes"} or one is not vote}
        for one in case["votes"]
    ]
    conference, _outcome = import_case(load_bytes(write_yaml(case).encode()))
    given = next(one for one in give_case(conference)["votes"] if one["id"] == "v-seat")
    assert given["ballots"] == {"yes": ["BE", "NO"], "divided": ["KR"]}
