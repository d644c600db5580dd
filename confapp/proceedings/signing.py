"""The instance's own signing key, in its folder and in the database."""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from confapp import audit, clock
from confapp.accounts.models import User
from confapp.audit import Action
from confapp.config import current
from confapp.db import db
from confapp.proceedings.keys import describe, rotate, signing_key
from confapp.proceedings.models import SigningKey


def keys_folder() -> Path:
    """Where the private keys lie."""
    return current().instance / "keys"


def current_key(*, by: User | None) -> tuple[Ed25519PrivateKey, SigningKey]:
    """The key that signs now, made on first need; the database learns of it, and that the ones before are retired."""
    private = signing_key(keys_folder())
    facts = describe(private.public_key())
    row = db.session.scalar(sa.select(SigningKey).where(SigningKey.fingerprint == facts["id"]))
    if row is not None:
        return private, row
    now = clock.now()
    for former in db.session.scalars(sa.select(SigningKey).where(SigningKey.retired_at.is_(None))):
        former.retired_at = now
    row = SigningKey(fingerprint=facts["id"], public_key=facts["public"], created_at=now)
    db.session.add(row)
    audit.record(Action.KEY_CREATED, row, by=by, detail={"fingerprint": row.fingerprint})
    db.session.flush()
    return private, row


def rotate_key(*, by: User | None) -> SigningKey:
    """Let a new key sign from now on; the former ones stay for what they signed."""
    rotate(keys_folder())
    _private, row = current_key(by=by)
    audit.record(Action.KEY_ROTATED, row, by=by, detail={"fingerprint": row.fingerprint})
    db.session.flush()
    return row
