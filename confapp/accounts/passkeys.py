"""Passkeys: registered by who is signed in, and then a way to sign in without a password and a second factor.

Their library is imported where it is used: it would take 16 MB in every worker, and most never need it.
"""

from __future__ import annotations

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from datetime import timedelta

import sqlalchemy as sa
from flask_babel import gettext as _
from sqlalchemy.orm import joinedload

from confapp import audit, clock
from confapp.accounts import factors
from confapp.accounts.models import Passkey, PasskeyChallenge, User
from confapp.accounts.operations import may_come_in
from confapp.accounts.sealing import digest, handle
from confapp.audit import Action
from confapp.db import db
from confapp.errors import RuleViolation

HOLDS = timedelta(minutes=5)
MOST = 20


@dataclass(frozen=True)
class Place:
    """Whom a passkey is for: the host name and the origin that the browser sees."""

    host: str
    origin: str


def registration_options(user: User, place: Place) -> str:
    """The question to a device that is to make a passkey, as JSON."""
    import webauthn  # noqa: PLC0415  weight
    from webauthn.helpers import structs  # noqa: PLC0415  weight

    known = factors.passkeys_of(user)
    if len(known) >= MOST:
        raise RuleViolation(_("You have %(most)s passkeys. Remove one first.", most=MOST))
    options = webauthn.generate_registration_options(
        rp_id=place.host,
        rp_name=factors.ISSUER,
        user_name=user.email,
        user_display_name=user.shown_name,
        user_id=handle(user.id),
        exclude_credentials=[
            structs.PublicKeyCredentialDescriptor(id=base64url_to_bytes(key.credential_id)) for key in known
        ],
        authenticator_selection=structs.AuthenticatorSelectionCriteria(
            resident_key=structs.ResidentKeyRequirement.REQUIRED,
            user_verification=structs.UserVerificationRequirement.REQUIRED,
        ),
    )
    _ask(options.challenge, user)
    return webauthn.options_to_json(options)


def register_passkey(user: User, answer: object, place: Place, *, name: str) -> Passkey:
    """Keep the public half of what the device made."""
    import webauthn  # noqa: PLC0415  weight
    from webauthn.helpers.exceptions import WebAuthnException  # noqa: PLC0415  weight

    try:
        made = webauthn.verify_registration_response(
            credential=json.dumps(answer),
            expected_challenge=_asked(answer, user),
            expected_rp_id=place.host,
            expected_origin=place.origin,
            require_user_verification=True,
        )
    except (WebAuthnException, ValueError) as error:
        raise _not_understood() from error
    passkey = Passkey(
        user_id=user.id,
        credential_id=bytes_to_base64url(made.credential_id),
        public_key=made.credential_public_key,
        sign_count=made.sign_count,
        name=name.replace("\0", "")[:120],
        created_at=clock.now(),
    )
    db.session.add(passkey)
    audit.record(Action.PASSKEY_ADDED, user, by=user)
    return passkey


def remove_passkey(user: User, passkey: Passkey, *, by: User | None) -> None:
    """Let a passkey open nothing any more."""
    audit.record(Action.PASSKEY_REMOVED, user, by=by)
    db.session.delete(passkey)


def sign_in_options(place: Place) -> str:
    """The question to whatever passkey the reader chooses, as JSON; it tells nobody who has one."""
    import webauthn  # noqa: PLC0415  weight
    from webauthn.helpers.structs import UserVerificationRequirement  # noqa: PLC0415  weight

    options = webauthn.generate_authentication_options(
        rp_id=place.host, user_verification=UserVerificationRequirement.REQUIRED
    )
    _ask(options.challenge, None)
    return webauthn.options_to_json(options)


def sign_in_by_passkey(answer: object, place: Place, *, is_local: bool) -> User:
    """Find whom the passkey signs in."""
    import webauthn  # noqa: PLC0415  weight
    from webauthn.helpers.exceptions import WebAuthnException  # noqa: PLC0415  weight

    passkey = _passkey_of(answer)
    if passkey is None or not may_come_in(passkey.user, is_local=is_local):
        raise RuleViolation(_("This passkey is not known here, or its account is closed."))
    try:
        used = webauthn.verify_authentication_response(
            credential=json.dumps(answer),
            expected_challenge=_asked(answer, None),
            expected_rp_id=place.host,
            expected_origin=place.origin,
            credential_public_key=passkey.public_key,
            credential_current_sign_count=passkey.sign_count,
            require_user_verification=True,
        )
    except (WebAuthnException, ValueError) as error:
        raise _not_understood() from error
    passkey.sign_count, passkey.used_at = used.new_sign_count, clock.now()
    return passkey.user


def passkey_by_id(key: int, user: User) -> Passkey | None:
    """One passkey of the user, for the user."""
    return db.session.scalar(sa.select(Passkey).where(Passkey.id == key, Passkey.user_id == user.id))


def _passkey_of(answer: object) -> Passkey | None:
    key = answer.get("id") if isinstance(answer, dict) else None
    if not isinstance(key, str) or "\0" in key:
        return None
    loaded = joinedload(Passkey.user, innerjoin=True)
    return db.session.scalar(sa.select(Passkey).where(Passkey.credential_id == key.rstrip("=")).options(loaded))


def _ask(challenge: bytes, user: User | None) -> None:
    db.session.execute(sa.delete(PasskeyChallenge).where(PasskeyChallenge.created_at < clock.now() - HOLDS))
    kept = digest(bytes_to_base64url(challenge))
    db.session.add(PasskeyChallenge(challenge_digest=kept, user_id=user.id if user else None, created_at=clock.now()))


def _asked(answer: object, user: User | None) -> bytes:
    """The challenge that the answer is about, if it was asked here, of this user, and not answered before."""
    challenge = _challenge_in(answer)
    asked = sa.delete(PasskeyChallenge).where(
        PasskeyChallenge.challenge_digest == digest(challenge),
        PasskeyChallenge.user_id.is_not_distinct_from(user.id if user else None),
        PasskeyChallenge.created_at >= clock.now() - HOLDS,
    )
    if db.session.scalar(asked.returning(PasskeyChallenge.id)) is None:
        raise RuleViolation(_("That took too long. Try again."))
    return base64url_to_bytes(challenge)


def _challenge_in(answer: object) -> str:
    try:
        said = json.loads(base64url_to_bytes(answer["response"]["clientDataJSON"]))  # type: ignore[index]
        challenge = said["challenge"]
    except (KeyError, TypeError, ValueError) as error:
        raise _not_understood() from error
    if not isinstance(challenge, str):
        raise _not_understood()
    return challenge.rstrip("=")


def _not_understood() -> RuleViolation:
    return RuleViolation(_("The device's answer does not hold. Try again, or sign in another way."))


def bytes_to_base64url(data: bytes) -> str:
    return urlsafe_b64encode(data).rstrip(b"=").decode()


def base64url_to_bytes(text: str) -> bytes:
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))
