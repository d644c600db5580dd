"""Catalogues: every message has its Russian, and a translation keeps what is put into it."""

from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.frontend import CommandLineInterface
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from flask import Flask
from flask_babel import Babel

from confapp.calendars import dual_date
from confapp.conferences.rules_data import preset
from confapp.dates import DateError, PartialDate
from confapp.voting.counting import Poll, Totals, reckon
from confapp.voting.derivation import derivation

ROOT = Path(__file__).parents[1]
TRANSLATIONS = ROOT / "confapp" / "translations"


@pytest.fixture(scope="module")
def russian() -> Catalog:
    with (TRANSLATIONS / "ru" / "LC_MESSAGES" / "messages.po").open("rb") as file:
        return read_po(file, locale="ru", domain="messages")


@pytest.fixture
def said_in_russian(russian, tmp_path):
    folder = tmp_path / "ru" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    with (folder / "messages.mo").open("wb") as file:
        write_mo(file, russian)
    app = Flask(__name__)
    Babel(app, default_translation_directories=str(tmp_path), locale_selector=lambda: "ru")
    with app.test_request_context():
        yield


def is_translated(message) -> bool:
    return all(message.string) if isinstance(message.string, (tuple, list)) else bool(message.string)


def test_every_message_has_its_russian(russian, tmp_path, monkeypatch):
    monkeypatch.chdir(ROOT)
    template = tmp_path / "messages.pot"
    CommandLineInterface().run(
        ["pybabel", "--quiet", "extract", "-F", str(TRANSLATIONS / "babel.cfg"), "-k", "_l", "-o", str(template), "."]
    )
    with template.open("rb") as file:
        messages = [message for message in read_po(file) if message.id]

    translated = {message.id for message in russian if message.id and is_translated(message) and not message.fuzzy}
    assert messages
    assert [message.id for message in messages if message.id not in translated] == []


def test_translations_keep_what_is_put_into_them(russian):
    assert [(message.id, errors) for message, errors in russian.check()] == []


@pytest.mark.usefixtures("said_in_russian")
def test_result_is_derived_in_russian():
    sentence = derivation(reckon(Poll(Totals(22, 1, 2)), preset("as-in-1884")))

    assert sentence == "22 из 23 голосов за и против; требуется более половины (12): принято"


@pytest.mark.usefixtures("said_in_russian")
def test_second_calendar_is_named_in_russian():
    assert dual_date(PartialDate(2021, 1, 5), "juche") == "5 января 2021 года · 110 год Чучхе"


@pytest.mark.usefixtures("said_in_russian")
def test_refusal_is_said_in_russian():
    with pytest.raises(DateError, match=r"Месяца 13 нет: месяцы идут от 01 до 12\."):
        PartialDate.parse("1884-13")
