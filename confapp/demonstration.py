"""`confapp demonstration`: the conference of 1884 and people to sign in as, where there is nothing yet."""

from __future__ import annotations

import click
import sqlalchemy as sa

from confapp.accounts import operations, queries
from confapp.commands import say, with_app
from confapp.conferences.models import Conference
from confapp.config import current
from confapp.db import db
from confapp.permissions import EVERYWHERE, Role
from confapp.resources import PACKAGE

CASE = PACKAGE / "imports" / "cases" / "meridian-1884.yaml"
PASSWORD = "demonstration"  # noqa: S105  it works on a loopback address alone
PEOPLE = {
    "administrator@example.org": Role.ADMINISTRATOR,
    "convener@example.org": Role.CONVENER,
    "organizer@example.org": Role.ORGANIZER,
    "secretary@example.org": Role.SECRETARY,
    "delegate@example.org": Role.DELEGATE,
}


@click.command()
@with_app
def demonstration() -> None:
    """Load the conference of 1884, published, and people to sign in as, into an empty default database."""
    load()


def load() -> None:
    """Fill the default database if it is empty; a database that somebody named is left alone."""
    if current().database_url:
        return
    if not db.session.scalar(sa.select(sa.exists().where(Conference.id.is_not(None)))):
        _import_case()
        _add_people()
    _name_people()


def _import_case() -> None:
    from confapp.cli import cli  # noqa: PLC0415  it names this module among its commands

    say("loading the International Meridian Conference of 1884")
    db.session.rollback()  # the command brings a transaction of its own
    cli.main(["case", "import", str(CASE), "--publish"], prog_name="confapp", standalone_mode=False)


def _add_people() -> None:
    conference_id = db.session.scalars(sa.select(Conference.id)).one()
    for email, role in PEOPLE.items():
        name = email.partition("@")[0].capitalize()
        user = operations.create_user(email, name=name, is_demonstration=True, by=None)
        operations.set_password(user, PASSWORD, by=None)
        everywhere = role in EVERYWHERE
        operations.grant_role(user, role, conference_id=None if everywhere else conference_id, by=None)
    db.session.commit()


def _name_people() -> None:
    """Say who can sign in; of the people added here, those that are still there."""
    people = [email for email in PEOPLE if (user := queries.user_by_email(email)) and user.is_demonstration]
    if people:
        say(f"to look behind the scenes, on this machine alone: {', '.join(people)}; password: {PASSWORD}")
