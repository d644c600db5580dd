"""`confapp mail`: work off the outbox, and try whether mail leaves at all."""

from __future__ import annotations

import click

from confapp import mail as outbox
from confapp.commands import say, with_app
from confapp.config import current
from confapp.db import db


@click.group()
def mail() -> None:
    """Mail that confapp sends."""


@mail.command()
@with_app
def send() -> None:
    """Send what stands in the outbox and is due; a running server does so by itself."""
    _refuse_without_server()
    say(f"{outbox.send_due()} sent")


@mail.command()
@click.argument("address")
@with_app
def test(address: str) -> None:
    """Send a mail to ADDRESS."""
    _refuse_without_server()
    written = outbox.queue(address, "confapp can send mail", f"This was sent by {current().base_url}.\n")
    db.session.commit()
    outbox.send_due()
    if written.error:
        raise click.ClickException(written.error)
    say(f"sent to {address}")


def _refuse_without_server() -> None:
    if not outbox.is_set_up():
        raise click.ClickException("There is no mail server. Set CONFAPP_MAIL_SERVER; the README lists what else.")
