"""`confapp search`: the index over what is public."""

from __future__ import annotations

import click
import sqlalchemy as sa
from flask_babel import gettext as _

from confapp.commands import say, with_app
from confapp.db import db
from confapp.search.indexing import freshen
from confapp.search.models import SearchState


@click.group()
def search() -> None:
    """The search over what is public."""


@search.command()
@click.option("--all", "everything", is_flag=True, help="Index all of it anew, also what has not changed.")
@with_app
def index(*, everything: bool) -> None:
    """Index what has changed; prints the slugs of the conferences (and “-” for people and bodies)."""
    if everything:
        db.session.execute(sa.delete(SearchState))
        db.session.commit()
    fresh = freshen()
    for scope in fresh:
        click.echo(scope or "-")
    if not fresh:
        say(_("The index is up to date."))
