"""Whether a comment comes from a person who read the page, without a cookie and without keeping who it was.

The form carries a sealed time: it was handed out here, for these proceedings, some seconds and not many hours ago. The
browser says that the form was sent from this site. A field that people do not see stays empty.
"""

from __future__ import annotations

import hmac
from datetime import datetime, timedelta
from hashlib import sha256

from flask import current_app, request
from flask_babel import gettext as _
from flask_limiter.util import get_remote_address
from itsdangerous import BadSignature, Signer

from confapp import addresses, clock
from confapp.errors import RuleViolation

SOONEST = timedelta(seconds=3)
LATEST = timedelta(hours=12)
SALT = "confapp.desk.comments"


def sealed_time(slug: str) -> str:
    """What the form carries."""
    return _signer().sign(f"{slug} {clock.now().timestamp():.0f}").decode()


def refuse_distrusted(slug: str, sealed: str, trap: str) -> None:
    """Refuse what no reader of the page sent, each time with a sentence for the one who did."""
    if not is_from_here():
        raise RuleViolation(_("This was sent from another site. Open the page here and send it again."))
    if trap:
        raise RuleViolation(_("A field was filled in that people do not see. Leave it empty and send it again."))
    age = clock.now() - _handed_out(slug, sealed)
    if age < SOONEST:
        raise RuleViolation(_("That was very quick. Read it once more, then send it again."))
    if age > LATEST:
        raise RuleViolation(_("The page was open for a long time. Nothing was lost: send it again."))


def is_from_here() -> bool:
    """What browsers say of where a form was sent from; those that say nothing are believed."""
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site in {"same-origin", "none"}
    origin = request.headers.get("Origin")
    return origin is None or origin in {request.host_url.rstrip("/"), addresses.absolute("")}


def nameless_address() -> str:
    """Who sends, for counting within a day: what it was made of cannot be found out again."""
    day = f"{clock.now():%Y-%m-%d}"
    key = f"{SALT} {day} {current_app.secret_key!s}".encode()
    return hmac.new(key, get_remote_address().encode(), sha256).hexdigest()


def _handed_out(slug: str, sealed: str) -> datetime:
    try:
        name, _space, seconds = _signer().unsign(sealed).decode().rpartition(" ")
    except BadSignature as error:
        raise RuleViolation(_("The form was not one of this page. Nothing was lost: send it again.")) from error
    if name != slug:
        raise RuleViolation(_("The form was not one of this page. Nothing was lost: send it again."))
    return datetime.fromtimestamp(int(seconds), tz=clock.now().tzinfo)


def _signer() -> Signer:
    return Signer(str(current_app.secret_key), salt=SALT, digest_method=sha256)
