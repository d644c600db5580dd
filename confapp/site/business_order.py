"""Agendas as trees with their concordance, and the order of business that the logs of the sessions give."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import NamedTuple

from flask_babel import gettext as _
from markupsafe import Markup

from confapp import addresses
from confapp.agendas.changes import Change, Mark, changes
from confapp.agendas.models import Agenda, AgendaItem, AgendaState, ItemKind
from confapp.agendas.queries import Node, in_force, tree
from confapp.agendas.words import MARKS
from confapp.conferences.models import Conference
from confapp.floor.models import EntryKind, LogEntry
from confapp.formatting import format_duration
from confapp.programme.models import Session
from confapp.site.floor_words import ENTRIES
from confapp.site.markup import day, filled, linked, person
from confapp.site.texts import Said, said
from confapp.site.words import AGENDA_STATES, ITEM_KINDS, session_name
from confapp.voting.models import Motion

# What is an order of business: not how the session itself went on.
LIFE = frozenset(
    {
        EntryKind.OPENED,
        EntryKind.ROLL,
        EntryKind.CHAIR,
        EntryKind.SUSPENDED,
        EntryKind.RESUMED,
        EntryKind.ADJOURNED,
        EntryKind.FLOOR_GIVEN,
    }
)
TONES = {AgendaState.ADOPTED: "good", AgendaState.PROVISIONAL: "caution"}


class Item(NamedTuple):
    """A matter with those under it."""

    id: str
    number: str
    title: Said
    meta: list[Markup]
    note: Said
    outcome: Said
    marks: list[str]
    children: list[Item]


class Version(NamedTuple):
    """One version of an agenda."""

    id: str
    title: Said
    name: str
    state: str
    tone: str
    adopted: Markup
    note: Said
    items: list[Item]
    changes: list[tuple[str, str, Said]]
    dropped: list[Markup]
    compared: str


class Scope(NamedTuple):
    """The agenda of the conference, or of one session: the version in force, then the others, newest first."""

    anchor: str
    title: str
    href: str
    version: Version
    others: list[Version]
    place: int


@dataclass(slots=True)
class Sitting:
    """What a session took up, in its order."""

    anchor: str
    title: str
    href: str
    when: Markup
    place: int
    matters: list[tuple[str, Said]] = field(default_factory=list)


def scopes(agendas: Sequence[Agenda], conference: Conference) -> list[Scope]:
    """Agendas by what they are the agenda of."""
    found: dict[int | None, list[Agenda]] = {}
    for agenda in agendas:
        found.setdefault(agenda.session_id, []).append(agenda)
    return [_scope(versions, conference) for versions in found.values()]


def order(
    entries: Iterable[tuple[LogEntry, Motion | None]], agendas: Sequence[Agenda], conference: Conference
) -> list[Sitting]:
    """What the sessions took up, by their logs: those that no agenda covers."""
    if any(agenda.session_id is None for agenda in agendas):
        return []
    covered = {agenda.session_id for agenda in agendas}
    sittings: dict[int, Sitting] = {}
    for entry, motion in entries:
        session = entry.session
        sitting = sittings.setdefault(session.id, _sitting(session, conference))
        text = said(entry, "text", conference) or (said(motion, "summary", conference) if motion else Said(""))
        if text and entry.kind not in LIFE:
            sitting.matters.append((str(ENTRIES[entry.kind]), text))
    return [one for key, one in sittings.items() if one.matters and key not in covered]


def parts(agendas: Iterable[Scope], sittings: Iterable[Sitting]) -> list[Scope | Sitting]:
    """Agendas and orders of business in the order of the sessions."""
    return sorted([*agendas, *sittings], key=lambda one: one.place)


def _sitting(session: Session, conference: Conference) -> Sitting:
    return Sitting(
        anchor=f"session-{session.label}",
        title=session_name(session),
        href=addresses.session(conference.slug, session.label),
        when=day(session.held_on, conference),
        place=session.position,
    )


def _scope(versions: Sequence[Agenda], conference: Conference) -> Scope:
    current = in_force(versions)
    assert current is not None
    session = current.session
    return Scope(
        anchor=f"session-{session.label}" if session is not None else "conference",
        title=session_name(session) if session is not None else _("The conference"),
        href=addresses.session(conference.slug, session.label) if session is not None else "",
        version=_version(current, versions, conference),
        others=[_version(one, versions, conference) for one in versions if one is not current],
        place=session.position if session is not None else 0,
    )


def _version(agenda: Agenda, versions: Sequence[Agenda], conference: Conference) -> Version:
    before = next((one for one in versions if one.id == agenda.replaces_id), None)
    changed = changes(before, agenda) if before is not None else []
    marks = {one.after.id: _marked(one) for one in changed if one.after is not None}
    return Version(
        id=agenda.key,
        title=said(agenda, "title", conference),
        name=_("Version %(number)s", number=agenda.number),
        state=str(AGENDA_STATES[agenda.state]),
        tone=TONES.get(agenda.state, ""),
        adopted=_adopted(agenda, conference),
        note=said(agenda, "adoption_note", conference),
        items=[_item(agenda, node, conference, marks) for node in tree(agenda)],
        changes=_renumbered(changed, conference),
        dropped=[_left_out(one.before, conference) for one in changed if one.before and not one.after],
        compared=_("Compared with version %(number)s.", number=before.number) if before is not None else "",
    )


def _adopted(agenda: Agenda, conference: Conference) -> Markup:
    """When and where it was adopted: "adopted on 1 October 1884, First session"."""
    parts = []
    if agenda.adopted is not None:
        parts.append(filled(_("adopted on %(day)s"), day=day(agenda.adopted, conference)))
    if agenda.adopted_in is not None:
        href = addresses.session(conference.slug, agenda.adopted_in.label)
        link = Markup('<a class="ref" href="{}">{}</a>').format(href, session_name(agenda.adopted_in))
        parts.append(link if parts else filled(_("adopted at the %(session)s"), session=link))
    return Markup(", ").join(parts)


def _item(agenda: Agenda, node: Node, conference: Conference, marks: Mapping[int, list[str]]) -> Item:
    item = node.item
    return Item(
        id=f"{agenda.key}-{item.key}",
        number=item.number,
        title=said(item, "title", conference),
        meta=[fact for fact in _facts(item, conference) if fact],
        note=said(item, "note", conference),
        outcome=said(item, "outcome", conference),
        marks=marks.get(item.id, []),
        children=[_item(agenda, child, conference, marks) for child in node.children],
    )


def _facts(item: AgendaItem, conference: Conference) -> Iterable[Markup]:
    if item.kind is not ItemKind.DISCUSSION:
        yield Markup("{}").format(ITEM_KINDS[item.kind])
    if item.rapporteur is not None:
        yield filled(_("rapporteur: %(name)s"), name=person(item.rapporteur))
    if item.duration_minutes:
        yield Markup("{}").format(format_duration(timedelta(minutes=item.duration_minutes)))
    for one in item.documents:
        href = addresses.document(conference.slug, one.document.key)
        title = said(one.document, "title", conference)
        yield linked(Said(one.document.symbol) if one.document.symbol else title, href)


def _marked(one: Change) -> list[str]:
    """What happened to an item, in words; the number that it had before is told with it."""
    return [
        _("renumbered, before: %(number)s", number=one.before.number)
        if mark is Mark.RENUMBERED and one.before is not None
        else str(MARKS[mark])
        for mark in one.marks
    ]


def _renumbered(changed: Iterable[Change], conference: Conference) -> list[tuple[str, str, Said]]:
    """Old number, new number and title of every item whose number is not the same in both; old ones stay citable."""
    return [
        (one.before.number if one.before else "", one.after.number if one.after else "", _titled(one, conference))
        for one in changed
        if one.before is None or one.after is None or one.before.number != one.after.number
    ]


def _left_out(item: AgendaItem, conference: Conference) -> Markup:
    title = said(item, "title", conference).__html__()
    return filled(_("Item %(number)s was left out: %(title)s"), number=item.number, title=title)


def _titled(one: Change, conference: Conference) -> Said:
    item = one.after or one.before
    assert item is not None
    return said(item, "title", conference)
