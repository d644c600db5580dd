"""Files that people upload, kept in the instance folder by their digest; what a file is, its content says.

Pictures and PDF are taken. Pages, programs and archives are not, whatever they are called, and neither is a picture
with something else behind its end. Nothing is unpacked or run to find out.
"""

from __future__ import annotations

import hashlib
import re
import secrets
import struct
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from typing import IO

from flask import Response, abort, send_file
from flask_babel import gettext as _

from confapp.config import current
from confapp.errors import RuleViolation
from confapp.text import clean_line

FOLDER = "files"
MEBIBYTE = 1024 * 1024
LARGEST = 20 * MEBIBYTE
MOST_PIXELS = 400_000_000
LONGEST_NAME = 200
DIGEST = re.compile(r"[0-9a-f]{64}")
ACTIVE_PDF = re.compile(rb"/(JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA)(?![A-Za-z])")
PDF_END = re.compile(rb"%%EOF\s*\Z")
PNG_START, PNG_HEAD, PNG_END = b"\x89PNG\r\n\x1a\n", b"IHDR", b"IEND"
TIFF_HEAD = 8
JPEG_END = b"\xff\xd9"
SUFFIXES = {"application/pdf": ".pdf", "image/png": ".png", "image/jpeg": ".jpg", "image/tiff": ".tif"}


@dataclass(frozen=True, slots=True)
class Kept:
    """A file as it is kept: its name for people, its digest, what it is, and how many bytes it has."""

    name: str
    digest: str
    media_type: str
    size: int


def keep(stream: IO[bytes], name: str | None) -> Kept:
    """Keep a file; refuses one that is empty, too large, or nothing that can be kept here, and then keeps nothing."""
    with stream:
        content = stream.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise _refusal(_("The file is larger than %(size)s MB. Nothing of it was kept.", size=LARGEST // MEBIBYTE))
    if not content:
        raise _refusal(_("The file is empty."))
    media_type = type_of(content)
    digest = hashlib.sha256(content).hexdigest()
    _put(_place(digest), content)
    return Kept(_called(name, media_type), digest, media_type, len(content))


def type_of(content: bytes) -> str:
    """What the content is; refuses what is none of the kinds that are taken, or only begins like one."""
    for start, media_type, is_whole in KINDS:
        if content.startswith(start):
            if is_whole(content):
                return media_type
            raise _refusal(
                _(
                    "The file begins like a %(kind)s but is not a whole and harmless one. Save it anew.",
                    kind=SUFFIXES[media_type].removeprefix(".").upper(),
                )
            )
    raise _refusal(_("Only PDF, PNG, JPEG and TIFF are taken; this file is none of them, whatever its name."))


def sent(digest: str, name: str, media_type: str) -> Response:
    """A kept file for whoever may have it: to be saved, never to be shown as a page of this site."""
    path = _place(digest)
    if media_type not in SUFFIXES or not path.is_file():
        abort(HTTPStatus.NOT_FOUND)
    response = send_file(path, mimetype=media_type, as_attachment=True, download_name=name, etag=digest)
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


def forget(digest: str) -> None:
    """Delete a kept file that nothing refers to any more."""
    _place(digest).unlink(missing_ok=True)


def _refusal(message: str) -> RuleViolation:
    """Beside the field with the file, which forms call by that name."""
    return RuleViolation(message, field="file")


def _place(digest: str) -> Path:
    if not DIGEST.fullmatch(digest):
        raise ValueError("a digest is 64 hexadecimal digits")
    return current().instance / FOLDER / digest[:2] / digest


def _put(path: Path, content: bytes) -> None:
    """Whole or not at all; the same content is there already and stays."""
    if path.exists():
        return
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    fresh = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    try:
        fresh.touch(mode=0o600)
        fresh.write_bytes(content)
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)


def _called(name: str | None, media_type: str) -> str:
    """The last part of the name it came with, ending as its content wants it."""
    last = clean_line(re.split(r"[\\/]", name or "")[-1].replace('"', ""))
    stem = last.rpartition(".")[0] or last or _("scan")
    suffix = SUFFIXES[media_type]
    return stem[: LONGEST_NAME - len(suffix)] + suffix


def _is_pdf(content: bytes) -> bool:
    return PDF_END.search(content[-1024:]) is not None and ACTIVE_PDF.search(content) is None


def _is_png(content: bytes) -> bool:
    """Whether its chunks follow each other to the end, each with its sum, and its size is one that can be looked at."""
    at, names = len(PNG_START), []
    while at + 12 <= len(content):
        length, name = struct.unpack(">I4s", content[at : at + 8])
        end = at + 8 + length
        if content[end : end + 4] != struct.pack(">I", zlib.crc32(content[at + 4 : end])):
            return False
        names.append(name)
        at = end + 4
        if name == PNG_END:
            break
    if at != len(content) or names[:1] != [PNG_HEAD] or names[-1:] != [PNG_END]:
        return False
    width, height = struct.unpack(">II", content[16:24])
    return 0 < int(width) * int(height) <= MOST_PIXELS


def _is_jpeg(content: bytes) -> bool:
    return content.rstrip(b"\x00").endswith(JPEG_END)


def _is_tiff(content: bytes) -> bool:
    """Whether its first directory stands in it."""
    order = "<" if content.startswith(b"II") else ">"
    if len(content) < TIFF_HEAD:
        return False
    (first,) = struct.unpack(f"{order}I", content[4:TIFF_HEAD])
    return TIFF_HEAD <= int(first) < len(content) - 2


KINDS: tuple[tuple[bytes, str, Callable[[bytes], bool]], ...] = (
    (b"%PDF-", "application/pdf", _is_pdf),
    (PNG_START, "image/png", _is_png),
    (b"\xff\xd8\xff", "image/jpeg", _is_jpeg),
    (b"II*\x00", "image/tiff", _is_tiff),
    (b"MM\x00*", "image/tiff", _is_tiff),
)
