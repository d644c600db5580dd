"""The rows behind a record: its overlay, its revisions, its text as it now reads."""

from __future__ import annotations

import sqlalchemy as sa
from flask_babel import gettext as _

from confapp import clock
from confapp.accounts.models import User
from confapp.db import db
from confapp.errors import NotFound, RuleViolation
from confapp.facts import next_number, write
from confapp.programme.models import Session
from confapp.records import rules
from confapp.records.facts import Correction
from confapp.records.models import Corrigendum, Overlay, RecordRevision, SessionRecord
from confapp.records.paragraphs import numbered
from confapp.records.queries import record_text


def session_of(record: SessionRecord) -> Session:
    """The session of a record, from memory where it is there."""
    return db.session.get_one(Session, record.session_id)


def record_of_overlay(overlay: Overlay) -> SessionRecord:
    """The record that an editor's paragraph belongs to."""
    return db.session.get_one(SessionRecord, overlay.record_id)


def add_overlay(record: SessionRecord, correction: Correction, uid: str | None) -> Overlay:
    """Set an editor's paragraph behind all others of the record."""
    rules.refuse_anchor(session_of(record), correction.anchor)
    known = sa.select(Overlay.id).where(Overlay.record_id == record.id, Overlay.uid == uid)
    if uid is not None and db.session.scalar(known):
        raise RuleViolation(_("This record has a paragraph named “%(uid)s” already.", uid=uid), field="uid")
    overlay = Overlay(record_id=record.id, position=next_number(Overlay.position, Overlay.record_id == record.id))
    write(overlay, {"anchor": correction.anchor, "text": correction.text, "place": correction.place})
    if uid is not None:
        overlay.uid = uid
    db.session.add(overlay)
    db.session.flush()
    db.session.expire(record, ["overlays"])
    return overlay


def keep_revision(record: SessionRecord, *, by: User | None) -> RecordRevision:
    """Keep how the record reads now, in the state that it has now."""
    db.session.flush()
    paragraphs = record.paragraphs
    if paragraphs is None:
        paragraphs = numbered(record_text(record))
    revision = RecordRevision(
        record_id=record.id,
        number=next_number(RecordRevision.number, RecordRevision.record_id == record.id),
        state=record.state,
        made_at=clock.now(),
        made_by_id=by.id if by else None,
        paragraphs=paragraphs,
    )
    db.session.add(revision)
    return revision


def present_text(record: SessionRecord, paragraph: str) -> str:
    """What a paragraph of an approved record reads after all corrigenda to it."""
    text = next((one["text"] for one in record.paragraphs or () if one["id"] == paragraph), None)
    if text is None:
        raise NotFound(_("This record has no paragraph %(paragraph)s.", paragraph=paragraph), field="paragraph")
    latest = (
        sa.select(Corrigendum.new_text)
        .where(Corrigendum.record_id == record.id, Corrigendum.paragraph == paragraph)
        .order_by(Corrigendum.number.desc())
        .limit(1)
    )
    return db.session.scalar(latest) or str(text)
