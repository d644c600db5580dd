"""What strangers can find of a conference: the same queries that its public pages are made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from flask_babel import gettext as _

from confapp import addresses
from confapp.committees.queries import memberships
from confapp.conferences.models import Conference
from confapp.conferences.queries import public_documents
from confapp.formatting import format_date, format_ordinal_words
from confapp.letters.queries import public_letters
from confapp.proceedings.exports.runs import plain as plain_paragraph
from confapp.proceedings.format import Section
from confapp.proceedings.queries import document_of, latest_edition
from confapp.programme.models import Session
from confapp.programme.queries import held_sessions
from confapp.records.queries import disclosed_sessions
from confapp.scheduling.queries import latest_release, loose_contributions_in, sessions_in
from confapp.scheduling.timetable import Data
from confapp.search.found import Found, in_all_languages, joined, plain
from confapp.search.models import EntryKind
from confapp.voting.queries import decisions_of_conference


def conference(one: Conference) -> Iterator[Found]:
    """Everything of a conference that strangers see, loaded by `public_conference`."""
    yield _overview(one)
    yield from _sessions(one)
    yield from _decisions(one)
    yield from _letters(one)
    yield from _documents(one)
    yield from _committees(one)
    yield from _paragraphs(one)


def _overview(one: Conference) -> Found:
    text = [one.subtitle, one.place, one.venue, plain(one.description), one.category, *one.tags]
    also = [name.name for name in one.names]
    return Found(
        kind=EntryKind.CONFERENCE,
        url=addresses.conference(one.slug),
        title=one.name,
        text=joined(text),
        place=joined([format_date(one.starts_on) if one.starts_on else ""]),
        language=_language(one),
        also=joined([*also, one.short_name, in_all_languages(one, "name", "subtitle", "place")], " "),
    )


def _sessions(one: Conference) -> Iterator[Found]:
    """Sessions that were held, with what the released schedule says of them; and those that it announces."""
    release = latest_release(one)
    planned = {each["label"]: each for each in sessions_in(release)} if release else {}
    for session in held_sessions(one):
        told = planned.pop(session.label, {}).get("contributions", [])
        presiding = session.presiding.styled_name if session.presiding else ""
        yield Found(
            kind=EntryKind.SESSION,
            url=addresses.session(one.slug, session.label),
            title=_session_title(session),
            text=joined([session.title, presiding, session.opening_note, session.place, *_contributions(told)]),
            place=joined([one.name, format_date(session.held_on) if session.held_on else ""]),
            language=_language(one, session.language),
            also=in_all_languages(session, "title"),
        )
    for label, data in planned.items():
        yield _planned(one, label, data)
    for data in loose_contributions_in(release) if release else ():
        yield _loose(one, data)


def _planned(one: Conference, label: str, data: Data) -> Found:
    named = _ordinal(data["number"]) if data.get("number") else label
    return Found(
        kind=EntryKind.SESSION,
        url=addresses.session(one.slug, label),
        title=data.get("title") or joined([data.get("committee"), named], ". "),
        text=joined(_contributions(data["contributions"])),
        place=one.name,
        language=_language(one, data.get("language")),
    )


def _loose(one: Conference, data: Data) -> Found:
    """A contribution that is on the schedule without a session."""
    return Found(
        kind=EntryKind.SESSION,
        url=addresses.conference(one.slug, "schedule/"),
        title=data["title"],
        text=joined(_contributions([{**data, "title": ""}])),
        place=one.name,
        language=_language(one, data.get("language")),
    )


def _contributions(found: Iterable[Data]) -> Iterator[str]:
    """What the released schedule says of contributions: titles, abstracts, people."""
    for each in found:
        people = [person["name"] for person in each["people"]]
        yield joined([each["title"], plain(each["abstract"]), *people], ", ")


def _decisions(one: Conference) -> Iterator[Found]:
    for decision in decisions_of_conference(one, sessions=disclosed_sessions(one)):
        yield Found(
            kind=EntryKind.DECISION,
            url=addresses.decision(one.slug, decision.label),
            title=decision.title,
            text=plain(decision.text),
            place=joined([one.name, decision.number]),
            language=_language(one, decision.language),
            also=in_all_languages(decision, "title"),
        )


def _letters(one: Conference) -> Iterator[Found]:
    for letter in public_letters(one):
        sender = letter.sender_organization.name if letter.sender_organization else ""
        names = dict.fromkeys(filter(None, [letter.sender_name, sender, letter.signatory, letter.capacity]))
        yield Found(
            kind=EntryKind.LETTER,
            url=addresses.letter(one.slug, letter.register_number),
            title=letter.subject or joined(names, ", ") or _("Letter %(number)s", number=letter.register_number),
            text=joined([joined(names, ", "), letter.place, plain(letter.text), letter.disposition]),
            place=joined([one.name, _("Letter %(number)s", number=letter.register_number)]),
            language=_language(one, letter.language),
            also=in_all_languages(letter, "subject", "sender_name"),
        )


def _documents(one: Conference) -> Iterator[Found]:
    for document in public_documents(one):
        yield Found(
            kind=EntryKind.DOCUMENT,
            url=addresses.document(one.slug, document.key),
            title=document.title,
            text=joined([document.symbol, document.author, plain(document.text)]),
            place=one.name,
            language=_language(one, document.language),
            also=in_all_languages(document, "title"),
        )


def _committees(one: Conference) -> Iterator[Found]:
    for membership in memberships(one):
        committee = membership.committee
        members = dict.fromkeys(member.official.styled_name for member in membership.members)
        yield Found(
            kind=EntryKind.COMMITTEE,
            url=addresses.committee(one.slug, committee.key),
            title=committee.name,
            text=joined([plain(committee.mandate), joined(members, ", "), plain(committee.report)]),
            place=one.name,
            language=_language(one, committee.language),
            also=joined([*(name.name for name in committee.names), in_all_languages(committee, "name")], " "),
        )


def _paragraphs(one: Conference) -> Iterator[Found]:
    """Every paragraph of the newest edition that was neither blacked out nor is a mere heading."""
    edition = latest_edition(one)
    if edition is None:
        return
    for section in document_of(edition)["sections"]:
        yield from _of_section(section, one, edition.language)


def _of_section(section: Section, one: Conference, language: str) -> Iterator[Found]:
    for paragraph in section["paragraphs"]:
        if paragraph.get("redacted") or paragraph["kind"] == "heading":
            continue
        number = _("paragraph %(number)s", number=paragraph["number"]) if paragraph.get("number") else ""
        yield Found(
            kind=EntryKind.PARAGRAPH,
            url=addresses.proceedings(one.slug, paragraph["id"]),
            title=section["title"],
            text=plain_paragraph(paragraph["text"]),
            place=joined([one.name, number]),
            language=paragraph.get("language") or section.get("language") or language,
        )


def _session_title(session: Session) -> str:
    if session.number is None:
        return session.title or session.label
    body = session.committee.name if session.committee else ""
    return joined([body, _ordinal(session.number)], ". ")


def _ordinal(number: int) -> str:
    name = _("%(ordinal)s session", ordinal=format_ordinal_words(number))
    return name[:1].upper() + name[1:]


def _language(one: Conference, own: str | None = None) -> str:
    return own or one.language or next(iter(one.languages or ()), "")
