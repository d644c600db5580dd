"""Every public page in one walk from the front page, in every language: links, HTML, languages, headers."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable

import pytest

from confapp.db import db
from confapp.languages import LANGUAGES
from confapp.security import POLICY
from tests.plugins.application import make_app
from tests.plugins.catalogues import PSEUDO
from tests.site import leaks, soundness
from tests.site.walking import Walk, in_language, language_of

BASE = "http://127.0.0.1:8000"
ISLANDS = "/islands-2021/"
MERIDIAN = "/meridian-1884/"
READ = list(LANGUAGES)
UNREAD = list(PSEUDO)


@pytest.fixture(scope="module")
def shelves(library, languages):
    """The application on both published conferences."""
    app = make_app(
        library.instance, library.database_url or f"sqlite:///{library.instance / 'confapp.db'}", **languages
    )
    yield app
    with app.app_context():
        db.engine.dispose()


@pytest.fixture(scope="module")
def walk(shelves) -> Callable[[str], Walk]:
    """The walk of whoever reads a language; each is made once."""
    walks: dict[str, Walk] = {}

    def made(language: str) -> Walk:
        if language not in walks:
            walks[language] = Walk(shelves.test_client(), BASE, language)
        return walks[language]

    return made


@pytest.mark.parametrize("language", READ)
def test_every_link_answers(walk, language):
    pages = walk(language).pages.values()
    assert [f"{page.address}: {page.status}" for page in pages if page.status != 200] == []


@pytest.mark.parametrize("language", READ)
def test_every_link_into_a_page_finds_its_place(walk, language):
    pages = walk(language).pages
    lost = {
        f"{page.address} → {link.address}#{link.place}"
        for page, link in walk(language).links()
        if link.place
        and link.address in pages
        and pages[link.address].is_html
        and link.place not in pages[link.address].ids
    }
    assert sorted(lost) == []


@pytest.mark.parametrize("language", READ)
def test_every_link_stays_in_the_language(walk, language):
    pages = walk(language).pages
    strayed = {
        f"{page.address} → {link.address}"
        for page, link in walk(language).links()
        if not link.is_other_language
        and link.element.tag == "a"
        and link.address in pages
        and pages[link.address].is_html
        and language_of(link.address) != language
    }
    assert sorted(strayed) == []


def test_every_page_is_there_in_every_language(walk):
    assert {page.path for page in walk("en").read} == {page.path for page in walk("ru").read}


@pytest.mark.parametrize("language", [*READ, *UNREAD])
def test_every_page_says_its_language_and_direction(walk, language):
    direction = "rtl" if language == "ar-XB" else "ltr"
    said = {(page.tree.get("lang"), page.tree.get("dir")) for page in walk(language).read}
    assert said == {(language, direction)}


@pytest.mark.parametrize("language", READ)
def test_every_page_names_itself_and_its_other_languages(walk, language):
    wrong = []
    for page in walk(language).read:
        canonical = page.tree.xpath("//link[@rel='canonical']/@href")
        others = dict(
            zip(
                *(page.tree.xpath(f"//link[@rel='alternate' and @hreflang]/@{name}") for name in ("hreflang", "href")),
                strict=True,
            )
        )
        expected = {tag: f"{BASE}{page.path}?lang={tag}" for tag in [*READ, *UNREAD]} | {
            "x-default": f"{BASE}{page.path}"
        }
        if len(canonical) != 1 or not canonical[0].startswith(f"{BASE}{page.path}") or others != expected:
            wrong.append(f"{page.address}: {canonical} {others}")
    assert wrong == []


@pytest.mark.parametrize("language", [*READ, "ar-XB"])
def test_every_page_is_sound(walk, language):
    assert [problem for page in walk(language).read for problem in soundness.problems(page)] == []


def test_every_page_has_a_title_of_its_own(walk):
    titles = defaultdict(list)
    for page in walk("en").read:
        titles[page.tree.findtext(".//title")].append(page.address)
    assert [f"{title}: {addresses}" for title, addresses in titles.items() if len(addresses) > 1] == []


@pytest.mark.parametrize("language", UNREAD)
def test_no_english_is_left(walk, language):
    known = leaks.vocabulary(PSEUDO[language])
    # English content is foreign in a page in Arabic, but not in one in English; there, only the other one can show.
    pages = [page for page in walk(language).read if language == "ar-XB" or is_without_english(walk(language), page)]
    assert len(pages) > 10
    assert [leak for page in pages for leak in leaks.leaks(page, known=known)] == []


def is_without_english(walk: Walk, page) -> bool:
    addresses = [link.address for link in page.links(walk.base)]
    return any(ISLANDS in address for address in addresses) and not any(MERIDIAN in address for address in addresses)


def test_no_word_of_the_interface_says_it_is_in_another_language(walk):
    assert [problem for page in walk("ar-XB").read for problem in leaks.mislabelled(page)] == []


def test_russian_is_complete(walk):
    left = [leak for page in walk("ru").read if is_without_english(walk("ru"), page) for leak in leaks.leaks(page)]
    assert left == []


def test_pages_for_errors_are_as_sound(shelves, walk):
    for language in (*READ, *UNREAD):
        page = walk(language).visit(in_language("/officials/nobody-of-this-name/", language))
        assert page.status == 404
        assert soundness.problems(page) == []
        assert language in READ or leaks.leaks(page) == []


def test_every_answer_is_safe_and_the_same_for_everybody(walk):
    wrong = Counter()
    for page in walk("en").pages.values():
        headers = page.headers
        static = page.path.startswith("/static/")
        wrong[f"policy {headers.get('Content-Security-Policy')}"] += (
            not static and headers.get("Content-Security-Policy") != POLICY
        )
        wrong[f"cookie {headers.get('Set-Cookie')}"] += "Set-Cookie" in headers
        wrong["sniffed"] += headers.get("X-Content-Type-Options") != "nosniff"
        wrong[f"varies by {headers.get('Vary')}"] += "Cookie" in headers.get("Vary", "")
    assert +wrong == Counter()


def test_every_page_is_answered_from_its_digest(walk):
    stranger = walk("en")
    wrong = []
    for page in stranger.read:
        etag = page.headers.get("ETag", "")
        again = stranger.visit(page.address, **{"If-None-Match": etag})
        if not etag or again.status != 304 or again.body or "public" not in page.headers.get("Cache-Control", ""):
            wrong.append(f"{page.address}: {etag} {again.status} {page.headers.get('Cache-Control')}")
    assert wrong == []


def test_nothing_that_was_written_becomes_markup(walk):
    """A title in the second conference is `<script>`, another `<b>`: both stand there as they were written."""
    markup = [page for page in walk("en").read if "<b>사랑" in page.text or "<script>노래" in page.text]
    assert [page.address for page in markup] == []
    assert any("&lt;script&gt;노래" in page.text for page in walk("en").read)
