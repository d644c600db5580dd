"""What programs read of the whole site: the feed of what is new, the site map, and what robots may visit."""

from __future__ import annotations

from flask import Blueprint, Response
from flask.typing import ResponseReturnValue

from confapp import addresses
from confapp.site.cache import public_page

blueprint = Blueprint("feeds", __name__)

PERSONAL = ("/manage/", "/me/", "/sign-in/", "/search/")


@blueprint.get("/robots.txt")
@public_page()
def robots() -> ResponseReturnValue:
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in PERSONAL)]
    lines += ["", f"Sitemap: {addresses.absolute('/sitemap.xml')}", ""]
    return Response("\n".join(lines), content_type="text/plain; charset=utf-8")
