"""The order in which a case comes in, one noun after the other, each through its own operations."""

from __future__ import annotations

from flask_babel import gettext as _

from confapp.db import db
from confapp.imports.bringing import Bringing
from confapp.imports.nouns import (
    agendas,
    committees,
    conferences,
    decisions,
    documents,
    letters,
    motions,
    officials,
    organizations,
    participation,
    programme,
    records,
    sessions,
    votes,
)
from confapp.scheduling.operations import release_schedule


def bring_case(case: Bringing) -> None:
    """Everything that the case says. The caller has a transaction around it."""
    case.say(_("organizations and officials"))
    organizations.bring(case)
    officials.bring_officials(case)
    case.say(_("the conference"))
    _bring_conference(case)
    case.say(_("participants, programme, letters"))
    participation.bring(case)
    programme.bring(case)
    agendas.bring(case)
    letters.bring(case)
    _bring_sessions(case)
    case.say(_("decisions and records"))
    _bring_results(case)


def _bring_conference(case: Bringing) -> None:
    conferences.bring(case)
    documents.bring(case)
    committees.bring(case)
    officials.bring_offices(case)
    officials.bring_appointments(case)
    committees.bring_work(case)
    conferences.convene(case)


def _bring_sessions(case: Bringing) -> None:
    conferences.open_conference(case)
    agendas.adopt(case, None)
    for place, entry in enumerate(case.case.get("sessions", ())):
        path = ("sessions", place)
        case.say(_("session %(label)s", label=entry["label"]))
        with case.at(path):
            sessions.hold(case, path, entry)
        motions.bring(case, entry["label"])
        votes.bring(case, entry["label"])
        agendas.adopt(case, entry["label"])
        with case.at(path):
            sessions.end(case, path, entry)


def _bring_results(case: Bringing) -> None:
    agendas.check(case)
    votes.settle(case)
    motions.settle(case)
    decisions.bring(case)
    letters.settle(case)
    participation.withdraw(case)
    conferences.close(case)
    _forget()
    records.bring(case)
    release = case.case.get("release")
    if release is not None:
        with case.at(("release",)):
            release_schedule(case.conference, name=release["name"], comment=release.get("comment"), by=case.by)


def _forget() -> None:
    """Let go of what is loaded: votes know the ballots that they had when taken, and records tell of later ones."""
    db.session.flush()
    db.session.expire_all()
