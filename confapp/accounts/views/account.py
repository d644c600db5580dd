"""One's own account: name, password, second factors, and where one is signed in."""

from __future__ import annotations

import segno
from flask import Blueprint, Response, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from confapp.accounts import factors, notices, operations, passkeys, passwords, visits
from confapp.accounts.forms import CodeForm, ConfirmForm, LinkForm, PasswordForm, PersonForm
from confapp.accounts.views.closed import close, confirmed
from confapp.accounts.views.entering import TRIES, this_place, was_wrong
from confapp.db import db
from confapp.errors import RuleViolation
from confapp.extensions import limiter
from confapp.forms import done, forget_cookie, is_local_address, shown

blueprint = Blueprint("account", __name__, url_prefix="/account")
close(blueprint)


def who() -> str:
    return f"user {getattr(current_user, 'id', 'unknown')}"


@blueprint.get("/")
def index() -> ResponseReturnValue:
    return render_template(
        "accounts/account.html",
        form=LinkForm(),
        user=current_user,
        visits=visits.open_visits(current_user),
        authenticator=factors.authenticator_of(current_user),
        codes_left=factors.codes_left(current_user),
        passkeys=factors.passkeys_of(current_user),
    )


@blueprint.route("/person/", methods=["GET", "POST"])
def change_person() -> ResponseReturnValue:
    form = PersonForm(name=current_user.name, language=current_user.language)
    if form.carries_out(
        lambda: operations.change_user(current_user, name=form.name.data, language=form.language.data, by=current_user)
    ):
        return done(_("It is changed."), url_for("account.index"))
    return shown("accounts/person.html", form)


@blueprint.route("/confirm/", methods=["GET", "POST"])
@limiter.limit(TRIES, methods=["POST"], key_func=who, deduct_when=was_wrong)
def confirm() -> ResponseReturnValue:
    form = ConfirmForm(next=request.args.get("next", ""))
    if form.carries_out(lambda: _confirm(form)):
        target = form.next.data or ""
        return redirect(target if is_local_address(target) else url_for("account.index"))
    values = {"has_password": current_user.password_hash is not None, "has_app": factors.is_asked_for(current_user)}
    return shown("accounts/confirm.html", form, **values)


@blueprint.route("/password/", methods=["GET", "POST"])
@confirmed
def change_password() -> ResponseReturnValue:
    form = PasswordForm()
    if form.carries_out(lambda: _change_password(form.password.data)):
        return done(_("Your password was changed. Elsewhere you are signed out."), url_for("account.index"))
    return shown("accounts/password.html", form)


@blueprint.route("/authenticator/", methods=["GET", "POST"])
@confirmed
def set_up_authenticator() -> ResponseReturnValue:
    form = CodeForm()
    secret = factors.prepare_authenticator(current_user)
    db.session.commit()
    if form.carries_out(lambda: factors.confirm_authenticator(current_user, form.code.data)):
        return render_template("accounts/codes.html", codes=form.result)
    picture = segno.make(factors.set_up_address(current_user, secret)).svg_data_uri(scale=5, border=2)
    return shown("accounts/authenticator.html", form, secret=secret, picture=picture)


@blueprint.post("/authenticator/remove/")
@confirmed
def remove_authenticator() -> ResponseReturnValue:
    factors.remove_factors(current_user, by=current_user)
    notices.send_warning(current_user, _("The second factor of your account was removed."))
    db.session.commit()
    return done(_("You sign in without a second factor now."), url_for("account.index"))


@blueprint.post("/recovery-codes/")
@confirmed
def renew_codes() -> ResponseReturnValue:
    codes = factors.make_recovery_codes(current_user)
    db.session.commit()
    return render_template("accounts/codes.html", codes=codes)


@blueprint.post("/passkeys/options/")
@confirmed
def passkey_options() -> ResponseReturnValue:
    options = passkeys.registration_options(current_user, this_place())
    db.session.commit()
    return Response(options, content_type="application/json")


@blueprint.post("/passkeys/")
@confirmed
def add_passkey() -> ResponseReturnValue:
    sent = request.get_json(silent=True) or {}
    try:
        name = str(sent.get("name", "")).strip() or current_user.visit.device
        passkeys.register_passkey(current_user, sent.get("answer"), this_place(), name=name)
    except (RuleViolation, AttributeError) as error:
        db.session.rollback()
        return {"message": getattr(error, "message", "")}, 422
    notices.send_warning(current_user, _("A passkey was added to your account."))
    db.session.commit()
    return {"next": url_for("account.index")}


@blueprint.post("/passkeys/<int:key>/remove/")
@confirmed
def remove_passkey(key: int) -> ResponseReturnValue:
    passkey = passkeys.passkey_by_id(key, current_user) or abort(404)
    passkeys.remove_passkey(current_user, passkey, by=current_user)
    db.session.commit()
    return done(_("The passkey opens nothing any more."), url_for("account.index"))


@blueprint.post("/visits/<int:key>/end/")
def end_visit(key: int) -> ResponseReturnValue:
    visit = visits.visit_by_id(key, current_user) or abort(404)
    visits.end(visit, by=current_user)
    db.session.commit()
    return done(_("That device is signed out."), url_for("account.index"))


@blueprint.post("/sign-out-everywhere/")
def sign_out_everywhere() -> ResponseReturnValue:
    visits.sign_out_everywhere(current_user, by=current_user)
    db.session.commit()
    forget_cookie()
    return redirect(url_for("accounts.sign_in"))


def _confirm(form: ConfirmForm) -> None:
    if current_user.password_hash is not None:
        if not passwords.matches(form.password.data or "", current_user.password_hash):
            raise RuleViolation(_("That is not your password."), field="password")
    elif factors.is_asked_for(current_user):
        factors.check_factor(current_user, form.code.data or "")
    else:
        raise RuleViolation(
            _("There is nothing to confirm it with. Sign in anew, by a passkey or a link, and ten minutes are yours.")
        )
    visits.confirm(current_user.visit)


def _change_password(password: str) -> None:
    operations.set_password(current_user, password, by=current_user, on=current_user.visit)
    notices.send_warning(current_user, _("The password of your account was changed."))
