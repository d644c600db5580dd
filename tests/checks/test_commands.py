"""`confapp check` as a user calls it."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner
from flask import current_app

from confapp.checks.commands import check
from confapp.checks.operations import waive_finding
from confapp.checks.running import findings_of
from tests.builders import a_held_session, moment


@pytest.fixture
def run(app, monkeypatch):
    """The command inside the application of the test."""
    monkeypatch.setattr("confapp.app.create_app", current_app._get_current_object)

    def invoke(*arguments):
        return CliRunner().invoke(check, [*arguments])

    return invoke


@pytest.fixture
def faulty(conference):
    a_held_session(conference, label="1", title="The 2st session", opened=moment("2021-05-01T10:00"))
    return conference


def test_a_line_for_each_finding(faulty, run):
    done = run(faulty.slug)
    assert (done.exit_code, done.stdout.splitlines()[0], done.stderr) == (
        0,
        "error: sessions/1#title:2st: ordinal-suffix: “2st” is no ordinal: “The 2st session”. Write 2nd.",
        "errors: 1, warnings: 0, hints: 1; waived: 0.\n",
    )


def test_json_carries_the_result_and_nothing_else(faulty, run):
    done = run(faulty.slug, "--json")
    told = json.loads(done.stdout)
    assert (done.stderr, told["conference"], told["findings"][0]) == (
        "",
        faulty.slug,
        {
            "code": "ordinal-suffix",
            "severity": "error",
            "place": "sessions/1#title:2st",
            "message": "“2st” is no ordinal: “The 2st session”.",
            "suggestion": "Write 2nd.",
            "waived": False,
        },
    )


def test_strict_fails_where_something_is_open(faulty, run):
    assert run(faulty.slug, "--strict").exit_code == 1


def test_strict_passes_where_it_is_waived(faulty, run):
    waive_finding(faulty, findings_of(faulty)[0], reason="So it is printed")
    done = run(faulty.slug, "--strict")
    assert (done.exit_code, done.stdout.splitlines()[0].endswith("(waived: So it is printed)")) == (0, True)


def test_strict_passes_hints(conference, run):
    assert run(conference.slug, "--strict").exit_code == 0


def test_an_unknown_conference_is_refused(run):
    done = run("nowhere")
    assert (done.exit_code, done.stdout, done.stderr) == (1, "", "Error: There is no conference “nowhere” here.\n")
