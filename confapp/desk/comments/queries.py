"""Comments: those that are shown, for everybody; all of them, for moderators; one by its receipt, for who wrote it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import sqlalchemy as sa
from flask import url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel import ngettext

from confapp.conferences.models import Conference
from confapp.db import db
from confapp.desk.comments.models import Comment, CommentState
from confapp.desk.comments.operations import digest_of
from confapp.desk.comments.words import STATES
from confapp.errors import NotFound
from confapp.listing import Filter, Listing, Page
from confapp.permissions import Permission, permissions_of
from confapp.tasks import Task

LISTING = Listing(
    model=Comment,
    sorts={"sent": Comment.sent_at, "state": Comment.state},
    filters=(Filter("state", _l("State"), STATES, on=Comment.state),),
    search=lambda text: sa.or_(
        Comment.text.icontains(text, autoescape=True), Comment.name.icontains(text, autoescape=True)
    ),
    descending=True,
)


def shown_comments(conference: Conference) -> Sequence[Comment]:
    """What everybody may read, in the order in which it was sent."""
    return db.session.scalars(_shown(conference).order_by(Comment.sent_at, Comment.id)).all()


def shown_number(conference: Conference) -> int:
    """How many comments everybody may read."""
    return db.session.scalar(sa.select(sa.func.count()).select_from(_shown(conference).subquery())) or 0


def listed(conference_id: int) -> Page:
    """A page of all comments as its address asks for it. For moderators."""
    return LISTING.page(Comment.conference_id == conference_id)


def comment_of(conference_id: int, comment_id: int) -> Comment:
    """One of them; refused where there is none. For moderators."""
    found = db.session.scalar(
        sa.select(Comment).where(Comment.conference_id == conference_id, Comment.id == comment_id)
    )
    if found is None:
        raise NotFound(_("There is no such comment."))
    return found


def all_comments(conference_id: int) -> Sequence[Comment]:
    """All of them in the order in which they were sent, for a file. For moderators."""
    return db.session.scalars(
        sa.select(Comment).where(Comment.conference_id == conference_id).order_by(Comment.id)
    ).all()


def comment_by_receipt(conference: Conference, receipt: str) -> Comment:
    """The comment whose receipt this is; refused where there is none. For who wrote it."""
    found = db.session.scalar(
        sa.select(Comment).where(
            Comment.conference_id == conference.id, Comment.receipt_digest == digest_of(receipt[:100])
        )
    )
    if found is None:
        raise NotFound(_("There is no comment with this receipt."))
    return found


def waiting(user: Any, conference_id: int | None) -> Iterator[Task]:
    """How many comments wait to be read in each conference where the user may moderate them."""
    here = sa.true() if conference_id is None else Conference.id == conference_id
    rows = db.session.execute(
        sa.select(Conference.id, Conference.slug, Conference.name, sa.func.count())
        .join(Comment, Comment.conference_id == Conference.id)
        .where(Comment.state == CommentState.PENDING, here)
        .group_by(Conference.id, Conference.slug, Conference.name)
    )
    for key, slug, name, number in rows:
        if Permission.COMMENTS_MODERATE in permissions_of(user.grants, key):
            text = ngettext("%(num)s comment to read", "%(num)s comments to read", number)
            href = url_for("manage.comments.index", conference=slug, state=CommentState.PENDING.value)
            yield Task(text if conference_id else f"{text} · {name}", href, conference_id=key)


def _shown(conference: Conference) -> sa.Select[Comment]:
    return sa.select(Comment).where(Comment.conference_id == conference.id, Comment.state == CommentState.SHOWN)
