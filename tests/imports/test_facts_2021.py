"""Every fact of the source file of 2021 is in the case of the package. `inconsistencies` do not travel."""

from __future__ import annotations

import re

import pytest

KINDS = {
    "letters": "letter_presented",
    "opening remarks": "opened",
    "discussion": "debate",
    "status": "note",
}


@pytest.fixture
def facts(facts_2021):
    return facts_2021


@pytest.fixture
def case(organizing):
    return organizing.case


def by_id(entries):
    return {entry["id"]: entry for entry in entries}


def words(text) -> set[str]:
    return set(re.findall(r"\w{3,}", str(text).lower()))


def printed(entry) -> set[str]:
    return {remark["value"] for remark in entry.get("remarks", ()) if remark.get("status") == "printed"}


def not_stated(entry) -> set[str]:
    return {remark["field"] for remark in entry.get("remarks", ()) if remark.get("status") == "not_stated"}


def places(stated) -> list[str]:
    return stated if isinstance(stated, list) else [stated]


def test_what_there_is_of_everything(case):
    assert {key: len(value) for key, value in case.items() if isinstance(value, list)} == {
        "organizations": 2,
        "officials": 4,
        "offices": 2,
        "appointments": 4,
        "committees": 1,
        "sessions": 1,
        "agendas": 1,
        "letters": 3,
        "votes": 1,
        "decisions": 2,
    }


def test_the_conference(facts, case):
    stated, conference = facts["conference"], case["conference"]
    assert (conference["name"], conference["ordinal"], conference["format"]) == (
        stated["name"],
        stated["ordinal"],
        stated["format"],
    )
    names = {conference["name"], *(one["name"] for one in conference["names"])}
    assert set(stated["name_variants"]) == names
    assert set(stated["ordinal_printed"]) | {stated["announced"]["dual"]} == printed(conference)
    assert (conference["announced_on"], conference["state"]) == (stated["announced"]["date"], stated["status"])
    assert words(stated["kind_of_gathering"]) == words(conference["description"])
    assert {"opened", "closed"} <= not_stated(conference)
    assert conference["source"] == stated["source"]
    assert facts["organizations"][0]["previous_event"]["name"] == conference["preceded_by"]


def test_its_occasions_with_the_events_that_they_count_from(facts, case):
    occasions = case["conference"]["occasions"]
    assert [words(one["name"]) for one in occasions] == [words(one["name"]) for one in facts["conference"]["occasion"]]
    assert [(one.get("anniversary"), one.get("base_date")) for one in occasions] == [
        (None, None),
        (10, "2011-12"),
        (1, "2020-02-05"),
    ]
    assert not_stated(occasions[0]) == {"occurs_on"}
    assert words(facts["conference"]["occasion"][0]["meaning"]) == words(occasions[0]["meaning"])


def test_the_second_calendar_as_it_is_printed(facts, case):
    assert case["conference"]["calendar"] == "juche"
    group = case["organizations"][0]
    seen = printed(case["conference"]) | {value for event in group["events"] for value in printed(event)}
    assert {one["printed"] for one in facts["calendars"]["renderings"]} <= seen


def test_the_group_with_its_names_and_events(facts, case):
    stated, group = facts["organizations"][0], case["organizations"][0]
    names = {group["name"], group["short_name"], *(one["name"] for one in group["names"])}
    assert set(stated["name_variants"]) == names
    events = {event["kind"]: event for event in group["events"]}
    assert (events["began_work"]["occurred_on"], events["began_work"]["place"]) == (
        stated["began_work"]["date"],
        stated["began_work"]["place"],
    )
    assert stated["began_work"]["as"] in events["began_work"]["text"]
    assert events["reorganized"]["occurred_on"] == stated["reorganized"]["date"]
    assert words(stated["reorganized"]["into"]) | words(stated["reorganized"]["timed_to"]) <= words(
        events["reorganized"]["text"]
    )
    assert events["congress"]["text"] == stated["previous_event"]["name"]
    assert stated["formation_day"]["month_day"] in [one.get("value") for one in events["formation_day"]["remarks"]]
    for kind, key in (("began_work", "began_work"), ("reorganized", "reorganized"), ("formation_day", "formation_day")):
        assert events[kind]["source"] == places(stated[key]["source"])


def test_who_is_friendly_and_not_named(facts, case):
    friends = by_id(case["organizations"])["friendly-organizations"]
    assert (friends["kind"], not_stated(friends)) == ("partner", {"name"})
    assert words(facts["organizations"][1]["note"]) - {"none"} <= words(f"{friends['description']} named and")


def test_every_body(facts, case):
    organs = by_id(case["organizations"][0]["organs"])
    coordinating, executive, preparing = facts["bodies"]
    names = [coordinating["name"], *coordinating["name_variants"]]
    organ = organs[coordinating["id"]]
    assert [organ["name"], *(one["name"] for one in organ["names"])] == names
    organ = organs[executive["id"]]
    assert (organ["name"], organ["territory"], organ["founded_on"]) == (
        executive["name"],
        executive["territory"],
        "2020",
    )
    assert printed(organ) == {executive["formed"]["printed"]}
    committee = by_id(case["committees"])[preparing["id"]]
    assert (committee["name"], committee["kind"]) == (preparing["name"], "preparatory")
    assert set(preparing["source"]) == set(committee["source"])


def test_the_period_of_work(facts, case):
    stated, (committee,) = facts["preparatory_committee_period"], case["committees"]
    assert (committee["period_start"], committee["period_end"]) == (stated["from"], stated["to"])
    assert "year is not printed" in committee["remarks"][0]["text"]


def test_every_official_and_post(facts, case):
    officials = by_id(case["officials"])
    titles = {office["id"]: office["title"] for office in case["offices"]}
    held = [
        (
            one["official"],
            titles[one["office"]],
            one.get("responsibility"),
            one.get("territory"),
            one.get("appointed_by"),
        )
        for one in case["appointments"]
    ]
    held += [
        (one["official"], one["title"], None, None, one["appointed_by"])
        for committee in case["committees"]
        for one in committee["members"]
    ]
    for stated in facts["officials"]:
        official = officials[stated["id"]]
        assert (official["name"], official.get("honorific")) == (stated["name"], stated.get("honorific"))
        for post in stated["posts"]:
            key = (stated["id"], post["post"], post.get("for"), post.get("territory"), post.get("appointed_by"))
            assert key in held
    bodiless = [one for one in case["appointments"] if "body" in not_stated(one)]
    assert [one["official"] for one in bodiless] == ["li-jizheng", "abzianidze", "abzianidze"]
    assert words(facts["officials"][2]["note"]) <= words(officials["abzianidze"]["remarks"][0]["text"])
    assert officials["kim-jong-il"]["died_on"] == "2011"


def test_everything_that_happened_in_order(facts, case):
    stated, (session,) = facts["sessions"][0], case["sessions"]
    assert (session["title"], not_stated(session)) == (stated["title"], {"held_on"})
    at = -1
    for item in stated["items"]:
        kind = KINDS.get(item["kind"], item["kind"])
        at = next(
            place
            for place in range(at + 1, len(session["log"]))
            if session["log"][place]["kind"] == kind and session["log"][place]["source"] == [item["source"]]
        )
        entry = session["log"][at]
        named = [one.get("official") for one in entry.get("by", ())]
        body = item.get("by") == "dprk-isg-prep"
        assert body or item.get("by") in [None, *named]
        assert set(item.get("persons", ())) <= set(named)
        assert item.get("date") == entry.get("at")


def test_the_agenda_that_was_approved_and_never_listed(case):
    (agenda,) = case["agendas"]
    assert (agenda["adopted_in"], "items" in agenda, not_stated(agenda)) == ("1", False, {"items", "adopted"})
    (vote,) = case["votes"]
    assert (vote["method"], vote["result"], not_stated(vote)) == ("not_stated", "carried", {"method", "ballots"})


def test_every_letter(facts, case):
    assert [letter["source"] for letter in case["letters"]] == [[one["source"]] for one in facts["letters"]]
    for stated, letter in zip(facts["letters"], case["letters"], strict=True):
        assert letter["sender_name"] in stated["from"]
        assert {"sender_name", "items"} <= not_stated(letter)
        assert stated["kind"] in {letter["kind"], *printed(letter)}


def test_where_it_was_published(facts, case):
    stated, source = facts["publication"], case["sources"]["SEED"]
    assert (source["title"], case["conference"]["category"], case["conference"]["tags"]) == (
        stated["title"],
        stated["category"],
        stated["tags"],
    )
    assert all(str(part) in source["note"] for part in (stated["views"], stated["added_by"], stated["category"]))
    assert facts["case"]["source"]["licence"].lower() == source["rights"].lower()


def test_inconsistencies_do_not_travel(facts, organizing):
    told = str(organizing.canonical)
    assert [one["app_check"] for one in facts["inconsistencies"] if one["app_check"] in told] == []
