"""The steps of the life cycle, each with what it means, and what it does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from confapp.conferences import operations
from confapp.conferences.forms.conferences import CallForm, MomentForm, StepForm
from confapp.conferences.models import Conference, ConferenceState
from confapp.desk.standing import Standing
from confapp.forms import Form


@dataclass(frozen=True, slots=True)
class Step:
    """A step: the page that takes it, its words, its form, and its act, to which the finished values are given."""

    key: str
    endpoint: str
    title: Any
    meaning: Any
    done: Any
    form: type[Form]
    act: Callable[..., None]


def _facts_of_moment(form: Any) -> dict[str, Any]:
    return {"at": form.at.data, "is_dated": not form.is_unknown.data}


def values_of(form: Form) -> dict[str, Any]:
    """What the form says, as its operation takes it."""
    return _facts_of_moment(form) if isinstance(form, MomentForm) else form.facts()


CONVENE = Step(
    "convene",
    "manage.overview.convene",
    _l("Convene it"),
    _l("From then on it is called. It can be made public, and its preparation can begin."),
    _l("It is convened."),
    CallForm,
    operations.convene_conference,
)
PREPARE = Step(
    "prepare",
    "manage.overview.prepare",
    _l("Begin to prepare it"),
    _l("Committees work, invitations go out, sessions are planned and the agenda is drafted."),
    _l("Its preparation has begun."),
    StepForm,
    operations.prepare_conference,
)
OPEN = Step(
    "open",
    "manage.overview.open_it",
    _l("Open it"),
    _l("Its sessions can be held, and their log is kept."),
    _l("It is open."),
    MomentForm,
    operations.open_conference,
)
CLOSE = Step(
    "close",
    "manage.overview.close",
    _l("Close it"),
    _l("No session is held any more. Its records are approved and its proceedings published."),
    _l("It is closed."),
    MomentForm,
    operations.close_conference,
)
ARCHIVE = Step(
    "archive",
    "manage.overview.archive",
    _l("Archive it"),
    _l("It stays readable and is changed no more."),
    _l("It is archived."),
    StepForm,
    operations.archive_conference,
)
NEXT: dict[ConferenceState, Step | None] = {
    ConferenceState.PLANNED: CONVENE,
    ConferenceState.CONVENED: PREPARE,
    ConferenceState.PREPARING: OPEN,
    ConferenceState.OPEN: CLOSE,
    ConferenceState.CLOSED: ARCHIVE,
    ConferenceState.ARCHIVED: None,
}


def hindrance(conference: Conference, standing: Standing) -> str | None:
    """What would be untrue if the last step were taken back, as a sentence."""
    if standing.editions and conference.state is not ConferenceState.ARCHIVED:
        return _("Its proceedings are published and say that it took place.")
    if conference.state is ConferenceState.OPEN and standing.held:
        return _("Sessions of it were held already.")
    return None
