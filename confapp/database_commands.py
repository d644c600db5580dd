"""`confapp db`: create the database, or bring it to this version."""

from __future__ import annotations

import click

from confapp import lookup
from confapp.commands import say, with_any_database
from confapp.db import db
from confapp.migrating import flask_migrate


@click.group("db")
def db_group() -> None:
    """The database."""


@db_group.command()
@click.option("--revision", default="head", help="Stop at this revision.")
@with_any_database
def upgrade(revision: str) -> None:
    """Create the database, or bring it to this version."""
    flask_migrate().upgrade(revision=revision)
    if revision == "head":
        lookup.rebuild()
        db.session.commit()
    say("the database is up to date")


@db_group.command()
@click.argument("revision")
@with_any_database
def downgrade(revision: str) -> None:
    """Go back to an earlier revision."""
    flask_migrate().downgrade(revision=revision)


@db_group.command()
@click.argument("message")
@with_any_database
def revise(message: str) -> None:
    """Write the next revision file from what changed in the models."""
    flask_migrate().revision(message=message, autogenerate=True)
