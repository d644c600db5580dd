"""Pictures of letters, and their translations."""

from __future__ import annotations

import sqlalchemy as sa
from flask_babel import gettext as _

from confapp import audit
from confapp.accounts.models import User
from confapp.audit import Action
from confapp.db import db
from confapp.errors import RuleViolation
from confapp.facts import next_number, refuse_stale, write
from confapp.letters.models import Letter, LetterScan
from confapp.storage import Kept
from confapp.text import clean_text

MOST_SCANS = 50


def add_scan(letter: Letter, file: Kept, *, by: User | None = None) -> LetterScan:
    """Put the picture of a page behind those that a letter has."""
    of_letter = LetterScan.letter_id == letter.id
    if db.session.scalar(sa.select(LetterScan.id).where(of_letter, LetterScan.digest == file.digest)):
        raise RuleViolation(_("The letter has this very picture already."), field="file")
    position = next_number(LetterScan.position, of_letter)
    if position > MOST_SCANS:
        raise RuleViolation(_("A letter has at most %(count)s pictures.", count=MOST_SCANS), field="file")
    scan = LetterScan(
        letter_id=letter.id,
        position=position,
        name=file.name,
        digest=file.digest,
        media_type=file.media_type,
        size=file.size,
    )
    db.session.add(scan)
    audit.record(Action.LETTER_SCANNED, letter, by=by, detail={"file": file.name, "digest": file.digest})
    db.session.flush()
    return scan


def remove_scan(letter: Letter, scan: LetterScan, *, by: User | None = None) -> str:
    """Take a picture away; the digest of its file is answered, for whoever deletes what nothing refers to."""
    audit.record(Action.LETTER_SCAN_REMOVED, letter, by=by, detail={"file": scan.name, "digest": scan.digest})
    db.session.execute(sa.delete(LetterScan).where(LetterScan.id == scan.id))
    db.session.expire(letter, ["scans"])
    return scan.digest


def translate_letter(
    letter: Letter,
    language: str,
    *,
    subject: str | None,
    text: str | None,
    version: int | None = None,
    by: User | None = None,
) -> None:
    """Keep a translation of a letter, in place of one into the same language; empty, it is taken away."""
    refuse_stale(letter, version)
    if language == letter.written_in:
        raise RuleViolation(_("The letter itself is in that language."), field="language")
    said = {name: clean_text(value) for name, value in (("subject", subject), ("text", text)) if value}
    others = {tag: dict(fields) for tag, fields in letter.translations.items() if tag != language}
    former = letter.translations.get(language, {})
    kept = {**{name: value for name, value in former.items() if name not in {"subject", "text"}}, **said}
    write(letter, {"translations": {**others, **({language: kept} if kept else {})}})
    audit.record(Action.LETTER_CHANGED, letter, by=by, detail={"translation": language})
    db.session.flush()
