"""What strangers can find of a conference: the same queries that its public pages are made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from confapp import addresses
from confapp.committees.queries import memberships
from confapp.conferences.models import Conference
from confapp.conferences.queries import public_documents
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
from confapp.search.words import Called, Facts
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
        facts=Facts(day=str(one.starts_on)) if one.starts_on else Facts(),
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
            title="" if session.number is not None else session.title or "",
            facts=_facts_of_session(one, session),
            text=joined([session.title, presiding, session.opening_note, session.place, *_contributions(told)]),
            place=one.name,
            language=_language(one, session.language),
            also=in_all_languages(session, "title"),
        )
    for label, data in planned.items():
        yield _planned(one, label, data)
    for data in loose_contributions_in(release) if release else ():
        yield _loose(one, data)


def _planned(one: Conference, label: str, data: Data) -> Found:
    called = Called(kind=data["kind"], number=data["number"], label=label, committee=data["committee"] or "")
    return Found(
        kind=EntryKind.SESSION,
        url=addresses.session(one.slug, label),
        title=data.get("title") or "",
        text=joined(_contributions(data["contributions"])),
        place=one.name,
        facts=Facts(session=called, **_place(one)),
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
        facts=_place(one),
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
            place=one.name,
            facts=Facts(number=decision.number, **_place(one)) if decision.number else _place(one),
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
            title=letter.subject or joined(names, ", "),
            text=joined([joined(names, ", "), letter.place, plain(letter.text), letter.disposition]),
            place=one.name,
            facts=Facts(letter=letter.register_number, **_place(one)),
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
            facts=_place(one),
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
            facts=_place(one),
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
        facts = Facts(title_language=section.get("language") or language, **_place(one))
        if paragraph.get("number"):
            facts["paragraph"] = str(paragraph["number"])
        yield Found(
            kind=EntryKind.PARAGRAPH,
            url=addresses.proceedings(one.slug, paragraph["id"]),
            title=section["title"],
            text=plain_paragraph(paragraph["text"]),
            place=one.name,
            facts=facts,
            language=paragraph.get("language") or section.get("language") or language,
        )


def _facts_of_session(one: Conference, session: Session) -> Facts:
    committee = session.committee.name if session.committee else ""
    called = Called(kind=session.kind, number=session.number, label=session.label, committee=committee)
    facts = Facts(session=called, **_place(one))
    if session.held_on:
        facts["day"] = str(session.held_on)
    return facts


def _place(one: Conference) -> Facts:
    """The language of the conference's name, under which all that is found in it stands."""
    return Facts(place_language=_language(one))


def _language(one: Conference, own: str | None = None) -> str:
    return own or one.language or next(iter(one.languages or ()), "")
