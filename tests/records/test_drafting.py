"""Drafting: a pure function whose paragraphs keep their names."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from confapp.floor.models import EntryKind, RollState
from confapp.programme.models import SessionState
from confapp.records.actors import Roll, Speaker
from confapp.records.drafting import draft
from confapp.records.matters import Item, Motion, MotionMention
from confapp.records.paragraphs import Paragraph, numbered, paragraph_id
from confapp.voting.models import MotionAct
from tests.records.samples import (
    BRANDT,
    ITEM_THREE,
    ITEM_TWO,
    ODER,
    PRESIDENT,
    ZERO,
    at,
    disputed,
    entries,
    entry,
    of,
    session,
    words,
)

EVERYTHING = entries()
some_entries = st.sets(st.integers(0, len(EVERYTHING) - 1)).map(
    lambda kept: tuple(one for place, one in enumerate(EVERYTHING) if place in kept)
)
languages = st.sampled_from(["en", "ru"])


def ids(material, language="en", **facts) -> list[str]:
    return [one.id for one in draft(material, language, **facts)]


def names_of(material) -> dict[str, list[str]]:
    """The names of each entry's own paragraphs."""
    found: dict[str, list[str]] = {}
    for one in draft(material, "en"):
        for uid in one.entries:
            found.setdefault(uid, []).append(one.id)
    return found


@given(some_entries, languages)
def test_drafting_twice_gives_the_same(kept, language):
    material = session(entries=kept)
    assert draft(material, language) == draft(material, language)


@given(some_entries)
def test_names_do_not_depend_on_the_language(kept):
    material = session(entries=kept)
    assert ids(material, "en") == ids(material, "ru")


@given(some_entries, st.integers(0, len(EVERYTHING) - 1))
def test_striking_an_entry_renames_nobody_elses_paragraphs(kept, place):
    struck = EVERYTHING[place]
    rest = tuple(one for one in kept if one != struck)
    before, after = names_of(session(entries=kept)), names_of(session(entries=rest))
    others = {uid for uid in after if uid in before} - {struck.uid, "opening", "closing"}
    # Two entries that were told together part when the first of them goes; then the second has its own name.
    assert all(set(after[uid]) <= set(before[uid]) | {f"s2.p{uid[1:]}"} for uid in others)


@given(some_entries)
def test_every_paragraph_has_a_name_of_its_own(kept):
    found = ids(session(entries=kept))
    assert len(set(found)) == len(found)


@given(some_entries, languages)
def test_frozen_paragraphs_are_read_back(kept, language):
    text = draft(session(entries=kept), language)
    assert [Paragraph.of(one) for one in numbered(text)] == text


def of_motion(position: int, kind: EntryKind, name, act: MotionAct):
    return entry(position, kind, motions=(MotionMention(Motion(name, of(BRANDT, ODER)), (act,)),))


def test_neighbours_about_one_motion_are_told_together():
    moved = of_motion(1, EntryKind.MOTION, ZERO, MotionAct.MOVED)
    gone = of_motion(2, EntryKind.WITHDRAWN, ZERO, MotionAct.WITHDRAWN)
    [told] = [one for one in draft(session(entries=(moved, gone)), "en") if "e1" in one.entries]
    assert (told.entries, told.text.rpartition(". ")[2]) == (("e1", "e2"), "The resolution was withdrawn.")


def test_neighbours_are_kept_apart_for_an_editor():
    moved = of_motion(1, EntryKind.MOTION, ZERO, MotionAct.MOVED)
    again = of_motion(2, EntryKind.RENEWED, ZERO, MotionAct.RENEWED)
    material = session(entries=(moved, again), state=SessionState.OPEN)
    assert [ids(material), ids(material, apart={"e2"})] == [
        ["s2.opening", "s2.p1"],
        ["s2.opening", "s2.p1", "s2.p2"],
    ]


def test_record_goes_by_items_where_everything_has_one():
    kinds = [one.kind for one in draft(session(), "en") if ".item." in one.id]
    assert kinds == ["heading", "heading"]


def test_item_among_entries_without_one_is_told_in_a_sentence():
    told = (
        entry(1, EntryKind.STATEMENT, speakers=(PRESIDENT,), item=ITEM_TWO),
        entry(2, EntryKind.STATEMENT, speakers=(PRESIDENT,)),
        entry(3, EntryKind.STATEMENT, speakers=(PRESIDENT,), item=ITEM_THREE),
    )
    text = {one.id: one.text for one in draft(session(entries=told), "en")}
    assert text["s2.item.3"] == "Item 3 of the agenda, *Correspondence*, was taken up."


def test_session_that_sits_has_no_end_yet():
    material = session(entries=(), state=SessionState.OPEN, adjourned=None)
    assert ids(material) == ["s2.opening"]


def test_opening_that_is_not_the_first_entry_stands_in_its_place():
    told = (
        entry(1, EntryKind.CEREMONY, text=words("The choir sang.")),
        entry(2, EntryKind.OPENED, occurred=at("10:00")),
    )
    text = [one.text for one in draft(session(entries=told, state=SessionState.OPEN), "en")]
    assert text == [
        "The second session was held on Tuesday, 14 June 1921 (Casino, Vevey).",
        "The choir sang.",
        "The session was opened at 10 a.m., with Mr. Anton Keller (Upper Rhine; President) in the chair.",
    ]


def test_opening_that_does_more_than_open_has_a_paragraph_of_its_own():
    opened = replace(EVERYTHING[0], roll=Roll(1, RollState.NOT_TAKEN))
    assert ids(session(entries=(opened,), state=SessionState.OPEN)) == ["s2.opening", "s2.p1", "s2.p1.roll"]


def test_rolls_outside_the_log_follow_the_opening():
    material = session(entries=(), rolls=(Roll(1, RollState.NOT_TAKEN), Roll(2, RollState.NOT_TAKEN)))
    assert ids(material) == ["s2.opening", "s2.roll", "s2.roll.2", "s2.closing"]


def test_letters_without_an_entry_stand_before_the_end():
    closing = entry(99, EntryKind.ADJOURNED, occurred=at("17:00"))
    material = disputed()
    with_end = replace(material, entries=(*material.entries, closing))
    assert (ids(material)[-2:], ids(with_end)[-2:]) == (["s4.letters", "s4.closing"], ["s4.letters", "s4.p99"])


def test_text_of_several_paragraphs_becomes_several():
    told = entry(1, EntryKind.NOTE, text=words("One.\n\nTwo,\nstill two.\n\nThree."))
    text = [(one.id, one.text) for one in draft(session(entries=(told,), state=SessionState.OPEN), "en")][1:]
    assert text == [("s2.p1", "One."), ("s2.p1.2", "Two, still two."), ("s2.p1.3", "Three.")]


def test_content_in_another_language_is_marked():
    told = entry(1, EntryKind.STATEMENT, speakers=(Speaker(BRANDT, ODER),), text=words("on the tables"))
    [one] = [one for one in draft(session(entries=(told,)), "ru") if one.id == "s2.p1"]
    [[start, end, language]] = one.data["languages"]
    assert (one.text[start:end], language) == ("on the tables", "en")


def test_names_of_people_and_titles_are_no_markup():
    item = Item("1", "1", words("Gauges_of *stone* [old]"))
    told = entry(1, EntryKind.STATEMENT, speakers=(PRESIDENT,), item=item)
    text = {one.id: one.text for one in draft(session(entries=(told,)), "en")}
    assert text["s2.item.1"] == "Item 1. Gauges_of \\*stone\\* \\[old\\]"


def test_label_that_the_format_does_not_take_is_made_fit():
    assert paragraph_id("раздел 2/3", "p1") == "s-2-3.p1"


def test_refs_name_everything_once():
    [told] = [one for one in draft(session(), "en") if one.id == "s2.p4"]
    assert [(one["kind"], one["id"]) for one in told.refs] == [
        ("motion", "m02-01"),
        ("official", "brandt"),
        ("delegation", "oder"),
        ("official", "weiss"),
        ("delegation", "elbe"),
        ("agenda_item", "2"),
    ]


def test_numbers_in_the_margin_pass_over_headings():
    frozen = numbered(draft(session(), "en"))
    counted = [one["number"] for one in frozen if one["kind"] != "heading"]
    assert (counted, [one.get("number") for one in frozen if one["kind"] == "heading"]) == (
        list(range(1, len(counted) + 1)),
        [None, None],
    )
