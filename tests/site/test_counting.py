"""Counting how often proceedings are read."""

from __future__ import annotations

import threading

import pytest
import sqlalchemy as sa

from confapp.db import db
from confapp.proceedings.models import ViewCount
from confapp.site import counting
from confapp.site.counting import Views, is_reader
from tests.site.editions import a_published_conference, publish

URL = "/proceedings/meridian-1884/"
FIREFOX = {"User-Agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"}


@pytest.fixture
def views(app):
    pages = app.extensions["public_pages"]
    pages.views.counted.clear()
    return pages.views


@pytest.fixture
def conference(app):
    conference = a_published_conference()
    publish(conference)
    return conference


def kept(conference) -> int:
    return db.session.scalar(sa.select(ViewCount.views).where(ViewCount.conference_id == conference.id)) or 0


def test_reading_counts(client, views, conference):
    for address in (URL, f"{URL}editions/1/", f"{URL}sessions/1/", URL):
        assert client.get(address, headers=FIREFOX).status_code == 200
    assert views.counted == {"meridian-1884": 4}


def test_page_that_a_reader_has_already_counts(client, views, conference):
    etag = client.get(URL, headers=FIREFOX).headers["ETag"]
    assert client.get(URL, headers={**FIREFOX, "If-None-Match": etag}).status_code == 304
    assert views.counted == {"meridian-1884": 2}


def test_what_nobody_reads_does_not_count(client, views, conference):
    client.head(URL, headers=FIREFOX)
    client.get(URL, headers={**FIREFOX, "Sec-Purpose": "prefetch"})
    client.get(f"{URL}views/", headers=FIREFOX)
    client.get(f"{URL}editions/1.json", headers=FIREFOX)
    client.get("/proceedings/", headers=FIREFOX)
    assert views.counted == {}


@pytest.mark.parametrize(
    "agent",
    ["", "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)", "curl/8.5.0", "python-requests/2"],
)
def test_programs_that_say_so_do_not_count(agent):
    assert not is_reader({"HTTP_USER_AGENT": agent})


def test_views_are_written_down(views, conference):
    views.note("meridian-1884", {"HTTP_USER_AGENT": FIREFOX["User-Agent"]})
    views.flush()
    views.flush()
    assert kept(conference) == 1


def test_views_that_cannot_be_written_are_kept(views, conference, monkeypatch):
    def refuse(_views):
        raise sa.exc.OperationalError("", {}, Exception("locked"))

    monkeypatch.setattr(counting, "count_views", refuse)
    views.note("meridian-1884", {"HTTP_USER_AGENT": FIREFOX["User-Agent"]})
    views.flush()
    assert (views.counted, kept(conference)) == ({"meridian-1884": 1}, 0)


def test_a_thread_writes_every_few_seconds(app, monkeypatch):
    written = threading.Event()
    views = Views(app, seconds=0.01)
    monkeypatch.setattr(views, "flush", written.set)
    monkeypatch.setattr(counting.atexit, "register", lambda _function: None)
    views.note("meridian-1884", {"HTTP_USER_AGENT": FIREFOX["User-Agent"]})
    was_written = written.wait(5)
    views.is_over.set()
    assert was_written


def test_number_has_an_address_of_its_own(client, views, conference):
    views.note("meridian-1884", {"HTTP_USER_AGENT": FIREFOX["User-Agent"]})
    views.flush()
    assert client.get(f"{URL}views.txt").text == "1 view"
    answer = client.get(f"{URL}views/")
    assert "<bdi>1 view</bdi></h1>" in answer.text
    assert answer.headers["Cache-Control"] == "public, max-age=60"


def test_number_is_not_on_the_page(client, views, conference):
    first = client.get(URL, headers=FIREFOX)
    views.flush()
    assert client.get(URL, headers=FIREFOX).headers["ETag"] == first.headers["ETag"]


def test_number_of_what_is_not_public_is_not_told(client, app):
    a_published_conference()
    assert [client.get(f"{URL}views.txt").status_code, client.get(f"{URL}views/").status_code] == [404, 404]
