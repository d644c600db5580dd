"""Publishing and withdrawing editions, and what refuses it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
import sqlalchemy as sa

from confapp.accounts.operations import create_user
from confapp.conferences import operations as conferences
from confapp.config import current
from confapp.db import db
from confapp.errors import NotFound, RuleViolation
from confapp.proceedings import keys, queries
from confapp.proceedings import operations as proceedings
from confapp.proceedings.gate import Waiver
from confapp.proceedings.models import EditionState, SigningKey
from confapp.records import operations as records
from confapp.records.models import ApprovalManner
from tests import builders
from tests.builders import moment
from tests.records.holding import held_session


@dataclass(frozen=True)
class Found:
    """What a check finds."""

    code: str = "roll.twice"
    severity: str = "error"
    place: str = "v01-01"
    message: str = "France stands twice in the roll."


WAIVER = Waiver("roll.twice", "v01-01", "as in the source")


def approve(session, language="en", **facts):
    record = records.draft_record(session, language=language, **facts)
    records.approve_record(record, at=moment("1884-10-20"), manner=ApprovalManner.IN_SOURCE)
    return record


@pytest.fixture
def record(held):
    return approve(held.row)


@pytest.fixture
def edition(conference, record):
    return proceedings.publish_edition(conference, at=datetime(2026, 11, 23, 12, tzinfo=UTC))


def section(edition, name):
    return next(one for one in queries.document_of(edition)["sections"] if one["id"] == name)


def test_first_edition_can_be_verified(edition):
    report = queries.verify_edition(edition)
    assert (report.problems, report.number, report.digest) == ([], 1, edition.digest)


def test_edition_states_who_published_it_when_and_in_what(edition):
    stated = queries.document_of(edition)["edition"]
    assert {
        name: stated[name] for name in ("number", "language", "title", "published_at", "published_by", "previous")
    } == {
        "number": 1,
        "language": "en",
        "title": "Meridian Conference. Proceedings",
        "published_at": "2026-11-23T12:00:00Z",
        "published_by": "confapp",
        "previous": None,
    }


def test_user_is_named_as_publisher(conference, record):
    user = create_user(email="ada@example.org", name="Ada North", by=None)
    assert proceedings.publish_edition(conference, by=user).published_by == "Ada North"


def test_bytes_are_kept_as_they_were_signed(edition):
    content = queries.content_of(edition)
    assert (json.loads(content)["edition"]["number"], content[-1:]) == (1, b"}")


def test_document_is_parsed_once(edition):
    assert queries.document_of(edition) is queries.document_of(edition)


def test_next_edition_follows_the_last(conference, delegations, edition):
    approve(held_session(conference, delegations).row)
    second = proceedings.publish_edition(conference)
    assert (second.number, second.previous_digest, queries.verify_edition(second).problems) == (2, edition.digest, [])


def test_edition_that_says_nothing_new_is_refused(conference, edition):
    with pytest.raises(RuleViolation, match="Nothing has changed since edition 1"):
        proceedings.publish_edition(conference)


def test_corrigendum_is_something_new(conference, record, edition):
    facts = {"new_text": "It was opened late.", "reason": "A slip.", "issued": moment("1884-11-02")}
    records.issue_corrigendum(record, paragraph="s1.opening", **facts)
    second = proceedings.publish_edition(conference)
    [told] = [one for one in section(second, "s1")["paragraphs"] if one["id"] == "s1.corrigendum-1"]
    assert told["text"].startswith("Corrigendum 1 (2 November 1884). In paragraph 1, instead of “The first session")


def test_record_in_another_language_has_names_of_its_own(conference, held, record):
    approve(held.row, "ru", is_authentic=False)
    edition = proceedings.publish_edition(conference)
    other = section(edition, "s1.ru")
    assert (other["language"], other["title"], other["paragraphs"][0]["id"]) == (
        "ru",
        "Первое заседание, понедельник, 13 октября 1884 года",
        "s1.ru.opening",
    )


def test_edition_in_another_language_speaks_it(conference, held, record):
    approve(held.row, "ru")
    edition = proceedings.publish_edition(conference, language="ru")
    ids = [one["id"] for one in queries.document_of(edition)["sections"] if one["kind"] == "record"]
    assert (edition.language, ids) == ("ru", ["s1", "s1.en"])


def test_language_of_most_records_is_the_editions(conference, held, record):
    approve(held.row, "ru")
    conference.record_languages = ["ru", "en"]
    assert proceedings.publish_edition(conference).language == "ru"


# what refuses


def test_planned_conference_is_refused(app):
    with pytest.raises(RuleViolation, match="has not been convened yet"):
        proceedings.publish_edition(builders.a_conference())


def test_private_conference_is_refused(conference, record):
    conferences.make_private(conference)
    with pytest.raises(RuleViolation, match="is not public"):
        proceedings.publish_edition(conference)


def test_conference_without_an_approved_record_is_refused(conference, held):
    with pytest.raises(RuleViolation, match="No record of this conference has been approved yet"):
        proceedings.publish_edition(conference)


def test_language_without_a_record_is_refused(conference, record):
    with pytest.raises(RuleViolation, match="approved in this language"):
        proceedings.publish_edition(conference, language="ru")


def test_session_without_an_approved_record_is_refused(conference, delegations, record):
    later = held_session(conference, delegations)
    with pytest.raises(RuleViolation, match=f"no approved record yet: {later.row.label}"):
        proceedings.publish_edition(conference)


def test_session_that_was_only_planned_asks_for_no_record(conference, record):
    builders.a_session(conference)
    assert proceedings.publish_edition(conference).number == 1


def test_error_is_refused_with_its_place(conference, record):
    with pytest.raises(RuleViolation, match=r"One error keeps this.*\(v01-01\) France stands twice"):
        proceedings.publish_edition(conference, gate=[Found()])


def test_warning_does_not_keep_from_publishing(conference, record):
    assert proceedings.publish_edition(conference, gate=[Found(severity="warning")]).waivers == []


def test_waived_error_is_printed_with_its_reason(conference, record):
    edition = proceedings.publish_edition(conference, gate=[Found()], waivers=[WAIVER])
    [told] = [one["text"] for one in section(edition, "colophon")["paragraphs"] if one["id"] == "colophon.waivers.1"]
    assert (told, edition.waivers) == (
        "France stands twice in the roll (v01-01). Published all the same: as in the source.",
        [{"code": "roll.twice", "place": "v01-01", "reason": "as in the source", "message": Found.message}],
    )


def texts(edition, prefix: str) -> list[str]:
    colophon = section(edition, "colophon")["paragraphs"]
    return [one["text"] for one in colophon if one["id"].startswith(f"colophon.{prefix}.") and one["kind"] == "text"]


def test_warnings_are_printed_as_they_were_found(conference, record):
    edition = proceedings.publish_edition(conference, gate=[Found(severity="warning"), Found(severity="info")])
    assert (texts(edition, "found"), edition.waivers) == ([f"{Found().message.rstrip('.')}."], [])


def test_a_warning_that_is_waived_is_printed_with_its_reason(conference, record):
    edition = proceedings.publish_edition(conference, gate=[Found(severity="warning")], waivers=[WAIVER])
    assert (texts(edition, "found"), len(texts(edition, "waivers")), len(edition.waivers)) == ([], 1, 1)


def test_an_edition_without_faults_says_nothing_of_them(conference, record):
    assert texts(proceedings.publish_edition(conference), "found") == []


def test_waiver_of_another_place_waives_nothing(conference, record):
    with pytest.raises(RuleViolation, match="France stands twice"):
        proceedings.publish_edition(conference, gate=[Found()], waivers=[Waiver("roll.twice", "v02-01", "so")])


def test_waiver_without_a_reason_is_refused(conference, record):
    with pytest.raises(RuleViolation, match="Say why a fault is published"):
        proceedings.publish_edition(conference, gate=[Found()], waivers=[Waiver("roll.twice", "v01-01", " ")])


# keys


def test_key_is_made_on_first_need_and_kept(edition):
    [row] = db.session.scalars(sa.select(SigningKey))
    assert (edition.key, row.fingerprint) == (row, queries.document_of(edition)["key"]["id"])


def test_new_key_signs_and_the_former_one_is_retired(conference, delegations, edition):
    keys.rotate(current().instance / "keys")
    approve(held_session(conference, delegations).row)
    second = proceedings.publish_edition(conference)
    found = [(one.fingerprint == second.key.fingerprint, one.retired_at is None) for one in queries.signing_keys()]
    assert (found, queries.verify_edition(edition).problems) == ([(True, True), (False, False)], [])


# withdrawing


def test_withdrawn_edition_is_kept_with_its_reason(conference, edition):
    proceedings.withdraw_edition(edition, reason="A name was wrong.")
    assert (edition.state, edition.withdrawn_reason, queries.latest_edition(conference)) == (
        EditionState.WITHDRAWN,
        "A name was wrong.",
        None,
    )


def test_edition_is_withdrawn_once(edition):
    proceedings.withdraw_edition(edition, reason="A name was wrong.")
    with pytest.raises(RuleViolation, match="withdrawn already"):
        proceedings.withdraw_edition(edition, reason="Again.")


def test_withdrawal_without_a_reason_is_refused(edition):
    with pytest.raises(RuleViolation, match="Say why the edition is withdrawn"):
        proceedings.withdraw_edition(edition, reason=" ")


def test_edition_after_a_withdrawn_one_may_say_the_same(conference, edition):
    proceedings.withdraw_edition(edition, reason="Too early.")
    second = proceedings.publish_edition(conference)
    assert (second.number, second.previous_digest, queries.latest_edition(conference)) == (2, edition.digest, second)


def test_edition_is_found_by_its_number(conference, edition):
    assert queries.edition(conference, 1) is edition
    with pytest.raises(NotFound, match="no edition 2"):
        queries.edition(conference, 2)


def test_file_that_is_not_the_published_one_does_not_verify(conference, edition):
    proceedings.withdraw_edition(edition, reason="Too early.")
    second = proceedings.publish_edition(conference)
    with db.session.no_autoflush:
        second.digest = "sha256:" + "0" * 64  # the database would refuse to keep it
        report = queries.verify_edition(second)
        db.session.expire(second)
    assert [one.code for one in report.problems] == ["digest"]
