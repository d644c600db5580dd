"""Secrets as they are kept: as a digest where they only have to be known again, sealed where they have to be used."""

from __future__ import annotations

import base64
import hashlib
import hmac
from typing import TYPE_CHECKING

from confapp.config import current

if TYPE_CHECKING:
    from cryptography.fernet import Fernet


def digest(secret: str) -> str:
    """What is kept of a secret of ours; it is random and long, so a fast hash does."""
    return hashlib.sha256(secret.encode()).hexdigest()


def seal(secret: str) -> str:
    """Encrypt with a key that is not in the database."""
    return _fernet().encrypt(secret.encode()).decode()


def unseal(sealed: str) -> str | None:
    """What was sealed; None where the instance has another secret key by now."""
    from cryptography.fernet import InvalidToken  # noqa: PLC0415  weight, as below

    try:
        return _fernet().decrypt(sealed.encode()).decode()
    except InvalidToken:
        return None


def handle(user_id: int) -> bytes:
    """A name of the user for devices, which tells them nothing."""
    return hmac.digest(_key("user handle"), str(user_id).encode(), "sha256")


def _fernet() -> Fernet:
    from cryptography.fernet import Fernet  # noqa: PLC0415  weight: 7 MB in every worker, and most never need it

    return Fernet(base64.urlsafe_b64encode(_key("second factors")))


def _key(purpose: str) -> bytes:
    return hmac.digest(current().secret_key.encode(), f"confapp {purpose}".encode(), "sha256")
