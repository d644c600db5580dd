"""`confapp mail`, on the application of the tests."""

from __future__ import annotations

import dataclasses
import smtplib

import pytest
from click.testing import CliRunner

from confapp import mail
from confapp.mail_commands import mail as command


@pytest.fixture
def run(app, monkeypatch):
    """Run the command inside the transaction of the test."""
    monkeypatch.setattr("confapp.app.create_app", lambda: app)
    monkeypatch.setattr("confapp.health.what_is_missing", lambda: None)
    return lambda *arguments: CliRunner().invoke(command, arguments)


@pytest.fixture
def mailing(app, monkeypatch):
    """A mail server that takes everything but what is for `refused`."""

    def deliver(message, _config):
        if message["To"].startswith("refused"):
            raise smtplib.SMTPException("nobody of that name")

    monkeypatch.setattr(mail, "_deliver", deliver)
    monkeypatch.setitem(app.config, "CONFAPP", dataclasses.replace(app.config["CONFAPP"], mail_server="mail.invalid"))


@pytest.mark.parametrize("arguments", [["send"], ["test", "reader@example.org"]])
def test_without_a_server_it_says_what_to_set(run, arguments):
    done = run(*arguments)
    assert (done.exit_code, "Set CONFAPP_MAIL_SERVER" in done.stderr) == (1, True)


def test_what_is_due_is_sent(run, mailing, db_session):
    mail.queue("reader@example.org", "A subject", "A text")
    db_session.flush()
    assert (run("send").stderr, run("send").stderr) == ("1 sent\n", "0 sent\n")


def test_a_trial_says_whether_it_left(run, mailing):
    assert run("test", "reader@example.org").stderr == "sent to reader@example.org\n"
    refused = run("test", "refused@example.org")
    assert (refused.exit_code, "nobody of that name" in refused.stderr) == (1, True)
