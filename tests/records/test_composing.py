"""Editors' paragraphs in a drafted record."""

from __future__ import annotations

from confapp.records.composing import compose, orphans
from confapp.records.models import Overlay, OverlayPlace
from tests.records.samples import session

BEFORE, AFTER, INSTEAD = OverlayPlace.BEFORE, OverlayPlace.AFTER, OverlayPlace.INSTEAD


def overlay(position: int, anchor: str | None, text: str, place: OverlayPlace = AFTER) -> Overlay:
    return Overlay(uid=f"o{position}", position=position, anchor=anchor, text=text, place=place)


def composed(*overlays: Overlay, **facts) -> list[str]:
    return [one.text.partition("\n")[0] for one in compose(session(**facts), "en", overlays)]


def ids(*overlays: Overlay) -> list[str]:
    return [one.id for one in compose(session(), "en", overlays)]


def around(text: list[str], wanted: str) -> list[str]:
    place = text.index(wanted)
    return text[place - 1 : place + 2]


def test_several_stand_around_one_entry_in_their_order():
    before = [overlay(at, "e11", text, BEFORE) for at, text in ((1, "B1"), (4, "B2"))]
    after = [overlay(at, "e11", text) for at, text in ((2, "A1"), (3, "A2"))]
    text = composed(*after, *before)
    start = text.index("B1")
    assert text[start : start + 5] == ["B1", "B2", "The session was suspended at noon.", "A1", "A2"]


def test_one_stands_instead_of_the_prose_of_its_entry():
    assert "The session was suspended at noon." not in composed(overlay(1, "e11", "They went to eat.", INSTEAD))


def test_what_was_voted_and_quoted_stays_when_prose_is_replaced():
    kept = [one for one in ids(overlay(1, "e4", "Dr. Brandt moved.", INSTEAD)) if one.startswith("s2.p4")]
    assert kept == ["s2.p4.text.m02-01"]


def test_one_stands_instead_of_an_entry_that_would_be_told_with_another():
    text = composed(overlay(1, "e17", "All went home.", INSTEAD))
    assert around(text, "All went home.")[0].endswith("the motion to adjourn was carried.")


def test_one_without_an_anchor_stands_at_the_end():
    assert composed(overlay(1, None, "Finis."))[-1] == "Finis."


def test_opening_and_closing_can_be_anchors():
    text = composed(overlay(1, "opening", "Bells rang.", BEFORE), overlay(2, "closing", "Lamps out."), entries=())
    assert (text[0], text[-1]) == ("Bells rang.", "Lamps out.")


def test_orphan_goes_to_the_end_behind_a_note():
    told = compose(session(), "en", [overlay(1, "gone", "Where am I?")])
    assert ([one.text for one in told[-2:]], len(orphans(told))) == (
        [
            (
                "For the editor: the log entry beside which the next paragraph stood has been struck. "
                "Give the paragraph another place, or take it out."
            ),
            "Where am I?",
        ],
        1,
    )


def test_nobody_elses_paragraph_is_renamed():
    plain = ids()
    assert [one for one in ids(overlay(1, "e3", "A"), overlay(2, "e7", "B", INSTEAD)) if one in plain] == [
        one for one in plain if one != "s2.p7"
    ]


def test_paragraphs_of_one_text_have_names_of_their_own():
    added = [one for one in ids(overlay(1, "e3", "One.\n\nTwo.")) if one not in ids()]
    assert (len(set(added)), added[1]) == (2, f"{added[0]}.2")


def test_name_comes_from_the_overlay_and_not_from_its_place():
    here, there = ids(overlay(1, "e3", "A")), ids(overlay(1, "e7", "A"))
    assert set(here) == set(there)
