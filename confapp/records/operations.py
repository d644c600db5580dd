"""Draft, edit, circulate, correct and approve records; issue corrigenda to approved ones."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Unpack

import sqlalchemy as sa
from flask_babel import gettext as _

from confapp import audit
from confapp.accounts.models import User
from confapp.audit import Action
from confapp.dates import Moment
from confapp.db import db
from confapp.errors import RuleViolation
from confapp.facts import next_number, refuse_stale, write
from confapp.floor.facts import NOW, Now
from confapp.floor.moments import conference_of, moment_of
from confapp.participation.models import Delegation
from confapp.programme.models import Session
from confapp.records import keeping, rules
from confapp.records.composing import orphans
from confapp.records.facts import Approval, Correction, RecordFacts
from confapp.records.models import (
    ApprovalManner,
    Corrigendum,
    Overlay,
    OverlayPlace,
    RecordState,
    SessionRecord,
)
from confapp.records.paragraphs import numbered
from confapp.records.phrases import phrases_for
from confapp.records.queries import record_text
from confapp.voting.models import Vote


def draft_record(
    session: Session, *, language: str, by: User | None = None, **facts: Unpack[RecordFacts]
) -> SessionRecord:
    """Begin the record of a session in a language; until it is approved its text follows the log."""
    rules.refuse_unheld(session)
    phrases_for(language)
    known = sa.select(SessionRecord.id).filter_by(session_id=session.id, record_language=language)
    if db.session.scalar(known):
        raise RuleViolation(_("This session has a record in this language already."), field="language")
    record = SessionRecord(session=session, record_language=language, overlays=[], corrigenda=[])
    write(record, facts)
    db.session.add(record)
    audit.record(Action.RECORD_DRAFTED, record, by=by, detail={"language": language})
    db.session.flush()
    return record


def overlay_paragraph(
    record: SessionRecord,
    *,
    text: str,
    anchor: str | None = None,
    place: OverlayPlace = OverlayPlace.AFTER,
    uid: str | None = None,
    by: User | None = None,
) -> Overlay:
    """Set an editor's paragraph (Markdown) before, after or instead of what is told of a log entry.

    `anchor` is the entry's uid, `opening` or `closing`; without one the paragraph stands at the end.
    """
    rules.refuse_state(record, RecordState.DRAFT, RecordState.CORRECTED)
    overlay = keeping.add_overlay(record, Correction(anchor, text, place), uid)
    audit.record(Action.RECORD_EDITED, record, by=by, detail={"overlay": overlay.uid})
    db.session.flush()
    return overlay


def change_overlay(
    overlay: Overlay,
    *,
    text: str,
    anchor: str | None,
    place: OverlayPlace,
    version: int | None = None,
    by: User | None = None,
) -> None:
    """Change an editor's paragraph or its place."""
    record = keeping.record_of_overlay(overlay)
    rules.refuse_state(record, RecordState.DRAFT, RecordState.CORRECTED)
    refuse_stale(overlay, version)
    rules.refuse_anchor(keeping.session_of(record), anchor)
    write(overlay, {"text": text, "anchor": anchor, "place": place})
    audit.record(Action.RECORD_EDITED, overlay, by=by, detail={"overlay": overlay.uid})
    db.session.flush()


def remove_overlay(overlay: Overlay, *, by: User | None = None) -> None:
    """Take an editor's paragraph out; the revisions of the record keep what it said."""
    record = keeping.record_of_overlay(overlay)
    rules.refuse_state(record, RecordState.DRAFT, RecordState.CORRECTED)
    audit.record(Action.RECORD_EDITED, record, by=by, detail={"removed": overlay.uid, "text": overlay.text})
    db.session.delete(overlay)
    db.session.flush()
    db.session.expire(record, ["overlays"])


def circulate_record(record: SessionRecord, *, on: Moment | Now | None = NOW, by: User | None = None) -> None:
    """Send a record round for corrections; how it reads is kept as a revision."""
    rules.refuse_state(record, RecordState.DRAFT, RecordState.CORRECTED)
    session = keeping.session_of(record)
    rules.refuse_unended(session)
    record.circulated = moment_of(on, conference_of(session).zone)
    record.state = RecordState.CIRCULATED
    keeping.keep_revision(record, by=by)
    audit.record(Action.RECORD_CIRCULATED, record, by=by)
    db.session.flush()


def correct_record(
    record: SessionRecord,
    *,
    corrections: Sequence[Correction],
    on: Moment | Now | None = NOW,
    by: User | None = None,
) -> None:
    """Take up corrections to a circulated record; a delegation's come within the days of the rules (R31)."""
    rules.refuse_state(record, RecordState.CIRCULATED, RecordState.CORRECTED)
    if not corrections:
        raise RuleViolation(_("Say what is to be corrected."), field="corrections")
    at = moment_of(on, conference_of(keeping.session_of(record)).zone)
    for correction in corrections:
        rules.refuse_late_correction(record, correction, at)
    for correction in corrections:
        keeping.add_overlay(record, correction, None)
    record.state = RecordState.CORRECTED
    keeping.keep_revision(record, by=by)
    audit.record(Action.RECORD_CORRECTED, record, by=by, detail={"corrections": len(corrections)})
    db.session.flush()


def approve_record(
    record: SessionRecord,
    *,
    at: Moment | Now | None = NOW,
    manner: ApprovalManner,
    in_session: Session | None = None,
    vote: Vote | None = None,
    note: str | None = None,
    by: User | None = None,
) -> None:
    """Approve a record by a later session, by correspondence, or as its source has it, and freeze its text (R32)."""
    db.session.flush()
    session = keeping.session_of(record)
    moment = moment_of(at, conference_of(session).zone)
    approval = Approval(manner, moment, in_session, vote, note)
    rules.refuse_approval(record, approval)
    paragraphs = record_text(record)
    if orphans(paragraphs):
        raise RuleViolation(
            _("An editor’s paragraph has lost its place: its log entry was struck. Place it anew or take it out first.")
        )
    record.paragraphs = numbered(paragraphs)
    write(record, {"approved": moment, "approval": manner, "approval_note": note, "state": RecordState.APPROVED})
    record.approved_in, record.approval_vote = in_session, vote
    keeping.keep_revision(record, by=by)
    audit.record(Action.RECORD_APPROVED, record, by=by, detail={"manner": manner.value})
    db.session.flush()


def issue_corrigendum(
    record: SessionRecord,
    *,
    paragraph: str,
    new_text: str,
    reason: str,
    issued: Moment | Now = NOW,
    requested_by: Delegation | None = None,
    by: User | None = None,
) -> Corrigendum:
    """Correct one paragraph of an approved record, which itself stays as it was approved."""
    if record.state is not RecordState.APPROVED or record.paragraphs is None:
        raise RuleViolation(_("A corrigendum corrects an approved record. This one can still be corrected itself."))
    old_text = keeping.present_text(record, paragraph)
    if not reason.strip():
        raise RuleViolation(_("Say why the record is corrected."), field="reason")
    if new_text.strip() in {"", old_text}:
        raise RuleViolation(_("Say what is to be read instead."), field="new_text")
    # What is read from the database is read before there is a row that is not in the session yet.
    moment = moment_of(issued, conference_of(keeping.session_of(record)).zone)
    corrigendum = Corrigendum(
        record=record,
        number=next_number(Corrigendum.number, Corrigendum.record_id == record.id),
        paragraph=paragraph,
        old_text=old_text,
        requested_by=requested_by,
        issued_by_id=by.id if by else None,
    )
    write(corrigendum, {"issued": moment, "new_text": new_text, "reason": reason})
    db.session.add(corrigendum)
    audit.record(Action.CORRIGENDUM_ISSUED, corrigendum, by=by, detail={"paragraph": paragraph})
    db.session.flush()
    return corrigendum
