"""The committees of a conference: what they were for, who sat on them, what came of it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from flask import Blueprint
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from markupsafe import Markup

from confapp import addresses
from confapp.committees.models import Committee, CommitteeMeeting
from confapp.committees.queries import Membership, memberships
from confapp.conferences.models import Conference
from confapp.officials.models import Appointment
from confapp.site.cache import public_page
from confapp.site.conferences import of_conference
from confapp.site.course import is_free
from confapp.site.frame import conference_at, page
from confapp.site.markup import day, filled, joined, linked, person, span
from confapp.site.overview import contents
from confapp.site.provenance import remarks, source_places
from confapp.site.texts import Said, said
from confapp.site.words import COMMITTEES

blueprint = Blueprint("committees", __name__)

Fact = str | Markup


class Entry(NamedTuple):
    """A committee as the page shows it."""

    key: str
    name: Said
    kind: str
    mandate: Said
    facts: list[tuple[str, Fact]]
    members: list[tuple[Markup, Said, Said, Said]]
    meetings: list[tuple[Fact, Said, Said]]
    report: Said
    outcome: Said


@blueprint.get("/conferences/<slug>/committees/")
@public_page(of_conference)
def index(slug: str) -> ResponseReturnValue:
    conference = conference_at(slug)
    found = entries(memberships(conference), conference)
    return page(
        "site/committees.html",
        conference=conference,
        current="committees",
        description=_("The committees of %(name)s.", name=said(conference, "name").text),
        committees=found,
        contents=contents((one.key, one.name, True) for one in found),
    )


def entries(found: Iterable[Membership], conference: Conference) -> list[Entry]:
    """Committees with their members, those who preside first."""
    return [_entry(one.committee, one.members, conference) for one in found]


def _entry(committee: Committee, members: Iterable[Appointment], conference: Conference) -> Entry:
    return Entry(
        key=committee.key,
        name=said(committee, "name", conference),
        kind=str(COMMITTEES[committee.committee_kind]),
        mandate=said(committee, "mandate", conference),
        facts=[
            (_("Set up"), _set_up(committee, conference)),
            (_("Period of work"), span(committee.period_start, committee.period_end)),
            (_("Rapporteur"), person(committee.rapporteur)),
            (_("Report"), _report(committee, conference)),
            (_("Remarks"), remarks(committee, conference)),
            (_("Source"), source_places(committee)),
        ],
        members=[_member(one, conference) for one in members],
        meetings=[_meeting(one, conference) for one in committee.meetings],
        report=said(committee, "report", conference),
        outcome=said(committee, "outcome", conference),
    )


def _set_up(committee: Committee, conference: Conference) -> Markup:
    by = said(committee, "set_up_by", conference)
    return joined([day(committee.set_up_on, conference), filled(_("by %(name)s"), name=by) if by else Markup()], " ")


def _member(one: Appointment, conference: Conference) -> tuple[Markup, Said, Said, Said]:
    """Who, as what, for what and where."""
    office = said(one.office, "title", conference) if one.office.is_presiding or one.office.is_unique else Said("")
    return person(one.official), office, said(one, "territory", conference), said(one, "responsibility", conference)


def _meeting(one: CommitteeMeeting, conference: Conference) -> tuple[Fact, Said, Said]:
    when = day(one.met, conference) or _("not dated")
    return when, said(one, "place", conference), said(one, "summary", conference)


def _report(committee: Committee, conference: Conference) -> Markup:
    document = committee.report_document
    name = (
        linked(said(document, "title", conference), addresses.document(conference.slug, document.key))
        if document is not None and is_free(document)
        else Markup()
    )
    presented = committee.report_presented
    return joined([name, day(committee.report_dated, conference) or day(presented, conference)])
