"""Users, for administrators: who there is, what they may do, and how they get in."""

from __future__ import annotations

from flask import Blueprint, abort, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_login import current_user

from confapp import mail
from confapp.accounts import factors, inviting, operations, queries, visits
from confapp.accounts.forms import GrantForm, InviteForm, LinkForm
from confapp.accounts.labels import ROLE_NAMES, ROLE_NOTES
from confapp.accounts.models import User
from confapp.db import db
from confapp.forms import Form, done, shown
from confapp.manage import manage, needs
from confapp.navigation import add_section
from confapp.permissions import Permission

blueprint = Blueprint("users", __name__, url_prefix="/users")
manage.register_blueprint(blueprint)
add_section(_l("Users"), "manage.users.index", Permission.USERS_EDIT, in_conference=False, order=2)


@blueprint.get("/")
@needs(Permission.USERS_EDIT)
def index() -> ResponseReturnValue:
    return render_template("accounts/users/index.html", list=queries.users_page(), role_names=ROLE_NAMES)


@blueprint.route("/new/", methods=["GET", "POST"])
@needs(Permission.USERS_EDIT, confirmed=True)
def create() -> ResponseReturnValue:
    form = InviteForm()
    if form.carries_out(lambda: inviting.invite(**form.invitation(), by=current_user)):
        user, secret = form.result
        return _handed_over(user, secret)
    return shown("accounts/users/create.html", form, role_notes=ROLE_NOTES, role_names=ROLE_NAMES)


@blueprint.get("/<int:key>/")
@needs(Permission.USERS_EDIT)
def detail(key: int) -> ResponseReturnValue:
    return _detail(_user(key), GrantForm())


@blueprint.post("/<int:key>/roles/")
@needs(Permission.USERS_EDIT, confirmed=True)
def grant(key: int) -> ResponseReturnValue:
    user, form = _user(key), GrantForm()
    if form.carries_out(lambda: operations.grant_role(user, **form.role_and_place(), by=current_user)):
        return done(_("The role is given."), url_for(".detail", key=key))
    return _detail(user, form)


@blueprint.post("/roles/<int:key>/revoke/")
@needs(Permission.USERS_EDIT, confirmed=True)
def revoke(key: int) -> ResponseReturnValue:
    found = queries.grant_by_id(key) or abort(404)
    user_id = found.user_id
    operations.revoke_role(found, by=current_user)
    db.session.commit()
    return done(_("The role is taken away."), url_for(".detail", key=user_id))


@blueprint.post("/<int:key>/link/")
@needs(Permission.USERS_EDIT, confirmed=True)
def issue_link(key: int) -> ResponseReturnValue:
    user = _user(key)
    secret = inviting.send_link(user, by=current_user)
    db.session.commit()
    return _handed_over(user, secret)


@blueprint.route("/<int:key>/close/", methods=["GET", "POST"])
@needs(Permission.USERS_EDIT, confirmed=True)
def close(key: int) -> ResponseReturnValue:
    user, form = _user(key), LinkForm()
    if form.carries_out(lambda: operations.close_account(user, by=current_user)):
        return done(_("The account is closed."), url_for(".detail", key=key))
    return shown("accounts/users/close.html", form, user=user)


@blueprint.post("/<int:key>/reopen/")
@needs(Permission.USERS_EDIT, confirmed=True)
def reopen(key: int) -> ResponseReturnValue:
    operations.reopen_account(_user(key), by=current_user)
    db.session.commit()
    return done(_("The account is open again."), url_for(".detail", key=key))


@blueprint.route("/<int:key>/factors/", methods=["GET", "POST"])
@needs(Permission.USERS_EDIT, confirmed=True)
def remove_factors(key: int) -> ResponseReturnValue:
    user, form = _user(key), LinkForm()
    if form.carries_out(lambda: inviting.remove_factors(user, by=current_user)):
        return done(_("The second factors are removed."), url_for(".detail", key=key))
    return shown("accounts/users/factors.html", form, user=user)


@blueprint.post("/<int:key>/sign-out/")
@needs(Permission.USERS_EDIT, confirmed=True)
def sign_out(key: int) -> ResponseReturnValue:
    visits.sign_out_everywhere(_user(key), by=current_user)
    db.session.commit()
    return done(_("The user is signed out everywhere."), url_for(".detail", key=key))


def _user(key: int) -> User:
    user = queries.user_by_id(key)
    return user if user is not None and user.erased_at is None else abort(404)


def _detail(user: User, form: Form) -> ResponseReturnValue:
    return shown(
        "accounts/users/detail.html",
        form,
        user=user,
        conferences={
            one.id: one for one in queries.conference_names(grant.conference_id or 0 for grant in user.grants)
        },
        role_names=ROLE_NAMES,
        authenticator=factors.authenticator_of(user),
        passkeys=factors.passkeys_of(user),
        visits=visits.open_visits(user),
    )


def _handed_over(user: User, secret: str) -> ResponseReturnValue:
    """The link, once: whoever has it is the user, so it is shown to administrators alone and kept nowhere."""
    address = inviting.link_address(secret)
    return render_template("accounts/users/link.html", user=user, address=address, is_mailed=mail.is_set_up())
