"""Motions with their mentions in a session's log; rulings, decisions, letters and documents."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from confapp.agendas.models import AgendaItem
from confapp.conferences import models as conferences
from confapp.letters.models import LetterPresentation
from confapp.records.gathering.names import Names
from confapp.records.gathering.voted import motion_name
from confapp.records.matters import (
    Decision,
    Document,
    Item,
    Letter,
    Motion,
    MotionHelper,
    MotionMention,
    Ruling,
    TextChange,
)
from confapp.voting import models as rows
from confapp.voting.models import MotionAct, MotionState

OPEN = frozenset({MotionState.PENDING, MotionState.NOT_STATED})
TELLING = frozenset({MotionAct.WITHDRAWN, MotionAct.DISPOSED})


def motion(row: rows.Motion, names: Names) -> Motion:
    """A motion in full."""
    has_mover = row.mover or row.mover_delegation or row.mover_capacity
    return Motion(
        name=motion_name(row, names),
        mover=names.speaker(row.mover, row.mover_delegation, row.mover_capacity) if has_mover else None,
        text=names.words(row, "text"),
        committee=names.words(row.committee, "name") if row.committee else None,
        helpers=tuple(_helper(one, names) for one in row.people),
        links=tuple((one.kind, motion_name(one.other, names)) for one in row.links),
        changes=tuple(_text_change(one, names) for one in row.changes),
        state=row.state,
        outcome=names.words(row, "outcome"),
    )


def mentions(found: Sequence[rows.Motion], names: Names, session_id: int) -> Mapping[int, list[MotionMention]]:
    """What each entry of the session says happened to which motion."""
    told: dict[int, list[MotionMention]] = {}
    for row in found:
        last = max(row.events, key=lambda one: one.id, default=None)
        for entry_id in dict.fromkeys(one.entry_id for one in row.events if one.entry.session_id == session_id):
            acts = tuple(one.act for one in row.events if one.entry_id == entry_id)
            settles = last is not None and last.entry_id == entry_id and _is_told_here(row, row.events, acts)
            told.setdefault(entry_id, []).append(MotionMention(motion(row, names), acts, settles=settles))
    return told


def unmentioned(row: rows.Motion, names: Names) -> MotionMention:
    """A motion that no entry mentions, told where the log leaves off."""
    return MotionMention(motion(row, names), (MotionAct.MOVED,), settles=_is_told_here(row, [], (MotionAct.MOVED,)))


def _is_told_here(row: rows.Motion, events: Iterable[rows.MotionEvent], acts: Sequence[MotionAct]) -> bool:
    """Whether the outcome is to be said at the last mention: nothing else says it, no vote and no withdrawal."""
    if row.state in OPEN or row.votes or MotionAct.WITHDRAWN in acts:
        return False
    return MotionAct.DISPOSED in acts or not any(one.act in TELLING for one in events)


def _helper(row: rows.MotionPerson, names: Names) -> MotionHelper:
    return MotionHelper(row.role, names.speaker(row.official, row.delegation), names.plain(row.name))


def _text_change(row: rows.TextChange, names: Names) -> TextChange:
    text = names.plain(row.text)
    assert text is not None
    proposer = names.speaker(row.proposer) if row.proposer else None
    return TextChange(text, proposer, names.plain(row.outcome))


def ruling(row: rows.Ruling, names: Names) -> Ruling:
    """A ruling of the presiding officer."""
    by = names.speaker(row.by) if row.by else None
    return Ruling(row.label, names.must(row, "text"), by, motion_name(row.motion, names) if row.motion else None)


def decision(row: rows.Decision, names: Names) -> Decision:
    """A decision with its text as adopted."""
    return Decision(
        label=row.label,
        kind=row.kind,
        title=names.must(row, "title"),
        number=row.number,
        text=names.words(row, "text"),
        manner=names.words(row, "manner"),
        document=names.words(row.document, "title") if row.document and row.number else None,
    )


def letter(row: LetterPresentation, names: Names) -> Letter:
    """A letter as it came before the session; of one that its sender does not let strangers see, only that it came."""
    sent = row.letter
    presented_by = names.speaker(row.presented_by) if row.presented_by else None
    if not sent.is_public:
        return Letter(number=sent.register_number, kind=sent.kind, form=row.form, presented_by=presented_by)
    sender = names.person(sent.sender_official).name if sent.sender_official else None
    return Letter(
        number=sent.register_number,
        kind=sent.kind,
        form=row.form,
        person=sender,
        sender=names.words(sent, "sender_name"),
        organization=names.words(sent.sender_organization, "name") if sent.sender_organization else None,
        signatory=sent.signatory,
        capacity=names.words(sent, "capacity"),
        medium=names.words(sent, "medium"),
        place=names.words(sent, "place"),
        via=names.words(sent, "via"),
        written_on=sent.written_on,
        received=sent.received,
        subject=names.words(sent, "subject"),
        text=names.words(sent, "text"),
        disposition=names.words(sent, "disposition"),
        presented_by=presented_by,
        note=names.plain(row.note),
    )


def document(row: conferences.Document, names: Names) -> Document:
    """A document before the session."""
    return Document(
        row.key,
        names.must(row, "title"),
        row.symbol,
        names.plain(row.kind),
        names.words(row, "author"),
        row.issued_on,
    )


def item(row: AgendaItem, names: Names) -> Item:
    """The agenda item under which something happened."""
    return Item(row.key, row.number, names.must(row, "title"))
