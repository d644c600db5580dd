"""Publish and withdraw editions; count how often they are read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from flask_babel import gettext as _
from sqlalchemy.dialects import postgresql, sqlite

from confapp import audit, clock
from confapp.accounts.models import User
from confapp.audit import Action
from confapp.conferences.models import Conference, ConferenceState
from confapp.db import db
from confapp.errors import RuleViolation
from confapp.facts import write
from confapp.proceedings import queries
from confapp.proceedings.compile import compile_edition, edition_title, says_the_same, whole_conference
from confapp.proceedings.format import Draft, to_bytes
from confapp.proceedings.gate import Finding, Waiver, left_standing, refuse_unwaived
from confapp.proceedings.imprint import Imprint
from confapp.proceedings.models import Edition, EditionState, ViewCount
from confapp.proceedings.tree import digest_of
from confapp.records.queries import approved_records, unrecorded_sessions

SYSTEM = "confapp"
INSERTS: dict[str, Any] = {"postgresql": postgresql.insert, "sqlite": sqlite.insert}


def publish_edition(
    conference: Conference,
    *,
    gate: Sequence[Finding] = (),
    waivers: Sequence[Waiver] = (),
    language: str | None = None,
    at: datetime | None = None,
    by: User | None = None,
) -> Edition:
    """Compile, seal and publish the next edition.

    Refuses a conference that strangers do not see, sessions without an approved record, errors among the findings
    (`gate`) that are not waived, and an edition that says the same as the one before.
    """
    db.session.flush()
    _refuse_hidden(conference)
    spoken = language or _language_of(conference)
    _refuse_unrecorded(conference, spoken)
    passed = refuse_unwaived(gate, waivers)
    _lock(conference)
    # What was loaded before others added to it would be published without their additions.
    db.session.expire_all()
    whole = whole_conference(conference)
    before = queries.last_edition(conference)
    imprint = Imprint(
        number=before.number + 1 if before else 1,
        language=spoken,
        title=edition_title(whole, spoken),
        published_at=(at or clock.now()).replace(microsecond=0),
        published_by=(by.name or by.email) if by else SYSTEM,
        previous=before.digest if before else None,
        waivers=tuple(passed),
        found=tuple(left_standing(gate, passed)),
    )
    draft = compile_edition(whole, imprint)
    _refuse_unchanged(draft, before)
    edition = _sealed(conference, draft, imprint, by=by)
    audit.record(Action.EDITION_PUBLISHED, edition, by=by, detail={"digest": edition.digest})
    db.session.flush()
    return edition


def withdraw_edition(edition: Edition, *, reason: str, by: User | None = None) -> None:
    """Mark an edition as withdrawn and say why; it stays readable for whoever has its number (R34)."""
    if edition.state is EditionState.WITHDRAWN:
        raise RuleViolation(_("This edition was withdrawn already."))
    if not reason.strip():
        raise RuleViolation(_("Say why the edition is withdrawn: the reason is shown in its place."), field="reason")
    write(edition, {"state": EditionState.WITHDRAWN, "withdrawn_at": clock.now(), "withdrawn_reason": reason})
    audit.record(Action.EDITION_WITHDRAWN, edition, by=by, detail={"reason": reason})
    db.session.flush()


def count_views(views: Mapping[str, int]) -> None:
    """Add to how often proceedings were read, by the slugs of their conferences; one that is gone is passed over.

    Nobody did this and nothing public changes, so there is no line in the audit trail and no new revision.
    """
    insert = INSERTS[db.session.connection().dialect.name]
    for slug, number in sorted(views.items()):
        read = sa.select(Conference.id, sa.literal(number)).where(Conference.slug == slug)
        statement = insert(ViewCount).from_select(["conference_id", "views"], read)
        added = {"views": ViewCount.views + statement.excluded.views}
        db.session.execute(statement.on_conflict_do_update(index_elements=["conference_id"], set_=added))


def _lock(conference: Conference) -> None:
    """Let one publisher after the other number an edition."""
    table = Conference.__table__
    db.session.execute(sa.select(table.c.id).where(table.c.id == conference.id).with_for_update())


def _sealed(conference: Conference, draft: Draft, imprint: Imprint, *, by: User | None) -> Edition:
    # Weight: what signs takes 7 MB, and of all that answer requests only who publishes needs it.
    from confapp.proceedings.sealing import seal  # noqa: PLC0415
    from confapp.proceedings.signing import current_key  # noqa: PLC0415

    private, key = current_key(by=by)
    document = seal(draft, private)
    edition = Edition(
        conference=conference,
        number=imprint.number,
        language=imprint.language,
        title=imprint.title,
        category=conference.category,
        tags=list(conference.tags),
        published_at=imprint.published_at,
        published_by_id=by.id if by else None,
        published_by=imprint.published_by,
        digest=digest_of(document["tree"]),
        previous_digest=imprint.previous,
        key=key,
        content=to_bytes(document),
        waivers=[waiver.as_json() for waiver in imprint.waivers],
    )
    db.session.add(edition)
    db.session.flush()
    return edition


def _language_of(conference: Conference) -> str:
    if (spoken := queries.edition_language(conference)) is None:
        raise RuleViolation(_("No record of this conference has been approved yet. Publish it when one is."))
    return spoken


def _refuse_hidden(conference: Conference) -> None:
    if conference.state is ConferenceState.PLANNED:
        raise RuleViolation(_("This conference has not been convened yet. Its proceedings come after that."))
    if not conference.is_public:
        raise RuleViolation(_("This conference is not public. Make it public before its proceedings are."))


def _refuse_unrecorded(conference: Conference, language: str) -> None:
    if not any(record.record_language == language for record in approved_records(conference)):
        raise RuleViolation(_("No record of this conference has been approved in this language."), field="language")
    missing = unrecorded_sessions(conference, language)
    if missing:
        raise RuleViolation(
            _(
                "These sessions have no approved record yet: %(sessions)s.",
                sessions=", ".join(session.label for session in missing),
            )
        )


def _refuse_unchanged(draft: Draft, before: Edition | None) -> None:
    if before is None or before.state is EditionState.WITHDRAWN:
        return
    if says_the_same(draft, queries.document_of(before)):
        raise RuleViolation(
            _("Nothing has changed since edition %(number)s. There is nothing new to publish.", number=before.number)
        )
