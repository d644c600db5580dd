"""Passwords as they are kept and compared."""

from __future__ import annotations

import unicodedata
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

SHORTEST = 12
LONGEST = 128

hasher = PasswordHasher()


def hashed(password: str) -> str:
    return hasher.hash(_normal(password))


def matches(password: str, kept: str | None) -> bool:
    """Compare; where there is nothing to compare with it takes as long, so that nobody learns who has an account."""
    try:
        hasher.verify(kept or _nobodys(), _normal(password))
    except (VerificationError, InvalidHashError):
        return False
    return kept is not None


def is_outdated(kept: str) -> bool:
    return hasher.check_needs_rehash(kept)


def _normal(password: str) -> str:
    """One password typed on two keyboards is one password."""
    return unicodedata.normalize("NFC", password)


@cache
def _nobodys() -> str:
    return hasher.hash("nobody has this password")
