"""The approved records as they were frozen, with the corrigenda to them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, cast

from flask_babel import gettext as _

from confapp.calendars import second_date
from confapp.formatting import format_moment
from confapp.proceedings.format import Paragraph, Section
from confapp.proceedings.sections.writing import LONGEST_TITLE, Compiling, identifier
from confapp.programme.models import Session
from confapp.records.material import SessionMaterial
from confapp.records.models import Corrigendum, SessionRecord
from confapp.records.paragraphs import paragraph_id
from confapp.records.phrases import phrases_for
from confapp.records.tables import moment

KEPT = ("kind", "text", "language", "number", "data", "refs")


def records(compiling: Compiling, approved: Sequence[SessionRecord]) -> Iterator[Section | None]:
    """One section for each approved record; those in the edition's own language bear the session's name alone."""
    for record in approved:
        yield _record(compiling, record)


def _record(compiling: Compiling, record: SessionRecord) -> Section:
    prefix = "" if record.record_language == compiling.language else record.record_language
    return {
        "id": identifier(paragraph_id(record.session.label, prefix)),
        "kind": "record",
        "title": _title(compiling, record)[:LONGEST_TITLE],
        "label": record.session.label,
        "language": record.record_language,
        "facts": _facts(compiling, record),
        "paragraphs": [*_frozen(record, prefix), *_corrigenda(compiling, record, prefix)],
    }


def _title(compiling: Compiling, record: SessionRecord) -> str:
    session = record.session
    plain = SessionMaterial(
        label=session.label,
        conference=compiling.names.must(compiling.conference, "name"),
        language=record.record_language,
        kind=session.kind,
        number=session.number,
        held_on=session.held_on or (session.opened.date if session.opened else None),
    )
    title = phrases_for(record.record_language).title(plain)
    body = compiling.plain(session.committee, "name") if session.committee else ""
    own = compiling.plain(session, "title")
    return ". ".join(part for part in (body, title, own) if part)


def _facts(compiling: Compiling, record: SessionRecord) -> dict[str, Any]:
    session = record.session
    day = session.held_on or (session.opened.date if session.opened else None)
    facts = {
        "session": session.label,
        "number": session.number,
        "date": str(day) if day else None,
        "second_calendar": second_date(day, compiling.conference.calendar, compiling.language) if day else None,
        "place": _place(compiling, session),
        "opened": moment(session.opened) if session.opened else None,
        "adjourned": moment(session.adjourned) if session.adjourned else None,
        "presiding": compiling.names.person(session.presiding).name.text if session.presiding else None,
        "capacity": session.presiding_capacity if session.presiding else None,
        "record": record.kind.value,
        "authentic": record.is_authentic,
        "symbol": record.document.symbol if record.document else None,
        "approved": moment(record.approved) if record.approved else None,
        "approval": record.approval.value if record.approval else None,
        "approved_in": record.approved_in.label if record.approved_in else None,
        "approval_vote": record.approval_vote.label if record.approval_vote else None,
    }
    return {name: value for name, value in facts.items() if value is not None}


def _place(compiling: Compiling, session: Session) -> str | None:
    if session.place:
        return compiling.plain(session, "place")
    return compiling.plain(session.hall, "name") or compiling.plain(compiling.conference, "venue") or None


def _frozen(record: SessionRecord, prefix: str) -> Iterator[Paragraph]:
    """The paragraphs as approved; in another language than the edition's their names say so."""
    own = paragraph_id(record.session.label, "")
    for one in record.paragraphs or ():
        kept = {name: one[name] for name in KEPT if name in one}
        if kept["language"] == record.record_language:
            del kept["language"]
        name = one["id"] if not prefix else identifier(f"{own}.{prefix}{one['id'].removeprefix(own)}")
        yield cast("Paragraph", {"id": name, **kept})


def _corrigenda(compiling: Compiling, record: SessionRecord, prefix: str) -> Iterator[Paragraph]:
    numbers = {one["id"]: one.get("number") for one in record.paragraphs or ()}
    for one in record.corrigenda:
        name = identifier(paragraph_id(record.session.label, prefix, f"corrigendum-{one.number}"))
        text = _corrigendum(compiling, one, numbers.get(one.paragraph))
        yield {"id": name, "kind": "note", "text": text, "language": compiling.language}


def _corrigendum(compiling: Compiling, one: Corrigendum, number: int | None) -> str:
    by = compiling.plain(one.requested_by, "name") if one.requested_by else ""
    return _(
        "Corrigendum %(number)s (%(facts)s). In paragraph %(paragraph)s, instead of “%(old)s” read “%(new)s”. "
        "Reason: %(reason)s",
        number=one.number,
        facts="; ".join(part for part in (format_moment(one.issued, compiling.language), by) if part),
        paragraph=number or one.paragraph,
        old=one.old_text,
        new=one.new_text,
        reason=one.reason,
    )
