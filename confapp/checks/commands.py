"""`confapp check`, and `confapp proceedings`, which publishes only what was checked."""

from __future__ import annotations

import json
import sys
from collections import Counter
from typing import Any

import click
from flask_babel import gettext as _

from confapp.checks.running import Result, gate_of, results_of
from confapp.commands import say, with_app
from confapp.conferences.models import Conference
from confapp.conferences.queries import conference_by_slug
from confapp.db import db
from confapp.errors import NotFound
from confapp.proceedings.commands import proceedings
from confapp.proceedings.operations import publish_edition
from confapp.proceedings.queries import edition_language


@click.command("check")
@click.argument("slug")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.option("--strict", is_flag=True, help="Exit with 1 if there is an error or a warning that is not waived.")
@with_app
def check(slug: str, *, as_json: bool, strict: bool) -> None:
    """Print what is inconsistent in the conference SLUG: errors, warnings and hints, each with its place."""
    results = results_of(_conference(slug))
    if as_json:
        click.echo(
            json.dumps(
                {"conference": slug, "findings": [_member(one) for one in results]}, ensure_ascii=False, indent=2
            )
        )
    else:
        for one in results:
            click.echo(_line(one))
        say(_summary(results))
    if strict and any(one.is_open for one in results):
        sys.exit(1)


@proceedings.command()
@click.argument("slug")
@click.option("--language", help="The language of the edition; else the one in which most sessions have a record.")
@with_app
def publish(slug: str, language: str | None) -> None:
    """Check, compile, seal and publish the next edition; prints its number and its digest."""
    conference = _conference(slug)
    findings, waivers = gate_of(conference, language or edition_language(conference))
    edition = publish_edition(conference, gate=findings, waivers=waivers, language=language)
    db.session.commit()
    say(_("Published “%(title)s”, edition %(number)s.", title=edition.title, number=edition.number))
    click.echo(f"edition: {edition.number}\ndigest: {edition.digest}")


def _conference(slug: str) -> Conference:
    conference = conference_by_slug(slug)
    if conference is None:
        raise NotFound(_("There is no conference “%(slug)s” here.", slug=slug))
    return conference


def _member(one: Result) -> dict[str, Any]:
    return {
        "code": one.finding.code,
        "severity": one.finding.severity.value,
        "place": one.finding.place,
        "message": one.finding.message,
        "suggestion": one.finding.suggestion,
        "waived": one.waiver is not None,
    }


def _line(one: Result) -> str:
    waived = " " + _("(waived: %(reason)s)", reason=one.waiver.reason) if one.waiver else ""
    told = " ".join(filter(None, (one.finding.message, one.finding.suggestion)))
    return f"{one.finding.severity.value}: {one.finding.place}: {one.finding.code}: {told}{waived}"


def _summary(results: list[Result]) -> str:
    numbers = Counter(one.finding.severity.value for one in results)
    return _(
        "errors: %(errors)s, warnings: %(warnings)s, hints: %(hints)s; waived: %(waived)s.",
        errors=numbers["error"],
        warnings=numbers["warning"],
        hints=numbers["info"],
        waived=sum(one.waiver is not None for one in results),
    )
