from __future__ import annotations

import pytest
from babel import Locale

from confapp.languages import LANGUAGES
from tests.plugins.catalogues import dress


def shown(response) -> tuple[str, str]:
    """Language and direction of a page."""
    head = response.text.split("<html ", 1)[1].split(">", 1)[0]
    language, direction = head.split()
    return language.split('"')[1], direction.split('"')[1]


@pytest.mark.parametrize(
    ("wanted", "language", "direction"),
    [
        ("ru", "ru", "ltr"),
        ("en", "en", "ltr"),
        ("en-XA", "en-XA", "ltr"),
        ("ar-XB", "ar-XB", "rtl"),
        ("xx", "en", "ltr"),
    ],
)
def test_the_address_decides(client, wanted, language, direction):
    assert shown(client.get(f"/sign-in/?lang={wanted}")) == (language, direction)


@pytest.mark.parametrize(("accepted", "language"), [("ru,en;q=0.5", "ru"), ("de", "en"), ("ru-RU", "ru"), ("", "en")])
def test_else_the_browser_is_asked(client, accepted, language):
    response = client.get("/nothing/", headers={"Accept-Language": accepted})
    assert shown(response)[0] == language
    assert "Accept-Language" in response.headers["Vary"]


def test_an_address_with_its_language_is_the_same_for_everybody(client):
    response = client.get("/nothing/?lang=ru", headers={"Accept-Language": "en"})
    assert "Accept-Language" not in response.headers["Vary"]
    assert "Set-Cookie" not in response.headers


def test_a_choice_is_kept_on_personal_pages_alone(client):
    client.get("/sign-in/?lang=ru")
    assert shown(client.get("/sign-in/"))[0] == "ru"
    public = client.get("/nothing/")
    assert shown(public)[0] == "en"
    assert "Cookie" not in public.headers["Vary"]


def test_every_language_has_its_address_on_the_page(client):
    page = client.get("/sign-in/?next=/me/&lang=en").text
    for language in LANGUAGES:
        assert f'href="/sign-in/?next=%2Fme%2F&amp;lang={language}"' in page


def test_without_a_request_it_is_english(app):
    from flask_babel import force_locale, gettext  # noqa: PLC0415  beside its use

    with app.app_context():
        assert gettext("Sign in") == "Sign in"
        with force_locale(app.config["LANGUAGES"]["en-XA"]):
            assert gettext("Sign in") == dress("Sign in")


def test_every_message_is_dressed_in_the_language_that_nobody_speaks(client):
    page = client.get("/sign-in/?lang=en-XA").text
    assert dress("Sign in") in page
    assert ">Sign in<" not in page


def test_what_is_filled_in_is_not_dressed():
    assert dress("Answer %(code)s of <b>%(n)d</b> &amp; {x}") == "Åñšŵéŕ %(code)s öƒ <b>%(n)d</b> &amp; {x}"


def test_languages_are_known_by_their_tags():
    assert LANGUAGES == {"en": Locale("en"), "ru": Locale("ru")}
