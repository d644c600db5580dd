"""Forms of documents: registering, editing, signing and withdrawing them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from flask import g
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_login import current_user
from wtforms.validators import StopValidation

from confapp.conferences.forms.provenance import ProvenanceField
from confapp.conferences.models import Document, DocumentSignatory, DocumentState
from confapp.conferences.words import DOCUMENT_STATES
from confapp.dates import Moment
from confapp.forms import (
    EnumField,
    Form,
    LanguageField,
    LineField,
    MomentField,
    PartialDateField,
    Pickable,
    PickerField,
    TextField,
    VersionField,
)
from confapp.officials import operations as officials
from confapp.officials.models import Official
from confapp.organizations.forms import AS_FAR_AS_KNOWN

KINDS = (
    ("report", _l("report")),
    ("resolution", _l("resolution")),
    ("declaration", _l("declaration")),
    ("working paper", _l("working paper")),
    ("information", _l("information note")),
    ("list", _l("list")),
    ("corrigendum", _l("corrigendum")),
)
SYMBOL_HELP = _l(
    "Body, then what it belongs to, then a number, with strokes between: IMC/7, IOF/CONF.2/SR.1. What changes a "
    "document adds /Add.1, /Corr.1, /Rev.1 or /Amend.1. A symbol is used once and never again."
)
DOCUMENTS = Pickable(
    key="documents",
    model=Document,
    name=lambda one: " · ".join(filter(None, [one.symbol, one.title])),
    note=lambda one: one.kind,
    within=Document.conference_id,
)
SIGNATORIES = Pickable(
    key="signatories",
    model=Official,
    name=lambda one: one.name,
    note=lambda one: one.affiliation,
    make=lambda name: officials.register_official(name=name, by=current_user),
)


class InstantField(MomentField):
    """An instant on the clock of the conference; `data` is the instant itself."""

    def process_data(self, value: datetime | None) -> None:
        self.data = None if value is None else Moment.of(value, self.zone)

    @property
    def zone(self) -> str | None:
        zone: str | None = g.get("conference_zone")
        return zone

    def pre_validate(self, form: Any) -> None:
        super().pre_validate(form)
        if self.data is not None and self.data.in_zone(self.zone or "UTC").instant is None:
            raise StopValidation(_("Write the day and the time: “1 October 2026, 13:00”."))

    def fact(self) -> datetime | None:
        return None if self.data is None else self.data.in_zone(self.zone or "UTC").instant


class KindField(LineField):
    """A word for what a document is, with those that are usual."""

    @property
    def offered(self) -> list[tuple[str, str]]:
        return [(key, str(word)) for key, word in KINDS]


class DocumentFacts(Form):
    """What is known of a document."""

    title = LineField(_l("Title"), of=Document.title)
    kind = KindField(_l("Kind"), of=Document.kind, description=_l("In a word: “report”, “resolution”."))
    symbol = LineField(_l("Symbol"), of=Document.symbol, description=SYMBOL_HELP)
    issued_on = PartialDateField(_l("Date"), description=AS_FAR_AS_KNOWN)
    author = LineField(_l("Author"), of=Document.author, description=_l("Who wrote or submitted it, as it says."))
    text = TextField(_l("Text"), of=Document.text, description=_l("In Markdown. The public page shows it."))
    url = LineField(_l("Link"), of=Document.url, description=_l("Where it lies, if not here."))
    annex = LineField(_l("Annex"), of=Document.annex, description=_l("Under which it is annexed to the record: “I”."))
    corrects = PickerField(_l("Corrects or changes"), of=DOCUMENTS, description=_l("The document that it modifies."))
    embargo_until = InstantField(
        _l("Not before"), description=_l("Strangers see it from then on, by the clock of the conference.")
    )
    language = LanguageField(_l("Language"), of=Document.language)
    provenance = ProvenanceField()


class DocumentForm(DocumentFacts):
    """One that is edited."""

    version = VersionField()


class NewDocumentForm(DocumentFacts):
    """A new one, as a draft or issued at once."""

    state = EnumField(
        _l("State"),
        words={
            DocumentState.DRAFT: DOCUMENT_STATES[DocumentState.DRAFT][0],
            DocumentState.ISSUED: DOCUMENT_STATES[DocumentState.ISSUED][0],
        },
        default=DocumentState.DRAFT,
        description=_l("Strangers see what is issued, once they see the conference."),
    )


class SignForm(Form):
    """Somebody signed it."""

    official = PickerField(_l("Who signed"), of=SIGNATORIES, required=True)
    capacity = LineField(_l("As what"), of=DocumentSignatory.capacity, description=_l("“President”, “For France”."))


class WithdrawForm(Form):
    """Why a document is withdrawn."""

    reason = TextField(_l("Why"), required=True, description=_l("Strangers read it in the place of the text."))
