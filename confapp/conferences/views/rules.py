"""Rules of procedure: the versions that were adopted, each explained, and the next one."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from confapp.conferences import directory, documents, queries
from confapp.conferences.explaining import explained
from confapp.conferences.forms.rules import AdoptForm, RulesForm, filled
from confapp.conferences.models import Conference, Rulebook
from confapp.conferences.rules_data import PRESETS, preset, read_rules
from confapp.conferences.views.about import present
from confapp.forms import done, shown
from confapp.manage import needs
from confapp.permissions import Permission

blueprint = Blueprint("rules", __name__, url_prefix="/conferences/<conference>/rules")


@blueprint.get("/")
@needs(Permission.CONFERENCE_SEE)
def index(conference: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    versions = queries.rulebooks(present())
    rules = explained(read_rules(versions[0].rules)) if versions else []
    return render_template("conferences/rules.html", versions=versions, rules=rules, presets=PRESETS)


@blueprint.get("/<int:number>/")
@needs(Permission.CONFERENCE_SEE)
def detail(conference: str, number: int) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    rulebook = directory.rulebook_at(present(), number)
    rules = explained(read_rules(rulebook.rules))
    return render_template("conferences/rulebook.html", rulebook=rulebook, rules=rules, presets=PRESETS)


@blueprint.route("/preset/", methods=["GET", "POST"])
@needs(Permission.CONFERENCE_EDIT)
def adopt(conference: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    known = present()
    form = AdoptForm()
    if form.carries_out(lambda: _adopt(known, form.facts())):
        return done(_("The rules were adopted."), url_for(".index"))
    chosen = {key: explained(preset(key)) for key in PRESETS}
    return shown("conferences/rules_adopt.html", form, presets=PRESETS, chosen=chosen)


@blueprint.route("/new/", methods=["GET", "POST"])
@needs(Permission.CONFERENCE_EDIT)
def create(conference: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    known = present()
    latest = queries.rulebook_in_force(known)
    form = RulesForm(data=_as_it_is(latest))
    if form.carries_out(lambda: _adopt_written(known, form, latest)):
        return done(_("Version %(number)s was adopted.", number=form.result.number), url_for(".index"))
    return shown("conferences/rules_write.html", form, latest=latest)


def _adopt(conference: Conference, facts: dict[str, Any]) -> Rulebook:
    name = facts.pop("name") or str(PRESETS[facts["preset"]])
    return documents.adopt_rulebook(conference, name=name, **facts, by=current_user)


def _adopt_written(conference: Conference, form: Any, latest: Rulebook | None) -> Rulebook:
    return documents.adopt_rulebook(
        conference,
        name=form.name.data,
        rules=form.rules(),
        preset=latest.preset if latest else None,
        adopted=form.adopted.data,
        by=current_user,
    )


def _as_it_is(latest: Rulebook | None) -> dict[str, Any]:
    rules = read_rules(latest.rules) if latest else preset(next(iter(PRESETS)))
    return {"name": latest.name if latest else "", **filled(rules)}
