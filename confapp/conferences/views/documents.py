"""Documents of a conference at the desk."""

from __future__ import annotations

from flask import Blueprint, g, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from confapp.conferences import directory, documents
from confapp.conferences.forms.conferences import StepForm
from confapp.conferences.forms.documents import DocumentForm, NewDocumentForm, SignForm, WithdrawForm
from confapp.conferences.models import Conference, Document
from confapp.conferences.views.about import present
from confapp.conferences.words import DOCUMENT_STATES
from confapp.forms import done, shown, told
from confapp.forms.lists import language_names
from confapp.manage import needs
from confapp.permissions import Permission

blueprint = Blueprint("documents", __name__, url_prefix="/conferences/<conference>/documents")


def read() -> Conference:
    """The conference of the address; its clock is that of the fields."""
    known = present()
    g.conference_zone = known.zone
    return known


def home(document: Document) -> str:
    return url_for(".detail", key=document.key)


@blueprint.get("/")
@needs(Permission.DOCUMENTS_SEE)
def index(conference: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    rows = directory.listed_documents(g.conference_id)
    return render_template("conferences/documents.html", list=rows, states=DOCUMENT_STATES)


@blueprint.get("/<key>/")
@needs(Permission.DOCUMENTS_SEE)
def detail(conference: str, key: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    known = read()
    document = directory.document_at(known, key)
    form = DocumentForm(of=document)
    return render_template(
        "conferences/document.html",
        conference=known,
        document=document,
        states=DOCUMENT_STATES,
        origin=form.provenance.said(),
        language_names=language_names,
        history=told(document, form),
    )


@blueprint.route("/new/", methods=["GET", "POST"])
@needs(Permission.DOCUMENTS_EDIT)
def create(conference: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    known = read()
    form = NewDocumentForm(data={"symbol": directory.next_symbol(known)} if request.method == "GET" else None)
    if form.carries_out(lambda: documents.register_document(known, **form.facts(), by=current_user)):
        return done(_("The document was registered."), home(form.result))
    return shown("conferences/document_create.html", form, conference=known)


@blueprint.route("/<key>/edit/", methods=["GET", "POST"])
@needs(Permission.DOCUMENTS_EDIT)
def edit(conference: str, key: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    document = directory.document_at(read(), key)
    form = DocumentForm(of=document)
    if form.carries_out(
        lambda: documents.change_document(document, **form.facts(), version=form.version.data, by=current_user)
    ):
        return done(_("The changes were saved."), home(document))
    return shown("conferences/document_edit.html", form, document=document)


@blueprint.post("/<key>/issue/")
@needs(Permission.DOCUMENTS_EDIT)
def issue(conference: str, key: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    document = directory.document_at(read(), key)
    form = StepForm()
    if form.carries_out(lambda: documents.issue_document(document, by=current_user)):
        return done(_("The document was issued."), home(document))
    return done(" ".join(form.form_errors), home(document))


@blueprint.route("/<key>/sign/", methods=["GET", "POST"])
@needs(Permission.DOCUMENTS_EDIT)
def sign(conference: str, key: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    document = directory.document_at(read(), key)
    form = SignForm()
    if form.carries_out(lambda: documents.sign_document(document, **form.facts(), by=current_user)):
        return done(_("The signature was noted."), home(document))
    return shown("conferences/document_sign.html", form, document=document)


@blueprint.post("/<key>/signatories/<int:position>/strike/")
@needs(Permission.DOCUMENTS_EDIT)
def strike(conference: str, key: str, position: int) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    document = directory.document_at(read(), key)
    signatory = directory.signatory_at(document, position)
    form = StepForm()
    if form.carries_out(lambda: documents.strike_signature(signatory, by=current_user)):
        return done(_("The signature was taken away. It can be noted again."), home(document))
    return done(" ".join(form.form_errors), home(document))


@blueprint.route("/<key>/withdraw/", methods=["GET", "POST"])
@needs(Permission.DOCUMENTS_EDIT)
def withdraw(conference: str, key: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    document = directory.document_at(read(), key)
    form = WithdrawForm()
    if form.carries_out(lambda: documents.withdraw_document(document, **form.facts(), by=current_user)):
        return done(_("The document was withdrawn."), home(document))
    return shown("conferences/document_withdraw.html", form, document=document)
