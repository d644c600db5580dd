"""How the conference was called: by whom, on what occasion, by which instruments."""

from __future__ import annotations

from collections.abc import Iterator

from flask_babel import gettext as _

from confapp.conferences.models import ConveningInstrument, Occasion
from confapp.formatting import format_date
from confapp.proceedings.format import Section
from confapp.proceedings.sections.writing import Compiling, Writer, behind
from confapp.records.prose import sentences


def convening(compiling: Compiling) -> Iterator[Section | None]:
    """The section on the convening."""
    writer = Writer(compiling, "convening")
    writer.add("call", "text", sentences(_call(compiling)))
    for occasion in compiling.conference.occasions:
        writer.add(f"occasion-{occasion.position}", "text", sentences(_occasion(compiling, occasion)))
    for one in compiling.conference.instruments:
        writer.add(f"instrument-{one.position}", "text", sentences(_instrument(compiling, one)))
    description = compiling.names.words(compiling.conference, "description")
    for at, text in enumerate(compiling.scene().blocks(description) if description else (), start=1):
        writer.add(f"about-{at}", "text", text)
    yield writer.section("convening", _("Convening of the Conference"))


def _call(compiling: Compiling) -> Iterator[str]:
    conference = compiling.conference
    convener = compiling.name(conference.convener, "name")
    caller = compiling.names.person(conference.convening_official) if conference.convening_official else None
    who = behind(convener, [compiling.scene().person(caller)] if caller else []) if convener else None
    who = who or (compiling.scene().person(caller) if caller else None)
    day = format_date(conference.convened_on, compiling.language) if conference.convened_on else None
    if who:
        yield _("Convened by: %(who)s", who=who)
    if day:
        yield _("Date of convening: %(date)s", date=day)
    if conference.announced_on:
        yield _("Announced: %(date)s", date=format_date(conference.announced_on, compiling.language))
    if conference.host:
        yield _("Host: %(name)s", name=compiling.name(conference.host, "name"))


def _occasion(compiling: Compiling, one: Occasion) -> Iterator[str]:
    facts = [
        compiling.content(one, "meaning"),
        format_date(one.occurs_on, compiling.language) if one.occurs_on else None,
        compiling.name(one, "base_event"),
    ]
    yield behind(_("Occasion: %(name)s", name=compiling.name(one, "name")), facts)


def _instrument(compiling: Compiling, one: ConveningInstrument) -> Iterator[str]:
    words = compiling.names.must(one, "title")
    facts = [
        compiling.name(one, "issued_by"),
        format_date(one.issued_on, compiling.language) if one.issued_on else None,
        _("Annex %(label)s", label=one.annex) if one.annex else None,
        _("delegates at most: %(number)s", number=one.delegates_max) if one.delegates_max else None,
    ]
    yield behind(f"{compiling.name(one, 'kind')}: {compiling.scene().title(words)}", facts)
    if one.summary:
        yield compiling.content(one, "summary") or ""
