"""Take comments from strangers, show or refuse them, erase them, and let a conference take them or not."""

from __future__ import annotations

import hashlib
import re
import secrets

import sqlalchemy as sa
from flask_babel import gettext as _

from confapp import audit, clock
from confapp.accounts.models import User
from confapp.audit import Action
from confapp.conferences.models import Conference
from confapp.db import db
from confapp.desk.comments.models import Comment, CommentState
from confapp.errors import RuleViolation
from confapp.facts import write

MOST_WAITING = 500
MOST_ADDRESSES = 2
LONGEST = 5000
ADDRESS = re.compile(r"https?://|www\.", re.IGNORECASE)


def digest_of(receipt: str) -> str:
    """What is kept of a receipt."""
    return hashlib.sha256(receipt.encode()).hexdigest()


def send_comment(
    conference: Conference, *, text: str, name: str | None = None, language: str | None = None
) -> tuple[Comment, str]:
    """Take a stranger's comment; it waits until somebody has read it. The receipt is answered and kept nowhere."""
    _refuse_closed(conference)
    if len(text) > LONGEST:
        raise RuleViolation(_("At most %(count)s characters fit.", count=LONGEST), field="text")
    if len(ADDRESS.findall(text)) > MOST_ADDRESSES:
        raise RuleViolation(_("Leave out some addresses: at most %(count)s fit.", count=MOST_ADDRESSES), field="text")
    waiting = sa.select(Comment).where(Comment.conference_id == conference.id, Comment.state == CommentState.PENDING)
    if db.session.scalar(waiting.where(Comment.text == text).limit(1)):
        raise RuleViolation(_("This very text came already and waits to be read."), field="text")
    if (db.session.scalar(sa.select(sa.func.count()).select_from(waiting.subquery())) or 0) >= MOST_WAITING:
        raise RuleViolation(_("So many comments wait to be read that no more can be taken. Try again in some days."))
    receipt = secrets.token_urlsafe(24)
    comment = Comment(
        conference_id=conference.id, receipt_digest=digest_of(receipt), sent_at=clock.now(), state=CommentState.PENDING
    )
    write(comment, {"name": name, "text": text, "language": language})
    db.session.add(comment)
    db.session.flush()
    return comment, receipt


def show_comment(comment: Comment, *, by: User | None = None) -> None:
    """Let everybody read it; one that was refused can be shown after all."""
    _decide(comment, CommentState.SHOWN, None)
    audit.record(Action.COMMENT_SHOWN, comment, by=by)
    db.session.flush()


def refuse_comment(comment: Comment, *, reason: str | None = None, by: User | None = None) -> None:
    """Keep it from everybody, also one that was shown; its writer reads the reason with the receipt."""
    _decide(comment, CommentState.REFUSED, reason)
    audit.record(Action.COMMENT_REFUSED, comment, by=by)
    db.session.flush()


def erase_comment(comment: Comment, *, by: User | None = None) -> None:
    """Delete what it says and who wrote it, for good; that there was one stays."""
    if comment.state is CommentState.ERASED:
        raise RuleViolation(_("It is erased already."))
    comment.text, comment.name, comment.language, comment.reason = "", None, None, None
    comment.state, comment.decided_at = CommentState.ERASED, clock.now()
    audit.record(Action.COMMENT_ERASED, comment, by=by)
    db.session.flush()


def switch_comments(conference: Conference, *, on: bool, by: User | None = None) -> None:
    """Let strangers comment on its proceedings, or no longer; what is shown stays."""
    if conference.takes_comments == on:
        return
    conference.takes_comments = on
    audit.record(Action.COMMENTS_SWITCHED, conference, by=by, detail={"on": on})
    db.session.flush()


def _decide(comment: Comment, state: CommentState, reason: str | None) -> None:
    if comment.state is CommentState.ERASED:
        raise RuleViolation(_("It is erased already."))
    if comment.state is state:
        raise RuleViolation(_("That was decided already."))
    write(comment, {"reason": reason})
    comment.state, comment.decided_at = state, clock.now()


def _refuse_closed(conference: Conference) -> None:
    if not conference.takes_comments:
        raise RuleViolation(_("No comments are taken on these proceedings."))
