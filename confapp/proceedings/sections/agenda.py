"""The agendas as they were issued; without one, the order of business as the records show it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from flask_babel import gettext as _
from flask_babel import ngettext

from confapp.agendas.models import Agenda, AgendaItem, AgendaState
from confapp.agendas.queries import Node, public_agendas, tree
from confapp.formatting import format_moment
from confapp.proceedings.format import Section
from confapp.proceedings.sections.writing import Compiling, Writer, behind, identifier, is_numbered, session_name
from confapp.programme.models import Session
from confapp.records.models import SessionRecord
from confapp.records.prose import sentences
from confapp.voting.models import Motion, MotionKind
from confapp.voting.queries import motions_of_conference

BUSINESS = frozenset(
    {
        MotionKind.RESOLUTION,
        MotionKind.PROCEDURAL,
        MotionKind.NOMINATION,
        MotionKind.REPORT,
        MotionKind.RECORD_APPROVAL,
        MotionKind.PRESENTATION,
        MotionKind.REQUEST,
        MotionKind.APPEAL,
        MotionKind.RECONSIDERATION,
        MotionKind.THANKS,
        MotionKind.OTHER,
    }
)


def agenda(compiling: Compiling, records: Sequence[SessionRecord]) -> Iterator[Section | None]:
    """Every agenda that was issued, each a section; else one on the order of business."""
    issued = public_agendas(compiling.conference)
    for one in issued:
        yield _agenda(compiling, one)
    if not issued:
        yield _order_of_business(compiling, [record.session for record in records])


def _agenda(compiling: Compiling, one: Agenda) -> Section | None:
    writer = Writer(compiling, f"agenda.{one.key}")
    if one.state is not AgendaState.PROVISIONAL:
        writer.add("adoption", "note", sentences(_adoption(compiling, one)))
    for node in tree(one):
        _item(compiling, writer, node)
    titles = {
        AgendaState.PROVISIONAL: _("Provisional agenda"),
        AgendaState.ADOPTED: _("Agenda"),
        AgendaState.SUPERSEDED: _("Agenda, superseded"),
    }
    title = compiling.plain(one, "title") or titles.get(one.state, _("Agenda"))
    label = one.session.label if one.session else None
    return writer.section("agenda", title, label=label, facts={"state": one.state.value, "version": one.number})


def _adoption(compiling: Compiling, one: Agenda) -> Iterator[str]:
    day = format_moment(one.adopted, compiling.language) if one.adopted else None
    if one.adopted_in:
        where = _adopted_in(one.adopted_in)
        yield behind(where, [day])
    elif day:
        yield _("Adopted: %(date)s", date=day)
    if one.adoption_note:
        yield compiling.content(one, "adoption_note") or ""


def _adopted_in(session: Session) -> str:
    if is_numbered(session):
        return _("Adopted by session %(label)s", label=session.label)
    return _("Adopted in: %(session)s", session=session_name(session))


def _item(compiling: Compiling, writer: Writer, node: Node) -> None:
    one = node.item
    refs = [{"kind": "agenda_item", "id": one.key}]
    writer.add(identifier(one.key), "text", sentences(_item_parts(compiling, one)), refs=refs, number=one.number)
    for child in node.children:
        _item(compiling, writer, child)


def _item_parts(compiling: Compiling, one: AgendaItem) -> Iterator[str]:
    yield compiling.name(one, "title") or ""
    if one.rapporteur:
        yield _("Rapporteur: %(name)s", name=compiling.scene().person(compiling.names.person(one.rapporteur)))
    if one.duration_minutes:
        yield ngettext("%(num)s minute", "%(num)s minutes", one.duration_minutes)
    if one.documents:
        named = [behind(compiling.name(each.document, "title") or "", [each.document.symbol]) for each in one.documents]
        yield _("Documents: %(names)s", names="; ".join(named))
    for field in ("note", "outcome"):
        if text := compiling.content(one, field):
            yield text if field == "note" else _("Outcome: %(text)s", text=text)


def _order_of_business(compiling: Compiling, sessions: Sequence[Session]) -> Section | None:
    writer = Writer(compiling, "agenda")
    moved: dict[int, list[Motion]] = {}
    for motion in motions_of_conference(compiling.conference):
        if motion.kind in BUSINESS:
            moved.setdefault(motion.session_id, []).append(motion)
    if moved:
        writer.add(
            "none",
            "note",
            _(
                "No agenda was adopted or printed. This is the order of business as the records of the sessions "
                "show it: what was moved in them, in its order, amendments and adjournments left out."
            ),
        )
    for session in {one.id: one for one in sessions}.values():
        if session.id in moved:
            _business(compiling, writer, session, moved[session.id])
    return writer.section("agenda", _("Order of business"), facts={"derived": True})


def _business(compiling: Compiling, writer: Writer, session: Session, moved: Sequence[Motion]) -> None:
    key = identifier(f"session-{session.label}")
    writer.heading(f"{key}.heading", session_name(session), level=2)
    scene = compiling.scene()
    items = [compiling.names.must(one, "summary") for one in moved]
    lines = [f"{at}. {scene.name(words)}" for at, words in enumerate(items, start=1)]
    data = {"items": [words.within(compiling.language)[0] for words in items]}
    refs = [{"kind": "motion", "id": one.label} for one in moved]
    writer.add(key, "list", "\n".join(lines), data=data, refs=refs)
