"""Rulebooks, sources and documents of a conference."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Unpack

import sqlalchemy as sa
from flask_babel import gettext as _

from confapp import audit
from confapp.accounts.models import User
from confapp.audit import Action
from confapp.conferences.belonging import refuse_foreign
from confapp.conferences.facts import DocumentFacts, SourceFacts
from confapp.conferences.models import Conference, Document, DocumentSignatory, DocumentState, Rulebook, Source
from confapp.conferences.rules_data import preset as rules_of_preset
from confapp.conferences.rules_data import read_rules, write_rules
from confapp.dates import Moment
from confapp.db import db
from confapp.errors import RuleViolation
from confapp.facts import ContentFacts, SourcedFacts, free_key, next_number, refuse_stale, write
from confapp.officials.models import Official

# Body, series and number, then what it modifies: IOF/CONF.2/SR.1/Corr.1 (R30).
SYMBOL = re.compile(
    r"[A-Z]+(/(?:[A-Za-z]+\.[0-9]+|[A-Z]+|[0-9]+))*/(?:[0-9]+|[A-Z]+\.[0-9]+)(/(?:Add|Corr|Rev|Amend)\.[0-9]+)*"
)


def adopt_rulebook(
    conference: Conference,
    *,
    name: str,
    rules: Mapping[str, Any] | None = None,
    preset: str | None = None,
    adopted: Moment | None = None,
    by: User | None = None,
    **facts: Unpack[ContentFacts],
) -> Rulebook:
    """Adopt rules of procedure: those of a preset, or the given ones (then `preset` says what they were made from).

    They are the next version; those before stay, since votes were decided under them.
    """
    if rules is None and preset is None:
        raise RuleViolation(_("A rulebook needs its rules: choose a preset or write them."), field="rules")
    if rules is None:
        rules = write_rules(rules_of_preset(preset or ""))
    read = read_rules(rules)
    number = next_number(Rulebook.number, Rulebook.conference_id == conference.id)
    rulebook = Rulebook(conference=conference, number=number, rules=write_rules(read))
    write(rulebook, {"name": name, "preset": preset, "adopted": adopted, **facts})
    db.session.add(rulebook)
    audit.record(Action.RULEBOOK_ADOPTED, rulebook, by=by)
    db.session.flush()
    return rulebook


def register_source(
    conference: Conference, *, title: str, key: str | None = None, by: User | None = None, **facts: Unpack[SourceFacts]
) -> Source:
    """Register a book, file or report that facts are taken from; they cite it by its key."""
    key = free_key(Source.key, Source.conference_id == conference.id, key=key, wish=title, stem="source")
    position = next_number(Source.position, Source.conference_id == conference.id)
    source = Source(conference_id=conference.id, position=position)
    write(source, {"key": key, "title": title, **facts})
    db.session.add(source)
    audit.record(Action.SOURCE_REGISTERED, source, by=by)
    db.session.flush()
    return source


def register_document(
    conference: Conference,
    *,
    title: str,
    kind: str,
    key: str | None = None,
    by: User | None = None,
    **facts: Unpack[DocumentFacts],
) -> Document:
    """Register a document; its symbol, where it has one, is used once and never again."""
    refuse_foreign(conference.id, facts)
    _refuse_symbol(conference.id, facts.get("symbol"))
    of_conference = Document.conference_id == conference.id
    key = free_key(Document.key, of_conference, key=key, wish=facts.get("symbol") or title, stem="document")
    document = Document(conference=conference)
    write(document, {"key": key, "title": title, "kind": kind, **facts})
    db.session.add(document)
    audit.record(Action.DOCUMENT_REGISTERED, document, by=by)
    db.session.flush()
    return document


def change_document(
    document: Document,
    *,
    title: str | None = None,
    kind: str | None = None,
    version: int | None = None,
    by: User | None = None,
    **facts: Unpack[DocumentFacts],
) -> None:
    """Change a document; the symbol of an issued one stays."""
    refuse_stale(document, version)
    _refuse_withdrawn(document)
    refuse_foreign(document.conference_id, facts)
    if facts.get("corrects") is document:
        raise RuleViolation(_("A document cannot correct itself."), field="corrects")
    symbol = facts.get("symbol", document.symbol)
    if symbol != document.symbol:
        if document.symbol and document.state is not DocumentState.DRAFT:
            raise RuleViolation(
                _("%(symbol)s was issued under this symbol and keeps it.", symbol=document.symbol), field="symbol"
            )
        _refuse_symbol(document.conference_id, symbol)
    named = {name: value for name, value in (("title", title), ("kind", kind)) if value is not None}
    changed = write(document, {**named, **facts})
    audit.record(Action.DOCUMENT_CHANGED, document, by=by, detail={"fields": changed})
    db.session.flush()


def issue_document(document: Document, *, by: User | None = None) -> None:
    """Issue a draft: the public sees it, after its embargo where there is one."""
    if document.state is not DocumentState.DRAFT:
        raise RuleViolation(_("“%(title)s” is no draft.", title=document.title))
    document.state = DocumentState.ISSUED
    audit.record(Action.DOCUMENT_CHANGED, document, by=by, detail={"fields": ["state"]})
    db.session.flush()


def sign_document(
    document: Document,
    official: Official,
    *,
    capacity: str | None = None,
    by: User | None = None,
    **facts: Unpack[SourcedFacts],
) -> DocumentSignatory:
    """Note that somebody signed it, and as what."""
    _refuse_withdrawn(document)
    of_document = DocumentSignatory.document_id == document.id
    signed = sa.select(DocumentSignatory.id).where(of_document, DocumentSignatory.official_id == official.id)
    if db.session.scalar(signed):
        raise RuleViolation(_("%(name)s has signed it already.", name=official.name))
    position = next_number(DocumentSignatory.position, of_document)
    signatory = DocumentSignatory(document=document, official=official, position=position)
    write(signatory, {"capacity": capacity, **facts})
    db.session.add(signatory)
    audit.record(Action.DOCUMENT_CHANGED, document, by=by, detail={"signed_by": official.name})
    db.session.flush()
    return signatory


def strike_signature(signatory: DocumentSignatory, *, by: User | None = None) -> None:
    """Take a name away that was noted by mistake."""
    document = db.session.get_one(Document, signatory.document_id)
    _refuse_withdrawn(document)
    official = db.session.get_one(Official, signatory.official_id)
    db.session.execute(sa.delete(DocumentSignatory).where(DocumentSignatory.id == signatory.id))
    db.session.expunge(signatory)
    db.session.expire(document, ["signatories"])
    audit.record(Action.DOCUMENT_CHANGED, document, by=by, detail={"signature_struck": official.name})
    db.session.flush()


def withdraw_document(document: Document, *, reason: str, by: User | None = None) -> None:
    """Withdraw it: it stays under its symbol with the reason, and its text is shown no more."""
    _refuse_withdrawn(document)
    write(document, {"state": DocumentState.WITHDRAWN, "withdrawn_reason": reason})
    audit.record(Action.DOCUMENT_WITHDRAWN, document, by=by)
    db.session.flush()


def _refuse_withdrawn(document: Document) -> None:
    if document.state is DocumentState.WITHDRAWN:
        raise RuleViolation(_("“%(title)s” was withdrawn and stays as it is.", title=document.title))


def _refuse_symbol(conference_id: int, symbol: str | None) -> None:
    if symbol is None:
        return
    if not SYMBOL.fullmatch(symbol):
        raise RuleViolation(
            _("“%(symbol)s” is no document symbol: write one like IOF/CONF.2/SR.1/Corr.1.", symbol=symbol[:120]),
            field="symbol",
        )
    used = sa.select(Document.title).where(Document.conference_id == conference_id, Document.symbol == symbol)
    if (title := db.session.scalar(used)) is not None:
        raise RuleViolation(
            _("%(symbol)s is “%(title)s”. A symbol is used once and never again.", symbol=symbol, title=title),
            field="symbol",
        )
