"""`confapp proceedings`: editions on the machine itself."""

from __future__ import annotations

from pathlib import Path

import click
from flask_babel import gettext as _

from confapp.commands import say, with_app
from confapp.conferences.queries import conference_by_slug
from confapp.config import current
from confapp.db import db
from confapp.errors import NotFound
from confapp.proceedings import queries
from confapp.proceedings.exports.formats import FORMATS
from confapp.proceedings.operations import publish_edition


@click.group()
def proceedings() -> None:
    """Editions of the proceedings."""


@proceedings.command()
@click.argument("slug")
@click.option("--language", help="The language of the edition; else the one in which most sessions have a record.")
@with_app
def publish(slug: str, language: str | None) -> None:
    """Compile, seal and publish the next edition; prints its number and its digest."""
    conference = conference_by_slug(slug)
    if conference is None:
        raise NotFound(_("There is no conference “%(slug)s” here.", slug=slug))
    edition = publish_edition(conference, language=language)
    db.session.commit()
    say(_("Published “%(title)s”, edition %(number)s.", title=edition.title, number=edition.number))
    click.echo(f"edition: {edition.number}\ndigest: {edition.digest}")


@proceedings.command()
@click.argument("slug")
@click.option("--edition", "number", type=click.IntRange(min=1), required=True, help="The number of the edition.")
@click.option("--format", "name", type=click.Choice(list(FORMATS)), required=True)
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="The file to write; else standard output.")
@with_app
def export(slug: str, number: int, name: str, out: Path | None) -> None:
    """Write out an edition: the signed file itself, its PDF, or a citation."""
    edition = queries.edition_with_content(slug, number)
    url = f"{current().base_url.rstrip('/')}/proceedings/{edition.conference.slug}/editions/{edition.number}/"
    written = FORMATS[name].write(edition.content, url)
    if out is None:
        click.echo(written, nl=False)
        return
    try:
        out.write_bytes(written)
    except OSError as error:
        raise click.ClickException(f"{out} cannot be written: {error.strerror}.") from error
