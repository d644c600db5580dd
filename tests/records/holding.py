"""A short session held with the real operations: two delegations of three present, one motion, one vote."""

from __future__ import annotations

from types import SimpleNamespace

from confapp.conferences.documents import adopt_rulebook
from confapp.floor import operations as floor
from confapp.floor.models import EntryKind, PresenceStatus, RollState
from confapp.participation.operations import name_delegate
from confapp.voting import operations as voting
from confapp.voting.models import Choice, MotionAct, MotionKind, VoteMethod, VoteResult
from tests import builders
from tests.builders import day, moment


def held_session(conference, delegations, **facts):
    """A session that was opened, voted once and was adjourned."""
    session = builders.a_session(conference, held_on=day("1884-10-13"), **facts)
    chair = builders.an_official("Ada North", honorific="Dr.", family_name="North")
    floor.open_session(session, at=moment("1884-10-13T13:00"), presiding=chair, capacity="President")
    delegates = [one.delegate for one in delegations]
    present = [{"delegate": one, "status": PresenceStatus.PRESENT} for one in delegates[:2]]
    absent = {"delegate": delegates[2], "status": PresenceStatus.ABSENT}
    roll = floor.call_roll(session, state=RollState.TAKEN, presences=[*present, absent])
    floor.add_entry(session, kind=EntryKind.ROLL, roll=roll, uid=f"{session.label}-roll")
    mover = {"mover": delegates[0].official, "mover_delegation": delegations[0].row}
    motion = voting.move_motion(session, kind=MotionKind.RESOLUTION, summary="One meridian for all", **mover)
    moved = floor.add_entry(session, kind=EntryKind.MOTION, uid=f"{session.label}-moved")
    voting.note_motion(motion, moved, MotionAct.MOVED)
    put = floor.add_entry(session, kind=EntryKind.VOTE, uid=f"{session.label}-put")
    voting.note_motion(motion, put, MotionAct.PUT)
    choices = (Choice.YES, Choice.YES, Choice.NO)
    vote = voting.hold_vote(
        session,
        question="One meridian for all",
        method=VoteMethod.ROLL_CALL,
        result=VoteResult.CARRIED,
        motion=motion,
        entry=put,
        ballots=[{"delegation": one.row, "choice": choice} for one, choice in zip(delegations, choices, strict=True)],
    )
    note = floor.add_entry(session, kind=EntryKind.NOTE, text="The hall was cold.", uid=f"{session.label}-note")
    floor.adjourn_session(session, at=moment("1884-10-13T15:45"))
    return SimpleNamespace(row=session, motion=motion, vote=vote, note=note, chair=chair)


def open_conference():
    """A public conference that decides as in 1884."""
    conference = builders.a_conference("Meridian Conference", state="open", public=True, languages=["en"])
    adopt_rulebook(conference, name="Rules", preset="as-in-1884")
    return conference


def three_delegations(conference):
    """Delegations with one delegate each."""
    found = []
    for country, name in (("Brazil", "Luiz Cruls"), ("France", "Jules Janssen"), ("Japan", "Dairoku Kikuchi")):
        row = builders.a_delegation(conference, name=country, key=country.lower())
        official = builders.an_official(name, honorific="Mr.", family_name=name.split()[1])
        found.append(SimpleNamespace(row=row, delegate=name_delegate(row, official)))
    return found
