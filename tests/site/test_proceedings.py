"""The proceedings as readers see them."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest

from confapp.conferences import operations as conferences
from confapp.dates import Moment
from confapp.db import db
from confapp.proceedings import operations
from confapp.proceedings.keys import describe
from confapp.proceedings.sealing import redact, seal
from confapp.records.models import Corrigendum, RecordState, SessionRecord
from tests.builders import a_session
from tests.proceedings import samples
from tests.site.editions import a_published_conference, publish

URL = "/proceedings/meridian-1884/"


@pytest.fixture
def conference(app):
    return a_published_conference()


@pytest.fixture
def edition(conference):
    return publish(conference)


def words(markup: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", markup).split())


def part(text: str, start: str, end: str) -> str:
    return words(text[text.index(start) : text.index(end, text.index(start))])


def test_edition_is_shown_whole(client, edition):
    answer = client.get(URL)
    assert answer.status_code == 200
    assert [f'id="{part}"' in answer.text for part in ("s1", "s2", "s1.p2", "s2.roll", "s2.vote")] == [True] * 5
    assert "Mr. <em>Rodgers</em> took the chair." in answer.text


def test_every_paragraph_has_its_address_in_the_margin(client, edition):
    links = re.findall(r'class="para-number" href="#([^"]+)"', client.get(URL).text)
    assert links == ["s1.p1", "s1.p2", "s1.p3", "s2.p1", "s2.roll", "s2.vote"]


def test_head_says_who_published_what_and_when(client, conference):
    conference.calendar, conference.category, conference.tags = "juche", "Geodesy", ["longitude"]
    publish(conference, category="Geodesy", tags=["longitude"])
    head = part(client.get(URL).text, '<header class="page-head">', "</header>")
    assert head == (
        "Proceedings · Edition 1 Proceedings of the International Meridian Conference"
        " 21 November 2026 · Juche 115 published by The Secretariat Geodesy Number of views"
        " PDF Signed file (JSON) Cite Verify longitude"
    )


def test_category_tags_and_citation_say_their_language(client, conference):
    publish(conference, category="Geodesy", tags=["longitude"])
    text = client.get(URL + "?lang=ru").text
    assert '<bdi lang="en">Geodesy</bdi>' in text
    assert '<bdi lang="en">longitude</bdi></a></li>' in text
    assert '<cite><bdi lang="en">Proceedings of the International Meridian Conference</bdi></cite>' in text


def test_record_says_when_it_was_and_who_presided(client, conference):
    conference.calendar = "japanese"
    draft = samples.draft()
    draft["conference"]["calendar"] = "japanese"
    draft["sections"][0]["facts"] |= {"opened": "1884-10-01T12:00", "adjourned": "1884-10-01T13:30", "place": "Hall"}
    publish(conference, seal(draft, samples.KEY, salt=samples.fixed_salts()))
    assert part(client.get(URL).text, '<section class="record" id="s1"', '<div class="para"') == (
        "Record of session 1 Wednesday, 1 October 1884 · Meiji 17 · 12:00–13:30 · Hall Presiding: C. R. P. Rodgers"
    )


def test_roll_is_a_table_by_delegation(client, edition):
    assert part(client.get(URL).text, 'id="s2.roll"', "</figure>").partition("> ")[2] == (
        "¶ The roll was called. Roll 3 delegations present, 1 absent Roll Delegation Delegates"
        " Brazil Dr. Luiz Cruls France Mr. A. Lefaivre Mr. Janssen Japan Professor Kikuchi"
        " Denmark Mr. C. S. A. de Bille (absent)"
    )


def test_vote_is_a_table_by_choice(client, edition):
    assert part(client.get(URL).text, 'id="s2.vote"', "</figure>").partition("> ")[2] == (
        "¶ The question was put. Vote · roll call That the meridian of Greenwich be adopted Carried"
        " How the votes fell: That the meridian of Greenwich be adopted Vote Number Delegations"
        " Ayes 2 France ( ad referendum ) Japan Abstaining 1 Brazil Absent 1 Denmark"
    )


def test_contents_lead_to_every_section(client, edition):
    rail = client.get(URL).text
    rail = rail[rail.index('<nav class="rail') : rail.index("</nav>", rail.index('<nav class="rail'))]
    assert re.findall(r'href="#([^"]+)"', rail) == ["s1", "s2", "cite", "verify", "editions"]


def test_page_tells_how_to_verify(client, edition):
    text = client.get(URL).text
    assert (
        "curl -o meridian-1884-1.json http://127.0.0.1:8000/proceedings/meridian-1884/editions/1.json\n"
        f"confapp verify meridian-1884-1.json --key {describe(samples.KEY.public_key())['id']}</pre>"
    ) in text
    assert edition.digest in text


def test_page_tells_how_to_cite(client, edition):
    reference = part(client.get(URL).text, '<p class="reference"', "</p>")
    assert reference == (
        "Proceedings of the International Meridian Conference . Edition 1. The Secretariat, 21 November 2026 ."
        f" http://127.0.0.1:8000{URL}editions/1/ . Digest {edition.digest} ."
    )
    assert "@proceedings{meridian-1884-1," in client.get(URL).text


def test_session_has_a_page_of_its_own(client, edition):
    answer = client.get(f"{URL}sessions/2/")
    assert answer.status_code == 200
    assert "The Conference met at one o’clock." in answer.text
    assert "The Conference was opened." not in answer.text
    assert f'<link rel="prev" href="{URL}sessions/1/">' in answer.text


@pytest.mark.parametrize("address", ["sessions/9/", "editions/9/", "editions/0/", "editions/99999999999999999999/"])
def test_what_there_is_not_is_not_found(client, edition, address):
    assert client.get(URL + address).status_code == 404


def test_proceedings_that_are_not_published_are_not_found(client, conference):
    assert [client.get(URL).status_code, client.get(f"{URL}sessions/1/").status_code] == [404, 404]


def test_proceedings_of_a_private_conference_are_not_found(client, conference, edition):
    conferences.make_private(conference)
    for address in ("", "editions/1/", "sessions/1/", "views/"):
        assert client.get(URL + address).status_code == 404


def test_former_slug_leads_to_the_present_one(client, conference, edition):
    conferences.rename_conference(conference, "Meridian Conference")
    assert conference.slug == "meridian-conference"
    assert client.get(f"{URL}sessions/1/").location == f"/proceedings/{conference.slug}/sessions/1/"


def test_newest_edition_is_shown_and_leads_to_the_others(client, conference, edition):
    publish(conference, samples.sealed(2, previous=edition.digest))
    text = client.get(URL).text
    assert "Proceedings · Edition 2" in text
    assert re.findall(r'<h3><a href="([^"]+)"', text) == [f"{URL}editions/2/", f"{URL}editions/1/"]
    assert "There is a newer edition." in client.get(f"{URL}editions/1/").text
    assert "There is a newer edition." not in client.get(f"{URL}editions/2/").text


def test_withdrawn_edition_is_explained_and_stays_readable(client, conference, edition):
    second = publish(conference, samples.sealed(2, previous=edition.digest))
    operations.withdraw_edition(second, reason="A page was missing.")
    assert "Proceedings · Edition 1" in client.get(URL).text
    text = client.get(f"{URL}editions/2/").text
    assert "A page was missing." in text
    assert "Mr. <em>Rodgers</em> took the chair." in text
    assert '<meta name="robots" content="noindex">' in text


def test_proceedings_without_any_edition_left_say_why(client, conference, edition):
    operations.withdraw_edition(edition, reason="All of it was wrong.")
    answer = client.get(URL)
    assert answer.status_code == 200
    assert "All of it was wrong." in answer.text
    assert "took the chair" not in answer.text


def test_blacked_out_paragraph_says_so(client, conference):
    at = datetime(2027, 3, 1, tzinfo=UTC)
    publish(conference, redact(samples.sealed(), "s1.p2", "By order of a court.", samples.KEY, at=at))
    text = client.get(URL).text
    assert "Blacked out on 1 March 2027: By order of a court." in part(text, 'id="s1.p2"', 'id="s1.p3"')
    assert "took the chair" not in text


def test_corrigendum_since_the_edition_stands_beside_it(client, conference, edition):
    record = SessionRecord(
        session=a_session(conference, label="1"), record_language="en", state=RecordState.APPROVED, paragraphs=[]
    )
    db.session.add(
        Corrigendum(
            record=record,
            number=1,
            issued=Moment.parse("2026-12-01"),
            paragraph="s1.p3",
            old_text="It adjourned.",
            new_text="It adjourned at four.",
            reason="The hour was left out.",
        )
    )
    db.session.flush()
    text = client.get(URL).text
    assert "It adjourned at four." in part(text, 'id="corrigendum-1-en-1"', "</div>")
    assert '<a href="#corrigendum-1-en-1">See corrigendum 1</a>' in text
    assert "It adjourned at four." in client.get(f"{URL}sessions/1/").text
    assert "It adjourned at four." not in client.get(f"{URL}sessions/2/").text


def test_all_proceedings_are_listed(client, conference, edition):
    other = a_published_conference("other")
    publish(conference, samples.sealed(2, previous=edition.digest))
    assert other.slug == "other"
    listed = re.findall(r'<h2[^>]*><a href="([^"]+)"', client.get("/proceedings/").text)
    assert listed == [URL]


def test_no_proceedings_say_what_would_bring_them(client):
    assert "No proceedings are published yet." in client.get("/proceedings/").text


@pytest.mark.parametrize("editions", [1, 3])
def test_page_costs_the_same_for_one_edition_and_for_many(client, conference, count_queries, editions):
    previous = None
    for number in range(1, editions + 1):
        previous = publish(conference, samples.sealed(number, previous)).digest
    with count_queries() as sent:
        assert client.get(URL).status_code == 200
    assert sent.count == 8


def test_page_that_did_not_change_is_not_sent_again(client, edition):
    first = client.get(URL)
    again = client.get(URL, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
