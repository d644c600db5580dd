"""Small things to test with, made by the real operations; what a test does not name has a plain value."""

from __future__ import annotations

from itertools import count

from confapp.agendas import operations as agendas
from confapp.committees import operations as committees
from confapp.committees.models import CommitteeKind
from confapp.conferences import documents
from confapp.conferences import operations as conferences
from confapp.conferences.models import ConferenceState
from confapp.dates import Moment, PartialDate
from confapp.letters import operations as letters
from confapp.officials import operations as officials
from confapp.organizations import operations as organizations
from confapp.participation import operations as participation
from confapp.programme import operations as programme
from confapp.programme.models import SessionState

numbers = count(1)


def day(text: str) -> PartialDate:
    return PartialDate.parse(text)


def moment(text: str) -> Moment:
    return Moment.parse(text)


def an_organization(name: str | None = None, **facts):
    return organizations.found_organization(name=name or f"Society {next(numbers)}", **facts)


def an_official(name: str | None = None, **facts):
    return officials.register_official(name=name or f"Person {next(numbers)}", **facts)


def an_office(body=None, title: str = "President", **facts):
    return officials.create_office(body or an_organization(), title=title, **facts)


def a_conference(name: str | None = None, *, state: str = "planned", public: bool = False, **facts):
    """A conference that has come as far as `state`."""
    conference = conferences.plan_conference(name=name or f"Conference {next(numbers)}", **facts)
    steps = {
        ConferenceState.CONVENED: lambda: conferences.convene_conference(conference, on=day("1884-01-01")),
        ConferenceState.PREPARING: lambda: conferences.prepare_conference(conference),
        ConferenceState.OPEN: lambda: conferences.open_conference(conference, at=moment("1884-10-01")),
        ConferenceState.CLOSED: lambda: conferences.close_conference(conference, at=moment("1884-11-01")),
        ConferenceState.ARCHIVED: lambda: conferences.archive_conference(conference),
    }
    order = list(ConferenceState)
    for reached in order[1 : order.index(ConferenceState(state)) + 1]:
        steps[reached]()
    if public:
        conferences.make_public(conference)
    return conference


def a_committee(conference=None, name: str = "Preparatory Committee", *, kind=CommitteeKind.PREPARATORY, **facts):
    return committees.establish_committee(conference or a_conference(), name=name, committee_kind=kind, **facts)


def a_delegation(conference=None, organization=None, **facts):
    return participation.register_delegation(
        conference or a_conference(), organization=organization or an_organization(), **facts
    )


def a_session(conference=None, **facts):
    return programme.plan_session(conference or a_conference(), **facts)


def a_letter(conference=None, **facts):
    return letters.receive_letter(conference or a_conference(), **facts)


def an_agenda(conference=None, items: int = 1, **facts):
    """A draft with that many items."""
    agenda = agendas.draft_agenda(conference or a_conference(), **facts)
    for number in range(1, items + 1):
        agendas.add_item(agenda, title=f"Matter {number}")
    return agenda


def a_document(conference=None, title: str = "Report", *, kind: str = "report", **facts):
    return documents.register_document(conference or a_conference(), title=title, kind=kind, **facts)


def a_held_session(conference=None, **facts):
    """A session that is over, as the floor leaves it."""
    session = a_session(conference, **facts)
    session.state = SessionState.ADJOURNED
    return session
