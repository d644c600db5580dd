"""Visits: signing in begins one on one device; it ends by leaving, by being away, or by having lasted long enough."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from datetime import timedelta

import sqlalchemy as sa
from flask_babel import gettext as _
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import joinedload, selectinload

from confapp import audit, clock
from confapp.accounts.models import User, Visit
from confapp.accounts.sealing import digest
from confapp.audit import Action
from confapp.db import db
from confapp.errors import RuleViolation
from confapp.sqlite import will_write

AWAY = timedelta(days=2)
LONGEST = timedelta(days=14)
HALF_WAY = timedelta(minutes=10)
NOTED_EVERY = timedelta(minutes=5)


def begin(user: User, *, device: str, awaits_factor: bool = False) -> Visit:
    """Begin a visit, whose secret is then the user's `token`; one that awaits a factor opens nothing yet."""
    token = secrets.token_urlsafe(32)
    now = clock.now()
    visit = Visit(
        user=user,
        token_digest=digest(token),
        device=device[:120],
        awaits_factor=awaits_factor,
        started_at=now,
        seen_at=now,
        confirmed_at=now,
    )
    db.session.add(visit)
    user.token, user.visit = token, visit
    if not awaits_factor:
        _note_signed_in(user)
    return visit


def complete(visit: Visit) -> User:
    """Open a visit after its second factor, under a new secret, which is then its user's `token`."""
    token = secrets.token_urlsafe(32)
    visit.token_digest, visit.awaits_factor = digest(token), False
    visit.confirmed_at = visit.seen_at = clock.now()
    visit.user.token, visit.user.visit = token, visit
    _note_signed_in(visit.user)
    return visit.user


def confirm(visit: Visit) -> None:
    """Note that the user has just proved who they are."""
    visit.confirmed_at = clock.now()


def end(visit: Visit, *, by: User) -> None:
    """End a visit from another one; leaving by oneself is `sign_out`."""
    if visit.user_id != by.id:
        raise RuleViolation(_("That is somebody else's visit."))
    visit.ended_at = visit.ended_at or clock.now()
    audit.record(Action.VISIT_ENDED, by, by=by, detail={"device": visit.device})


def sign_out(user: User) -> None:
    """End the visit that the user is on; the cookie is the view's to clear."""
    if user.visit is not None:
        user.visit.ended_at = clock.now()
    audit.record(Action.SIGNED_OUT, user, by=user)


def sign_out_everywhere(user: User, *, by: User | None) -> None:
    """End every visit of the user, on whatever machine."""
    end_visits(user)
    audit.record(Action.SIGNED_OUT_EVERYWHERE, user, by=by)


def end_visits(user: User, *, but: Visit | None = None) -> None:
    """End every visit without a line of its own, where it follows from something else; `but` goes on."""
    db.session.flush()
    open_ones = sa.update(Visit).where(Visit.user_id == user.id, Visit.ended_at.is_(None))
    if but is not None:
        open_ones = open_ones.where(Visit.id != but.id)
    db.session.execute(open_ones.values(ended_at=clock.now()), execution_options={"synchronize_session": "fetch"})


def forget_old(user: User) -> None:
    """Drop visits that ended or ran out long ago: nobody looks at them, and they say where somebody was."""
    old = sa.or_(Visit.started_at < clock.now() - 2 * LONGEST, Visit.ended_at < clock.now() - LONGEST)
    db.session.execute(sa.delete(Visit).where(Visit.user_id == user.id, old))


def user_of_token(token: str) -> User | None:
    """Who is signed in, with their grants and their visit, from what the cookie holds."""
    visit = _visit_of(token, AWAY, awaits_factor=False)
    if visit is None:
        return None
    user = visit.user
    user.visit, user.token = visit, token
    return user


def visit_half_way(token: str) -> Visit | None:
    """The visit that awaits its second factor, with its user, for whoever has its secret."""
    return _visit_of(token, HALF_WAY, awaits_factor=True)


def open_visits(user: User) -> Sequence[Visit]:
    """Where the user is signed in, for the user; the latest first."""
    query = sa.select(Visit).where(Visit.user_id == user.id, *_open(AWAY), ~Visit.awaits_factor)
    return db.session.scalars(query.order_by(Visit.seen_at.desc(), Visit.id.desc())).all()


def visit_by_id(key: int, user: User) -> Visit | None:
    """One visit of the user, for the user."""
    return db.session.scalar(sa.select(Visit).where(Visit.id == key, Visit.user_id == user.id))


def note_seen(token: str) -> None:
    """Keep the visit from running out, now and then, in a transaction of its own before the request has begun one."""
    if db.session().in_transaction():
        return
    known = sa.and_(Visit.token_digest == digest(token), *_open(AWAY), ~Visit.awaits_factor)
    seen_at = db.session.scalar(sa.select(Visit.seen_at).where(known))
    db.session.commit()
    if seen_at is not None and seen_at < clock.now() - NOTED_EVERY:
        before = will_write.set(True)
        try:
            db.session.execute(sa.update(Visit).where(known).values(seen_at=clock.now()))
            db.session.commit()
        except OperationalError:  # somebody else writes for long; the next request notes it
            db.session.rollback()
        finally:
            will_write.reset(before)


def _visit_of(token: str, away: timedelta, *, awaits_factor: bool) -> Visit | None:
    query = sa.select(Visit).where(
        Visit.token_digest == digest(token), Visit.awaits_factor == awaits_factor, *_open(away)
    )
    loaded = joinedload(Visit.user, innerjoin=True).options(selectinload(User.grants))
    return db.session.scalar(query.join(User).where(User.is_active).options(loaded))


def _open(away: timedelta) -> tuple[sa.ColumnElement[bool], ...]:
    now = clock.now()
    return (Visit.ended_at.is_(None), Visit.seen_at > now - away, Visit.started_at > now - LONGEST)


def _note_signed_in(user: User) -> None:
    user.signed_in_at = clock.now()
    forget_old(user)
    audit.record(Action.SIGNED_IN, user, by=user)
