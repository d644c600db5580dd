"""The mails that are about accounts, each in the language of whom it goes to."""

from __future__ import annotations

from urllib.parse import quote

from flask_babel import force_locale
from flask_babel import gettext as _

from confapp import mail
from confapp.accounts.models import User
from confapp.config import current


def link_address(secret: str, then: str = "") -> str:
    """The whole address that uses a link, and where it leads afterwards."""
    return f"{current().base_url.rstrip('/')}/sign-in/{secret}/" + (f"?next={quote(then)}" if then else "")


def send_reset(user: User, secret: str, then: str) -> None:
    """A link to somebody who has forgotten the password."""
    with force_locale(user.language or "en"):
        _send(
            user,
            _("A new password for confapp"),
            _("Somebody, probably you, asked for a new password. This link lets you in once, within an hour:"),
            link_address(secret, then),
            _("If it was not you, do nothing: without the link nobody gets in, and your password stays as it is."),
        )


def send_invitation(user: User, secret: str, then: str) -> None:
    """A link to somebody who was given an account."""
    with force_locale(user.language or "en"):
        _send(
            user,
            _("You have an account with confapp"),
            _("You were given an account at %(address)s. This link lets you in once, within two days:")
            % {"address": current().base_url},
            link_address(secret, then),
            _("Choose a password there, or add a passkey, so that you can come back."),
        )


def send_warning(user: User, what: str) -> None:
    """Tell somebody that a way into their account was changed; if it was not them, they should know."""
    with force_locale(user.language or "en"):
        _send(
            user,
            _("Your account with confapp was changed"),
            what,
            _("If it was not you, ask for a new password at %(address)s and tell an administrator.")
            % {"address": f"{current().base_url.rstrip('/')}/sign-in/forgotten/"},
        )


def _send(user: User, subject: str, *paragraphs: str) -> None:
    if mail.is_set_up() and user.is_active and not user.is_demonstration:
        greeting = _("Good day %(name)s,", name=user.name) if user.name else _("Good day,")
        mail.queue(user.email, subject, "\n\n".join((greeting, *paragraphs)) + "\n")
