"""The log of a session at the desk: the session opens, the roll is called, votes are entered and changed."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from confapp.floor.models import LogEntry, Presence
from confapp.permissions import Role
from confapp.programme.models import Session
from confapp.voting.models import Ballot, Decision, Motion, PrintedRoll, Ruling, Vote
from tests.builders import a_conference, a_delegation, a_letter, a_session, an_official, an_organization


@pytest.fixture
def here(db_session):
    conference = a_conference("Congress", state="open", zone="UTC")
    a_session(conference)
    db_session.flush()
    return conference


@pytest.fixture
def delegations(here, db_session):
    found = [a_delegation(here, an_organization(name)) for name in ("Union", "League", "Society")]
    db_session.flush()
    return found


@pytest.fixture
def log(here):
    return f"/manage/conferences/{here.slug}/sessions/1/log"


@pytest.fixture
def browser(signed_in_as, here):
    return signed_in_as(Role.SECRETARY, here)


@pytest.fixture
def opened(browser, log):
    browser.post(f"{log}/open/", data={"at": "2 October 1884, 10:00"})
    return browser


def grid(delegations, *choices):
    return {f"ballot-{one.id}": choice for one, choice in zip(delegations, choices, strict=True)}


def a_vote_in(opened, log, delegations, **data):
    sent = {"question": "Shall we?", "method": "roll_call", "result": "carried"}
    return opened.post(f"{log}/vote/", data={**sent, **grid(delegations, "yes", "yes", "no"), **data})


def test_a_session_opens_at_a_stated_time(opened, db_session):
    session = db_session.scalars(sa.select(Session)).one()
    assert (session.state, str(session.opened)) == ("open", "1884-10-02T10:00")


def test_a_session_goes_through_its_life(opened, log, db_session):
    for step in ("suspend", "resume", "adjourn"):
        assert opened.post(f"{log}/{step}/", data={}).status_code == 302
    kinds = db_session.scalars(sa.select(LogEntry.kind).order_by(LogEntry.position)).all()
    assert kinds == ["opened", "suspended", "resumed", "adjourned"]


def test_what_follows_from_nothing_is_refused(browser, log):
    assert browser.post(f"{log}/resume/", data={}).status_code == 422


def test_the_roll_is_all_present_by_default(opened, log, delegations):
    page = opened.get(f"{log}/roll/").text
    assert page.count('value="present" checked') == 3


def test_the_roll_keeps_who_was_absent(opened, log, delegations, db_session):
    names = dict(zip([f"presence-{one.id}" for one in delegations], ("present", "absent", "excused"), strict=True))
    opened.post(f"{log}/roll/", data={"state": "taken", **names})
    found = db_session.scalars(sa.select(Presence.status).order_by(Presence.position)).all()
    assert found == ["present", "absent", "excused"]


def test_a_statement_stands_in_the_log(opened, log, db_session):
    one = an_official("A. Able")
    db_session.flush()
    opened.post(f"{log}/note/", data={"kind": "statement", "text": "On time.", "speakers": [str(one.id)]})
    page = opened.get(f"{log}/").text
    assert ("A. Able" in page, "On time." in page) == (True, True)


def test_a_letter_is_presented(opened, log, here, db_session):
    a_letter(here, sender_name="Citizens of Odessa")
    opened.post(f"{log}/letter/", data={"letter": "1", "form": "read"})
    assert db_session.scalar(sa.select(LogEntry).filter_by(kind="letter_presented")).presentation_id is not None


def test_a_motion_has_mover_and_seconders(opened, log, db_session):
    one, other = an_official("A. Able"), an_official("B. Baker")
    db_session.flush()
    data = {"kind": "procedural", "summary": "To meet at ten", "mover": str(one.id), "seconders": [str(other.id)]}
    assert opened.post(f"{log}/motion/", data=data).status_code == 302
    motion = db_session.scalars(sa.select(Motion)).one()
    assert (motion.mover_id, "m01-01: To meet at ten" in opened.get(f"{log}/").text) == (one.id, True)


def test_a_roll_call_is_counted_beside_what_was_announced(opened, log, delegations):
    a_vote_in(opened, log, delegations, yes="3", no="0")
    page = opened.get(f"{log}/").text
    assert ("counted 2 to 1, 0 abstained" in page, "announced 3 to 0" in page) == (True, True)


def test_a_vote_settles_its_motion(opened, log, delegations, db_session):
    opened.post(f"{log}/motion/", data={"kind": "procedural", "summary": "To meet at ten"})
    a_vote_in(opened, log, delegations, motion="m01-01", settles="y")
    assert db_session.scalars(sa.select(Motion.state)).all() == ["carried"]


def test_a_show_of_hands_has_totals_alone(opened, log, db_session):
    data = {"question": "Shall we?", "method": "show_of_hands", "result": "carried", "yes": "20", "no": "3"}
    opened.post(f"{log}/vote/", data=data)
    assert db_session.scalars(sa.select(PrintedRoll.announced_yes)).all() == [20]


def test_a_consensus_has_no_figures(opened, log, db_session):
    data = {"question": "Shall we?", "method": "consensus", "result": "carried"}
    assert opened.post(f"{log}/vote/", data={**data, "yes": "3"}).status_code == 422
    assert opened.post(f"{log}/vote/", data=data).status_code == 302
    assert db_session.scalars(sa.select(Vote.method)).all() == ["consensus"]


def test_a_refused_vote_keeps_its_grid_and_leaves_no_entry(opened, log, delegations, db_session):
    response = a_vote_in(opened, log, delegations, question="")
    assert (response.status_code, response.text.count(" checked>")) == (422, 3)
    assert db_session.scalar(sa.select(LogEntry.id).filter_by(kind="vote")) is None


def test_a_changed_vote_stands_beside_the_first(opened, log, delegations, db_session):
    a_vote_in(opened, log, delegations)
    data = {"vote": "v01-01", "delegation": delegations[2].key, "choice": "yes", "reason": "Misheard"}
    assert opened.post(f"{log}/change/", data=data).status_code == 302
    choices = db_session.scalars(
        sa.select(Ballot.choice).filter_by(delegation_id=delegations[2].id).order_by(Ballot.id)
    ).all()
    assert choices == ["no", "yes"]


def test_a_ruling_is_appealed_against(opened, log, db_session):
    opened.post(f"{log}/ruling/", data={"text": "Out of order."})
    opened.post(f"{log}/appeal/", data={"ruling": "r01-01", "summary": "Against it"})
    assert db_session.scalars(sa.select(Ruling)).one().appeal_id is not None


def test_a_decision_follows_from_its_vote(opened, log, delegations, db_session):
    a_vote_in(opened, log, delegations)
    opened.post(f"{log}/decision/", data={"title": "To meet at ten", "kind": "decision", "vote": "v01-01"})
    assert db_session.scalars(sa.select(Decision)).one().vote_id is not None


def test_a_struck_entry_stays_with_its_reason(opened, log):
    opened.post(f"{log}/note/", data={"kind": "note", "text": "Rain."})
    opened.post(f"{log}/2/strike/", data={"reason": "It was snow"})
    page = opened.get(f"{log}/").text
    assert ("<del>" in page, "struck: It was snow" in page) == (True, True)


@pytest.mark.parametrize(
    "page", ["", "open/", "suspend/", "resume/", "adjourn/", "roll/", "note/", "letter/", "1/strike/"]
)
def test_pages_of_the_log_answer(opened, log, here, page):
    a_letter(here)
    assert opened.get(f"{log}/{page}").status_code == 200


@pytest.mark.parametrize("page", ["motion/", "vote/", "change/", "ruling/", "appeal/", "decision/"])
def test_pages_of_acts_answer(opened, log, delegations, page):
    assert opened.get(f"{log}/{page}").status_code == 200


def test_a_reader_does_not_read_the_log(signed_in_as, here, log):
    assert signed_in_as(Role.READER, here).get(f"{log}/").status_code == 403


def test_strangers_are_asked_to_sign_in(client, log):
    assert client.get(f"{log}/").location.startswith("/sign-in/")
