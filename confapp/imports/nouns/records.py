"""Records of sessions with editors' paragraphs, approvals and corrigenda. Their text follows from the log."""

from __future__ import annotations

from functools import partial
from typing import Any

from flask_babel import gettext as _

from confapp.dates import Moment
from confapp.imports import queries
from confapp.imports.bringing import Bringing
from confapp.imports.fields import Entry, Facts, Noun, part_of
from confapp.imports.giving import Giving
from confapp.imports.references import RESERVED
from confapp.imports.schema import Path
from confapp.programme.models import Session
from confapp.records import operations
from confapp.records.models import ApprovalManner, Corrigendum, Overlay, RecordState, SessionRecord

APPROVAL = "approved approval approved_in approval_vote approval_note"
RECORD = Noun(
    SessionRecord,
    part_of("records"),
    apart=f"session language state circulated overlay corrigenda {APPROVAL}",
    authentic="is_authentic",
)
OVERLAY = Noun(Overlay, part_of("records", "overlay"), apart="id anchor")
CORRIGENDUM = Noun(Corrigendum, part_of("records", "corrigenda"))
ANCHORS = {name for section, name in RESERVED if section == "entries"}


def bring(case: Bringing) -> None:
    """Draft the records, set in the editors' paragraphs, and approve what was approved."""
    case.each("records", partial(_draft, case))


def _draft(case: Bringing, path: Path, entry: Entry) -> None:
    session = case.row(["sessions"], entry["session"])
    facts = RECORD.facts(entry, case)
    record = operations.draft_record(session, language=entry["language"], by=case.by, **facts)
    case.keep("records", None, record)
    case.each("overlay", partial(_overlay, case, record), path, entry)
    _advance(case, record, entry)
    case.each("corrigenda", partial(_correct, case, record), path, entry)
    if record.state != entry["state"]:
        raise case.refusal(
            (*path, "state"), _("a record comes to “%(state)s” by its own steps", state=record.state.value)
        )


def _overlay(case: Bringing, record: SessionRecord, _path: Path, entry: Entry) -> None:
    anchor = entry.get("anchor")
    uid = anchor if anchor is None or anchor in ANCHORS else case.row(["entries"], anchor).uid
    facts = OVERLAY.facts(entry, case)
    operations.overlay_paragraph(record, uid=entry["id"], anchor=uid, by=case.by, **facts)


def _advance(case: Bringing, record: SessionRecord, entry: Entry) -> None:
    state = RecordState(entry["state"])
    circulated = _moment(entry, "circulated")
    manner = ApprovalManner(entry["approval"]) if "approval" in entry else ApprovalManner.IN_SOURCE
    is_approved = state is RecordState.APPROVED
    if (
        circulated is not None
        or state is RecordState.CIRCULATED
        or (is_approved and manner is not ApprovalManner.IN_SOURCE)
    ):
        operations.circulate_record(record, on=circulated, by=case.by)
    if is_approved:
        operations.approve_record(
            record,
            at=_moment(entry, "approved"),
            manner=manner,
            in_session=case.row(["sessions"], entry["approved_in"]) if "approved_in" in entry else None,
            vote=case.row(["votes"], entry["approval_vote"]) if "approval_vote" in entry else None,
            note=entry.get("approval_note"),
            by=case.by,
        )


def _correct(case: Bringing, record: SessionRecord, _path: Path, entry: Entry) -> None:
    operations.issue_corrigendum(record, by=case.by, **CORRIGENDUM.facts(entry, case))


def _moment(entry: Entry, key: str) -> Moment | None:
    return Moment.parse(entry[key]) if key in entry else None


def call(giving: Giving) -> list[SessionRecord]:
    """The records by their sessions."""
    of_conference = queries.within(SessionRecord.session_id, Session, Session.conference_id == giving.conference.id)
    return list(queries.rows(SessionRecord, of_conference))


def give(giving: Giving, records: list[SessionRecord], anchors: dict[str, int]) -> list[Facts]:
    """Records as entries; `anchors` are the log entries by their uids."""
    ids = [record.id for record in records]
    overlays = queries.parts(Overlay, Overlay.record_id, Overlay.record_id.in_(ids), order=Overlay.position)
    corrigenda = queries.parts(
        Corrigendum, Corrigendum.record_id, Corrigendum.record_id.in_(ids), order=Corrigendum.number
    )
    return [
        {
            **RECORD.entry(row, giving),
            "session": giving.name(["sessions"], row.session_id),
            "language": row.record_language,
            "state": row.state.value,
            "circulated": str(row.circulated) if row.circulated else None,
            **_approval(giving, row),
            "overlay": [_overlay_entry(giving, overlay, anchors) for overlay in overlays[row.id]],
            "corrigenda": [CORRIGENDUM.entry(one, giving) for one in corrigenda[row.id]],
        }
        for row in records
    ]


def _approval(giving: Giving, row: SessionRecord) -> Facts:
    found: dict[str, Any] = {"approval_note": row.approval_note}
    if row.approval is not None:
        found["approval"] = row.approval.value
    if row.approved is not None:
        found["approved"] = str(row.approved)
    if row.approved_in_id is not None:
        found["approved_in"] = giving.name(["sessions"], row.approved_in_id)
    if row.approval_vote_id is not None:
        found["approval_vote"] = giving.name(["votes"], row.approval_vote_id)
    return found


def _overlay_entry(giving: Giving, overlay: Overlay, anchors: dict[str, int]) -> Facts:
    anchor = overlay.anchor
    name = giving.names["entries"][anchors[anchor]] if anchor in anchors else anchor
    return {**OVERLAY.entry(overlay, giving), "id": overlay.uid, "anchor": name}
