"""Second factors: an app that shows six digits, and codes for the day it is lost."""

from __future__ import annotations

import secrets
from collections.abc import Sequence

import pyotp
import sqlalchemy as sa
from flask_babel import gettext as _

from confapp import audit, clock
from confapp.accounts.models import Authenticator, Passkey, RecoveryCode, User
from confapp.accounts.sealing import digest, seal, unseal
from confapp.audit import Action
from confapp.db import db
from confapp.errors import RuleViolation

STEP_SECONDS = 30
CODES = 10
ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"  # without what is easily mistaken
ISSUER = "confapp"


def prepare_authenticator(user: User) -> str:
    """Give the secret that an app is to be set up with; it is asked for only after `confirm_authenticator`."""
    kept = authenticator_of(user)
    if kept is not None and kept.confirmed_at:
        raise RuleViolation(_("An app is set up already. Remove it first."))
    known = unseal(kept.sealed_secret) if kept is not None else None
    if known is not None:
        return known
    secret = pyotp.random_base32()
    if kept is None:
        db.session.add(Authenticator(user_id=user.id, sealed_secret=seal(secret), created_at=clock.now()))
    else:
        kept.sealed_secret = seal(secret)
    return secret


def set_up_address(user: User, secret: str) -> str:
    """What the picture says to the app."""
    return pyotp.TOTP(secret).provisioning_uri(name=user.email, issuer_name=ISSUER)


def confirm_authenticator(user: User, code: str) -> list[str]:
    """Begin to ask for the app's digits, once it has shown right ones; answers new recovery codes."""
    kept = authenticator_of(user)
    if kept is None or not _is_shown(kept, code):
        raise RuleViolation(_("These are not the digits that the app shows now."), field="code")
    kept.confirmed_at = clock.now()
    audit.record(Action.SECOND_FACTOR_SET, user, by=user)
    return make_recovery_codes(user)


def make_recovery_codes(user: User) -> list[str]:
    """Make codes that work once each, in place of those made before; they are shown now and kept as digests."""
    db.session.execute(sa.delete(RecoveryCode).where(RecoveryCode.user_id == user.id))
    codes = ["-".join("".join(secrets.choice(ALPHABET) for _n in range(5)) for _m in range(3)) for _k in range(CODES)]
    db.session.add_all(RecoveryCode(user_id=user.id, code_digest=digest(_plain(code))) for code in codes)
    audit.record(Action.RECOVERY_CODES_MADE, user, by=user)
    return codes


def remove_factors(user: User, *, by: User | None) -> None:
    """Ask for no second factor any more: the user's own wish, or an administrator's help when all was lost."""
    for table in (Authenticator, RecoveryCode, *((Passkey,) if by is not user else ())):
        db.session.execute(sa.delete(table).where(table.user_id == user.id))
    audit.record(Action.SECOND_FACTOR_REMOVED, user, by=by)


def check_factor(user: User, code: str) -> None:
    """Take six digits of the app, or a recovery code, each of them once."""
    kept = authenticator_of(user)
    if kept is not None and kept.confirmed_at and _is_shown(kept, code):
        return
    spare = db.session.scalar(
        sa.select(RecoveryCode).where(
            RecoveryCode.user_id == user.id,
            RecoveryCode.code_digest == digest(_plain(code)),
            RecoveryCode.used_at.is_(None),
        )
    )
    if spare is None:
        raise RuleViolation(_("These are not the digits that the app shows now, and no unused code."), field="code")
    spare.used_at = clock.now()
    audit.record(Action.RECOVERY_CODE_USED, user, by=user, detail={"left": codes_left(user)})


def is_asked_for(user: User) -> bool:
    """Whether the user signs in with a second factor."""
    kept = authenticator_of(user)
    return kept is not None and kept.confirmed_at is not None


def authenticator_of(user: User) -> Authenticator | None:
    """The app of a user, for the user and administrators."""
    return db.session.scalar(sa.select(Authenticator).where(Authenticator.user_id == user.id))


def codes_left(user: User) -> int:
    """How many recovery codes were not used, for the user."""
    unused = sa.select(sa.func.count()).select_from(RecoveryCode)
    return db.session.scalar(unused.where(RecoveryCode.user_id == user.id, RecoveryCode.used_at.is_(None))) or 0


def passkeys_of(user: User) -> Sequence[Passkey]:
    """The passkeys of a user, for the user and administrators."""
    return db.session.scalars(sa.select(Passkey).where(Passkey.user_id == user.id).order_by(Passkey.id)).all()


def _is_shown(kept: Authenticator, code: str) -> bool:
    """Whether the app shows these digits now, a moment ago or in a moment; what was used once is not taken again."""
    secret = unseal(kept.sealed_secret)
    digits = _plain(code)
    if secret is None or not (digits.isascii() and digits.isdecimal()):
        return False
    now = int(clock.now().timestamp()) // STEP_SECONDS
    for step in (now - 1, now, now + 1):
        if step > kept.last_step and secrets.compare_digest(pyotp.TOTP(secret).generate_otp(step), digits):
            kept.last_step = step
            return True
    return False


def _plain(code: str) -> str:
    """A code without what people put between its signs."""
    return "".join(code.split()).replace("-", "").lower()
