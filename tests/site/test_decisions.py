"""Decisions, motions and votes."""

from __future__ import annotations

import pytest

from confapp.conferences.documents import adopt_rulebook
from confapp.floor import operations as floor
from confapp.voting import operations as voting
from confapp.voting.models import Choice, DecisionKind, MotionKind, VoteMethod, VoteResult
from tests.builders import a_conference, a_delegation, a_document, a_session, an_official, day, moment
from tests.site.reading_pages import links, part, words
from tests.site.worlds import World, a_world, approve

YES, NO, ABSTAIN = Choice.YES, Choice.NO, Choice.ABSTAIN


@pytest.fixture
def meridian(app):
    """Five nations in session under the rules of 1884; nothing is approved."""
    conference = a_conference("Meridian", slug="meridian", state="open", public=True, languages=["en"])
    adopt_rulebook(conference, name="Rules", preset="as-in-1884")
    world = World(conference, an_official("Rodgers"))
    names = ("Brazil", "France", "Russia", "Spain", "Turkey")
    world.delegations = [a_delegation(conference, name=name, key=name.lower()) for name in names]
    session = a_session(conference, number=6, label="6", held_on=day("1884-10-20"))
    floor.open_session(session, at=moment("1884-10-20T13:00"))
    world.sessions = [session]
    return world


def hold(world, *choices, label="v1", method=VoteMethod.ROLL_CALL, result=VoteResult.CARRIED, **facts):
    pairs = zip(world.delegations, choices, strict=False)
    ballots = [{"delegation": one, "choice": choice} for one, choice in pairs]
    facts = {"question": "Greenwich", "declared": moment("1884-10-20"), **facts}
    return voting.hold_vote(world.sessions[0], label=label, method=method, result=result, ballots=ballots, **facts)


def close(world):
    floor.adjourn_session(world.sessions[0], at=moment("1884-10-20T16:00"))
    approve(world)


def vote_page(client, label="v1") -> str:
    answer = client.get(f"/conferences/meridian/votes/{label}/")
    assert answer.status_code == 200
    return answer.text


def decisions(client) -> str:
    return client.get("/conferences/meridian/decisions/").text


def test_resolutions_come_first_then_motions_by_session(client):
    a_world(2)
    headings = [words(each) for each in decisions(client).split("<h2")[1:]]
    assert [each.split(">", 1)[1].split("  ")[0].strip()[:15] for each in headings][:1] == ["Resolutions 1-1"]
    assert part(decisions(client), 'class="rail contents"', "</nav>") == (
        "Contents Resolutions First session Second session"
    )


def test_decision_shows_text_vote_and_session(client, meridian):
    vote = hold(meridian, YES, YES, YES, NO, ABSTAIN)
    facts = {"session": meridian.sessions[0], "vote": vote, "number": "II", "text": "That *Greenwich* be it."}
    voting.take_decision(meridian.conference, label="r2", title="Greenwich", kind=DecisionKind.RESOLUTION, **facts)
    close(meridian)
    text = decisions(client)
    assert part(text, 'id="r2"', "</li>\n      </ul>").startswith(
        "II Greenwich That Greenwich be it. Ayes 3 · Noes 1 · Abstaining 1 20 October 1884 Sixth session"
    )
    assert "<em>Greenwich</em>" in text


def test_decision_without_figures_says_how_it_was_taken(client, meridian):
    facts = {"session": meridian.sessions[0], "manner": "by acclamation"}
    voting.take_decision(meridian.conference, label="d1", title="To thank", kind=DecisionKind.PROCEDURE, **facts)
    close(meridian)
    assert part(decisions(client), 'aria-labelledby="others"', "</section>") == (
        "Other decisions To thank by acclamation 20 October 1884 Sixth session"
    )


def test_nothing_is_shown_before_the_record_is_approved(client):
    a_world(approved=False)
    text = words(decisions(client))
    assert "Nothing is shown yet" in text
    assert [each for each in ("Resolved", "Question", "Mover") if each in text] == []
    assert client.get("/conferences/meridian/votes/v1-1/").status_code == 404


def test_vote_of_another_conference_is_not_found(client):
    a_world(slug="other")
    a_world()
    assert client.get("/conferences/meridian/votes/none/").status_code == 404


def test_motion_stands_with_its_mover_and_vote(client):
    a_world()
    assert part(decisions(client), '<ol class="moved">', "</ol>") == (
        "Draft resolution · m1-1 Question 1-1 pending Mover 1-1, Realm 1; seconded by Realm 1"
        " Vote v1-1 · roll call · Carried · 1–0–0"
    )


def test_vote_on_no_motion_stands_with_its_session(client, meridian):
    hold(meridian, method=VoteMethod.ACCLAMATION, question="Rodgers as President")
    close(meridian)
    assert part(decisions(client), '<ol class="moved">', "</ol>") == (
        "Rodgers as President Vote v1 · by acclamation · Carried"
    )


def test_vote_shows_who_voted_how_and_what_follows_from_it(client, meridian):
    hold(meridian, YES, YES, NO, ABSTAIN, Choice.ABSENT)
    close(meridian)
    text = vote_page(client)
    assert part(text, '<section aria-labelledby="counted"', "</section>").endswith(
        "Ayes 2 Brazil France Noes 1 Russia Abstaining 1 Spain Absent 1 Turkey"
    )
    assert (
        part(text, '<p class="derivation">', "</p>")
        == "2 of 3 votes for or against; more than half (2) needed: carried."
    )
    assert "Sixth session" in part(text, '<dl class="facts">', "</dl>")


def test_vote_shows_what_abstentions_would_do_on_other_bases(client, meridian):
    hold(meridian, YES, YES, NO, ABSTAIN, Choice.ABSENT)
    close(meridian)
    assert part(vote_page(client), '<table class="bases">', "</table>").endswith(
        "the votes for or against the rule here 3 2 yes the votes cast, abstentions included 4 3 no"
        " those present 4 3 no those entitled to vote 5 3 no"
    )


def test_vote_shows_each_printed_roll_with_what_does_not_fit(client, meridian):
    brazil, france, *_rest = meridian.delegations
    rows = [
        {"delegation": brazil, "choice": YES, "printed_name": "Brasil"},
        {"delegation": france, "choice": YES},
        {"delegation": france, "choice": ABSTAIN},
    ]
    roll = {"title": "Protocol", "announced_yes": 3, "announced_no": 0, "rows": rows}
    hold(meridian, YES, ABSTAIN, YES, printed_rolls=[roll])
    close(meridian)
    assert part(vote_page(client), 'aria-labelledby="printed"', "</section>") == (
        "As printed Protocol Announced: 3 ayes and 0 noes Yes, 2 Brasil [ Brazil ], France Abstained, 1 France"
        " Named twice: France. Missing: Russia. The names printed give 2–0–1, not what is announced."
        " The announced totals are not those of the count."
    )


def test_changed_vote_keeps_the_old_total_and_gives_the_new_one(client, meridian):
    vote = hold(meridian, YES, YES, YES, NO, NO)
    facts = {"authorized": "No objection.", "entered": moment("1884-11-01")}
    voting.supersede_ballot(vote.ballots[0], choice=NO, reason="Asks to change", **facts)
    close(meridian)
    text = vote_page(client)
    assert part(text, 'aria-labelledby="changes"', "</section>") == (
        "Changed afterwards 1 November 1884: Brazil changed from “Yes” to “No”: Asks to change (2–3–0)"
    )
    assert words(text).count("more than half (3) needed") == 2
    assert "As it stands now: 2 of 5 votes for or against; more than half (3) needed: lost." in words(text)


def test_declared_result_that_does_not_follow_is_said(client, meridian):
    hold(meridian, NO, NO, YES)
    close(meridian)
    assert "What was declared is not what the figures give by the rules." in words(vote_page(client))


def test_election_shows_names_with_their_votes(client, meridian):
    candidates = [
        {"name": "Kelvin", "announced_votes": 1},
        {"name": "Adams", "announced_votes": 2, "is_elected": True},
    ]
    facts = {"method": VoteMethod.SECRET_BALLOT, "result": VoteResult.ELECTED}
    voting.hold_vote(meridian.sessions[0], label="e1", question="A secretary", candidates=candidates, **facts)
    close(meridian)
    text = vote_page(client, "e1")
    assert part(text, '<table class="candidates">', "</table>").endswith("Adams 2 elected Kelvin 1")
    assert part(text, '<p class="derivation">', "</p>") == "3 valid votes; more than half (2) needed: Adams elected."


def test_votes_lead_to_each_other_in_their_order(client):
    a_world(2)
    around = links(vote_page(client, "v1-2"), 'class="neighbours"', "</nav>")
    assert around == ["/conferences/meridian/votes/v1-1/", "/conferences/meridian/votes/v2-1/"]


def test_vote_names_motion_mover_and_printed_document_only_if_public(client, meridian):
    draft = a_document(meridian.conference, "Draft act", key="act", state="draft")
    motion = voting.move_motion(
        meridian.sessions[0],
        label="m1",
        kind=MotionKind.RESOLUTION,
        summary="On Greenwich",
        mover=an_official("Rutherfurd"),
    )
    rows = [{"delegation": meridian.delegations[0], "choice": YES}]
    hold(meridian, YES, motion=motion, printed_rolls=[{"title": "Final Act", "document": draft, "rows": rows}])
    close(meridian)
    text = vote_page(client)
    assert "On the motion On Greenwich Rutherfurd" in part(text, '<dl class="facts">', "</dl>")
    assert "documents/act" not in text
