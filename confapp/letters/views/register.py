"""The register of letters: the list, one letter, a new one, and what is known of one."""

from __future__ import annotations

from flask import Blueprint, g, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_login import current_user

from confapp.conferences.directory import conference_by_id
from confapp.forms import done, shown, told
from confapp.letters import operations, queries, scans, words
from confapp.letters.forms import LetterForm, NewLetterForm
from confapp.letters.models import Letter
from confapp.manage import needs
from confapp.navigation import add_section
from confapp.permissions import Permission

LARGEST = 2**31 - 1
NUMBER = f"/<int(min=1, max={LARGEST}):number>/"
EDIT = Permission.LETTERS_EDIT

blueprint = Blueprint("letters", __name__, url_prefix="/conferences/<conference>/letters")
add_section(_l("Letters"), "manage.letters.index", EDIT)


def letter_at(number: int) -> Letter:
    return queries.letter_numbered(g.conference_id, number)


def home(letter: Letter) -> str:
    return url_for("manage.letters.detail", number=letter.register_number)


@blueprint.get("/")
@needs(EDIT)
def index(conference: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    return render_template("letters/index.html", list=queries.listed(g.conference_id), words=words)


@blueprint.get(NUMBER)
@needs(EDIT)
def detail(conference: str, number: int) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    letter = letter_at(number)
    before, behind = queries.neighbours(letter)
    return render_template(
        "letters/detail.html",
        letter=letter,
        words=words,
        before=before,
        behind=behind,
        is_waiting=letter.state in operations.WAITING,
        can_reopen=letter.state in operations.REOPENED,
        is_seen=letter.is_public and letter.state in queries.ACCEPTED,
        sessions=queries.names_of_sessions(letter),
        history=told(letter, LetterForm(of=letter)),
    )


@blueprint.route("/new/", methods=["GET", "POST"])
@needs(EDIT)
def create(conference: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    form = NewLetterForm(data={"register_number": queries.next_register_number(g.conference_id)})
    if form.carries_out(lambda: _receive(form)):
        number = form.result.register_number
        return done(_("The letter was registered under number %(number)s.", number=number), home(form.result))
    return shown("letters/create.html", form)


@blueprint.route(f"{NUMBER}edit/", methods=["GET", "POST"])
@needs(EDIT)
def edit(conference: str, number: int) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    letter = letter_at(number)
    form = LetterForm(of=letter)
    if form.carries_out(
        lambda: operations.change_letter(letter, **form.facts(), version=form.version.data, by=current_user)
    ):
        return done(_("The changes were saved."), home(letter))
    return shown("letters/edit.html", form, letter=letter)


def _receive(form: NewLetterForm) -> Letter:
    """Register the letter, and keep its first picture where one came with it."""
    conference = conference_by_id(g.conference_id)
    letter = operations.receive_letter(conference, **form.facts(), by=current_user)
    if form.file.data is not None:
        scans.add_scan(letter, form.file.keep(), by=current_user)
    return letter
