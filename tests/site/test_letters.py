"""The register of letters: what is shown, chosen and sorted by the address alone."""

from __future__ import annotations

import pytest

from confapp.letters import operations as letters
from confapp.letters.models import LetterKind, PresentationForm
from tests.builders import a_committee, a_conference, a_letter, a_session, an_official, an_organization, day, moment
from tests.site.reading_pages import links, part, words


@pytest.fixture
def conference(app):
    return a_conference("Meridian", slug="meridian", state="open", public=True, languages=["en"])


def accepted(conference, sender="Knorr", **facts):
    letter = a_letter(conference, sender_name=sender, **{"received": moment("1884-10-01"), **facts})
    letters.accept_letter(letter)
    return letter


def register(client, query="") -> str:
    answer = client.get(f"/conferences/meridian/letters/{query}")
    assert answer.status_code == 200
    return answer.text


def senders(client, query="") -> list[str]:
    return [words(each.split("</h2>")[0]) for each in register(client, query).split("<h2>")[1:]]


def test_letter_is_hidden_before_it_is_accepted_and_where_its_sender_wishes(client, conference):
    a_letter(conference, sender_name="Received")
    letters.decline_letter(a_letter(conference, sender_name="Declined"), reason="Abusive.")
    accepted(conference, "Private", is_public=False)
    assert senders(client) == []
    accepted(conference, "Shown")
    assert senders(client, "?order=number") == ["Shown"]


def test_register_without_letters_says_what_would_fill_it(client, conference):
    assert "No letter is public yet." in words(register(client))


def test_entry_tells_all_that_is_known_of_a_letter(client, conference):
    committee = a_committee(conference, "Committee on communications", key="communications")
    letter = accepted(
        conference,
        "E. R. Knorr",
        subject="Longitude westward",
        printed_number="9",
        place="Washington",
        written_on=day("1884-10"),
        written_in="de",
        via="Mr. Hunter",
        signatory="Knorr",
        capacity="Chartmaker",
        items=2,
        enclosures=1,
        disposition="Action *already* taken.",
        referred_to=committee,
        text="Sehr geehrte Herren",
    )
    session = a_session(conference, number=6, label="6")
    chair = an_official("Adams", honorific="Prof.")
    letters.present_letter(letter, session, form=PresentationForm.REPORTED, presented_by=chair)
    text = register(client)
    assert part(text, 'id="letter-1"', "</li>\n</ol>") == (
        "1 E. R. Knorr Communication · printed as number 9 Longitude westward Signed Knorr, Chartmaker"
        " Written Washington, October 1884 Language German Received 1 October 1884 Through Mr. Hunter"
        " Pieces 2 letters and enclosures: 1 Referred to Committee on communications"
        " Before the conference Sixth session: reported on by Prof. Adams What was done Action already taken."
        " Text of the letter Sehr geehrte Herren Knorr Chartmaker"
    )
    assert 'lang="de" dir="auto"' in text


def test_sender_leads_to_the_organization(client, conference):
    body = an_organization("Society of Geography", slug="society")
    accepted(conference, None, sender_organization=body)
    assert "/organizations/society/" in links(register(client))


def test_letters_come_by_protocol_unless_asked_otherwise(client, conference):
    accepted(conference, "Zöllner", rank=1, received=moment("1884-10-02"))
    accepted(conference, "Adams", rank=3, received=moment("1884-10-03"))
    accepted(conference, "Österberg", rank=2, received=moment("1884-10-01"))
    assert [senders(client, query) for query in ("", "?order=number", "?order=sender", "?order=received")] == [
        ["Zöllner", "Österberg", "Adams"],
        ["Zöllner", "Adams", "Österberg"],
        ["Adams", "Österberg", "Zöllner"],
        ["Österberg", "Zöllner", "Adams"],
    ]


def test_letters_can_be_narrowed_by_words_kind_and_language(client, conference):
    accepted(conference, "Knorr", subject="Westward LONGITUDE", written_in="en")
    accepted(conference, "Valentiner", kind=LetterKind.CONGRATULATORY, written_in="de")
    asked = ("?q=longitude+west", "?kind=congratulatory", "?language=de", "?kind=congratulatory&q=knorr")
    assert [senders(client, query) for query in asked] == [["Knorr"], ["Valentiner"], ["Valentiner"], []]
    assert "1 letter of 2" in words(register(client, "?q=knorr"))
    assert "No letter answers to that." in words(register(client, "?q=nothing"))


@pytest.mark.parametrize("query", ["?kind=nonsense", "?order=nonsense", "?language=xx", "?q=%F0%9F%92%A9&kind=&order="])
def test_query_that_makes_no_sense_is_passed_over_or_finds_nothing(client, conference, query):
    accepted(conference)
    assert senders(client, query) in (["Knorr"], [])


def test_form_keeps_what_was_asked_and_the_language(client, conference):
    accepted(conference, "Knorr")
    accepted(conference, "Valentiner", kind=LetterKind.CONGRATULATORY)
    text = register(client, "?kind=congratulatory&q=val&lang=ru")
    assert 'name="q" value="val"' in text
    assert '<option value="congratulatory" selected>' in text
    assert '<input type="hidden" name="lang" value="ru">' in text


def test_words_that_were_asked_for_are_escaped(client, conference):
    accepted(conference, "Knorr")
    accepted(conference, "Valentiner")
    assert "<script>" not in register(client, '?q="><script>')
