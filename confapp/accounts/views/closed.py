"""Pages of who is signed in: closed to strangers, in no cache, and some only soon after the password was given."""

from __future__ import annotations

import functools
from collections.abc import Callable
from http import HTTPStatus
from typing import ParamSpec
from urllib.parse import urlsplit

from flask import Blueprint, Response, abort, g, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from confapp.extensions import login_manager
from confapp.permissions import permissions_of

P = ParamSpec("P")


def close(blueprint: Blueprint) -> None:
    """Let nobody in who is not signed in."""
    blueprint.before_request(_let_in)
    blueprint.after_request(_keep_out_of_caches)


def confirmed(view: Callable[P, ResponseReturnValue]) -> Callable[P, ResponseReturnValue]:
    """Ask for the password again where it was given too long ago."""

    @functools.wraps(view)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> ResponseReturnValue:
        return view(*args, **kwargs) if current_user.is_confirmed else ask_to_confirm()

    return guarded


@login_manager.needs_refresh_handler
def ask_to_confirm() -> ResponseReturnValue:
    """Lead to the page that asks for the password, and from there back to the page that the form stands on."""
    if request.is_json:
        abort(HTTPStatus.FORBIDDEN)
    return redirect(url_for("account.confirm", next=_page_asked_for()))


def _page_asked_for() -> str | None:
    if request.method in {"GET", "HEAD"}:
        return request.full_path.rstrip("?")
    come_from = urlsplit(request.referrer or "")
    return come_from.path if come_from.netloc == request.host else None


def _let_in() -> ResponseReturnValue | None:
    if not current_user.is_authenticated:
        answer: ResponseReturnValue = login_manager.unauthorized()
        return answer
    g.permissions = permissions_of(current_user.grants, None)
    return None


def _keep_out_of_caches(response: Response) -> Response:
    response.headers["Cache-Control"] = "no-store"
    response.headers["Referrer-Policy"] = "same-origin"
    return response
