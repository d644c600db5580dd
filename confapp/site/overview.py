"""What the overview of a conference shows: figures, time line, officers, facts, all shaped from loaded rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from flask_babel import gettext as _
from flask_babel import ngettext
from markupsafe import Markup, escape

from confapp import addresses
from confapp.committees.queries import Membership
from confapp.conferences.models import Conference, ConferenceFormat, ConveningInstrument, Occasion, Rulebook, Source
from confapp.dates import Moment, PartialDate
from confapp.formatting import format_all, format_number, format_ordinal_words
from confapp.officials.models import Appointment
from confapp.officials.queries import Post
from confapp.organizations.models import Body, Organization
from confapp.participation.queries import Numbers
from confapp.proceedings.models import Edition
from confapp.site.frame import when
from confapp.site.markup import day, filled, joined, linked, named, person, span
from confapp.site.texts import Said, foreign, own, said
from confapp.site.words import COMMITTEES, CONFERENCE_STATES, FORMATS, language_name

Fact = str | Markup
LAST = date.max


class Event(NamedTuple):
    """An entry of the time line."""

    when: Fact
    title: Fact
    note: Fact = ""
    href: str = ""
    key: bool = False


class Figure(NamedTuple):
    """A number with what it counts, and where that is found."""

    number: str
    label: str
    href: str


class Head(NamedTuple):
    """What stands above everything else."""

    kicker: Fact
    subtitle: Said
    summary: Said
    meta: list[Fact]
    topics: list[tuple[Said, str]]


def head(conference: Conference) -> Head:
    """What it was, where, when and how far it has come."""
    return Head(
        kicker=_number(conference) or said(conference, "category").__html__() or _("Conference"),
        subtitle=said(conference, "subtitle"),
        summary=said(conference, "description"),
        meta=[said(conference, "place").__html__(), when(conference), str(CONFERENCE_STATES[conference.state])],
        topics=[(own(tag, conference), "") for tag in conference.tags],
    )


def _number(conference: Conference) -> Markup:
    """Its place in its series: "Second of the series International Congress of …"."""
    if conference.series is None or conference.ordinal is None:
        return Markup()
    ordinal = format_ordinal_words(conference.ordinal)
    sentence = _("%(ordinal)s of the series %(series)s")
    return filled(sentence, ordinal=ordinal[:1].upper() + ordinal[1:], series=own(conference.series.name, conference))


def reading(conference: Conference, edition: Edition | None, parts: frozenset[str]) -> list[tuple[str, str, str]]:
    """What there is to read and to take home."""
    slug = conference.slug
    files = []
    if edition is not None:
        files = [
            (_("Read the proceedings"), addresses.proceedings(slug), ""),
            (_("PDF"), addresses.edition(slug, edition.number, "pdf"), "application/pdf"),
            (_("Verify the signed edition"), addresses.edition(slug, edition.number), ""),
        ]
    titles = {"agenda": _("Agenda"), "schedule": _("Schedule"), "letters": _("Letters"), "documents": _("Documents")}
    return files + [
        (title, addresses.conference(slug, f"{part}/"), "") for part, title in titles.items() if part in parts
    ]


def contents(sections: Iterable[tuple[str, Said | str, object]]) -> list[dict[str, Said | str]]:
    """The contents rail: those of the sections that have something in them."""
    return [{"title": title, "href": f"#{anchor}"} for anchor, title, there in sections if there]


def figures(
    conference: Conference, numbers: Numbers | None, sessions: int, business: tuple[int, int], letters: int
) -> list[Figure]:
    """How many took part, met, moved and wrote, of what strangers may know."""
    participants, decisions, met, wrote = (
        addresses.conference(conference.slug, f"{part}/")
        for part in ("participants", "decisions", "sessions", "letters")
    )
    delegations, delegates = (numbers.delegations, numbers.delegates) if numbers else (0, 0)
    motions, votes = business
    found = [
        (delegations, ngettext("delegation", "delegations", delegations), participants),
        (delegates, ngettext("delegate", "delegates", delegates), participants),
        (sessions, ngettext("session", "sessions", sessions), met),
        (motions, ngettext("motion", "motions", motions), decisions),
        (votes, ngettext("vote", "votes", votes), decisions),
        (letters, ngettext("letter", "letters", letters), wrote),
    ]
    return [Figure(format_number(number), label, href) for number, label, href in found if number]


def timeline(conference: Conference, editions: Iterable[Edition]) -> list[Event]:
    """From the first act that called it to its proceedings; what has no date stands last."""
    dated: list[tuple[date, Event]] = [_instrument(conference, one) for one in conference.instruments]
    dated += [_based_on(conference, one) for one in conference.occasions if one.base_event]
    acts: list[tuple[PartialDate | Moment | None, str]] = [
        (conference.announced_on, _("Announced")),
        (conference.convened_on, _("Convened")),
        (conference.opened or conference.starts_on, _("Opened")),
        (conference.closed or conference.ends_on, _("Closed")),
    ]
    dated += [(_first(at), Event(day(at, conference), title, key=True)) for at, title in acts if at is not None]
    dated += [_published(conference, edition) for edition in editions]
    return [event for _at, event in sorted(dated, key=lambda pair: pair[0])]


def posts(found: Sequence[Post], conference: Conference) -> list[tuple[Fact, list[Fact]]]:
    """The offices with their holders and terms; one that was left vacant says so."""
    return [(said(post.office, "title", conference).__html__(), _holders(post, conference)) for post in found]


def facts(conference: Conference, rulebook: Rulebook | None) -> list[tuple[str, Fact]]:
    """Who, where and by what rules; what is not known is left out."""
    known: list[tuple[str, Fact]] = [
        (_("Convened by"), _convener(conference)),
        (_("Host"), _body(conference.host)),
        (_("Place"), joined(_places(conference))),
        (_("Languages"), format_all([language_name(tag) for tag in conference.languages])),
        (_("Languages of record"), format_all([language_name(tag) for tag in conference.record_languages])),
        (_("Rules of procedure"), said(rulebook, "name", conference).__html__() if rulebook else ""),
        (_("Series"), own(conference.series.name, conference).__html__() if conference.series else ""),
        (_("Preceded by"), said(conference, "preceded_by").__html__() if conference.preceded_by else ""),
    ]
    return [fact for fact in known if fact[1]]


def committees(found: Iterable[Membership], conference: Conference) -> list[tuple[Fact, str, list[Fact]]]:
    """The committees with what they are and who presides over or sits on them."""
    return [
        (
            linked(said(one.committee, "name", conference), addresses.committee(conference.slug, one.committee.key)),
            str(COMMITTEES[one.committee.committee_kind]),
            list(dict.fromkeys(person(member.official) for member in one.members)),
        )
        for one in found
    ]


class Reference(NamedTuple):
    """A source as the overview cites it."""

    key: str
    title: Said
    url: str
    rights: Said


def references(found: Iterable[Source], conference: Conference) -> list[Reference]:
    """What the facts were taken from."""
    return [
        Reference(
            key=one.key,
            title=_cited(one, one.citation or one.title, conference),
            url=one.url if one.url and one.url.startswith(("https://", "http://")) else "",
            rights=own(one.rights, conference),
        )
        for one in found
    ]


def _cited(source: Source, text: str, conference: Conference) -> Said:
    return Said(text, foreign(source.language)) if source.language else own(text, conference)


def occasions(conference: Conference) -> list[tuple[Said, Said, Fact]]:
    """Why it was held when it was held: name, meaning, day."""
    return [
        (said(one, "name", conference), said(one, "meaning", conference), day(one.occurs_on, conference))
        for one in conference.occasions
    ]


def _instrument(conference: Conference, one: ConveningInstrument) -> tuple[date, Event]:
    notes: list[Fact] = [said(one, "kind", conference).__html__(), said(one, "issued_by", conference).__html__()]
    if one.delegates_max:
        notes.append(ngettext("up to %(num)s delegate", "up to %(num)s delegates", one.delegates_max))
    if one.annex:
        notes.append(filled(_("annex %(annex)s"), annex=named(one.annex)))
    line = Markup(" · ").join(note for note in notes if note)
    summary = said(one, "summary", conference)
    note = Markup("<br>").join(part for part in (line, summary.line) if part)
    return _first(one.issued_on), Event(
        _when(one.issued_on, conference), said(one, "title", conference).__html__(), note
    )


def _based_on(conference: Conference, one: Occasion) -> tuple[date, Event]:
    return _first(one.base_date), Event(
        _when(one.base_date, conference), said(one, "base_event", conference).__html__()
    )


def _published(conference: Conference, edition: Edition) -> tuple[date, Event]:
    title = _("Edition %(number)s of the proceedings published", number=edition.number)
    href = addresses.edition(conference.slug, edition.number)
    return edition.published_at.date(), Event(day(edition.published_at, conference), title, href=href, key=True)


def _when(at: PartialDate | None, conference: Conference) -> Fact:
    return day(at, conference) or _("not dated")


def _first(at: PartialDate | Moment | None) -> date:
    if at is None:
        return LAST
    return at.date.earliest if isinstance(at, Moment) else at.earliest


def _holders(post: Post, conference: Conference) -> list[Fact]:
    held: list[Fact] = [_holder(one, conference) for one in post.holders]
    if held:
        return held
    note = said(post.office, "note", conference)
    return [note.line or (_("left vacant") if post.office.is_abolished else _("vacant"))]


def _holder(one: Appointment, conference: Conference) -> Markup:
    name = person(one.official)
    details = [
        _("acting") if one.is_acting else "",
        said(one, "responsibility", conference).__html__() if one.responsibility else "",
        _term(one),
        said(one, "instrument_text", conference).line if one.instrument_text else "",
    ]
    line = Markup(" · ").join(part for part in details if part)
    return Markup('{} <span class="aside">{}</span>').format(name, line) if line else name


def _term(one: Appointment) -> Fact:
    if one.term_start and one.term_end:
        return span(one.term_start, one.term_end)
    if one.term_start:
        return filled(_("from %(day)s"), day=day(one.term_start))
    return filled(_("until %(day)s"), day=day(one.term_end)) if one.term_end else ""


def _convener(conference: Conference) -> Fact:
    if conference.convening_official is not None:
        return person(conference.convening_official)
    return _body(conference.convener)


def _body(body: Body | None) -> Fact:
    if body is None:
        return ""
    name = said(body, "name")
    return linked(name, addresses.organization(body.slug)) if isinstance(body, Organization) else name.__html__()


def _places(conference: Conference) -> list[Markup]:
    manner = "" if conference.format is ConferenceFormat.IN_PERSON else str(FORMATS[conference.format])
    return [said(conference, "venue").__html__(), said(conference, "place").__html__(), escape(manner)]
