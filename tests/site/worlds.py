"""A small conference with something of everything, made by the real operations; of each thing as many as asked for."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from confapp.agendas import operations as agendas
from confapp.committees import operations as committees
from confapp.conferences.documents import adopt_rulebook, register_source, sign_document
from confapp.conferences.models import Conference, ConveningInstrument, Document
from confapp.dates import Moment
from confapp.db import db
from confapp.floor import operations as floor
from confapp.floor.models import EntryKind, PresenceStatus, RollState, SpeakerRole
from confapp.letters import operations as letters
from confapp.letters.models import Letter, PresentationForm
from confapp.officials import operations as officials
from confapp.participation import operations as participation
from confapp.participation.models import Delegation
from confapp.programme import operations as programme
from confapp.programme.models import ContributionRole, Session
from confapp.records import operations as records
from confapp.records.models import ApprovalManner
from confapp.scheduling.operations import release_schedule
from confapp.voting import operations as voting
from confapp.voting.models import Choice, DecisionKind, MotionAct, MotionKind, MotionRole, Vote, VoteMethod, VoteResult
from tests.builders import (
    a_committee,
    a_conference,
    a_delegation,
    a_document,
    a_letter,
    a_session,
    an_office,
    an_official,
    an_organization,
    day,
    moment,
)

CHOICES = (Choice.YES, Choice.NO, Choice.ABSTAIN)


@dataclass
class World:
    """A conference and what a test asks of it."""

    conference: Conference
    chair: Any
    delegations: list[Delegation] = field(default_factory=list)
    sessions: list[Session] = field(default_factory=list)
    votes: list[Vote] = field(default_factory=list)
    letters: list[Letter] = field(default_factory=list)
    documents: list[Document] = field(default_factory=list)

    @property
    def url(self) -> str:
        return f"/conferences/{self.conference.slug}/"


def a_world(
    size: int = 1, *, slug: str = "meridian", approved: bool = True, issued: bool = True, agenda: bool = True
) -> World:
    """With `size` delegations, sessions, motions, votes, letters, documents and the rest; all of it public."""
    conference = a_conference(
        f"Conference of {slug}",
        slug=slug,
        state="open",
        public=True,
        languages=["en"],
        place="Washington",
        zone="America/New_York",
        starts_on=day("1884-10-01"),
        ends_on=day("1884-11-01"),
    )
    world = World(conference, an_official("Raymond Rodgers", honorific="Admiral"))
    for number in range(1, size + 1):
        _add_people(world, number)
    if issued:
        participation.issue_participants(conference)
    for number in range(1, size + 1):
        _hold(world, number, size)
        _add_papers(world, number)
    if agenda:
        _add_agenda(world, size)
    _add_programme(world, size)
    if approved:
        approve(world)
    db.session.flush()
    return world


def approve(world: World) -> None:
    """Approve the records of all sessions, as their source has them."""
    for session in world.sessions:
        record = records.draft_record(session, language="en")
        records.approve_record(record, at=moment("1884-11-01"), manner=ApprovalManner.IN_SOURCE)


def _add_people(world: World, number: int) -> None:
    conference = world.conference
    body = an_organization(f"Realm {number}", slug=f"{conference.slug}-realm-{number}")
    delegation = a_delegation(conference, body, name=f"Realm {number}", key=f"realm-{number}")
    for each in range(number):
        participation.name_delegate(delegation, an_official(f"Delegate {number}.{each}"), title="Envoy")
    world.delegations.append(delegation)
    participation.invite_guest(conference, an_official(f"Guest {number}"), capacity="Astronomer")
    office = an_office(conference, f"Secretary {number}")
    officials.appoint(an_official(f"Holder {number}"), office, term_start=moment("1884-10-02"))
    committee = a_committee(conference, f"Committee {number}", key=f"committee-{number}")
    for each in range(number):
        committees.appoint_member(committee, an_official(f"Member {number}.{each}"), responsibility="Letters")
    committees.hold_meeting(committee, met=moment("1884-10-14"), summary="It sifted the letters.")


def _hold(world: World, number: int, size: int) -> None:
    """A session with a roll, a motion and a vote for each of `size`, a ruling, a decision and a late vote."""
    conference = world.conference
    if number == 1:
        adopt_rulebook(conference, name="Rules", preset="as-in-1884")
    session = a_session(conference, number=number, label=str(number), held_on=day(f"1884-10-{number:02}"))
    world.sessions.append(session)
    floor.open_session(
        session, at=moment(f"1884-10-{number:02}T13:00"), presiding=world.chair, capacity="President of the Conference"
    )
    presences = [{"delegation": one, "status": PresenceStatus.PRESENT} for one in world.delegations]
    floor.call_roll(session, state=RollState.TAKEN, presences=presences)
    for each in range(size):
        world.votes.append(_vote(world, session, each))
    note = floor.add_entry(session, kind=EntryKind.STATEMENT, text="The hall was cold.", speakers=[_speaker(world)])
    voting.make_ruling(session, text="Each nation has one vote.", by_official=world.chair, entry=note)
    floor.adjourn_session(session, at=moment(f"1884-10-{number:02}T16:00"))


def _speaker(world: World) -> dict[str, Any]:
    return {"official": world.chair, "role": SpeakerRole.SPEAKER}


def _vote(world: World, session: Session, each: int) -> Vote:
    label = f"{session.label}-{each + 1}"
    delegations = world.delegations
    mover = an_official(f"Mover {label}")
    motion = voting.move_motion(
        session,
        label=f"m{label}",
        kind=MotionKind.RESOLUTION,
        summary=f"Question {label}",
        mover=mover,
        mover_delegation=delegations[0],
        people=[{"role": MotionRole.SECONDED, "delegation": delegations[-1]}],
        changes=[{"text": "insert “mean”"}],
    )
    entry = floor.add_entry(session, kind=EntryKind.MOTION)
    voting.note_motion(motion, entry, MotionAct.MOVED)
    choices = [CHOICES[place % 3] for place in range(len(delegations))]
    rows = [{"delegation": one, "choice": choice} for one, choice in zip(delegations, choices, strict=True)]
    vote = voting.hold_vote(
        session,
        label=f"v{label}",
        question=f"Question {label}",
        method=VoteMethod.ROLL_CALL,
        result=VoteResult.CARRIED,
        motion=motion,
        entry=entry,
        ballots=rows,
        printed_rolls=[{"title": "Protocol", "announced_yes": 1, "announced_no": 0, "rows": rows}],
        declared=moment(f"1884-10-{int(session.label):02}"),
    )
    voting.take_decision(
        world.conference,
        label=f"resolution-{label}",
        title=f"Resolved {label}",
        number=label,
        kind=DecisionKind.RESOLUTION,
        session=session,
        vote=vote,
        motion=motion,
    )
    return vote


def _add_papers(world: World, number: int) -> None:
    conference = world.conference
    letter = a_letter(
        conference,
        sender_name=f"Society {number}",
        subject="A meridian through Bethlehem",
        received=moment("1884-10-01"),
    )
    letters.accept_letter(letter)
    letters.present_letter(letter, world.sessions[0], form=PresentationForm.READ, presented_by=world.chair)
    world.letters.append(letter)
    document = a_document(conference, f"Paper {number}", key=f"paper-{number}", text="A *text*.")
    sign_document(document, an_official(f"Signatory {number}"), capacity="President")
    world.documents.append(document)
    register_source(conference, key=f"source-{number}", title=f"Protocols {number}")
    db.session.add(
        ConveningInstrument(conference_id=conference.id, position=number, kind="Circular", title=f"Circular {number}")
    )


def _add_agenda(world: World, size: int) -> None:
    agenda = agendas.draft_agenda(world.conference, title="Agenda")
    for number in range(1, size + 1):
        agendas.add_item(agenda, title=f"Matter {number}", rapporteur=world.chair, documents=world.documents)
    agendas.issue_agenda(agenda)


def _add_programme(world: World, size: int) -> None:
    conference = world.conference
    hall = programme.add_hall(conference, name="Diplomatic Hall", key="hall")
    for number in range(1, size + 1):
        session = a_session(conference, number=100 + number, label=f"later-{number}", hall=hall, **_planned(number))
        people = [(an_official(f"Speaker {number}.{each}"), ContributionRole.SPEAKER, None) for each in range(number)]
        programme.add_contribution(
            conference,
            title=f"Talk {number}",
            key=f"talk-{number}",
            session=session,
            duration_minutes=30,
            people=people,
        )
    release_schedule(conference, name="first")


def _planned(number: int) -> dict[str, Any]:
    start, end = (Moment.parse(f"1884-11-{number:02}T{hour}:00-05:00").instant for hour in ("10", "12"))
    return {"planned_start": start, "planned_end": end}
