"""What an address of the desk names: the thing itself, or the way to where it is now."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar
from urllib.parse import quote

from flask import request
from flask_babel import gettext as _
from werkzeug.routing import RequestRedirect

from confapp.errors import NotFound
from confapp.slugs import SlugSpace, current_slug

Found = TypeVar("Found")


def thing_at(space: SlugSpace, slug: str, find: Callable[[str], Found | None]) -> Found:
    """What `find` knows under the slug; a former slug leads to the present address, all else is not found."""
    if (thing := find(slug)) is not None:
        return thing
    name = current_slug(space, slug)
    if name is None or name == slug:
        raise NotFound(_("It may have moved. The lists and the search of the desk know more."))
    parts = request.path.split("/")
    parts[parts.index(slug, 2)] = name
    query = request.query_string.decode()
    raise RequestRedirect(quote("/".join(parts)) + (f"?{query}" if query else ""))
