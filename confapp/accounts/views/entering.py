"""Signing in and out: by password, by link, by passkey, and the step between for whoever has a second factor."""

from __future__ import annotations

from datetime import timedelta
from http import HTTPStatus

from flask import Blueprint, Response, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user, login_required, login_user, logout_user

from confapp import mail
from confapp.accounts import factors, notices, operations, passkeys, queries, visits
from confapp.accounts.devices import device_of
from confapp.accounts.forms import FactorForm, ForgottenForm, LinkForm, SignInForm
from confapp.accounts.models import User, Visit
from confapp.accounts.passkeys import Place
from confapp.db import db
from confapp.errors import RuleViolation
from confapp.extensions import limiter, login_manager
from confapp.forms import forget_cookie, is_local_address, keep_cookie, shown, visit_token
from confapp.security import is_from_this_machine

blueprint = Blueprint("accounts", __name__)

TRIES = "10 per minute; 60 per hour"
ACCOUNT_TRIES = "10 per 10 minutes; 50 per day"
RESETS = "3 per hour"
RESET_HOLDS = timedelta(hours=1)


@login_manager.user_loader
def load_user(token: str) -> User | None:
    visits.note_seen(token)
    user = visits.user_of_token(token)
    if user and user.is_demonstration and not is_from_this_machine(request):
        return None
    return user


@login_manager.unauthorized_handler
def ask_to_sign_in() -> ResponseReturnValue:
    target = request.full_path.rstrip("?") if request.method in {"GET", "HEAD"} else None
    return redirect(url_for("accounts.sign_in", next=target))


@blueprint.after_request
def keep_out_of_caches(response: Response) -> Response:
    response.headers["Cache-Control"] = "no-store"
    response.headers["Referrer-Policy"] = "no-referrer"
    return response


def account_asked_for() -> str:
    """Who it is tried for: guesses at one account are counted together, wherever they come from."""
    return "account " + request.form.get("email", "").strip().lower()[:254]


def factor_asked_for() -> str:
    visit = visits.visit_half_way(visit_token())
    return f"factor {visit.user_id if visit else 'of nobody'}"


def was_wrong(response: Response) -> bool:
    return response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY


@blueprint.route("/sign-in/", methods=["GET", "POST"])
@limiter.limit(TRIES, methods=["POST"])
@limiter.limit(ACCOUNT_TRIES, methods=["POST"], key_func=account_asked_for, deduct_when=was_wrong)
def sign_in() -> ResponseReturnValue:
    form = SignInForm(next=request.args.get("next", ""))
    if form.carries_out(lambda: begin(_by_password(form))):
        return come_in(form.result, form.next.data)
    return shown("accounts/sign_in.html", form)


@blueprint.route("/sign-in/forgotten/", methods=["GET", "POST"])
@limiter.limit(TRIES, methods=["POST"])
@limiter.limit(RESETS, methods=["POST"], key_func=account_asked_for)
def forgotten() -> ResponseReturnValue:
    form = ForgottenForm()
    if mail.is_set_up() and form.carries_out(lambda: _send_reset(form.email.data)):
        flash(_("If there is an account with this address, a link is on its way. It works for an hour."))
        return redirect(url_for("accounts.sign_in"))
    return shown("accounts/forgotten.html", form, sends_mail=mail.is_set_up())


@blueprint.route("/sign-in/second-step/", methods=["GET", "POST"])
@limiter.limit(TRIES, methods=["POST"])
@limiter.limit(ACCOUNT_TRIES, methods=["POST"], key_func=factor_asked_for, deduct_when=was_wrong)
def second_step() -> ResponseReturnValue:
    visit = visits.visit_half_way(visit_token())
    if visit is None:
        return redirect(url_for("accounts.sign_in"))
    form = FactorForm(next=request.args.get("next", ""))
    if form.carries_out(lambda: _complete(visit, form.code.data)):
        return come_in(form.result, form.next.data)
    return shown("accounts/second_step.html", form)


@blueprint.post("/sign-in/passkey/options/")
@limiter.limit(TRIES)
def passkey_options() -> ResponseReturnValue:
    options = passkeys.sign_in_options(this_place())
    db.session.commit()
    return Response(options, content_type="application/json")


@blueprint.post("/sign-in/passkey/")
@limiter.limit(TRIES)
def sign_in_by_passkey() -> ResponseReturnValue:
    answer = request.get_json(silent=True) or {}
    try:
        user = passkeys.sign_in_by_passkey(answer.get("answer"), this_place(), is_local=is_from_this_machine(request))
    except (RuleViolation, AttributeError) as error:
        db.session.commit()  # the question was asked and answered, right or wrong
        return {"message": getattr(error, "message", "")}, HTTPStatus.UNPROCESSABLE_ENTITY
    visits.begin(user, device=this_device())
    return {"next": come_in(user, str(answer.get("next", ""))).location}


@blueprint.route("/sign-in/<secret>/", methods=["GET", "POST"])
@limiter.limit(TRIES, methods=["POST"])
def use_link(secret: str) -> ResponseReturnValue:
    # Opening the address alone uses nothing up: mail programs open links to look at them.
    form = LinkForm()
    here = is_from_this_machine(request)
    if form.carries_out(lambda: begin(operations.sign_in_by_link(secret, is_local=here))):
        return come_in(form.result, request.args.get("next"))
    return shown("accounts/use_link.html", form)


@blueprint.post("/sign-out/")
@login_required
def sign_out() -> ResponseReturnValue:
    visits.sign_out(current_user)
    db.session.commit()
    logout_user()
    forget_cookie()
    return redirect("/")


def begin(user: User) -> User:
    visits.begin(user, device=this_device(), awaits_factor=factors.is_asked_for(user))
    return user


def come_in(user: User, target: str | None) -> Response:
    """Keep the visit in the cookie and go on to where one wanted, by way of the second factor if there is one."""
    db.session.commit()
    forget_cookie()
    login_user(user)
    keep_cookie()
    wanted = target if target and is_local_address(target) else None
    if user.visit and user.visit.awaits_factor:
        return _redirect(url_for("accounts.second_step", next=wanted))
    return _redirect(wanted or url_for("me.index"))


def this_place() -> Place:
    return Place(host=request.host.partition(":")[0], origin=request.host_url.rstrip("/"))


def this_device() -> str:
    return device_of(request.user_agent.string)


def _by_password(form: SignInForm) -> User:
    return operations.sign_in_by_password(form.email.data, form.password.data, is_local=is_from_this_machine(request))


def _complete(visit: Visit, code: str) -> User:
    factors.check_factor(visit.user, code)
    return visits.complete(visit)


def _send_reset(email: str) -> None:
    user = queries.user_by_email(email)
    if user is not None and user.is_active and not user.is_demonstration:
        secret = operations.issue_link(user, by=None, holds=RESET_HOLDS)
        notices.send_reset(user, secret, url_for("account.change_password"))


def _redirect(address: str) -> Response:
    response = redirect(address)
    assert isinstance(response, Response)
    return response
