"""Sessions: what strangers see of them before and after their record is approved."""

from __future__ import annotations

from datetime import timedelta

import pytest

from confapp import clock
from confapp.db import db
from confapp.floor import operations as floor
from confapp.floor.models import EntryKind, PresenceStatus, RollState, SpeakerRole
from confapp.letters import operations as letters
from confapp.letters.models import PresentationForm
from confapp.participation import operations as participation
from confapp.programme.models import SessionState
from confapp.records import operations as records
from confapp.records.models import ApprovalManner
from confapp.voting import operations as voting
from confapp.voting.models import Choice, MotionAct, MotionKind, VoteMethod, VoteResult
from tests.builders import a_committee, a_document, a_letter, a_session, an_official, moment
from tests.site.editions import publish
from tests.site.reading_pages import links, part, words
from tests.site.worlds import a_world, approve

TOLD = ("The hall was cold", "Question 1-1", "Each nation has one vote", "Realm 1", "Mover 1-1")


@pytest.fixture
def world(app):
    """One session with its roll, motion, vote and ruling; its record is not approved."""
    return a_world(approved=False)


@pytest.fixture
def session(world):
    return world.sessions[0]


def page(client, world, label="1") -> str:
    answer = client.get(f"{world.url}sessions/{label}/")
    assert answer.status_code == 200
    return answer.text


def course(client, world) -> str:
    approve(world)
    return part(page(client, world), '<ol class="course">', "</section>")


def test_session_says_when_and_under_whom_it_was_held(client, world):
    text = page(client, world)
    head = part(text, '<header class="page-head">', "</header>")
    assert head == "First session Wednesday, 1 October 1884 13:00 – 16:00"
    assert part(text, '<dl class="facts">', "</dl>") == "Presiding Admiral Raymond Rodgers, President of the Conference"


def test_what_was_said_and_done_is_hidden_before_the_record_is_approved(client, world):
    text = words(page(client, world))
    assert "The record of this session is not approved yet." in text
    assert [each for each in TOLD if each in text] == []


def test_record_that_is_only_circulated_shows_nothing(client, world, session):
    records.circulate_record(records.draft_record(session, language="en"))
    assert [each for each in TOLD if each in page(client, world)] == []


def test_record_under_embargo_shows_nothing_before_it_ends(client, world, session):
    document = a_document(world.conference, embargo_until=clock.now() + timedelta(days=1))
    record = records.draft_record(session, language="en", document=document)
    records.circulate_record(record, on=moment("1884-10-20"))
    records.approve_record(record, at=moment("1884-11-01"), manner=ApprovalManner.CORRESPONDENCE)
    assert [each for each in TOLD if each in page(client, world)] == []


def test_approved_record_shows_the_course_of_the_session(client, world):
    assert course(client, world) == (
        "13:00 Opened Admiral Raymond Rodgers, President of the Conference"
        " Draft resolution · m1-1 Question 1-1 pending Mover 1-1, Realm 1; seconded by Realm 1"
        " Text changed: insert “mean” Vote v1-1 · roll call Question 1-1 Carried"
        " How the votes fell: Question 1-1 Vote Number Delegations Ayes 1 Realm 1"
        " Decided Resolved 1-1"
        " Statement Admiral Raymond Rodgers The hall was cold."
        " Ruling Each nation has one vote. Admiral Raymond Rodgers 16:00 Adjourned"
    )


def test_entry_that_is_a_ruling_says_so_once(client, world, session):
    session.state = SessionState.OPEN
    chair = {"official": world.chair, "role": SpeakerRole.SPEAKER}
    entry = floor.add_entry(session, kind=EntryKind.RULING, speakers=[chair])
    voting.make_ruling(session, text="The hall is to be heated.", by_official=world.chair, entry=entry)
    session.state = SessionState.ADJOURNED
    assert course(client, world).endswith("Ruling Admiral Raymond Rodgers The hall is to be heated.")


def test_struck_entry_is_shown_to_nobody(client, world, session):
    session.state = SessionState.OPEN
    entry = floor.add_entry(session, kind=EntryKind.STATEMENT, text="A slip of the pen.")
    floor.strike_entry(entry, reason="It was said elsewhere.")
    session.state = SessionState.ADJOURNED
    told = course(client, world)
    assert ("A slip" in told, "said elsewhere" in told) == (False, False)


def test_letter_that_its_sender_does_not_show_is_not_named(client, world, session):
    session.state = SessionState.OPEN
    for sender, facts in (("A secret friend", {"is_public": False}), ("An open friend", {})):
        letter = a_letter(world.conference, sender_name=sender, received=moment("1884-09-01"), **facts)
        letters.accept_letter(letter)
        presented = letters.present_letter(letter, session, form=PresentationForm.READ)
        floor.add_entry(session, kind=EntryKind.LETTER_PRESENTED, presentation=presented)
    session.state = SessionState.ADJOURNED
    told = course(client, world)
    assert "A secret friend" not in told
    assert "Letter read Letter An open friend · read" in told


def test_document_that_is_not_public_is_not_named(client, world, session):
    session.state = SessionState.OPEN
    for title, state in (("A draft", "draft"), ("A paper", "issued")):
        document = a_document(world.conference, title, state=state)
        floor.add_entry(session, kind=EntryKind.DOCUMENT, document=document)
    session.state = SessionState.ADJOURNED
    told = course(client, world)
    assert ("A draft" in told, "A paper" in told) == (False, True)


def test_motion_stands_whole_once_and_is_only_named_later(client, world, session):
    session.state = SessionState.OPEN
    motion = voting.move_motion(session, label="m9", kind=MotionKind.AMENDMENT, summary="Strike the word")
    for kind, act in ((EntryKind.AMENDMENT, MotionAct.MOVED), (EntryKind.WITHDRAWN, MotionAct.WITHDRAWN)):
        voting.note_motion(motion, floor.add_entry(session, kind=kind), act)
    session.state = SessionState.ADJOURNED
    told = course(client, world)
    assert "Amendment · m9 Strike the word pending Motion withdrawn Strike the word withdrawn" in told


def test_vote_of_its_own_entry_stands_with_the_motion_just_moved(client, world, session):
    session.state = SessionState.OPEN
    motion = voting.move_motion(session, label="m9", kind=MotionKind.THANKS, summary="Thank the host")
    voting.note_motion(motion, floor.add_entry(session, kind=EntryKind.MOTION), MotionAct.MOVED)
    put = floor.add_entry(session, kind=EntryKind.VOTE)
    voting.note_motion(motion, put, MotionAct.PUT)
    facts = {"method": VoteMethod.UNANIMOUS, "result": VoteResult.CARRIED, "motion": motion, "entry": put}
    voting.hold_vote(session, label="v9", question="Thank the host", **facts)
    session.state = SessionState.ADJOURNED
    assert "Thanks · m9 Thank the host pending Vote v9 · unanimously · Carried" in course(client, world)


def test_vote_and_motion_that_no_entry_tells_of_stand_at_the_end(client, world, session):
    session.state = SessionState.OPEN
    motion = voting.move_motion(session, label="m9", kind=MotionKind.OTHER, summary="To rise")
    facts = {"method": VoteMethod.VOICE, "result": VoteResult.LOST, "motion": motion}
    voting.hold_vote(session, label="v9", question="To rise", **facts)
    session.state = SessionState.ADJOURNED
    assert course(client, world).endswith("Motion · m9 To rise pending Vote v9 · by voice · Lost")


def test_people_whom_an_entry_concerns_stand_apart(client, world, session):
    session.state = SessionState.OPEN
    people = [
        {"official": world.chair, "role": SpeakerRole.SPEAKER, "capacity": "Chair"},
        {"official": an_official("Luiz Cruls"), "role": SpeakerRole.INVOLVED, "delegation": world.delegations[0]},
    ]
    committee = a_committee(world.conference, "Committee on letters", key="letters")
    floor.add_entry(session, kind=EntryKind.APPOINTMENT, speakers=people, committee=committee)
    session.state = SessionState.ADJOURNED
    assert "Appointment Admiral Raymond Rodgers, Chair Luiz Cruls (Realm 1) · Committee on letters" in course(
        client, world
    )


def test_roll_names_who_was_there_by_delegation(client, world, session):
    session.state = SessionState.OPEN
    delegation = world.delegations[0]
    names = [participation.name_delegate(delegation, an_official(name)) for name in ("Ada", "Ben", "Cid", "Dan")]
    states = (PresenceStatus.PRESENT, PresenceStatus.ABSENT, PresenceStatus.EXCUSED, PresenceStatus.UNLISTED)
    present = [{"delegate": one, "status": state} for one, state in zip(names, states, strict=True)]
    guest = participation.invite_guest(world.conference, an_official("Kelvin"))
    present.append({"guest": guest, "status": PresenceStatus.PRESENT})
    floor.call_roll(session, state=RollState.TAKEN, presences=present, taken=moment("1884-10-01T14:00"))
    session.state = SessionState.ADJOURNED
    approve(world)
    text = page(client, world)
    roll = part(text, 'aria-labelledby="roll"', "</section>")
    assert roll.endswith("Realm 1 Ada Ben (absent) excused: Cid; not on the roll: Dan Guests: Kelvin")


def test_roll_that_was_not_printed_says_so(client, world, session):
    session.state = SessionState.OPEN
    floor.call_roll(session, state=RollState.NOT_PRINTED, note="The page is missing.")
    session.state = SessionState.ADJOURNED
    approve(world)
    text = words(page(client, world))
    assert "The source prints no roll of this session. The page is missing." in text


def test_vote_changed_at_a_later_session_stands_there_too(client):
    world = a_world(2, approved=False)
    ballot = world.votes[0].ballots[0]
    facts = {"authorized": "By leave.", "session": world.sessions[1], "entered": moment("1884-10-02")}
    voting.supersede_ballot(ballot, choice=Choice.NO, reason="Instructions came", **facts)
    approve(world)
    later = part(page(client, world, "2"), 'aria-labelledby="later"', "</section>")
    assert "Question 1-1" in later
    assert "2 October 1884: Realm 1 changed from “Yes” to “No”: Instructions came (0–2–0)" in later


def test_sessions_lead_to_each_other_in_their_order(client):
    world = a_world(3)
    around = links(page(client, world, "2"), 'class="neighbours"', "</nav>")
    assert around == [f"{world.url}sessions/1/", f"{world.url}sessions/3/"]


def test_session_leads_to_its_record_once_the_proceedings_are_published(client, world):
    approve(world)
    assert "Read the record" not in page(client, world)
    publish(world.conference)
    db.session.commit()
    assert "/proceedings/meridian/sessions/1/" in links(page(client, world))


def test_planned_session_is_shown_as_it_was_released(client, world):
    text = page(client, world, "later-1")
    assert part(text, "<main", "</main>") == (
        "Planned session One hundred and first session When Saturday, 1 November 1884, 10:00 – 12:00"
        " Where Diplomatic Hall 10:00 Talk 1 Speaker 1.0 · 30 min The whole schedule"
    )


def test_session_that_is_planned_and_not_released_is_not_found(client, world):
    a_session(world.conference, label="secret", number=55)
    assert client.get(f"{world.url}sessions/secret/").status_code == 404
    assert "secret" not in client.get(f"{world.url}sessions/").text


def test_list_has_every_session_that_was_held_with_its_votes(client):
    world = a_world(2)
    assert part(client.get(f"{world.url}sessions/").text, "<tbody", "</tbody>") == (
        "First session 1 October 1884 13:00 – 16:00 Admiral Raymond Rodgers 2 votes"
        " Second session 2 October 1884 13:00 – 16:00 Admiral Raymond Rodgers 2 votes"
    )


def test_list_counts_no_votes_before_records_are_approved(client, world):
    assert "vote" not in part(client.get(f"{world.url}sessions/").text, "<tbody", "</tbody>")


def test_session_under_way_says_so(client, world, session):
    session.state, session.adjourned = SessionState.OPEN, None
    assert "In session now" in part(client.get(f"{world.url}sessions/").text, "<tbody", "</tbody>")


def test_session_of_a_committee_says_whose_it_is(client, world):
    committee = a_committee(world.conference, "Section II", key="section-2")
    session = a_session(world.conference, number=3, label="section-2-3", committee=committee)
    floor.open_session(session, at=moment("1884-10-05T10:00"))
    assert "<h1><bdi>Section II: third session</bdi></h1>" in page(client, world, "section-2-3")
