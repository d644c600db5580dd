"""`confapp case`: conferences from files and into files."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click
from flask_babel import gettext as _

from confapp.commands import say, with_app
from confapp.db import db
from confapp.errors import NotFound, RuleViolation
from confapp.imports import queries, schema
from confapp.imports.exporting import give_case
from confapp.imports.loading import load_file
from confapp.imports.operations import Outcome, import_case
from confapp.imports.problems import CaseRefused
from confapp.imports.publishing import publish_case
from confapp.imports.writing import write_yaml


@click.group("case")
def case() -> None:
    """Whole conferences as files of the format confapp-case/2."""


@case.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--publish", is_flag=True, help="Go on to approved records and a published edition.")
@with_app
def import_file(file: Path, *, publish: bool) -> None:
    """Bring in a conference from FILE, all of it or nothing; the last line printed is its slug."""
    try:
        conference, outcome = import_case(load_file(file), say=say)
    except CaseRefused as error:
        # The lines begin with the file's name, so that editors can follow them.
        say(error.message)
        sys.exit(1)
    edition = publish_case(conference, say=say) if publish else None
    db.session.commit()
    if outcome is Outcome.UNCHANGED:
        click.echo(outcome.value)
    if edition is not None:
        click.echo(f"edition: {edition.number}\ndigest: {edition.digest}")
    click.echo(f"slug: {conference.slug}")


@case.command("export")
@click.argument("slug")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="The file to write; else standard output.")
@with_app
def export(slug: str, out: Path | None) -> None:
    """Write the conference SLUG as a case, in canonical form: YAML, or JSON where FILE ends so."""
    conference = queries.conference_by_slug(slug)
    if conference is None:
        raise NotFound(_("There is no conference “%(slug)s” here.", slug=slug))
    given = give_case(conference)
    is_json = out is not None and out.suffix.lower() == ".json"
    text = json.dumps(given, ensure_ascii=False, indent=2) + "\n" if is_json else write_yaml(given)
    if out is None:
        click.echo(text.encode(), nl=False)
        return
    try:
        out.write_text(text, encoding="utf-8")
    except OSError as error:
        raise RuleViolation(_("%(file)s cannot be written: %(why)s.", file=out, why=error.strerror or error)) from error


@case.command("schema")
def print_schema() -> None:
    """Print the JSON Schema of the format."""
    click.echo(schema.text(), nl=False)
