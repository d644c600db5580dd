"""What a committee does: its meetings and its report."""

from __future__ import annotations

from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from confapp.committees import directory, operations
from confapp.committees.forms import MeetingEditForm, MeetingForm, ReportForm
from confapp.committees.views.bodies import EDIT, blueprint, committee_at, home, steps
from confapp.committees.views.pages import LARGEST, acted
from confapp.manage import needs


@blueprint.route("/<committee>/meetings/new/", methods=["GET", "POST"])
@needs(EDIT)
def meet(conference: str, committee: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    body, form = committee_at(committee), MeetingForm()
    return acted(
        form,
        lambda: operations.hold_meeting(body, **form.facts(), by=current_user),
        _("The meeting is noted."),
        home(body),
        title=_("Note a meeting"),
        kicker=body.name,
        button=_("Note it"),
        steps=steps(body),
    )


@blueprint.route(f"/<committee>/meetings/<int(min=1, max={LARGEST}):position>/edit/", methods=["GET", "POST"])
@needs(EDIT)
def edit_meeting(conference: str, committee: str, position: int) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    body = committee_at(committee)
    meeting = directory.meeting_at(body, position)
    form = MeetingEditForm(of=meeting)
    return acted(
        form,
        lambda: operations.change_meeting(body, meeting, **form.facts(), version=form.version.data, by=current_user),
        _("The changes were saved."),
        home(body),
        title=_("Meeting %(number)s", number=position),
        kicker=body.name,
        button=_("Save"),
        steps=steps(body),
    )


@blueprint.route("/<committee>/report/", methods=["GET", "POST"])
@needs(EDIT)
def report(conference: str, committee: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    body, form = committee_at(committee), ReportForm()
    return acted(
        form,
        lambda: operations.submit_report(body, **form.facts(), by=current_user),
        _("The report is noted."),
        home(body),
        title=_("Report"),
        kicker=body.name,
        button=_("Take the report"),
        consequence=_("Its text, the document that it is, or at least when it came. It is taken once."),
        steps=steps(body),
    )
