"""What a conference still needs before the next step of its life cycle, as sentences with the way to each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from flask_babel import gettext as _
from flask_babel import ngettext

from confapp.conferences.models import Conference, ConferenceFormat, ConferenceState
from confapp.desk.standing import Standing
from confapp.desk.ways import way_to


class Missing(NamedTuple):
    """One thing to do, and where; the address is empty where there is no page for it, or it is somebody else's."""

    text: str
    href: str


def missing(conference: Conference, standing: Standing) -> list[Missing]:
    """What to do before the next step, in the order in which it is done; nothing of it is a condition."""
    return [Missing(text, way_to(part)) for text, part in CALLS[conference.state](conference, standing)]


def _before_the_call(conference: Conference, standing: Standing) -> Iterator[tuple[str, str]]:
    if conference.convener_id is None and conference.convening_official_id is None:
        yield _("Say who convenes it"), "edit"
    if conference.starts_on is None:
        yield _("Say when it is held, as far as it is known"), "edit"
    if conference.place is None and conference.format is not ConferenceFormat.ONLINE:
        yield _("Say where it is held"), "edit"
    if conference.zone is None:
        yield _("Say by which clock it is held"), "edit"
    if not standing.occasions:
        yield _("Note the occasion on which it is held"), "about"
    if not standing.instruments:
        yield _("Enter the act by which it is called"), "about"


def _before_preparing(conference: Conference, standing: Standing) -> Iterator[tuple[str, str]]:
    if not standing.instruments:
        yield _("Enter the act by which it was called"), "about"
    if not standing.committees:
        yield _("Set up the committee that prepares it"), "committees"
    if standing.empty_committees:
        yield (
            ngettext(
                "Appoint the members of %(num)s committee",
                "Appoint the members of %(num)s committees",
                standing.empty_committees,
            ),
            "committees",
        )
    if not conference.languages:
        yield _("Say in which languages it is held"), "edit"
    if not standing.rulebooks:
        yield _("Adopt rules of procedure"), "rules"


def _before_opening(conference: Conference, standing: Standing) -> Iterator[tuple[str, str]]:
    if not standing.rulebooks:
        yield _("Adopt rules of procedure: without them no vote can be decided"), "rules"
    if not standing.delegations:
        yield _("Register the delegations"), "delegations"
    if standing.headless:
        yield (
            ngettext(
                "Name the delegates of %(num)s delegation",
                "Name the delegates of %(num)s delegations",
                standing.headless,
            ),
            "delegations",
        )
    yield from _programme(standing)
    if not conference.is_public:
        yield _("Let strangers see it"), "manage.overview.show"


def _programme(standing: Standing) -> Iterator[tuple[str, str]]:
    if not standing.sessions:
        yield _("Plan its sessions"), "sessions"
    if standing.undated:
        yield _undated(standing), "sessions"
    if not standing.agendas:
        yield _("Draft the agenda"), "agendas"
    elif not standing.issued_agendas:
        yield _("Issue the provisional agenda"), "agendas"
    if standing.sessions and not standing.releases:
        yield _("Release the schedule"), "schedule"


def _before_closing(conference: Conference, standing: Standing) -> Iterator[tuple[str, str]]:  # noqa: ARG001  one shape
    if not standing.sessions:
        yield _("Plan its sessions"), "sessions"
    if not standing.adopted_agendas:
        yield _("Adopt the agenda in a session"), "agendas"
    if standing.underway:
        yield (
            ngettext(
                "Adjourn the session that is open", "Adjourn the %(num)s sessions that are open", standing.underway
            ),
            "sessions",
        )
    if standing.to_hold:
        yield (
            ngettext(
                "Hold or cancel the session that is still planned",
                "Hold or cancel the %(num)s sessions that are still planned",
                standing.to_hold,
            ),
            "sessions",
        )
    if standing.unpresented:
        yield (
            ngettext(
                "Present the letter that was accepted",
                "Present the %(num)s letters that were accepted",
                standing.unpresented,
            ),
            "letters",
        )


def _before_archiving(conference: Conference, standing: Standing) -> Iterator[tuple[str, str]]:  # noqa: ARG001  one shape
    if standing.unrecorded:
        yield (
            ngettext(
                "Draft the record of a session",
                "Draft the records of %(num)s sessions",
                standing.unrecorded,
            ),
            "records",
        )
    if standing.unapproved:
        yield (
            ngettext(
                "Circulate and approve a record",
                "Circulate and approve %(num)s records",
                standing.unapproved,
            ),
            "records",
        )
    if not standing.editions:
        yield _("Publish the proceedings"), "proceedings"


def _undated(standing: Standing) -> str:
    return ngettext("Say when a session is held", "Say when %(num)s sessions are held", standing.undated)


def _nothing(conference: Conference, standing: Standing) -> Iterator[tuple[str, str]]:  # noqa: ARG001  one shape
    yield from ()


CALLS: dict[ConferenceState, Callable[[Conference, Standing], Iterator[tuple[str, str]]]] = {
    ConferenceState.PLANNED: _before_the_call,
    ConferenceState.CONVENED: _before_preparing,
    ConferenceState.PREPARING: _before_opening,
    ConferenceState.OPEN: _before_closing,
    ConferenceState.CLOSED: _before_archiving,
    ConferenceState.ARCHIVED: _nothing,
}
