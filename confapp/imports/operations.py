"""Import a case, whole or not at all."""

from __future__ import annotations

from enum import StrEnum

from flask_babel import gettext as _

from confapp import audit, clock
from confapp.accounts.models import User
from confapp.audit import Action
from confapp.conferences.models import Conference
from confapp.db import db
from confapp.errors import RuleViolation
from confapp.imports import queries
from confapp.imports.bringing import Bringing, Say, silent
from confapp.imports.canonical import canonical
from confapp.imports.differences import differences
from confapp.imports.exporting import give_case
from confapp.imports.importing import bring_case
from confapp.imports.loading import CaseFile
from confapp.imports.models import CaseEntry, CaseImport

KEPT = ("organizations", "organs", "officials", "offices", "appointments", "entries")
MOST_SHOWN = 60


class Outcome(StrEnum):
    """What an import did."""

    IMPORTED = "imported"
    UNCHANGED = "unchanged"


def import_case(file: CaseFile, *, by: User | None = None, say: Say = silent) -> tuple[Conference, Outcome]:
    """Bring a conference in through the operations of its nouns, in the caller's transaction.

    The same content again changes nothing; the same slug with other content is refused with the difference.
    """
    known = queries.conference_by_slug(file.slug)
    if known is not None:
        _refuse_difference(known, file)
        return known, Outcome.UNCHANGED
    case = Bringing(file, by=by, say=say)
    bring_case(case)
    _keep_names(case)
    db.session.add(
        CaseImport(
            conference_id=case.conference.id,
            digest=file.digest,
            imported_at=clock.now(),
            imported_by_id=by.id if by else None,
        )
    )
    audit.record(Action.CASE_IMPORTED, case.conference, by=by, detail={"digest": file.digest})
    db.session.flush()
    return case.conference, Outcome.IMPORTED


def _refuse_difference(conference: Conference, file: CaseFile) -> None:
    known = queries.import_of(conference)
    if known is not None and known.digest == file.digest:
        return
    found = differences(give_case(conference), canonical(file.case))
    if found:
        more = _("… and %(count)s more", count=len(found) - MOST_SHOWN) if len(found) > MOST_SHOWN else ""
        heading = _(
            "%(file)s: the conference “%(slug)s” is here with other content, and nothing was written. It differs in:",
            file=file.name,
            slug=file.slug,
        )
        raise RuleViolation("\n".join([heading, *found[:MOST_SHOWN], *([more] if more else [])]))


def _keep_names(case: Bringing) -> None:
    """Keep the local ids of rows that have no key of their own, so that the export gives them back."""
    for section in KEPT:
        for position, (key, row) in enumerate(case.rows[section].items(), 1):
            if section != "entries" or not key.startswith("~"):
                entry = CaseEntry(conference_id=case.conference.id, section=section, key=key, target_id=row.id)
                entry.position = position
                db.session.add(entry)
