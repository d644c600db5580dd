"""What the checks read: a whole conference in memory, and how its parts hang together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import TypeVar

from confapp.agendas.models import Agenda, AgendaItem
from confapp.committees.models import Committee, CommitteeMeeting
from confapp.conferences.models import Conference, ConveningInstrument, Document, Occasion, Rulebook, Source
from confapp.dates import Moment, PartialDate
from confapp.floor.models import EntryKind, EntrySpeaker, LogEntry, Presence, Roll, RollState
from confapp.letters.models import Letter, LetterPresentation
from confapp.officials.models import Appointment, AppointmentState, Office, Official, OfficialName
from confapp.organizations.models import BodyName, Organ, Organization, OrganizationEvent
from confapp.participation.models import Delegate, Delegation, Guest
from confapp.programme.models import Contribution, ContributionPerson, Hall, Session, SessionState
from confapp.records.models import Overlay, SessionRecord
from confapp.voting.models import Ballot, Decision, Motion, PrintedRoll, PrintedRow, Ruling, TextChange, Vote

Row = TypeVar("Row")
Key = TypeVar("Key", bound=Hashable)

HELD = frozenset({SessionState.OPEN, SessionState.SUSPENDED, SessionState.ADJOURNED, SessionState.CLOSED})
SETTLED = frozenset({AppointmentState.ACCEPTED, AppointmentState.IN_FORCE, AppointmentState.ENDED})


def grouped(rows: Iterable[Row], key: Callable[[Row], Key]) -> dict[Key, list[Row]]:
    """Rows by their key, in their order."""
    groups: defaultdict[Key, list[Row]] = defaultdict(list)
    for row in rows:
        groups[key(row)].append(row)
    return groups


@dataclass(frozen=True, slots=True)
class Sister:
    """Another conference of the same series."""

    name: str
    ordinal: int | None


@dataclass(eq=False)
class Material:
    """Everything of one conference, each kind in its order. For organizers."""

    conference: Conference
    now: datetime
    gathering: str | None = None
    sisters: list[Sister] = field(default_factory=list)
    occasions: list[Occasion] = field(default_factory=list)
    instruments: list[ConveningInstrument] = field(default_factory=list)
    rulebooks: list[Rulebook] = field(default_factory=list)
    sources: list[Source] = field(default_factory=list)
    documents: list[Document] = field(default_factory=list)
    organizations: list[Organization] = field(default_factory=list)
    organs: list[Organ] = field(default_factory=list)
    body_names: list[BodyName] = field(default_factory=list)
    organization_events: list[OrganizationEvent] = field(default_factory=list)
    officials: list[Official] = field(default_factory=list)
    official_names: list[OfficialName] = field(default_factory=list)
    offices: list[Office] = field(default_factory=list)
    appointments: list[Appointment] = field(default_factory=list)
    committees: list[Committee] = field(default_factory=list)
    meetings: list[CommitteeMeeting] = field(default_factory=list)
    delegations: list[Delegation] = field(default_factory=list)
    delegates: list[Delegate] = field(default_factory=list)
    guests: list[Guest] = field(default_factory=list)
    halls: list[Hall] = field(default_factory=list)
    sessions: list[Session] = field(default_factory=list)
    contributions: list[Contribution] = field(default_factory=list)
    contribution_people: list[ContributionPerson] = field(default_factory=list)
    letters: list[Letter] = field(default_factory=list)
    presentations: list[LetterPresentation] = field(default_factory=list)
    agendas: list[Agenda] = field(default_factory=list)
    items: list[AgendaItem] = field(default_factory=list)
    rolls: list[Roll] = field(default_factory=list)
    presences: list[Presence] = field(default_factory=list)
    entries: list[LogEntry] = field(default_factory=list)
    """Of the logs, those that no later entry strikes."""
    speakers: list[EntrySpeaker] = field(default_factory=list)
    motions: list[Motion] = field(default_factory=list)
    text_changes: list[TextChange] = field(default_factory=list)
    rulings: list[Ruling] = field(default_factory=list)
    votes: list[Vote] = field(default_factory=list)
    ballots: list[Ballot] = field(default_factory=list)
    printed_rolls: list[PrintedRoll] = field(default_factory=list)
    printed_rows: list[PrintedRow] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)
    records: list[SessionRecord] = field(default_factory=list)
    overlays: list[Overlay] = field(default_factory=list)

    @cached_property
    def session_by_id(self) -> dict[int, Session]:
        return {session.id: session for session in self.sessions}

    @cached_property
    def official_by_id(self) -> dict[int, Official]:
        return {official.id: official for official in self.officials}

    @cached_property
    def organization_by_id(self) -> dict[int, Organization]:
        return {organization.id: organization for organization in self.organizations}

    @cached_property
    def delegation_by_id(self) -> dict[int, Delegation]:
        return {delegation.id: delegation for delegation in self.delegations}

    @cached_property
    def delegate_by_id(self) -> dict[int, Delegate]:
        return {delegate.id: delegate for delegate in self.delegates}

    @cached_property
    def office_by_id(self) -> dict[int, Office]:
        return {office.id: office for office in self.offices}

    @cached_property
    def entries_of(self) -> dict[int, list[LogEntry]]:
        return grouped(self.entries, lambda entry: entry.session_id)

    @cached_property
    def rolls_of(self) -> dict[int, list[Roll]]:
        """The rolls with names, by session."""
        taken = (roll for roll in self.rolls if roll.state is RollState.TAKEN)
        return grouped(taken, lambda roll: roll.session_id)

    @cached_property
    def presences_of(self) -> dict[int, list[Presence]]:
        return grouped(self.presences, lambda presence: presence.roll_id)

    @cached_property
    def items_of(self) -> dict[int, list[AgendaItem]]:
        return grouped(self.items, lambda item: item.agenda_id)

    @cached_property
    def names_of_body(self) -> dict[int, list[BodyName]]:
        return grouped(self.body_names, lambda name: name.body_id)

    @cached_property
    def names_of_official(self) -> dict[int, list[OfficialName]]:
        return grouped(self.official_names, lambda name: name.official_id)

    @cached_property
    def settled(self) -> list[Appointment]:
        """Appointments that came to be."""
        return [one for one in self.appointments if one.state in SETTLED]

    @property
    def zone(self) -> str | None:
        return self.conference.zone

    def person(self, official_id: int | None) -> str:
        """The name of a person; empty where nobody is named."""
        official = self.official_by_id.get(official_id or 0)
        return official.name if official else ""

    def moment_of(self, session: Session) -> Moment | None:
        """When a session was held, or is to be, as precisely as it is known."""
        if session.opened is not None:
            return session.opened
        if session.held_on is not None:
            return Moment(session.held_on)
        return Moment.of(session.planned_start, self.zone) if session.planned_start else None

    def day_of(self, session: Session) -> PartialDate | None:
        moment = self.moment_of(session)
        return moment.date if moment else None

    def is_held(self, session: Session) -> bool:
        return session.state in HELD

    def entries_of_kind(self, session: Session, *kinds: EntryKind) -> list[LogEntry]:
        return [entry for entry in self.entries_of.get(session.id, ()) if entry.kind in kinds]
