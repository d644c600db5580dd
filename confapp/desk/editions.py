"""Editions at the desk: what the next one would contain, what keeps it back; publish, look at, withdraw.

Publishing stands behind the checks, whose findings are its gate; so these pages are the desk's own.
"""

from __future__ import annotations

from flask import Blueprint, g, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_login import current_user

from confapp import addresses
from confapp.checks.running import gate_of
from confapp.conferences.directory import conference_by_id
from confapp.conferences.models import Conference
from confapp.desk.readiness import readiness
from confapp.forms import EnumField, Form, TextField, done, shown
from confapp.manage import needs
from confapp.navigation import add_section
from confapp.permissions import Permission
from confapp.proceedings import operations, queries
from confapp.proceedings.models import Edition
from confapp.proceedings.words import STATES, TONES
from confapp.records.words import language_name

SEE, PUBLISH = Permission.PROCEEDINGS_DRAFT, Permission.PROCEEDINGS_PUBLISH
LARGEST = 2**31 - 1
NUMBER = f"/<int(min=1, max={LARGEST}):number>/"

blueprint = Blueprint("proceedings", __name__, url_prefix="/conferences/<conference>/editions")
add_section(_l("Editions"), "manage.proceedings.index", SEE)


class PublishForm(Form):
    """In which language an edition is published."""

    language = EnumField(_l("Language of the edition"), words=lambda: g.edition_languages)


class WithdrawForm(Form):
    """Why an edition is withdrawn."""

    reason = TextField(
        _l("Why"), required=True, description=_l("Whoever cited it reads this in its place; it stays readable.")
    )


@blueprint.get("/")
@needs(SEE)
def index(conference: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    known = conference_by_id(g.conference_id)
    return render_template(
        "proceedings/index.html",
        editions=queries.editions_of(known),
        ready=readiness(known),
        states=STATES,
        tones=TONES,
        language_name=language_name,
    )


@blueprint.route("/publish/", methods=["GET", "POST"])
@needs(PUBLISH)
def publish(conference: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    known = conference_by_id(g.conference_id)
    ready = readiness(known)
    if not ready.languages:
        return done(_("No record is approved yet: there is nothing to publish."), url_for(".index"))
    g.edition_languages = ready.languages
    form = PublishForm(data={"language": ready.language})
    if form.carries_out(lambda: _publish(known, form.language.data)):
        return done(_("Edition %(number)s is published.", number=form.result), url_for(".detail", number=form.result))
    return shown("proceedings/publish.html", form, ready=ready, language_name=language_name)


@blueprint.get(NUMBER)
@needs(SEE)
def detail(conference: str, number: int) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    return _shown_edition(_edition(number))


@blueprint.get(f"{NUMBER}verify/")
@needs(SEE)
def verify(conference: str, number: int) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    edition = _edition(number)
    return _shown_edition(edition, report=queries.verify_edition(edition))


@blueprint.route(f"{NUMBER}withdraw/", methods=["GET", "POST"])
@needs(PUBLISH)
def withdraw(conference: str, number: int) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    edition, form = _edition(number), WithdrawForm()
    back = url_for(".detail", number=number)
    if form.carries_out(lambda: operations.withdraw_edition(edition, reason=form.reason.data or "", by=current_user)):
        return done(_("The edition is withdrawn."), back)
    return shown("proceedings/withdraw.html", form, edition=edition, back=back)


def _edition(number: int) -> Edition:
    return queries.edition(conference_by_id(g.conference_id), number)


def _publish(conference: Conference, language: str | None) -> int:
    findings, waivers = gate_of(conference, language)
    edition = operations.publish_edition(conference, gate=findings, waivers=waivers, language=language, by=current_user)
    return edition.number


def _shown_edition(edition: Edition, **values: object) -> ResponseReturnValue:
    return render_template(
        "proceedings/edition.html",
        edition=edition,
        states=STATES,
        tones=TONES,
        language_name=language_name,
        addresses=addresses,
        **values,
    )
