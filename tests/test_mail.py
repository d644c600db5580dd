from __future__ import annotations

import socketserver
import threading
from dataclasses import replace
from datetime import timedelta

import pytest
import sqlalchemy as sa

from confapp import clock, mail
from confapp.mail import OutgoingMail


class Postman(socketserver.StreamRequestHandler):
    """As much of a mail server as is needed to take a mail, or to refuse it."""

    def handle(self):
        self.say("220 here")
        while line := self.rfile.readline().decode().strip():
            word = line.upper().split(" ", maxsplit=1)[0]
            if word == "DATA":
                self.say("354 go on")
                self.server.taken.append(self.text())
                self.say("250 taken")
            elif word == "RCPT" and "refused" in line:
                self.say("550 nobody of that name")
            elif word == "QUIT":
                self.say("221 bye")
                return
            else:
                self.say("250 well")

    def say(self, line):
        self.wfile.write(f"{line}\r\n".encode())

    def text(self):
        lines = []
        while (line := self.rfile.readline()) != b".\r\n":
            lines.append(line)
        return b"".join(lines).decode()


@pytest.fixture
def postman():
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Postman) as server:
        server.taken = []
        server.daemon_threads = True
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def set_up(app, monkeypatch, port):
    config = replace(app.config["CONFAPP"], mail_server="127.0.0.1", mail_port=port, mail_security="none")
    monkeypatch.setitem(app.config, "CONFAPP", config)


@pytest.fixture
def mailing(app, monkeypatch, postman):
    """An application whose mail reaches the postman."""
    set_up(app, monkeypatch, postman.server_address[1])
    return postman


def written(db_session, recipient="reader@example.org"):
    letter = mail.queue(recipient, "A subject\r\nBcc: x@example.org", "Déjà vu\n")
    db_session.flush()
    return letter


def test_what_is_due_is_sent_and_its_text_forgotten(mailing, db_session):
    letter = written(db_session)
    assert mail.send_due() == 1
    (text,) = mailing.taken
    assert "To: reader@example.org\r\n" in text
    assert "Subject: A subject Bcc: x@example.org\r\n" in text
    assert "From: confapp <confapp@127.0.0.1>\r\n" in text
    assert "Auto-Submitted: auto-generated\r\n" in text
    assert (letter.due_at, letter.body, letter.tries) == (None, "", 1)
    assert letter.sent_at is not None
    assert mail.send_due() == 0


def test_what_is_refused_is_tried_again_later_and_given_up_at_last(mailing, db_session):
    letter = written(db_session, "refused@example.org")
    waits = []
    for _attempt in range(mail.TRIES):
        letter.due_at = clock.now()
        db_session.flush()
        assert mail.send_due() == 0
        waits.append(letter.due_at and round((letter.due_at - clock.now()) / timedelta(minutes=1)))
    assert waits == [10, 20, 40, 80, 160, 320, 640, None]
    assert (letter.sent_at, letter.body) == (None, "")
    assert "nobody of that name" in letter.error


def test_a_server_that_is_away_keeps_the_mail(app, monkeypatch, db_session, postman):
    set_up(app, monkeypatch, 1)
    letter = written(db_session)
    assert mail.send_due() == 0
    assert letter.error.startswith("ConnectionRefusedError")
    set_up(app, monkeypatch, postman.server_address[1])
    letter.due_at = clock.now()
    assert mail.send_due() == 1


def test_what_somebody_else_has_taken_is_not_sent_twice(mailing, db_session):
    letter = written(db_session)
    assert mail._take(letter.id) is letter
    assert (mail._take(letter.id), mail.send_due(), mailing.taken) == (None, 0, [])


def test_one_refused_mail_holds_up_no_other(mailing, db_session):
    written(db_session, "refused@example.org")
    written(db_session)
    assert mail.send_due() == 1


def test_nothing_is_woken_by_a_savepoint_or_by_what_was_taken_back(app, db_session, monkeypatch):
    woken = []
    monkeypatch.setattr(mail, "start_working", woken.append)
    monkeypatch.setattr(mail, "is_set_up", lambda: True)
    monkeypatch.setattr(app, "testing", False)
    with db_session.begin_nested():
        written(db_session)
    assert woken == []
    db_session.rollback()
    db_session.commit()
    assert woken == []
    written(db_session)
    db_session.commit()
    assert woken == [app]


def test_without_a_server_nothing_is_set_up(app):
    assert not mail.is_set_up()


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")  # by which it is ended
def test_the_thread_sends_what_another_process_left(app, mailing, db_session, monkeypatch):
    begun, enough = threading.Event(), threading.Event()

    def send_once():
        begun.set()
        enough.wait(5)
        raise SystemExit

    monkeypatch.setattr(mail, "send_due", send_once)
    mail.start_working(app)
    assert begun.wait(5)
    mail.start_working(app)
    (worker,) = [thread for thread in threading.enumerate() if thread.name == mail.THREAD]
    enough.set()
    worker.join(5)
    assert not worker.is_alive()


def test_the_outbox_is_private(app):
    assert OutgoingMail.__table__.info["private"]
    assert sa.inspect(OutgoingMail).columns["due_at"].index


def test_what_was_sent_long_ago_is_dropped(mailing, db_session):
    letter = written(db_session)
    mail.send_due()
    letter.created_at -= mail.KEPT + timedelta(days=1)
    db_session.flush()
    mail.send_due()
    assert db_session.scalar(sa.select(sa.func.count()).select_from(OutgoingMail)) == 0
