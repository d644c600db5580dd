"""From an imported case to a published one: what the case leaves open is done as its sources have it."""

from __future__ import annotations

from collections.abc import Sequence

from flask_babel import gettext as _

from confapp.accounts.models import User
from confapp.checks.findings import Severity
from confapp.checks.operations import waive_finding
from confapp.checks.running import gate_of, public_results_of
from confapp.conferences import operations as conferences
from confapp.conferences.models import Conference, ConferenceState
from confapp.errors import RuleViolation
from confapp.imports import queries
from confapp.imports.bringing import Say, silent
from confapp.participation import operations as participation
from confapp.participation.models import Delegation
from confapp.proceedings.gate import Finding, Waiver
from confapp.proceedings.models import Edition
from confapp.proceedings.operations import publish_edition
from confapp.programme.models import Session
from confapp.records import operations as records
from confapp.records.models import ApprovalManner, RecordState, SessionRecord
from confapp.records.phrases import drafting_language
from confapp.records.rules import ENDED, HELD
from confapp.scheduling.models import Release
from confapp.scheduling.operations import release_schedule

AS_HELD = "as held"
AS_IN_SOURCE = "as in the source"


def publish_case(conference: Conference, *, by: User | None = None, say: Say = silent) -> Edition | None:
    """Make it public, issue participants and schedule, approve records, publish; None where an edition is out already
    or no session was held yet.

    Records of which the case names no approval are approved as in the source, and errors among the findings are waived
    with the same words.
    """
    if queries.rows(Edition, Edition.conference_id == conference.id):
        return None
    _refuse_open_sessions(conference)
    say(_("public: conference, participants, schedule"))
    _show(conference, by=by)
    held = queries.rows(Session, Session.conference_id == conference.id, Session.state.in_(HELD))
    if not held:
        say(_("no session was held yet, so there are no proceedings to publish"))
        return None
    say(_("records"))
    language = _language(conference)
    for session in held:
        _approve(session, language, by=by)
    say(_("findings"))
    findings, waivers = _checked(conference, language, by=by)
    say(_("edition"))
    return publish_edition(conference, gate=findings, waivers=waivers, language=language, by=by)


def _checked(conference: Conference, language: str, *, by: User | None) -> tuple[Sequence[Finding], Sequence[Waiver]]:
    """What is found, with every error waived that is not yet."""
    for one in public_results_of(conference):
        if one.waiver is None and one.finding.severity is Severity.ERROR:
            waive_finding(conference, one.finding, reason=AS_IN_SOURCE, by=by)
    return gate_of(conference, language)


def _refuse_open_sessions(conference: Conference) -> None:
    still = queries.rows(Session, Session.conference_id == conference.id, Session.state.in_(HELD - ENDED))
    if still:
        labels = ", ".join(session.label for session in still)
        raise RuleViolation(
            _("Nothing is published while a session sits, since its record is not complete: %(labels)s.", labels=labels)
        )


def _show(conference: Conference, *, by: User | None) -> None:
    if conference.state is ConferenceState.PLANNED:
        conferences.convene_conference(conference, by=by)
    if not conference.is_public:
        conferences.make_public(conference, by=by)
    if not conference.participants_issued and queries.rows(Delegation, Delegation.conference_id == conference.id):
        participation.issue_participants(conference, by=by)
    dated = (Session.held_on.is_not(None), Session.planned_start.is_not(None))
    is_dated = any(queries.rows(Session, Session.conference_id == conference.id, known) for known in dated)
    if is_dated and not queries.rows(Release, Release.conference_id == conference.id):
        release_schedule(conference, name=AS_HELD, by=by)


def _language(conference: Conference) -> str:
    """The first that can be drafted in: the language of the case, of the records that it brings, of the conference."""
    brought = queries.rows(SessionRecord, SessionRecord.session.has(Session.conference_id == conference.id))
    brought_in = (record.record_language for record in brought)
    return drafting_language([conference.language, *brought_in, *conference.languages])


def _approve(session: Session, language: str, *, by: User | None) -> None:
    in_language = SessionRecord.record_language == language
    known = queries.rows(SessionRecord, SessionRecord.session_id == session.id, in_language)
    record = known[0] if known else records.draft_record(session, language=language, by=by)
    if record.state is not RecordState.APPROVED:
        records.approve_record(record, at=None, manner=ApprovalManner.IN_SOURCE, by=by)
