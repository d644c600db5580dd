"""Documents with their signatories."""

from __future__ import annotations

from confapp.conferences import documents
from confapp.conferences.models import Document, DocumentSignatory, DocumentState
from confapp.imports import queries
from confapp.imports.bringing import Bringing
from confapp.imports.fields import Entry, Facts, Noun, part_of
from confapp.imports.giving import Giving
from confapp.imports.schema import Path

DOCUMENT = Noun(Document, part_of("documents"), apart="id state withdrawn_reason signatories")
SIGNATORY = Noun(DocumentSignatory, part_of("documents", "signatories"), apart="official")


def bring(case: Bringing) -> None:
    """Register the documents, let them be signed, and withdraw those that were."""

    def register(path: Path, entry: Entry) -> None:
        state = DocumentState(entry["state"])
        document = documents.register_document(
            case.conference,
            key=entry["id"],
            state=DocumentState.ISSUED if state is DocumentState.WITHDRAWN else state,
            by=case.by,
            **DOCUMENT.facts(entry, case),
        )
        case.keep("documents", entry["id"], document)

        def sign(_path: Path, signatory: Entry) -> None:
            official = case.row(["officials"], signatory["official"])
            documents.sign_document(document, official, by=case.by, **SIGNATORY.facts(signatory, case))

        case.each("signatories", sign, path, entry)
        if state is DocumentState.WITHDRAWN:
            documents.withdraw_document(document, reason=entry.get("withdrawn_reason", ""), by=case.by)

    case.each("documents", register)


def call(giving: Giving) -> list[Document]:
    """The documents in their order, with their names."""
    rows = queries.rows(Document, Document.conference_id == giving.conference.id)
    for row in rows:
        giving.call("documents", row.id, row.key)
    return list(rows)


def give(giving: Giving, rows: list[Document]) -> list[Facts]:
    """Documents as entries."""
    signatories = queries.parts(
        DocumentSignatory,
        DocumentSignatory.document_id,
        queries.within(DocumentSignatory.document_id, Document, Document.conference_id == giving.conference.id),
        order=DocumentSignatory.position,
    )
    return [
        {
            **DOCUMENT.entry(row, giving),
            "id": giving.name(["documents"], row.id),
            "state": row.state.value,
            "withdrawn_reason": row.withdrawn_reason,
            "signatories": [
                {"official": giving.name(["officials"], one.official_id), **SIGNATORY.entry(one, giving)}
                for one in signatories[row.id]
            ],
        }
        for row in rows
    ]
