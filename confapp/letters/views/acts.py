"""What is done with a letter: answer it, bring it before a session, annex it, hide it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flask import g, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext
from flask_login import current_user

from confapp.conferences.directory import conference_by_id
from confapp.forms import Form, done, shown
from confapp.letters import operations, queries
from confapp.letters.forms import AnnexForm, DayForm, DeclineForm, PresentForm
from confapp.letters.models import Letter, LetterPresentation
from confapp.letters.views.register import EDIT, LARGEST, NUMBER, blueprint, home, letter_at
from confapp.letters.words import PRESENTED
from confapp.manage import needs
from confapp.programme.queries import session_by_label

MOST_AT_ONCE = 200
LONGEST_NUMBER = 10


def _act(letter: Letter, form: Form, act: Callable[[], Any], message: str, **page: Any) -> ResponseReturnValue:
    """The page of one act: what follows from it, its fields, and the way on once it is done."""
    if form.carries_out(act):
        return done(message, home(letter))
    return shown("letters/act.html", form, letter=letter, **page)


@blueprint.route("/acknowledge/", methods=["GET", "POST"])
@needs(EDIT)
def acknowledge_several(conference: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    letters = queries.letters_numbered(g.conference_id, _numbers())
    form, back = DayForm(), url_for("manage.letters.index")
    if not letters:
        return done(_("Choose letters first: each has a box before its number."), back)
    if "confirmed" in request.form and form.carries_out(
        lambda: operations.acknowledge_letters(letters, **form.facts(), by=current_user)
    ):
        return done(_said(*form.result), back)
    return shown("letters/acknowledge.html", form, letters=letters, waiting=operations.WAITING)


@blueprint.route(f"{NUMBER}acknowledge/", methods=["GET", "POST"])
@needs(EDIT)
def acknowledge(conference: str, number: int) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    letter, form = letter_at(number), DayForm()
    return _act(
        letter,
        form,
        lambda: operations.acknowledge_letter(letter, **form.facts(), by=current_user),
        _("It is noted that its sender was thanked."),
        title=_("Acknowledge letter %(number)s", number=number),
        consequence=_("Its sender was thanked for it. That is noted here; nothing is sent."),
        button=_("Acknowledge it"),
    )


@blueprint.route(f"{NUMBER}accept/", methods=["GET", "POST"])
@needs(EDIT)
def accept(conference: str, number: int) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    letter, form = letter_at(number), DayForm()
    return _act(
        letter,
        form,
        lambda: operations.accept_letter(letter, **form.facts(), by=current_user),
        _("The letter is accepted."),
        title=_("Accept letter %(number)s", number=number),
        consequence=_("Everybody can read it from now on.")
        if letter.is_public
        else _("Strangers do not see it, as its sender wishes."),
        button=_("Accept it"),
    )


@blueprint.route(f"{NUMBER}decline/", methods=["GET", "POST"])
@needs(EDIT)
def decline(conference: str, number: int) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    letter, form = letter_at(number), DeclineForm()
    return _act(
        letter,
        form,
        lambda: operations.decline_letter(letter, **form.facts(), by=current_user),
        _("The letter is declined."),
        title=_("Decline letter %(number)s?", number=number),
        consequence=_("It stays in the register and comes before no session. That can be taken back."),
        button=_("Decline it"),
        is_end=True,
    )


@blueprint.route(f"{NUMBER}present/", methods=["GET", "POST"])
@needs(EDIT)
def present(conference: str, number: int) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    letter, form = letter_at(number), PresentForm()
    if not form.session.words:
        return done(_("No session is planned yet. Plan one first."), home(letter))
    return _act(
        letter,
        form,
        lambda: _present(letter, form),
        _("It is noted that the letter came before the session."),
        title=_("Bring letter %(number)s before a session", number=number),
        consequence=_("The record of the session tells of it."),
        button=_("Note it"),
    )


@blueprint.route(f"{NUMBER}presentations/<int(min=1, max={LARGEST}):presentation_id>/retract/", methods=["GET", "POST"])
@needs(EDIT)
def retract(conference: str, number: int, presentation_id: int) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    letter, form = letter_at(number), Form()
    presentation = queries.presentation_of(letter, presentation_id)
    return _act(
        letter,
        form,
        lambda: operations.retract_presentation(presentation, by=current_user),
        _("Taken back."),
        title=_("Take back that letter %(number)s was %(form)s?", number=number, form=PRESENTED[presentation.form]),
        consequence=_("The record of the session does not tell of it any more. It can be noted again."),
        button=_("Take it back"),
        is_end=True,
    )


@blueprint.route(f"{NUMBER}annex/", methods=["GET", "POST"])
@needs(EDIT)
def annex(conference: str, number: int) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    letter = letter_at(number)
    form = AnnexForm(of=letter)
    return _act(
        letter,
        form,
        lambda: operations.annex_letter(letter, **form.facts(), by=current_user),
        _("The letter is annexed to the proceedings."),
        title=_("Annex letter %(number)s", number=number),
        consequence=_("It is attached to the proceedings, with its text."),
        button=_("Annex it"),
    )


@blueprint.route(f"{NUMBER}withdraw/", methods=["GET", "POST"])
@needs(EDIT)
def withdraw(conference: str, number: int) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    letter, form = letter_at(number), Form()
    return _act(
        letter,
        form,
        lambda: operations.withdraw_letter(letter, by=current_user),
        _("Strangers do not see the letter any more."),
        title=_("Hide letter %(number)s from strangers?", number=number),
        consequence=_("Its sender does not wish it shown. It stays in the register; editions that are out keep it."),
        button=_("Hide it"),
        is_end=True,
    )


@blueprint.post(f"{NUMBER}show/")
@needs(EDIT)
def show(conference: str, number: int) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    return _at_once(number, operations.show_letter, _("Its sender allows that everybody sees it."))


@blueprint.post(f"{NUMBER}reopen/")
@needs(EDIT)
def reopen(conference: str, number: int) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    return _at_once(number, operations.reopen_letter, _("Taken back: the letter waits again."))


def _at_once(number: int, act: Callable[..., None], message: str) -> ResponseReturnValue:
    """An act without a page before it; where the rules refuse it, that is said on the letter's page."""
    letter, form = letter_at(number), Form()
    if form.carries_out(lambda: act(letter, by=current_user)):
        return done(message, home(letter))
    return done(" ".join(map(str, form.form_errors)), home(letter))


def _present(letter: Letter, form: PresentForm) -> LetterPresentation:
    facts = form.facts()
    session = session_by_label(conference_by_id(g.conference_id), facts.pop("session"))
    return operations.present_letter(letter, session, **facts, by=current_user)


def _numbers() -> list[int]:
    sent = request.values.getlist("letter")[:MOST_AT_ONCE]
    return [int(one) for one in sent if one.isascii() and one.isdecimal() and len(one) < LONGEST_NUMBER]


def _said(count: int, others: int) -> str:
    noted = ngettext("%(num)s letter is acknowledged.", "%(num)s letters are acknowledged.", count)
    left = ngettext("%(num)s was settled already.", "%(num)s were settled already.", others) if others else ""
    return f"{noted} {left}".strip()
