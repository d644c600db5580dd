"""Participants and committees in an edition."""

from __future__ import annotations

from confapp.committees import operations as committees
from confapp.committees.models import CommitteeKind
from confapp.officials import operations as officials
from confapp.participation import operations as participation
from confapp.participation.models import DelegateRole, DelegationCategory
from tests import builders
from tests.builders import day, moment
from tests.proceedings.compiling import lines, section

# participants


def test_participants_are_not_shown_before_the_list_is_issued(conference, delegations):
    assert section(conference, "participants") is None


def test_list_goes_by_category_and_alphabet_with_heads_first(conference, delegations):
    observer = builders.a_delegation(conference, name="Academy", category=DelegationCategory.OBSERVER, is_voting=False)
    participation.name_delegate(observer, builders.an_official("Eva Berg"), title="Secretary")
    participation.name_delegate(
        delegations[0].row, builders.an_official("Pedro Lima"), role=DelegateRole.HEAD, term_start=moment("1884-10-02")
    )
    participation.invite_guest(conference, builders.an_official("Simon Newcomb"), capacity="Astronomer")
    participation.issue_participants(conference)
    assert lines(conference, "participants") == [
        "Members",
        "**Brazil**\nPedro Lima (from 2 October 1884)\nMr. Luiz Cruls",
        "**France**\nMr. Jules Janssen",
        "**Japan**\nMr. Dairoku Kikuchi",
        "Observers",
        "**Academy**\nEva Berg, Secretary",
        "Guests",
        "Simon Newcomb, Astronomer",
    ]


def test_officers_stand_first_with_their_terms(conference):
    president = officials.create_office(conference, title="President", is_presiding=True)
    officials.create_office(conference, title="Vice-President", rank=1)
    clerk = officials.create_office(conference, title="Acting clerk", rank=2)
    start, end = moment("1884-10-01"), moment("1884-10-20")
    officials.appoint(builders.an_official("Ada North"), president, term_start=start, term_end=end)
    officials.appoint(builders.an_official("Eva Berg"), president, term_start=end, is_acting=True)
    officials.appoint(builders.an_official("Pia Holm"), clerk, term_end=end, is_acting=True, responsibility="letters")
    assert lines(conference, "participants") == [
        "Officers of the Conference",
        "President: Ada North (1–20 October 1884)\nActing President: Eva Berg (from 20 October 1884)",
        "Vice-President: not filled",
        "Acting clerk: Pia Holm (until 20 October 1884; letters)",
    ]


# committees


def test_committee_with_its_work(conference):
    committee = builders.a_committee(
        conference,
        mandate="prepare everything",
        set_up_by="the Conference",
        set_up_on=day("1884-10-01"),
        period_start=day("1884-10-02"),
        period_end=day("1884-10-20"),
    )
    member = builders.an_official("Ada North")
    committees.appoint_member(committee, member, title="Chair", responsibility="letters")
    committees.hold_meeting(committee, met=moment("1884-10-03"), place="Library", summary="Letters were read.")
    committees.submit_report(
        committee,
        report="All is ready.",
        report_dated=day("1884-10-18"),
        report_presented=moment("1884-10-20"),
        rapporteur=member,
        outcome="accepted",
    )
    assert lines(conference, "committees") == [
        "Preparatory Committee",
        (
            "Preparatory committee. Set up: the Conference, 1 October 1884. Mandate: prepare everything. "
            "Period of work: 2–20 October 1884."
        ),
        "Ada North, Chair (letters)",
        "Meeting 1 (3 October 1884; Library): Letters were read.",
        "Report: dated 18 October 1884, presented 20 October 1884, Ada North. Outcome: accepted.",
        "“All is ready.”",
    ]


def test_committee_of_which_only_the_name_and_a_member_are_known(conference):
    committee = builders.a_committee(conference, "Committee on hours", kind=CommitteeKind.OTHER)
    committees.appoint_member(committee, builders.an_official("Ada North"))
    assert lines(conference, "committees") == ["Committee on hours", "Ada North, Member"]
