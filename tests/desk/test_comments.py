"""Comments on proceedings: sent by strangers, read by moderators, shown to everybody."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa

from confapp import clock
from confapp.db import db
from confapp.desk.comments import operations, queries, trust
from confapp.desk.comments.models import Comment, CommentState
from confapp.extensions import limiter
from confapp.permissions import Role
from tests.builders import a_conference
from tests.site.editions import a_published_conference, publish

URL = "/proceedings/meridian-1884/comments/"
NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
MAY = {Role.ADMINISTRATOR, Role.ORGANIZER, Role.SECRETARY}


@pytest.fixture
def conference(app):
    conference = a_published_conference()
    publish(conference)
    conference.takes_comments = True
    db.session.flush()
    return conference


@pytest.fixture
def at(monkeypatch):
    """Set the clock."""

    def setting(moment=NOW):
        monkeypatch.setattr(clock, "now", lambda: moment)

    setting()
    return setting


@pytest.fixture
def send(client, conference, at):
    """Read the page, think for a minute, and send."""

    def sending(headers=None, **data):
        at(NOW)
        sealed = re.search(r'name="sealed" type="hidden" value="([^"]+)"', client.get(URL).text)[1]
        at(NOW + timedelta(minutes=1))
        return client.post(URL, data={"sealed": sealed, "language": "en", **data}, headers=headers or {})

    return sending


def comments() -> list[Comment]:
    return list(db.session.scalars(sa.select(Comment).order_by(Comment.id)))


def a_comment(conference, text="Well kept", **facts) -> Comment:
    return operations.send_comment(conference, text=text, **facts)[0]


def test_a_comment_waits_until_it_is_read(client, send, conference):
    response = send(text="Well kept", name="Ada")
    (comment,) = comments()
    assert (response.status_code, comment.text, comment.name, comment.language, comment.state) == (
        303,
        "Well kept",
        "Ada",
        "en",
        CommentState.PENDING,
    )
    assert "Well kept" not in client.get(URL).text
    operations.show_comment(comment)
    assert "Well kept" in client.get(URL).text


def test_nothing_is_kept_of_who_sent_it(send):
    send(text="Well kept", headers={"User-Agent": "Tell-tale/1.0", "X-Forwarded-For": "203.0.113.9"})
    (comment,) = comments()
    kept = {column.key: getattr(comment, column.key) for column in sa.inspect(Comment).column_attrs}
    assert {name for name, value in kept.items() if value} == {
        "id", "conference_id", "text", "language", "state", "receipt_digest", "sent_at",
    }  # fmt: skip


def test_strangers_get_no_cookie(client, send):
    assert ("Set-Cookie" in client.get(URL).headers, "Set-Cookie" in send(text="Well kept").headers) == (False, False)


def test_the_page_is_kept_by_nobody(client, conference):
    assert client.get(URL).headers["Cache-Control"] == "no-store"


def test_a_comment_is_escaped(client, conference):
    operations.show_comment(a_comment(conference, "<script>alert(1)</script>", name="<b>Ada</b>"))
    page = client.get(URL).text
    assert ("<script>alert" in page, "<b>Ada" in page, "&lt;script&gt;alert" in page) == (False, False, True)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({"text": ""}, "must not be empty"),
        ({"text": "x" * 5001}, "At most 5000 characters fit"),
        ({"text": "http://a http://b www.c"}, "Leave out some addresses"),
        ({"text": "Hello", "website": "spam"}, "A field was filled in that people do not see"),
        ({"text": "Hello", "name": "x" * 121}, "at most 120 fit"),
        ({"text": "Hello", "sealed": "made up"}, "not one of this page"),
        ({"text": "Hello", "sealed": ""}, "not one of this page"),
        ({"text": "Hello", "language": "xx"}, "Choose one of the list"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_kept(send, data, words):
    response = send(**data)
    assert (response.status_code, words in response.text, comments()) == (422, True, [])


def test_what_was_typed_stays(send):
    assert "My long thought" in send(text="My long thought", website="spam").text


def test_another_page_s_seal_is_refused(client, conference, at, app):
    with app.test_request_context():
        sealed = trust.sealed_time("another-conference")
    at(NOW + timedelta(minutes=1))
    response = client.post(URL, data={"sealed": sealed, "text": "Hello", "language": "en"})
    assert (response.status_code, comments()) == (422, [])


@pytest.mark.parametrize(
    ("later", "words"), [(timedelta(seconds=1), "very quick"), (timedelta(hours=13), "open for a long time")]
)
def test_who_is_too_quick_or_too_slow_sends_again(client, conference, at, app, later, words):
    with app.test_request_context():
        sealed = trust.sealed_time(conference.slug)
    at(NOW + later)
    data = {"sealed": sealed, "text": "Hello", "language": "en"}
    response = client.post(URL, data=data)
    assert (response.status_code, words in response.text, comments()) == (422, True, [])


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Origin": "https://evil.example"}, 422),
        ({"Sec-Fetch-Site": "cross-site", "Origin": "http://localhost"}, 422),
        ({"Sec-Fetch-Site": "same-site"}, 422),
        ({"Origin": "null"}, 422),
        ({"Origin": "http://localhost"}, 303),
        ({"Sec-Fetch-Site": "same-origin"}, 303),
        ({}, 303),
    ],
)
def test_forms_of_other_sites_are_refused(send, headers, status):
    assert send(text="Hello", headers=headers).status_code == status


def test_the_same_text_is_taken_once(send):
    send(text="Hello")
    assert "came already" in send(text="Hello").text


def test_no_more_are_taken_than_can_be_read(send, conference, monkeypatch):
    monkeypatch.setattr(operations, "MOST_WAITING", 1)
    a_comment(conference)
    assert "no more can be taken" in send(text="Another").text


def test_a_conference_that_takes_none_says_so_and_keeps_what_is_shown(client, conference):
    operations.show_comment(a_comment(conference))
    conference.takes_comments = False
    page = client.get(URL).text
    assert ("Well kept" in page, "<textarea" in page, "No comments are taken" in page) == (True, False, True)
    assert client.post(URL, data={"text": "Hello"}).status_code == 422


@pytest.mark.parametrize("path", ["comments/", "comments.txt"])
def test_without_proceedings_there_is_nothing_to_comment_on(client, app, path):
    conference = a_conference("Closed one", state="closed", public=True)
    conference.takes_comments = True
    assert client.get(f"/proceedings/{conference.slug}/{path}").status_code == 404


def test_a_conference_that_strangers_do_not_see_has_no_comments(client, conference):
    conference.is_public = False
    assert client.get(URL).status_code == 404


def test_the_total_counts_what_is_shown(client, conference):
    operations.show_comment(a_comment(conference))
    a_comment(conference, "Not read yet")
    response = client.get(URL.replace("comments/", "comments.txt"))
    assert (response.text, response.mimetype, response.cache_control.max_age) == ("1 comment", "text/plain", 60)


def test_the_proceedings_lead_to_their_comments_where_they_are_taken(client, conference):
    link = f'<a href="{URL}" data-number="/proceedings/meridian-1884/comments.txt">Comments</a>'
    assert link in client.get("/proceedings/meridian-1884/").text
    conference.takes_comments = False
    db.session.commit()
    assert URL not in client.get("/proceedings/meridian-1884/").text


def test_a_receipt_tells_what_became_of_the_comment_and_erases_it(client, send):
    address = send(text="Well kept", name="Ada").location
    assert "waits until somebody" in client.get(address).text
    (comment,) = comments()
    operations.refuse_comment(comment, reason="Off the subject")
    assert "Off the subject" in client.get(address).text
    assert client.post(address).location == address
    (comment,) = comments()
    assert (comment.text, comment.name, comment.reason, comment.state) == ("", None, None, CommentState.ERASED)
    assert "was erased" in client.get(address).text


def test_a_receipt_is_not_pressed_from_another_site(client, send):
    address = send(text="Well kept").location
    client.post(address, headers={"Origin": "https://evil.example"})
    assert comments()[0].state is CommentState.PENDING


def test_a_receipt_that_is_none_is_not_found(client, conference):
    assert client.get(f"{URL}receipts/made-up/").status_code == 404


def test_a_receipt_is_told_to_nobody(client, send):
    response = client.get(send(text="Well kept").location)
    headers = [response.headers[name] for name in ("Cache-Control", "Referrer-Policy", "X-Robots-Tag")]
    assert headers == ["no-store", "same-origin", "noindex"]


def test_the_page_costs_the_same_for_many_comments(client, conference, count_queries, db_session):
    counts = []
    for number in range(3):
        operations.show_comment(a_comment(conference, f"Comment {number}"))
        with count_queries() as asked:
            client.get(URL)
        counts.append(asked.count)
    assert len(set(counts[1:])) == 1


@pytest.fixture
def base(conference):
    return f"/manage/conferences/{conference.slug}/comments/"


@pytest.fixture
def browser(signed_in_as, conference):
    return signed_in_as(Role.SECRETARY, conference)


@pytest.mark.parametrize("role", Role)
def test_who_may_moderate(signed_in_as, conference, base, role):
    status = signed_in_as(role, conference).get(base).status_code
    assert status == (200 if role in MAY else 404 if role is Role.CONVENER else 403)


def test_a_moderator_shows_refuses_and_shows_again(browser, base, conference):
    comment = a_comment(conference)
    db.session.flush()
    for path, data, state in (
        ("show", {}, CommentState.SHOWN),
        ("refuse", {"reason": "Off the subject"}, CommentState.REFUSED),
        ("show", {}, CommentState.SHOWN),
    ):
        assert browser.post(f"{base}{comment.id}/{path}/", data=data).location == base
        assert comments()[0].state is state


def test_what_was_decided_is_said(browser, base, conference):
    comment = a_comment(conference)
    operations.show_comment(comment)
    assert "decided already" in browser.post(f"{base}{comment.id}/show/", follow_redirects=True).text


def test_a_moderator_erases_for_good(browser, base, conference):
    comment = a_comment(conference, name="Ada")
    assert "cannot be taken back" in browser.get(f"{base}{comment.id}/erase/").text
    browser.post(f"{base}{comment.id}/erase/")
    assert (comments()[0].text, comments()[0].name) == ("", None)
    assert "erased already" in browser.post(f"{base}{comment.id}/show/", follow_redirects=True).text


def test_comments_of_another_conference_are_not_reached(browser, base, conference):
    other = a_conference()
    other.takes_comments = True
    comment = a_comment(other)
    assert browser.post(f"{base}{comment.id}/show/").status_code == 404


def test_a_moderator_lets_readers_comment_and_not(browser, base, conference):
    for on in ("no", "yes", "yes"):
        browser.post(f"{base}switch/", data={"on": on})
        db.session.expire_all()
        assert conference.takes_comments is (on == "yes")


def test_all_comments_are_saved_as_a_file_without_receipts(browser, base, conference):
    a_comment(conference, name="Ada")
    response = browser.post(f"{base}export/")
    (entry,) = json.loads(response.data)["comments"]
    assert (entry["text"], entry["name"], entry["state"], set(entry)) == (
        "Well kept",
        "Ada",
        "pending",
        {"id", "state", "name", "language", "text", "sent_at", "decided_at", "reason"},
    )
    assert response.headers["Content-Disposition"] == 'attachment; filename="comments-meridian-1884.json"'


def test_the_list_finds_and_narrows(browser, base, conference):
    operations.show_comment(a_comment(conference, "About longitude"))
    a_comment(conference, "About 100% of it")
    assert [
        [text in browser.get(f"{base}?{query}").text for text in ("About longitude", "About 100% of it")]
        for query in ("", "q=longitude", "q=100%25", "state=pending")
    ] == [[True, True], [True, False], [False, True], [False, True]]


@pytest.mark.parametrize(("role", "expected"), [(Role.SECRETARY, True), (Role.READER, False)])
def test_comments_wait_for_who_may_moderate_them(signed_in_as, conference, role, expected):
    browser = signed_in_as(role, conference)
    a_comment(conference)
    assert ("1 comment to read" in browser.get("/me/").text) is expected


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_costs_the_same_for_many_comments(app, conference, count_queries, count):
    for number in range(count):
        a_comment(conference, f"Comment {number}")
    db.session.flush()
    db.session.expunge_all()
    with app.test_request_context("/"), count_queries() as asked:
        found = queries.listed(conference.id).rows
    assert (len(found), asked.count) == (count, 2)


@pytest.fixture
def limits(app, monkeypatch):
    """Count, as in life, from nothing."""
    monkeypatch.setattr(limiter, "enabled", True)
    limiter.reset()
    yield
    limiter.reset()


def test_one_reader_sends_five_comments_an_hour(send, limits):
    answers = [send(text=f"Comment {number}").status_code for number in range(6)]
    assert answers == [303] * 5 + [429]


def test_mistakes_are_not_counted(send, limits):
    answers = [send(text="").status_code for _ in range(7)]
    assert answers == [422] * 7


def test_who_sends_is_counted_by_nothing_that_leads_back(app, at):
    with app.test_request_context(environ_base={"REMOTE_ADDR": "203.0.113.9"}):
        today = trust.nameless_address()
        at(NOW + timedelta(days=1))
        tomorrow = trust.nameless_address()
    assert ("203.0.113.9" in today, len(today), today == tomorrow) == (False, 64, False)
