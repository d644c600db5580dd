"""How a record read at some time, beside how it read at another or reads now."""

from __future__ import annotations

from flask import render_template
from flask.typing import ResponseReturnValue

from confapp.manage import needs
from confapp.records import desk, queries
from confapp.records.comparing import compare_paragraphs
from confapp.records.paragraphs import numbered
from confapp.records.views.register import RECORD, WRITE, about, blueprint, record_at

LARGEST = 2**31 - 1


@blueprint.get(f"{RECORD}revisions/<int(min=1, max={LARGEST}):number>/")
@needs(WRITE)
def revision(conference: str, label: str, language: str, number: int) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    record = record_at(label, language)
    kept = desk.revision_at(record, number)
    now = numbered(queries.record_text(record))
    return render_template(
        "records/revision.html", **about(record), kept=kept, compared=compare_paragraphs(kept.paragraphs, now)
    )
