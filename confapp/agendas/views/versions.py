"""The versions of agendas: draft one, issue it, revise it, adopt it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flask import Blueprint, g, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_login import current_user

from confapp.agendas import arrangement, changes, directory, operations, words
from confapp.agendas.forms import AdoptForm, AgendaForm, NewAgendaForm
from confapp.agendas.models import Agenda, AgendaState
from confapp.agendas.queries import tree
from confapp.conferences.directory import conference_by_id
from confapp.errors import RuleViolation
from confapp.forms import Form, done, shown, told
from confapp.manage import may, needs
from confapp.navigation import add_section
from confapp.permissions import Permission
from confapp.programme.names import session_called
from confapp.programme.queries import session_by_label

SEE, EDIT = Permission.AGENDA_SEE, Permission.AGENDA_EDIT
STANDING = (AgendaState.PROVISIONAL, AgendaState.ADOPTED)

blueprint = Blueprint("agendas", __name__, url_prefix="/conferences/<conference>/agendas")
add_section(_l("Agendas"), "manage.agendas.index", SEE)


def agenda_at(key: str) -> Agenda:
    """An agenda; of a draft know those alone who may edit it."""
    agenda = directory.desk_agenda(g.conference_id, key)
    if agenda.state is AgendaState.DRAFT and not may(EDIT):
        raise directory.no_agenda(key)
    return agenda


def home(agenda: Agenda, item: str = "") -> str:
    return url_for("manage.agendas.detail", key=agenda.key) + (f"#item-{item}" if item else "")


def scope_of(agenda: Agenda) -> str:
    """What an agenda is the agenda of, in words."""
    one = agenda.session
    if one is None:
        return _("Agenda of the conference")
    name = session_called(one.kind, one.number, one.label, one.committee.name if one.committee else "")
    return _("Agenda: %(session)s", session=name)


@blueprint.get("/")
@needs(SEE)
def index(conference: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    page, counts = directory.listed(g.conference_id, with_drafts=may(EDIT))
    return render_template("agendas/index.html", list=page, counts=counts, words=words, scope_of=scope_of)


@blueprint.get("/<key>/")
@needs(SEE)
def detail(conference: str, key: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    agenda = agenda_at(key)
    before = directory.issued_before(agenda)
    is_draft = agenda.state is AgendaState.DRAFT
    return render_template(
        "agendas/draft.html" if is_draft else "agendas/detail.html",
        agenda=agenda,
        scope=scope_of(agenda),
        nodes=tree(agenda),
        words=words,
        steps=arrangement.possible_steps(agenda) if is_draft else {},
        can_undo=is_draft and arrangement.last_move(agenda) is not None,
        changes=changes.changes(before, agenda) if before else [],
        versions=[one for one in directory.versions_beside(agenda) if may(EDIT) or one.state is not AgendaState.DRAFT],
        history=told(agenda, AgendaForm(of=agenda)) if may(EDIT) else [],
    )


@blueprint.route("/new/", methods=["GET", "POST"])
@needs(EDIT)
def create(conference: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    form = NewAgendaForm(data={"session": request.args.get("session", "")})
    if form.carries_out(lambda: _draft(form)):
        return done(_("The draft is begun. Add its items."), home(form.result))
    return shown("agendas/create.html", form)


@blueprint.route("/<key>/edit/", methods=["GET", "POST"])
@needs(EDIT)
def edit(conference: str, key: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    agenda = agenda_at(key)
    form = AgendaForm(of=agenda)
    if form.carries_out(
        lambda: operations.change_agenda(agenda, **form.facts(), version=form.version.data, by=current_user)
    ):
        return done(_("The changes were saved."), home(agenda))
    return shown("agendas/edit.html", form, agenda=agenda, scope=scope_of(agenda))


@blueprint.route("/<key>/issue/", methods=["GET", "POST"])
@needs(EDIT)
def issue(conference: str, key: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    agenda = agenda_at(key)
    return _act(
        agenda,
        Form(),
        lambda: operations.issue_agenda(agenda, by=current_user),
        _("The agenda is issued."),
        title=_("Issue the agenda?"),
        consequence=_(
            "Everybody who sees the conference sees it as provisional. Its items and numbers stay as they are from now"
            " on, so that they can be cited; what changes later is a new version."
        ),
        button=_("Issue it"),
    )


@blueprint.route("/<key>/adopt/", methods=["GET", "POST"])
@needs(EDIT)
def adopt(conference: str, key: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    agenda = agenda_at(key)
    form = AdoptForm(data={"session": agenda.session.label if agenda.session else ""})
    return _act(
        agenda,
        form,
        lambda: _adopt(agenda, form),
        _("The agenda is adopted."),
        title=_("Adopt the agenda"),
        consequence=_("It is in force from now on; earlier versions are superseded and stay citable."),
        button=_("Adopt it"),
    )


@blueprint.route("/<key>/discard/", methods=["GET", "POST"])
@needs(EDIT)
def discard(conference: str, key: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    agenda, form = agenda_at(key), Form()
    if form.carries_out(lambda: operations.discard_agenda(agenda, by=current_user)):
        return done(_("The draft is gone."), url_for("manage.agendas.index"))
    return shown(
        "agendas/act.html",
        form,
        agenda=agenda,
        scope=scope_of(agenda),
        title=_("Throw the draft away?"),
        consequence=_("The draft and all its items are deleted. That cannot be taken back; other versions stay."),
        button=_("Throw it away"),
        is_end=True,
    )


@blueprint.post("/<key>/revise/")
@needs(EDIT)
def revise(conference: str, key: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    agenda, form = agenda_at(key), Form()
    drafts = [one for one in directory.versions_beside(agenda) if one.state is AgendaState.DRAFT]
    if drafts:
        return done(_("A new version is being drafted already: this one."), home(drafts[0]))
    if form.carries_out(lambda: operations.revise_agenda(agenda, by=current_user)):
        return done(_("This is the next version, as a draft."), home(form.result))
    return done(" ".join(map(str, form.form_errors)), home(agenda))


def _act(agenda: Agenda, form: Form, act: Callable[[], Any], message: str, **page: Any) -> ResponseReturnValue:
    """The page of one act: what follows from it, its fields, and the way on once it is done."""
    if form.carries_out(act):
        return done(message, home(agenda))
    return shown("agendas/act.html", form, agenda=agenda, scope=scope_of(agenda), **page)


def _draft(form: NewAgendaForm) -> Agenda:
    facts = form.facts()
    conference, label = conference_by_id(g.conference_id), facts.pop("session")
    session = session_by_label(conference, label) if label else None
    versions = directory.versions_of(conference.id, session.id if session else None)
    if any(one.state in STANDING for one in versions):
        raise RuleViolation(
            _("It has an agenda that was issued. Open that one and draft its next version."), field="session"
        )
    return operations.draft_agenda(conference, session=session, **facts, by=current_user)


def _adopt(agenda: Agenda, form: AdoptForm) -> None:
    facts = form.facts()
    label = facts.pop("session")
    session = session_by_label(conference_by_id(g.conference_id), label) if label else None
    operations.adopt_agenda(agenda, session=session, **facts, by=current_user)
