"""The items of an agenda: add and change them, move them through the tree, say what became of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flask import request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from confapp.agendas import arrangement, operations
from confapp.agendas.arrangement import Direction
from confapp.agendas.directory import item_of
from confapp.agendas.forms import ConcludeForm, ItemForm, MoveForm, NewItemForm, StepForm
from confapp.agendas.models import Agenda, AgendaItem
from confapp.agendas.queries import tree
from confapp.agendas.views.versions import EDIT, agenda_at, blueprint, home, scope_of
from confapp.forms import Form, done, shown, told
from confapp.manage import needs

ITEM = "/<key>/items/<item_key>/"


@blueprint.route("/<key>/items/new/", methods=["GET", "POST"])
@needs(EDIT)
def create_item(conference: str, key: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    agenda = agenda_at(key)
    form = NewItemForm(tree(agenda), data={"parent": request.args.get("under", "")}).numbered(agenda)
    if form.carries_out(lambda: _add(agenda, form)):
        is_quick = "quick" in request.form
        return done(_("The item was added."), f"{home(agenda)}#add" if is_quick else home(agenda, form.result.key))
    return shown("agendas/item_create.html", form, agenda=agenda, scope=scope_of(agenda))


@blueprint.route(f"{ITEM}edit/", methods=["GET", "POST"])
@needs(EDIT)
def edit_item(conference: str, key: str, item_key: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    agenda = agenda_at(key)
    item = item_of(agenda, item_key)
    form = ItemForm(of=item).numbered(agenda)
    if not form.is_submitted():
        form.documents.process_data([one.document for one in item.documents])
    if form.carries_out(
        lambda: operations.change_item(item, **form.facts(), version=form.version.data, by=current_user)
    ):
        return done(_("The changes were saved."), home(agenda, item_key))
    history = told(item, form)
    return shown("agendas/item_edit.html", form, agenda=agenda, scope=scope_of(agenda), item=item, history=history)


@blueprint.post(f"{ITEM}step/")
@needs(EDIT)
def step_item(conference: str, key: str, item_key: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    agenda, form = agenda_at(key), StepForm()
    item = item_of(agenda, item_key)
    return _at_once(
        agenda,
        form,
        lambda: arrangement.shift_item(item, Direction(str(form.direction.data)), by=current_user),
        item=item_key,
    )


@blueprint.route(f"{ITEM}move/", methods=["GET", "POST"])
@needs(EDIT)
def move_item(conference: str, key: str, item_key: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    agenda = agenda_at(key)
    item = item_of(agenda, item_key)
    form = MoveForm(item, tree(agenda))
    if form.carries_out(lambda: _move(agenda, item, str(form.place.data))):
        return done(_("The item was moved."), home(agenda, item_key))
    title = _("Move item %(number)s", number=item.number)
    return _page(agenda, form, title=title, button=_("Move it"), what=item.title)


@blueprint.route(f"{ITEM}drop/", methods=["GET", "POST"])
@needs(EDIT)
def drop_item(conference: str, key: str, item_key: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    agenda, form = agenda_at(key), Form()
    item = item_of(agenda, item_key)
    if form.carries_out(lambda: operations.drop_item(item, by=current_user)):
        return done(_("The item was taken out."), home(agenda))
    return _page(
        agenda,
        form,
        title=_("Take item %(number)s out?", number=item.number),
        button=_("Take it out"),
        what=_("“%(title)s” is deleted from this draft. Versions that were issued keep it.", title=item.title),
        is_end=True,
    )


@blueprint.route(f"{ITEM}conclude/", methods=["GET", "POST"])
@needs(EDIT)
def conclude_item(conference: str, key: str, item_key: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    agenda = agenda_at(key)
    item = item_of(agenda, item_key)
    form = ConcludeForm(of=item)
    if form.carries_out(lambda: operations.conclude_item(item, **form.facts(), by=current_user)):
        return done(_("The outcome is noted."), home(agenda, item_key))
    title = _("Outcome of item %(number)s", number=item.number)
    return _page(agenda, form, title=title, button=_("Note it"), what=item.title)


@blueprint.post("/<key>/undo/")
@needs(EDIT)
def undo(conference: str, key: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    agenda = agenda_at(key)
    return _at_once(agenda, Form(), lambda: arrangement.undo_move(agenda, by=current_user))


@blueprint.post("/<key>/numbers/")
@needs(EDIT)
def number_items(conference: str, key: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    agenda, follow = agenda_at(key), request.form.get("follow") == "yes"
    return _at_once(agenda, Form(), lambda: arrangement.let_numbers_follow(agenda, follow=follow, by=current_user))


def _at_once(agenda: Agenda, form: Form, act: Callable[[], Any], *, item: str = "") -> ResponseReturnValue:
    """An act without a page of its own; where it is refused, the agenda's page says why."""
    if form.carries_out(act):
        return done(_("Done."), home(agenda, item))
    errors = [*form.form_errors, *(error for field in form for error in field.errors)]
    return done(" ".join(map(str, errors)), home(agenda, item))


def _page(agenda: Agenda, form: Form, *, what: str, **page: Any) -> ResponseReturnValue:
    return shown("agendas/act.html", form, agenda=agenda, scope=scope_of(agenda), consequence=what, **page)


def _add(agenda: Agenda, form: NewItemForm) -> AgendaItem:
    facts = form.facts()
    parent = facts.pop("parent")
    return operations.add_item(agenda, parent=item_of(agenda, parent) if parent else None, **facts, by=current_user)


def _move(agenda: Agenda, item: AgendaItem, place: str) -> None:
    how, _dash, key = place.partition("-")
    if how == "end":
        arrangement.move_item(item, by=current_user)
        return
    other = item_of(agenda, key)
    if how == "under":
        arrangement.move_item(item, parent=other, by=current_user)
        return
    parent = next((one for one in agenda.items if one.id == other.parent_id), None)
    arrangement.move_item(item, parent=parent, before=other, by=current_user)
