"""Compiling an edition for a test."""

from __future__ import annotations

from datetime import UTC, datetime

from confapp.db import db
from confapp.proceedings.compile import compile_edition, whole_conference
from confapp.proceedings.imprint import Imprint

IMPRINT = Imprint(1, "en", "Proceedings", datetime(2026, 11, 23, 12, tzinfo=UTC), "Ada North")


def compiled(conference, imprint=IMPRINT):
    db.session.flush()
    db.session.expire_all()  # as publishing does
    return compile_edition(whole_conference(conference), imprint)


def section(conference, name, imprint=IMPRINT):
    return next((one for one in compiled(conference, imprint)["sections"] if one["id"] == name), None)


def lines(conference, name) -> list[str]:
    return [one["text"] for one in section(conference, name)["paragraphs"]]
