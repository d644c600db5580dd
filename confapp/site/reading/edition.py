"""The sections of an edition as parts of a page, and the contents that lead to them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from flask_babel import gettext as _
from markupsafe import Markup, escape

from confapp import addresses
from confapp.calendars import second_date
from confapp.dates import DateError, Moment
from confapp.formatting import format_day, format_time
from confapp.proceedings.format import Document, Section
from confapp.scripts import direction
from confapp.site.markup import filled, joined
from confapp.site.reading.inline import Links
from confapp.site.reading.paragraphs import Corrected, Reader, Shown
from confapp.site.texts import Said, foreign

BETWEEN = " · "
RECORD, COLOPHON = "record", "colophon"


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents."""

    title: Said | str
    href: str
    label: str = ""
    current: bool = False
    entries: list[Entry] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Part:
    """A section: its title, what is known of it, its paragraphs; a record also has a page of its own."""

    id: str
    kind: str
    title: str
    label: str
    language: str
    direction: str
    facts: list[Markup]
    shown: list[Shown]
    href: str = ""

    @property
    def name(self) -> Said:
        """Its title with its language."""
        return Said(self.title, self.language)


def parts_of(document: Document, links: Links, corrected: Mapping[str, list[Corrected]] | None = None) -> list[Part]:
    """Every section in its order; names lead where `links` say."""
    reader = Reader(document, links, corrected or {})
    return [_part(section, document, reader) for section in document["sections"]]


class Neighbour(NamedTuple):
    """The record before or after another."""

    title: Said
    href: str


def records_of(
    document: Document, label: str, links: Links, corrected: Mapping[str, list[Corrected]]
) -> tuple[list[Part], Neighbour | None, Neighbour | None]:
    """The records of one session (in every language there is one), and the sessions before and after it."""
    reader = Reader(document, links, corrected)
    records = [section for section in document["sections"] if section["kind"] == RECORD]
    shown = [_part(section, document, reader) for section in records if section.get("label") == label]
    titles = {str(section.get("label")): _title(section, document) for section in reversed(records)}
    labels = list(dict.fromkeys(str(section.get("label")) for section in records))
    around = [
        Neighbour(titles[one], addresses.record(links.slug, one)) if one else None for one in _around(labels, label)
    ]
    return shown, around[0], around[1]


def _around(labels: list[str], label: str) -> tuple[str, str]:
    at = labels.index(label) if label in labels else -1
    return (labels[at - 1] if at > 0 else "", labels[at + 1] if 0 <= at < len(labels) - 1 else "")


def contents(parts: Iterable[Part], after: Sequence[Entry] = ()) -> list[Entry]:
    """The sections of a page, and what follows them."""
    return [*(Entry(_brief(part), f"#{part.id}") for part in parts), *after]


def _brief(part: Part) -> Said:
    """The title of a record without its date, which stands at its head."""
    return Said(part.title.partition(", ")[0], part.language) if part.kind == RECORD else part.name


def _title(section: Section, document: Document) -> Said:
    return Said(section["title"], foreign(_language(section, document)))


def _language(section: Section, document: Document) -> str:
    return str(section.get("language") or document["edition"]["language"])


def _part(section: Section, document: Document, reader: Reader) -> Part:
    label = str(section.get("label") or "")
    own = _language(section, document)
    tag = foreign(own)
    return Part(
        id=section["id"],
        kind=section["kind"],
        title=section["title"],
        label=label,
        language=tag,
        direction=direction(own) if tag else "",
        facts=_facts(section, own, str(document["conference"].get("calendar") or "")),
        shown=list(reader.section(section["paragraphs"], own)),
        href=addresses.record(reader.links.slug, label) if label and section["kind"] == RECORD else "",
    )


def _facts(section: Section, language: str, calendar: str) -> list[Markup]:
    """When and where, and who presided; the date alone where the title does not say it."""
    facts, tag = section.get("facts", {}), foreign(language)
    moment = _moment(str(facts.get("date") or ""))
    printed = str(facts.get("second_calendar") or "")
    second = (second_date(moment.date, calendar) if moment else None) or printed
    is_said = moment is not None and not second and format_day(moment, language) in section["title"]
    day = format_day(moment) if moment else str(facts.get("date") or "")
    place = Said(str(facts.get("place") or ""), tag).__html__()
    when = [escape(part) for part in ("" if is_said else day, second, _hours(facts))]
    presiding = joined([Said(str(facts.get(name) or ""), tag).__html__() for name in ("presiding", "capacity")])
    who = filled(_("Presiding: %(name)s"), name=presiding) if presiding else Markup()
    return [line for line in (joined([*when, place], BETWEEN), who) if line]


def _hours(facts: Mapping[str, Any]) -> str:
    """From when to when, as far as the times are known."""
    opened, adjourned = (_moment(str(facts.get(name) or "")) for name in ("opened", "adjourned"))
    times = [format_time(moment) if moment else "" for moment in (opened, adjourned)]
    return "–".join(times) if all(times) else times[0]


def _moment(text: str) -> Moment | None:
    try:
        return Moment.parse(text)
    except DateError:
        return None
