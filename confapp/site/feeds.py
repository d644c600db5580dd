"""What programs read of the whole site: the feed of what is new, the site map, and what robots may visit."""

from __future__ import annotations

from flask import Blueprint, Response, abort
from flask.typing import ResponseReturnValue

from confapp import addresses
from confapp.proceedings.queries import latest_publications
from confapp.site import atom, sitemap
from confapp.site.cache import public_page
from confapp.site.holdings import holdings, newest_releases

blueprint = Blueprint("feeds", __name__)

NEWEST = 50
XML = "application/xml; charset=utf-8"
NOT_FOR_ROBOTS = ("/manage/", "/me/", "/sign-in/", "/search/")


@blueprint.get("/feed.atom")
@public_page()
def feed() -> ResponseReturnValue:
    news = [atom.of_edition(edition) for edition in latest_publications(NEWEST)]
    news += [atom.of_release(release, conference) for release, conference in newest_releases(NEWEST)]
    newest = sorted(news, key=lambda one: one.at, reverse=True)[:NEWEST]
    written = atom.feed(newest, path=addresses.feed())
    return Response(written, content_type="application/atom+xml; charset=utf-8")


@blueprint.get("/sitemap.xml")
@public_page()
def site_map() -> ResponseReturnValue:
    return Response(sitemap.sitemap(holdings()), content_type=XML)


@blueprint.get("/sitemap-<int(min=1, max=100000):number>.xml")
@public_page()
def site_map_part(number: int) -> ResponseReturnValue:
    return Response(sitemap.part(holdings(), number) or abort(404), content_type=XML)


@blueprint.get("/robots.txt")
@public_page()
def robots() -> ResponseReturnValue:
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in NOT_FOR_ROBOTS)]
    lines += ["", f"Sitemap: {addresses.absolute('/sitemap.xml')}", ""]
    return Response("\n".join(lines), content_type="text/plain; charset=utf-8")
