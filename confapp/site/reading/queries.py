"""What stands beside the text of an edition."""

from __future__ import annotations

from collections.abc import Sequence

import sqlalchemy as sa
from sqlalchemy.orm import contains_eager, defer, joinedload

from confapp.conferences.models import Conference
from confapp.db import db
from confapp.programme.models import Session
from confapp.records.models import Corrigendum, RecordState, SessionRecord


def corrigenda_to(conference: Conference) -> Sequence[Corrigendum]:
    """Corrections to the approved records of a conference, by session and number. For who may see the conference."""
    return db.session.scalars(
        sa.select(Corrigendum)
        .join(Corrigendum.record)
        .join(SessionRecord.session)
        .where(Session.conference_id == conference.id, SessionRecord.state == RecordState.APPROVED)
        .options(
            contains_eager(Corrigendum.record).options(
                defer(SessionRecord.paragraphs), contains_eager(SessionRecord.session)
            ),
            joinedload(Corrigendum.requested_by),
        )
        .order_by(Session.position, SessionRecord.record_language, Corrigendum.number)
    ).all()
