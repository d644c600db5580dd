"""Rules of procedure at the desk: adopted as a preset has them, or rule by rule."""

from __future__ import annotations

import pytest

from confapp.conferences import documents, queries
from confapp.conferences.explaining import explained
from confapp.conferences.forms.rules import RulesForm, filled
from confapp.conferences.rules import RulesError
from confapp.conferences.rules_data import PRESETS, preset, read_rules
from confapp.permissions import Role
from tests.builders import a_conference

WRITTEN = {
    "name": "Rules of the Congress",
    "unit": "delegation",
    "weighted_by": "",
    "opening_direction": "at_least",
    "opening_share": "1/3",
    "deciding_direction": "more_than",
    "deciding_share": "1/2",
    "quorum_check": "each_vote",
    "majority_1_name": "Simple",
    "majority_1_direction": "more_than",
    "majority_1_share": "1/2",
    "majority_1_base": "present_and_voting",
    "majority_2_name": "Two thirds",
    "majority_2_direction": "at_least",
    "majority_2_share": "2/3",
    "majority_2_base": "votes_cast",
    "tie": "rejected",
    "chair": "never",
    "roll_order": "alphabetical",
    "vote_changes": "never",
    "agenda_additions": "Two thirds",
    "proxies": "none",
    **{f"majority_{row}_direction": "more_than" for row in range(3, 7)},
    **{f"majority_{row}_base": "present_and_voting" for row in range(3, 7)},
}


@pytest.fixture
def conference(app, db_session):
    return a_conference("Congress")


@pytest.fixture
def organizer(signed_in_as, conference):
    return signed_in_as(Role.ORGANIZER, conference)


def at(conference, page: str = "") -> str:
    return f"/manage/conferences/{conference.slug}/rules/{page}"


def test_without_rules_the_page_leads_on(organizer, conference):
    assert f'href="{at(conference, "preset/")}"' in organizer.get(at(conference)).text


def test_a_preset_is_adopted_under_its_own_name(organizer, conference):
    organizer.post(at(conference, "preset/"), data={"preset": "as-in-1884", "adopted": "2 October 1884"})
    rulebook = queries.rulebook_in_force(conference)
    assert (rulebook.number, rulebook.name, str(rulebook.adopted)) == (1, "As in 1884", "1884-10-02")


def test_rules_are_written_rule_by_rule(organizer, conference):
    organizer.post(at(conference, "new/"), data=WRITTEN)
    rules = queries.rulebook_in_force(conference).rules
    assert rules["majorities"] == {
        "simple": {"more_than": "1/2", "of": "present_and_voting"},
        "two_thirds": {"at_least": "2/3", "of": "votes_cast"},
    }
    assert (rules["ordinary"], rules["agenda_additions"]) == ("simple", "two_thirds")
    assert (rules["quorum_to_open"], rules["quorum_to_decide"]) == ({"at_least": "1/3"}, {"more_than": "1/2"})


def test_a_quorum_can_be_a_number(organizer, conference):
    organizer.post(at(conference, "new/"), data=WRITTEN | {"opening_share": "12"})
    assert queries.rulebook_in_force(conference).rules["quorum_to_open"] == {"number": 12}


def test_a_new_version_leaves_the_old_one(organizer, conference):
    documents.adopt_rulebook(conference, name="Old rules", preset="as-in-1884")
    organizer.post(at(conference, "new/"), data=WRITTEN)
    assert [(one.number, one.name) for one in queries.rulebooks(conference)] == [
        (2, "Rules of the Congress"),
        (1, "Old rules"),
    ]
    assert "Old rules" in organizer.get(at(conference, "1/")).text


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ({"majority_1_share": "half"}, "majority_1_share"),
        ({"majority_1_share": "3/2"}, "majority_1_share"),
        ({"majority_1_name": "", "majority_2_name": ""}, "majority_1_share"),
        ({"opening_share": "many"}, "opening_share"),
        ({"agenda_additions": "Nearly all"}, "agenda_additions"),
        ({"tie": "second_vote"}, "second_vote_hours"),
        ({"unit": "weighted"}, "weighted_by"),
    ],
)
def test_an_error_stands_beside_its_rule(organizer, conference, typed, place):
    answer = organizer.post(at(conference, "new/"), data=WRITTEN | typed)
    assert (answer.status_code, f'id="{place}-error"' in answer.text) == (422, True)


def test_what_was_typed_is_kept(organizer, conference):
    answer = organizer.post(at(conference, "new/"), data=WRITTEN | {"majority_2_share": "nearly"})
    assert ('value="nearly"' in answer.text, queries.rulebook_in_force(conference)) == (True, None)


@pytest.mark.parametrize("key", PRESETS)
def test_every_preset_survives_its_form(app, key):
    with app.test_request_context():
        form = RulesForm(data=filled(preset(key)))
        assert read_rules(form.rules()) == preset(key)


@pytest.mark.parametrize("key", PRESETS)
def test_every_preset_is_explained(app, key):
    assert all(rule.how for rule in explained(preset(key)))


def test_weights_and_second_votes_are_explained(app):
    data = {
        "unit": "weighted",
        "weighted_by": "both",
        "majorities": {"all": {"at_least": "1/1", "of": "present"}},
        "ordinary": "all",
        "quorum_to_open": {"number": 3},
        "tie": "second_vote",
        "second_vote_hours": 48,
        "correction_days": 7,
    }
    told = dict(explained(read_rules(data)))
    assert told["Equal votes"] == "A second vote is held; if equal again, it is rejected. Within 48 hours"
    assert (told["To open"], told["Correcting a record"]) == (
        "3 must be present",
        "Within 7 days after it was circulated",
    )
    assert told["Majority “All”"] == "All of those present. It holds where a vote names no other"


def test_rules_error_names_its_field(app):
    with pytest.raises(RulesError) as refusal:
        read_rules({"unit": "shouting"})
    assert refusal.value.field == "majorities"


@pytest.mark.parametrize("page", ["preset/", "new/"])
def test_readers_adopt_nothing(signed_in_as, conference, page):
    assert signed_in_as(Role.READER, conference).get(at(conference, page)).status_code == 403


def test_a_version_that_is_not_there_is_not_found(organizer, conference):
    assert organizer.get(at(conference, "9/")).status_code == 404
