"""Files that are taken, and those that only look like it."""

from __future__ import annotations

import hashlib
import io
import struct
import zipfile
import zlib

import pytest
from werkzeug.exceptions import NotFound

from confapp import storage
from confapp.config import current
from confapp.errors import RuleViolation

SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
PDF = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00" + b"\x00" * 8 + b"\xff\xd9"
TIFF = b"II*\x00\x08\x00\x00\x00\x00\x00\x00\x00\x00\x00"


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def a_png(width: int = 1, height: int = 1) -> bytes:
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"\0\0")) + chunk(b"IEND", b"")


def a_zip(size: int = 10_000_000) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bomb", b"\0" * size)
    return packed.getvalue()


@pytest.fixture
def folder(app):
    return current().instance / storage.FOLDER


def kept_in(folder) -> set[str]:
    return {path.name for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    ("content", "media_type"),
    [(PDF, "application/pdf"), (a_png(), "image/png"), (JPEG, "image/jpeg"), (TIFF, "image/tiff")],
)
def test_the_type_is_that_of_the_content(app, content, media_type):
    assert storage.type_of(content) == media_type


def test_a_file_is_kept_under_its_digest_for_its_owner_alone(folder):
    kept = storage.keep(io.BytesIO(PDF), "Letter of the Secretary.exe")
    assert kept == storage.Kept(
        "Letter of the Secretary.pdf", hashlib.sha256(PDF).hexdigest(), "application/pdf", len(PDF)
    )
    path = folder / kept.digest[:2] / kept.digest
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (PDF, 0o600)


def test_the_same_content_is_kept_once(folder):
    before = kept_in(folder)
    first, second = (storage.keep(io.BytesIO(JPEG), name) for name in ("a.jpg", "b.jpg"))
    assert (first.digest, len(kept_in(folder) - before) <= 1) == (second.digest, True)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("../../etc/passwd", "passwd.pdf"),
        ("C:\\scans\\one.PDF", "one.pdf"),
        (None, "scan.pdf"),
        ('a"b\r\n.pdf', "ab .pdf"),
        ("x" * 300 + ".pdf", "x" * 196 + ".pdf"),
    ],
)
def test_a_name_is_no_path(app, name, expected):
    assert storage.keep(io.BytesIO(PDF), name).name == expected


@pytest.mark.parametrize(
    "content",
    [
        SVG,
        b"<?xml version='1.0'?>" + SVG,
        b"<!doctype html><script>alert(1)</script>",
        b"GIF89a<script>",
        a_zip(),
        b"MZ\x90\x00",
        b"\n" + PDF,
        b"<html>" + PDF,
    ],
    ids=["svg", "xml", "html", "gif", "zip bomb", "program", "late pdf", "html before pdf"],
)
def test_what_is_no_picture_and_no_pdf_is_refused_and_nothing_kept(folder, content):
    before = kept_in(folder)
    with pytest.raises(RuleViolation, match="Only PDF, PNG, JPEG and TIFF"):
        storage.keep(io.BytesIO(content), "harmless.pdf")
    assert kept_in(folder) == before


@pytest.mark.parametrize(
    "content",
    [
        PDF + a_zip(10),
        PDF + b"<script>alert(1)</script>",
        PDF.replace(b"/Catalog", b"/Catalog /OpenAction << /S /JavaScript /JS (x) >>"),
        PDF.replace(b"/Catalog", b"/Catalog /EmbeddedFiles 2 0 R"),
        b"%PDF-1.7 cut off",
        a_png() + SVG,
        a_png()[:-4] + b"\0\0\0\0",
        a_png()[:20],
        a_png(100_000, 100_000),
        JPEG + a_zip(10),
        JPEG[:-2],
        b"II*\x00\xff\xff\xff\xff",
        b"MM\x00*",
    ],
    ids=[
        "pdf and zip",
        "pdf and html",
        "pdf with a script",
        "pdf with files",
        "pdf cut off",
        "png and svg",
        "png with a wrong sum",
        "png cut off",
        "png of ten thousand megapixels",
        "jpeg and zip",
        "jpeg cut off",
        "tiff without a directory",
        "tiff cut off",
    ],
)
def test_what_only_begins_like_one_is_refused_and_nothing_kept(folder, content):
    before = kept_in(folder)
    with pytest.raises(RuleViolation, match="not a whole and harmless one"):
        storage.keep(io.BytesIO(content), "scan")
    assert kept_in(folder) == before


def test_what_is_too_large_is_refused_before_it_is_looked_at(folder):
    before = kept_in(folder)
    with pytest.raises(RuleViolation, match="larger than 20 MB"):
        storage.keep(io.BytesIO(PDF + b"\n" * storage.LARGEST), "large.pdf")
    assert kept_in(folder) == before


def test_an_empty_file_is_refused(app):
    with pytest.raises(RuleViolation, match="empty"):
        storage.keep(io.BytesIO(b""), "empty.pdf")


def test_a_file_is_sent_to_be_saved_and_in_a_sandbox(app):
    kept = storage.keep(io.BytesIO(PDF), "Письмо.pdf")
    with app.test_request_context():
        response = storage.sent(kept.digest, kept.name, kept.media_type)
        response.direct_passthrough = False
        assert response.get_data() == PDF
        response.close()
    assert (response.mimetype, response.headers["Content-Security-Policy"]) == (
        "application/pdf",
        "default-src 'none'; sandbox",
    )
    assert response.headers["Content-Disposition"].startswith("attachment; ")


def test_a_file_that_is_gone_is_not_found(app):
    kept = storage.keep(io.BytesIO(a_png()), "one.png")
    storage.forget(kept.digest)
    with app.test_request_context(), pytest.raises(NotFound):
        storage.sent(kept.digest, kept.name, kept.media_type)


def test_a_digest_is_no_path(app):
    with pytest.raises(ValueError, match="64 hexadecimal digits"):
        storage.forget("../confapp.db")
