"""The keys that sign editions, at the desk: their fingerprints, and a new one."""

from __future__ import annotations

from flask import Blueprint, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_login import current_user

from confapp.forms import Form, done, shown
from confapp.manage import manage, needs
from confapp.navigation import add_section
from confapp.permissions import Permission
from confapp.proceedings import queries

blueprint = Blueprint("keys", __name__, url_prefix="/keys")
add_section(_l("Signing keys"), "manage.keys.index", Permission.KEYS_EDIT, in_conference=False, order=2)


@blueprint.get("/")
@needs(Permission.KEYS_EDIT, confirmed=True)
def index() -> ResponseReturnValue:
    return render_template("proceedings/keys.html", keys=queries.signing_keys())


@blueprint.route("/rotate/", methods=["GET", "POST"])
@needs(Permission.KEYS_EDIT, confirmed=True)
def rotate() -> ResponseReturnValue:
    form, back = Form(), url_for(".index")
    if form.carries_out(_rotate):
        return done(_("A new key signs from now on. Hand its fingerprint out where readers look for it."), back)
    return shown("proceedings/rotate.html", form, back=back)


def _rotate() -> None:
    # Weight: what signs takes 7 MB, and of all that answer requests only this and publishing need it.
    from confapp.proceedings.signing import rotate_key  # noqa: PLC0415

    rotate_key(by=current_user)


manage.register_blueprint(blueprint)
