"""Public pages are rendered once and answered from memory until something public changes."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import brotli
import flask_migrate
import pytest

from confapp import clock, revisions
from confapp.conferences.operations import make_private, rename_conference
from confapp.db import db
from confapp.site import cache
from tests.builders import a_conference, a_document
from tests.plugins.application import make_app

ENGLISH = {"Accept-Language": "en"}


@pytest.fixture
def conference(app):
    conference = a_conference("International Meridian Conference", state="closed", public=True)
    db.session.commit()
    return conference


def get(client, path="/", **headers):
    return client.get(path, headers={**ENGLISH, **{name.replace("_", "-"): value for name, value in headers.items()}})


def test_a_warm_page_costs_one_read_of_a_primary_key(client, conference, count_queries):
    get(client)
    with count_queries() as queries:
        get(client)
    assert [query.split("WHERE")[0].split() for query in queries] == [
        ["SELECT", "public_revisions.revision", "FROM", "public_revisions"]
    ]


def test_a_warm_page_is_the_same_to_the_letter(client, conference):
    assert get(client).data == get(client).data


def test_an_unchanged_page_is_not_sent_again(client, conference):
    answer = get(client, If_None_Match=get(client).headers["ETag"])
    assert (answer.status_code, answer.data) == (304, b"")


def test_a_page_says_what_it_depends_on(client, conference):
    headers = get(client).headers
    assert (headers["Vary"], headers["Cache-Control"]) == ("Accept-Encoding, Accept-Language", "public, no-cache")


def test_a_page_that_names_its_language_varies_by_encoding_alone(client, conference):
    assert get(client, "/?lang=en").headers["Vary"] == "Accept-Encoding"


def test_brotli_holds_the_same_page(client, conference):
    answer = get(client, Accept_Encoding="gzip, br")
    assert answer.headers["Content-Encoding"] == "br"
    assert brotli.decompress(answer.data) == get(client).data


def test_an_encoding_that_is_refused_is_not_sent(client, conference):
    assert "Content-Encoding" not in get(client, Accept_Encoding="br;q=0").headers


def test_each_encoding_has_a_tag_of_its_own(client, conference):
    assert get(client).headers["ETag"] != get(client, Accept_Encoding="br").headers["ETag"]


def test_head_answers_as_get_without_the_page(client, conference):
    get(client)
    answer = client.head("/", headers=ENGLISH)
    assert (answer.data, answer.headers["Content-Length"]) == (b"", str(len(get(client).data)))


def test_a_cold_head_answers_without_the_page(client, conference):
    assert client.head("/", headers=ENGLISH).data == b""


def test_a_change_shows_at_once(client, conference):
    get(client)
    rename_conference(conference, "Conference on the Prime Meridian", by=None)
    db.session.commit()
    assert "Conference on the Prime Meridian" in get(client).text


def test_what_was_withdrawn_is_served_no_more(client, conference):
    get(client)
    make_private(conference, by=None)
    db.session.commit()
    assert "International Meridian Conference" not in get(client).text


def test_a_host_that_is_not_ours_gets_nothing_from_memory(client, conference):
    get(client)
    assert client.get("/", headers={**ENGLISH, "Host": "evil.example"}).status_code == 400


def test_languages_are_kept_apart(client, conference):
    english, russian = get(client), client.get("/", headers={"Accept-Language": "ru"})
    assert ('lang="en"' in english.text, 'lang="ru"' in russian.text) == (True, True)


def test_public_pages_set_no_cookie(client, conference):
    assert "Set-Cookie" not in get(client).headers


def test_the_mark_of_a_kept_page_stays_inside(client, conference):
    assert cache.MARK not in get(client).headers


def test_security_headers_come_with_a_warm_page(client, conference):
    cold, warm = get(client), get(client)
    assert warm.headers["Content-Security-Policy"] == cold.headers["Content-Security-Policy"] != ""


def test_at_most_so_much_is_kept(app, client, conference, monkeypatch):
    monkeypatch.setattr(cache, "CAPACITY", 1)
    get(client)
    assert (app.extensions["public_pages"].size, len(app.extensions["public_pages"].pages)) == (0, 0)


NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


@pytest.fixture
def at(monkeypatch):
    """Set the clock to some time after noon."""

    def set_clock(**after):
        monkeypatch.setattr(clock, "now", lambda: NOON + timedelta(**after))

    set_clock()
    return set_clock


def test_a_kept_page_shows_a_document_when_its_embargo_ends(client, conference, at):
    a_document(conference, "Final Act", key="act", state="issued", embargo_until=NOON + timedelta(minutes=5))
    db.session.commit()
    address = "/conferences/international-meridian-conference/documents/"
    shown = []
    for seconds in (0, 299, 300):
        at(seconds=seconds)
        shown.append("Final Act" in get(client, address).text)
    assert shown == [False, False, True]


@pytest.mark.parametrize(("minutes", "is_kept"), [(59, True), (60, False)])
def test_a_page_is_kept_for_an_hour(client, conference, at, count_queries, minutes, is_kept):
    get(client)
    at(minutes=minutes)
    with count_queries() as queries:
        get(client)
    assert (len(queries) == 1) is is_kept


def test_the_revision_that_another_process_has_committed_is_read_at_once(new_database, tmp_path):
    app = make_app(tmp_path, new_database("revisions"))
    read = app.extensions["public_pages"].read_revision
    with app.app_context():
        flask_migrate.upgrade()
        found = [read("")]
        for _ in range(2):
            revisions.bump()
            db.session.commit()
            found.append(read(""))
        held = db.engine.pool.checkedout()
        db.session.remove()
        db.engine.dispose()

    assert [later - found[0] for later in found] == [0, 1, 2]
    assert held == 0
