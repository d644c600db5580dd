"""The sessions of a conference, and each of them with its roll and its course."""

from __future__ import annotations

from typing import Any

from flask import Blueprint
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from confapp.conferences.models import Conference
from confapp.errors import NotFound
from confapp.floor.queries import log_of, rolls_of
from confapp.programme.models import Session
from confapp.programme.queries import held_session, held_sessions
from confapp.scheduling.queries import latest_release, sessions_in
from confapp.site import ballots, course, linked_data, presence, queries, sittings, timetable
from confapp.site.cache import public_page
from confapp.site.conferences import of_conference
from confapp.site.frame import conference_at, page
from confapp.site.overview import contents
from confapp.site.texts import Said
from confapp.voting.queries import changes_entered_in, decisions_of, motions_of, rulings_of, votes_of

blueprint = Blueprint("sessions", __name__)


@blueprint.get("/conferences/<slug>/sessions/")
@public_page(of_conference)
def index(slug: str) -> ResponseReturnValue:
    conference = conference_at(slug)
    sessions = held_sessions(conference)
    return page(
        "site/sessions.html",
        conference=conference,
        current="sessions",
        description=_("The sessions of %(name)s: when they were held, who presided.", name=conference.name),
        sessions=sittings.rows(sessions, conference, queries.votes_by_session(conference)),
    )


@blueprint.get("/conferences/<slug>/sessions/<label>/")
@public_page(of_conference)
def detail(slug: str, label: str) -> ResponseReturnValue:
    conference = conference_at(slug)
    session = held_session(conference, label)
    if session is None:
        return _planned(conference, label)
    before, after = sittings.neighbours(held_sessions(conference), session, conference)
    return page(
        "site/session.html",
        conference=conference,
        current="sessions",
        description=_("%(session)s of %(name)s.", session=sittings.heading(session, conference), name=conference.name),
        head=sittings.head(session, conference),
        before=before,
        after=after,
        linked_data=linked_data.session(session, conference),
        **_what_happened(session, conference),
    )


def _planned(conference: Conference, label: str) -> ResponseReturnValue:
    """A session that was not held yet, as the latest release of the schedule has it."""
    release = latest_release(conference)
    found = [one for one in sessions_in(release) if one["label"] == label] if release else []
    if release is None or not found:
        raise NotFound(_("There is no session at this address, or it is not public yet."))
    entry = timetable.session(release.timetable, found[0])
    return page(
        "site/schedule_entry.html",
        conference=conference,
        current="schedule",
        description=entry.title.text,
        entry=entry,
        linked_data=linked_data.planned_session(found[0], conference, release.timetable["halls"]),
    )


def _contents(steps: object, later: object, rolls: object) -> list[dict[str, Said | str]]:
    return contents(
        (
            ("course", _("What happened"), steps),
            ("later", _("Earlier votes changed"), later),
            ("roll", _("Who was there"), rolls),
        )
    )


def _what_happened(session: Session, conference: Conference) -> dict[str, Any]:
    """Roll, log and votes, once the record of the session is approved."""
    if not queries.is_shown(session):
        return {"steps": [], "rolls": [], "later": [], "is_shown": False}
    done = course.Business(
        log_of(session), motions_of(session), votes_of(session), rulings_of(session), decisions_of(session)
    )
    rolls, steps = presence.tables(rolls_of(session), conference), course.course(done, conference)
    later = [
        ballots.face(vote, conference, href=ballots.vote_address(vote, conference))
        for vote in changes_entered_in(session)
        if vote.session_id != session.id
    ]
    return {
        "is_shown": True,
        "record": sittings.record_address(session, conference, queries.editions(conference)),
        "rolls": rolls,
        "steps": steps,
        "later": later,
        "contents": _contents(steps, later, rolls),
    }
