"""The one gate of /manage: closed by default, and every view says what it needs.

A domain's `views.py` makes a blueprint, nests it with `manage.register_blueprint(blueprint)` at import, and marks its
views with `@needs(Permission.X)`. An argument named `conference` is the slug of a conference; for the view the gate
leaves `g.conference_id`, and `g.permissions` for `may`.
"""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus
from typing import Any, TypeVar

from flask import Blueprint, Flask, Response, abort, current_app, g, redirect, request, url_for
from flask.sansio.blueprints import Blueprint as AnyBlueprint
from flask.typing import ResponseReturnValue
from flask_login import current_user

from confapp.extensions import login_manager
from confapp.permissions import Permission, has_part_in, permissions_of
from confapp.slugs import SlugSpace, found_slug

View = TypeVar("View", bound=Callable[..., ResponseReturnValue])


class Manage(Blueprint):
    """A blueprint that remembers what was nested in it, so that nothing is registered a second time."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.nested: list[AnyBlueprint] = []

    def register_blueprint(self, blueprint: AnyBlueprint, **options: Any) -> None:
        super().register_blueprint(blueprint, **options)
        self.nested.append(blueprint)


manage = Manage("manage", __name__, url_prefix="/manage")


def needs(permission: Permission, *, confirmed: bool = False) -> Callable[[View], View]:
    """Say what a view under /manage needs; one that says nothing is closed.

    `confirmed` asks for the password again where it was given too long ago: before rights, keys and second factors.
    """

    def mark(view: View) -> View:
        view.__dict__.update(needed_permission=permission, needs_confirmation=confirmed)
        return view

    return mark


def needed_permission(view: object) -> Permission | None:
    return getattr(view, "needed_permission", None)


def may(permission: Permission) -> bool:
    """Whether who is signed in has the permission here; for templates, which leave out what would be refused."""
    return permission in g.get("permissions", ())


@manage.before_request
def open_the_gate() -> ResponseReturnValue | None:
    if not current_user.is_authenticated:
        answer: ResponseReturnValue = login_manager.unauthorized()
        return answer
    if moved := _find_conference():
        return moved
    g.permissions = permissions_of(current_user.grants, g.conference_id)
    view = current_app.view_functions[request.endpoint or ""]
    if needed_permission(view) not in g.permissions:
        abort(HTTPStatus.FORBIDDEN)
    if getattr(view, "needs_confirmation", False) and not current_user.is_confirmed:
        asked: ResponseReturnValue = login_manager.needs_refresh()
        return asked
    return None


@manage.after_request
def keep_out_of_caches(response: Response) -> Response:
    response.headers["Cache-Control"] = "no-store"
    return response


@manage.url_defaults
def stay_in_the_conference(endpoint: str, values: dict[str, Any]) -> None:
    """Links between pages of one conference need not name it."""
    slug = g.get("conference_slug")
    if slug and "conference" not in values and current_app.url_map.is_endpoint_expecting(endpoint, "conference"):
        values["conference"] = slug


def init_app(app: Flask) -> None:
    app.jinja_env.globals.update(may=may, Permission=Permission)


def _find_conference() -> ResponseReturnValue | None:
    """Note which conference the address is about; a former name leads whoever has a part in it to the present one."""
    g.conference_id = None
    values = request.view_args or {}
    if "conference" not in values:
        return None
    found = found_slug(SlugSpace.CONFERENCE, values["conference"])
    if found is None or not has_part_in(permissions_of(current_user.grants, found.target_id)):
        abort(HTTPStatus.NOT_FOUND)
    g.conference_id, g.conference_slug = found
    if found.name == values["conference"]:
        return None
    values["conference"] = found.name
    if request.method not in {"GET", "HEAD"}:
        return None
    address = url_for(request.endpoint or "", **values)
    query = request.query_string.decode()
    return redirect(f"{address}?{query}" if query else address)
