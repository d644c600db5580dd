"""Mail: what is to be sent stands in an outbox, in the transaction that wants it sent, and is worked off afterwards.

A thread of the process that committed sends at once; what fails is tried again, by it or by `confapp mail send`. Two
that work off the same outbox take each mail in turn. What was sent keeps its address and subject, not its text.
"""

from __future__ import annotations

import smtplib
import ssl
import threading
from datetime import datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime, make_msgid
from typing import Any, cast

import sqlalchemy as sa
import structlog
from flask import Flask, current_app
from sqlalchemy.orm import Mapped, mapped_column

from confapp import clock
from confapp.config import Config, current
from confapp.db import Base, Keyed, db

log = structlog.get_logger("confapp.mail")

TRIES = 8
TAKEN_FOR = timedelta(minutes=2)
KEPT = timedelta(days=30)
SECONDS = 20
BATCH = 50
WANTED = "confapp.mail.wanted"
THREAD = "confapp.mail"
EVERY_SECONDS = 300

_wanted = threading.Event()
_starting = threading.Lock()


class OutgoingMail(Keyed, Base):
    """One mail of the outbox; `due_at` without a value is done with, sent or given up."""

    __tablename__ = "outgoing_mails"
    __table_args__ = ({"info": {"private": True}},)

    recipient: Mapped[str] = mapped_column(sa.String(254))
    subject: Mapped[str] = mapped_column(sa.String(300))
    body: Mapped[str] = mapped_column(sa.Text)
    created_at: Mapped[datetime]
    due_at: Mapped[datetime | None] = mapped_column(index=True)
    sent_at: Mapped[datetime | None]
    tries: Mapped[int] = mapped_column(default=0)
    error: Mapped[str] = mapped_column(sa.String(300), default="")


def is_set_up() -> bool:
    """Whether there is a server that takes mail; without one, links are handed over by people."""
    return bool(current().mail_server)


def queue(recipient: str, subject: str, body: str) -> OutgoingMail:
    """Put a mail into the outbox; it leaves after the caller's commit."""
    mail = OutgoingMail(
        recipient=recipient,
        subject=" ".join(subject.split())[:300],
        body=body,
        created_at=clock.now(),
        due_at=clock.now(),
    )
    db.session.add(mail)
    db.session.info[WANTED] = True
    return mail


def forget(recipient: str) -> None:
    """Drop every mail to an address, sent or not."""
    db.session.execute(sa.delete(OutgoingMail).where(OutgoingMail.recipient == recipient))


def send_due() -> int:
    """Send what is due and say how many left; what fails waits longer each time, and is given up after a day or so."""
    sent = 0
    for key in _due():
        if mail := _take(key):
            sent += _send(mail)
            db.session.commit()
    return sent


def init_app(app: Flask) -> None:
    """Send what a commit of this process has put into the outbox; said twice, it is heard once."""
    del app
    for name, listener in (("after_commit", _wake), ("after_soft_rollback", _forget)):
        if not sa.event.contains(db.session, name, listener):
            sa.event.listen(db.session, name, listener)


def _due() -> list[int]:
    done = sa.delete(OutgoingMail).where(OutgoingMail.due_at.is_(None), OutgoingMail.created_at < clock.now() - KEPT)
    db.session.execute(done, execution_options={"synchronize_session": False})
    query = sa.select(OutgoingMail.id).where(OutgoingMail.due_at <= clock.now()).order_by(OutgoingMail.id).limit(BATCH)
    keys = list(db.session.scalars(query))
    db.session.commit()
    return keys


def _take(key: int) -> OutgoingMail | None:
    """Take a mail so that nobody else sends it meanwhile; None if somebody did before."""
    taken = sa.update(OutgoingMail).where(OutgoingMail.id == key, OutgoingMail.due_at <= clock.now())
    rows = cast(
        "sa.CursorResult[Any]",
        db.session.execute(
            taken.values(due_at=clock.now() + TAKEN_FOR), execution_options={"synchronize_session": False}
        ),
    )
    db.session.commit()
    return db.session.get(OutgoingMail, key, populate_existing=True) if rows.rowcount else None


def _send(mail: OutgoingMail) -> bool:
    mail.tries += 1
    try:
        _deliver(_message(mail), current())
    except (OSError, smtplib.SMTPException) as error:
        mail.error = f"{type(error).__name__}: {error}"[:300]
        mail.due_at = clock.now() + timedelta(minutes=2**mail.tries * 5) if mail.tries < TRIES else None
        log.warning("a mail could not be sent", mail=mail.id, tries=mail.tries, error=mail.error)
    else:
        mail.sent_at, mail.due_at, mail.error = clock.now(), None, ""
    if mail.due_at is None:
        mail.body = ""
    return mail.sent_at is not None


def _message(mail: OutgoingMail) -> EmailMessage:
    message = EmailMessage()
    message["From"] = current().sender
    message["To"] = mail.recipient
    message["Subject"] = mail.subject
    message["Date"] = format_datetime(mail.created_at)
    message["Message-ID"] = make_msgid(idstring=str(mail.id), domain=current().sender.rpartition("@")[2].rstrip(">"))
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(mail.body)
    return message


def _deliver(message: EmailMessage, config: Config) -> None:
    kind = smtplib.SMTP_SSL if config.mail_security == "tls" else smtplib.SMTP
    with kind(config.mail_server, config.mail_port, timeout=SECONDS) as server:
        if config.mail_security == "starttls":
            server.starttls(context=ssl.create_default_context())
        if config.mail_user:
            server.login(config.mail_user, config.mail_password)
        server.send_message(message)


def _forget(transaction: Any, _previous: object) -> None:
    if not transaction.in_transaction():
        transaction.info.pop(WANTED, None)


def _wake(transaction: Any) -> None:
    if transaction.in_nested_transaction() or not transaction.info.pop(WANTED, None):
        return
    if is_set_up() and not current_app.testing:
        start_working(current_app._get_current_object())  # type: ignore[attr-defined]  # noqa: SLF001  the proxy ends with its context


def start_working(app: Flask) -> None:
    """Let this process's one thread look into the outbox now, and from now on."""
    _wanted.set()
    with _starting:
        if not any(thread.name == THREAD for thread in threading.enumerate()):
            threading.Thread(target=_work, args=(app,), daemon=True, name=THREAD).start()


def _work(app: Flask) -> None:
    while True:
        _wanted.wait(timeout=EVERY_SECONDS)
        _wanted.clear()
        with app.app_context():
            try:
                send_due()
            except Exception as error:  # noqa: BLE001  the outbox keeps what was not sent
                log.warning("the outbox could not be worked off", error=repr(error))
