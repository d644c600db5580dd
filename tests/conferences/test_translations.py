"""What is written about a conference, in other languages."""

from __future__ import annotations

import pytest

from confapp.conferences import operations, queries
from confapp.conferences.translating import translate
from confapp.errors import RuleViolation, StaleEdit
from confapp.permissions import Role
from tests.builders import a_conference, a_document


@pytest.fixture
def conference(app, db_session):
    conference = a_conference("Congress", language="en")
    operations.add_occasion(conference, name="Jubilee")
    operations.add_instrument(conference, kind="act", title="Act")
    a_document(conference, key="report")
    return conference


@pytest.fixture
def organizer(signed_in_as, conference):
    return signed_in_as(Role.ORGANIZER, conference)


def test_translate_keeps_the_texts(conference):
    translate(conference, "ru", {"name": "Конгресс", "place": None})
    assert conference.translations == {"ru": {"name": "Конгресс"}}


def test_translate_leaves_other_languages_and_what_it_has_no_field_for(conference):
    operations.change_conference(conference, translations={"fr": {"name": "Congrès"}, "ru": {"category": "Съезды"}})
    translate(conference, "ru", {"name": "Конгресс"})
    assert conference.translations == {"fr": {"name": "Congrès"}, "ru": {"category": "Съезды", "name": "Конгресс"}}


def test_translate_without_a_text_takes_the_translation_away(conference):
    translate(conference, "ru", {"name": "Конгресс"})
    translate(conference, "ru", {"name": ""})
    assert conference.translations == {}


def test_translate_refuses_the_language_of_the_text(conference):
    with pytest.raises(RuleViolation, match="itself is in that language") as refusal:
        translate(conference, "en", {"name": "Congress"})
    assert refusal.value.field == "to"


def test_translate_refuses_a_stale_edit(conference):
    with pytest.raises(StaleEdit):
        translate(conference, "ru", {"name": "Конгресс"}, version=conference.version + 1)


@pytest.mark.parametrize(
    ("page", "field"),
    [
        ("translate/", "name"),
        ("occasions/1/translate/", "name"),
        ("instruments/1/translate/", "title"),
        ("documents/report/translate/", "title"),
    ],
)
def test_each_is_translated_on_its_page(organizer, conference, page, field):
    base = f"/manage/conferences/{conference.slug}/"
    version = organizer.get(base + page).text.partition('name="version"')[2].partition('value="')[2].partition('"')[0]
    organizer.post(base + page, data={"version": version, "to": "Russian", field: "По-русски"})
    assert 'value="По-русски"' in organizer.get(f"{base}{page}?to=ru").text


def test_translations_are_named_on_the_page(organizer, conference):
    translate(conference, "ru", {"name": "Конгресс"})
    page = organizer.get(f"/manage/conferences/{conference.slug}/about/").text
    assert '<bdi lang="ru">Конгресс</bdi>' in page


def test_what_was_typed_is_kept(organizer, conference):
    form = {"version": conference.version, "to": "Klingonese", "name": "yejHaD"}
    answer = organizer.post(f"/manage/conferences/{conference.slug}/translate/", data=form)
    assert (answer.status_code, 'value="yejHaD"' in answer.text) == (422, True)


def test_a_stale_translation_shows_both_and_can_be_sent_again(organizer, conference):
    page, form = f"/manage/conferences/{conference.slug}/translate/", {"to": "ru", "name": "Мой"}
    form["version"] = conference.version
    translate(conference, "ru", {"name": "Их"})
    answer = organizer.post(page, data=form)
    assert ('value="Мой"' in answer.text, '<p class="as-typed">Их</p>' in answer.text) == (True, True)
    form["version"] = answer.text.partition('name="version"')[2].partition('value="')[2].partition('"')[0]
    assert organizer.post(page, data=form).status_code == 302


def test_readers_translate_nothing(signed_in_as, conference):
    reader = signed_in_as(Role.READER, conference)
    assert reader.get(f"/manage/conferences/{conference.slug}/translate/").status_code == 403


def test_a_translation_is_read_by_its_readers(conference):
    translate(conference, "ru", {"name": "Конгресс"})
    assert queries.conference_by_slug(conference.slug).translations["ru"]["name"] == "Конгресс"
