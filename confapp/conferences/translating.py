"""What is written about a conference, in other languages."""

from __future__ import annotations

from collections.abc import Mapping

from flask_babel import gettext as _

from confapp import audit
from confapp.accounts.models import User
from confapp.audit import Action
from confapp.conferences.models import Conference, ConveningInstrument, Document, Occasion
from confapp.db import db
from confapp.errors import RuleViolation
from confapp.facts import refuse_stale, write
from confapp.text import clean_text

Translatable = Conference | Occasion | ConveningInstrument | Document
TRANSLATED: Mapping[type[Translatable], tuple[str, ...]] = {
    Conference: ("name", "subtitle", "description", "place", "venue"),
    Occasion: ("name", "meaning", "base_event"),
    ConveningInstrument: ("kind", "title", "issued_by", "summary"),
    Document: ("title", "author", "text"),
}


def translate(
    thing: Translatable,
    language: str,
    texts: Mapping[str, str | None],
    *,
    version: int | None = None,
    by: User | None = None,
) -> None:
    """Keep a translation, in place of the one into that language; without any text it is taken away."""
    refuse_stale(thing, version)
    if language == thing.language:
        raise RuleViolation(_("The text itself is in that language."), field="to")
    fields = TRANSLATED[type(thing)]
    former = thing.translations.get(language, {})
    said = {name: clean_text(text) for name, text in texts.items() if text and name in fields}
    kept = {**{name: text for name, text in former.items() if name not in fields}, **said}
    others = {tag: dict(known) for tag, known in thing.translations.items() if tag != language}
    write(thing, {"translations": {**others, **({language: kept} if kept else {})}})
    action = Action.DOCUMENT_CHANGED if isinstance(thing, Document) else Action.CONFERENCE_CHANGED
    audit.record(action, thing, by=by, detail={"translation": language})
    db.session.flush()
