"""Signing in and out, and one's own account."""

from __future__ import annotations

from flask import Blueprint, Response, flash, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user, login_required, login_user, logout_user

from confapp.accounts import operations, queries
from confapp.accounts.forms import LinkForm, PasswordForm, SignInForm
from confapp.accounts.models import User
from confapp.db import db
from confapp.errors import RuleViolation
from confapp.extensions import limiter, login_manager
from confapp.forms import Form, forget_cookie, is_local_address, keep_cookie
from confapp.security import is_from_this_machine

blueprint = Blueprint("accounts", __name__)

TRIES = "10 per minute; 60 per hour"


@login_manager.user_loader
def load_user(token: str) -> User | None:
    user = queries.user_of_cookie(token)
    if user and user.is_demonstration and not is_from_this_machine(request):
        return None
    return user


@login_manager.unauthorized_handler
def ask_to_sign_in() -> ResponseReturnValue:
    return redirect(url_for("accounts.sign_in", next=request.full_path.rstrip("?")))


@blueprint.after_request
def keep_out_of_caches(response: Response) -> Response:
    response.headers["Cache-Control"] = "no-store"
    response.headers["Referrer-Policy"] = "no-referrer"
    return response


@blueprint.route("/sign-in/", methods=["GET", "POST"])
@limiter.limit(TRIES, methods=["POST"])
def sign_in() -> ResponseReturnValue:
    form = SignInForm(next=request.args.get("next", ""))
    if form.validate_on_submit():
        try:
            user = operations.sign_in_by_password(
                form.email.data, form.password.data, is_local=is_from_this_machine(request)
            )
        except RuleViolation as error:
            form.form_errors.append(error.message)
        else:
            return _come_in(user, form.next.data)
    return _shown("accounts/sign_in.html", form)


@blueprint.route("/sign-in/<secret>/", methods=["GET", "POST"])
@limiter.limit(TRIES, methods=["POST"])
def use_link(secret: str) -> ResponseReturnValue:
    # Opening the address alone uses nothing up: mail programs open links to look at them.
    form = LinkForm()
    if form.validate_on_submit():
        try:
            user = operations.sign_in_by_link(secret, is_local=is_from_this_machine(request))
        except RuleViolation as error:
            form.form_errors.append(error.message)
        else:
            return _come_in(user, "")
    return _shown("accounts/use_link.html", form)


@blueprint.post("/sign-out/")
@login_required
def sign_out() -> ResponseReturnValue:
    operations.sign_out(current_user)
    db.session.commit()
    logout_user()
    forget_cookie()
    return redirect("/")


@blueprint.get("/account/")
@login_required
def account() -> ResponseReturnValue:
    return render_template("accounts/account.html", form=LinkForm(), user=current_user)


@blueprint.route("/account/password/", methods=["GET", "POST"])
@login_required
def change_password() -> ResponseReturnValue:
    form = PasswordForm()
    if form.validate_on_submit():
        try:
            operations.set_password(current_user, form.password.data, by=current_user)
        except RuleViolation as error:
            form.password.errors = [*form.password.errors, error.message]
        else:
            db.session.commit()
            login_user(current_user)
            flash(_("Your password was changed. Elsewhere you are signed out."))
            return redirect(url_for("accounts.account"))
    return _shown("accounts/password.html", form)


@blueprint.post("/account/sign-out-everywhere/")
@login_required
def sign_out_everywhere() -> ResponseReturnValue:
    operations.sign_out_everywhere(current_user, by=current_user)
    db.session.commit()
    forget_cookie()
    return redirect(url_for("accounts.sign_in"))


def _come_in(user: User, target: str | None) -> ResponseReturnValue:
    db.session.commit()
    forget_cookie()
    login_user(user)
    keep_cookie()
    return redirect(target if target and is_local_address(target) else url_for("accounts.account"))


def _shown(template: str, form: Form) -> Response:
    """The form; with what is wrong about it where it was sent, which is then no success."""
    response = make_response(render_template(template, form=form))
    response.status_code = 422 if form.errors else 200
    return response
