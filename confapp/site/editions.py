"""The files of an edition: the signed one as it is, the PDF and other books, citations."""

from __future__ import annotations

from flask import Blueprint, Response, request, send_file
from flask.typing import ResponseReturnValue

from confapp import addresses
from confapp.conferences.models import Conference
from confapp.proceedings.exports.formats import FORMATS, Format
from confapp.proceedings.models import Edition
from confapp.proceedings.queries import content_of, edition
from confapp.proceedings.shelf import shelved
from confapp.site.frame import conference_at
from confapp.site.imprint import CITATIONS

blueprint = Blueprint("editions", __name__)

LARGEST = 2**31 - 1
# A file never changes, but its edition can be withdrawn or made private: caches ask again after a day.
A_DAY = 24 * 3600
AT_ONCE = {"json", *CITATIONS}
NAMES = {one.suffix.removeprefix("."): name for name, one in FORMATS.items()}
SUFFIXES = ", ".join(f'"{suffix}"' for suffix in NAMES)


@blueprint.get(f"/proceedings/<slug>/editions/<int(min=1, max={LARGEST}):number>.<any({SUFFIXES}):suffix>")
def file(slug: str, number: int, suffix: str) -> ResponseReturnValue:
    conference = conference_at(slug)
    found, name = edition(conference, number), NAMES[suffix]
    answer = _made(found, conference, name) if name in AT_ONCE else _kept(found, conference, name)
    answer.cache_control.public = True
    answer.cache_control.max_age = A_DAY
    return answer


def _made(found: Edition, conference: Conference, name: str) -> Response:
    form = FORMATS[name]
    written = form.write(content_of(found), addresses.permanent_edition(conference.slug, found.number))
    response = Response(written, content_type=_content_type(form))
    response.headers["Content-Disposition"] = f'inline; filename="{_file_name(found, conference, form)}"'
    response.set_etag(_etag(found, name))
    response.make_conditional(request)
    return response


def _kept(found: Edition, conference: Conference, name: str) -> Response:
    path = shelved(found, name, addresses.permanent_edition(conference.slug, found.number))
    return send_file(
        path,
        mimetype=FORMATS[name].media_type,
        download_name=_file_name(found, conference, FORMATS[name]),
        etag=_etag(found, name),
        last_modified=found.published_at,
    )


def _file_name(found: Edition, conference: Conference, form: Format) -> str:
    return f"{conference.slug}-{found.number}{form.suffix}"


def _content_type(form: Format) -> str:
    is_json = form.media_type.endswith(("/json", "+json"))
    return form.media_type if is_json else f"{form.media_type}; charset=utf-8"


def _etag(found: Edition, name: str) -> str:
    return f"{found.digest.removeprefix('sha256:')}-{name}"
