"""What is public gets into the index, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from confapp.committees.operations import appoint_member
from confapp.conferences import documents
from confapp.conferences import operations as conferences
from confapp.conferences.models import DocumentState
from confapp.db import db
from confapp.floor.operations import open_session
from confapp.letters import operations as letters
from confapp.officials import operations as officials
from confapp.participation import operations as participation
from confapp.proceedings import operations as proceedings
from confapp.proceedings.sealing import redact, seal
from confapp.search.indexing import freshen
from confapp.search.models import EntryKind
from confapp.search.queries import search
from tests.builders import (
    a_committee,
    a_conference,
    a_delegation,
    a_document,
    a_letter,
    a_session,
    an_office,
    an_official,
    an_organization,
    day,
    moment,
)
from tests.proceedings import samples
from tests.site.editions import a_published_conference, publish


@pytest.fixture
def conference(app):
    return a_published_conference()


def hits(query: str, **narrowed) -> list[tuple[EntryKind, str, str]]:
    db.session.commit()
    freshen()
    return [(hit.kind, "".join(text for text, _ in hit.title), hit.url) for hit in search(query, **narrowed).hits]


def test_conference_is_found_by_its_names_and_translations(conference):
    conferences.change_conference(
        conference, version=conference.version, translations={"ru": {"name": "Меридианная конференция"}}
    )
    found = [(EntryKind.CONFERENCE, "International Meridian Conference", "/conferences/meridian-1884/")]
    assert hits("international") == found
    assert hits("меридианная") == found


def test_every_paragraph_of_the_newest_edition_is_found_where_it_stands(conference):
    publish(conference)
    assert hits("rodgers chair") == [(EntryKind.PARAGRAPH, "Record of session 1", "/proceedings/meridian-1884/#s1.p2")]
    assert hits("denmark") == [(EntryKind.PARAGRAPH, "Record of session 2", "/proceedings/meridian-1884/#s2.roll")]


def test_paragraph_is_found_in_other_scripts(conference):
    publish(conference)
    assert [url for _, _, url in hits("вашингтоне")] == ["/proceedings/meridian-1884/#s2.vote"]
    assert [url for _, _, url in hits("東京")] == ["/proceedings/meridian-1884/#s2.vote"]


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("조선인민공화국 대표단이 도착하였다", "대표단"),
        ("Делегация прибыла в Пхеньян", "пхеньян"),
        ("وصل الوفد إلى القاهرة", "القاهره"),
        ("代表團到達平壤", "平壤"),
        ("La délégation arriva à Genève", "geneve"),
    ],
)
def test_words_of_any_script_are_found(conference, text, query):
    draft = samples.draft()
    draft["sections"][0]["paragraphs"][0]["text"] = text
    publish(conference, seal(draft, samples.KEY))
    assert [url for _, _, url in hits(query)] == ["/proceedings/meridian-1884/#s1.p1"]


def test_paragraphs_of_former_editions_are_let_go(conference):
    first = publish(conference)
    assert hits("chair") != []
    draft = samples.draft(2, first.digest)
    draft["sections"][0]["paragraphs"][1]["text"] = "Mr. Rodgers presided."
    publish(conference, seal(draft, samples.KEY))
    assert (hits("chair"), len(hits("presided"))) == ([], 1)


def test_withdrawn_and_blacked_out_text_is_not_found(conference):
    edition = publish(conference)
    assert len(hits("opened")) == 1
    proceedings.withdraw_edition(edition, reason="Wrong.")
    assert hits("opened") == []
    gap = redact(samples.sealed(2, edition.digest), "s1.p1", "Secret.", samples.KEY, at=edition.published_at)
    publish(conference, gap)
    assert (hits("opened"), len(hits("adjourned"))) == ([], 1)


def test_sessions_are_found_once_held(conference):
    held = a_session(conference, title="On longitude")
    assert hits("longitude") == []
    open_session(held, at=moment("1884-10-01T12:00"))
    assert [kind for kind, _, _ in hits("longitude")] == [EntryKind.SESSION]


def test_what_has_no_title_is_found_by_our_words_in_every_language(conference):
    held = a_session(conference, number=4)
    open_session(held, at=moment("1884-10-01T12:00"))
    letter = a_letter(conference, subject=None, sender_name=None)
    letters.acknowledge_letter(letter, on=day("1884-10-02"))
    letters.accept_letter(letter, on=day("1884-10-02"))
    sessions, found = hits("fourth session"), hits("letter 1")
    assert (sessions, hits("четвёртое заседание")) == (
        [(EntryKind.SESSION, "Fourth session", f"/conferences/meridian-1884/sessions/{held.label}/")],
        sessions,
    )
    assert [title for _, title, _ in found] == ["Letter 1"]


def test_letters_are_found_once_accepted(conference):
    letter = a_letter(conference, subject="Hearty congratulations")
    assert hits("hearty") == []
    letters.acknowledge_letter(letter, on=day("1884-10-02"))
    letters.accept_letter(letter, on=day("1884-10-02"))
    url = f"/conferences/meridian-1884/letters/#letter-{letter.register_number}"
    assert hits("hearty") == [(EntryKind.LETTER, "Hearty congratulations", url)]


def test_documents_are_found_while_they_are_issued(conference):
    document = a_document(conference, "Act of Congress", key="act", text="To fix a *common* meridian.")
    assert hits("common") == [(EntryKind.DOCUMENT, "Act of Congress", "/conferences/meridian-1884/documents/act/")]
    documents.withdraw_document(document, reason="Superseded.")
    assert document.state is DocumentState.WITHDRAWN
    assert hits("common") == []


def test_committees_are_found_with_their_members(conference):
    committee = a_committee(conference, "Drafting Committee")
    appoint_member(committee, an_official("Sandford Fleming"))
    assert {kind for kind, _, _ in hits("fleming")} == {EntryKind.COMMITTEE, EntryKind.OFFICIAL}


def test_people_are_found_under_every_name_and_never_by_contact_data(conference):
    delegation = a_delegation(conference, an_organization("Brazil"))
    person = an_official("Luiz Cruls", native_name="Louis Ferdinand Cruls", email="secret@example.org", phone="5551234")
    participation.name_delegate(delegation, person)
    assert hits("cruls") == []
    participation.issue_participants(conference)
    assert hits("ferdinand") == [(EntryKind.OFFICIAL, "Luiz Cruls", "/officials/luiz-cruls/")]
    assert [kind for kind, _, _ in hits("brazil")] == [EntryKind.ORGANIZATION, EntryKind.OFFICIAL]
    assert (hits("secret"), hits("5551234")) == ([], [])


def test_private_conference_is_not_found_with_anything_in_it(conference):
    publish(conference)
    officials.appoint(an_official("Adams"), an_office(conference))
    assert hits("adams") != []
    conferences.make_private(conference)
    db.session.flush()
    assert search("rodgers").hits == []
    assert [hits(word) for word in ("rodgers", "meridian", "adams")] == [[], [], []]


def test_renamed_conference_is_found_under_its_new_address_alone(conference):
    conferences.rename_conference(conference, "Prime Meridian Conference", slug="prime-meridian")
    assert [url for _, _, url in hits("prime")] == ["/conferences/prime-meridian/"]


def test_search_can_be_narrowed_to_a_conference(conference):
    other = a_conference("Other Meridian Conference", state="convened", public=True)
    assert len(hits("meridian")) == 2
    assert [url for _, _, url in hits("meridian", scope=other.slug)] == [f"/conferences/{other.slug}/"]


def test_only_what_changed_is_indexed_anew(conference):
    db.session.commit()
    assert freshen() == ["meridian-1884", ""]
    assert freshen() == []
    a_conference("Other", slug="other", state="convened", public=True)
    db.session.commit()
    assert freshen() == ["other", ""]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(query=st.text(max_size=40), page=st.integers(), kind=st.none() | st.sampled_from(EntryKind))
def test_no_query_breaks_the_search(conference, query, page, kind):
    found = search(query, page=page, kind=kind)
    assert found.page >= 1


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(min_size=1, max_size=60))
def test_whatever_is_indexed_is_found_again(conference, text):
    conferences.change_conference(conference, version=conference.version, subtitle=f"x {text} x")
    assert hits(conference.subtitle.split(" ")[0]) != []
    assert hits(conference.subtitle[:280]) != []
