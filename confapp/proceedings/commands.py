"""`confapp proceedings`: editions on the machine itself. Publishing is beside the checks, which come first."""

from __future__ import annotations

from pathlib import Path

import click

from confapp.commands import with_app
from confapp.config import current
from confapp.proceedings import queries
from confapp.proceedings.exports.formats import FORMATS


@click.group()
def proceedings() -> None:
    """Editions of the proceedings."""


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
