"""The frame of every page: landmarks, language, and nothing that the content security policy would refuse."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from jinja2 import Environment


@pytest.fixture
def page(templates: Environment) -> str:
    return templates.get_template("error.html").render(
        code=404,
        title="There is nothing at this address",
        message="It may have moved.",
        place={"title": "International Meridian Conference", "href": "/conferences/meridian-1884/"},
        nav=[{"title": "Agenda", "href": "agenda/", "current": True}, {"title": "Letters", "href": "letters/"}],
        accent_url="/accent.css",
    )


def test_page_says_its_language_and_direction(page: str) -> None:
    assert re.findall(r"<html [^>]*>", page) == ['<html lang="ar" dir="rtl">']


def test_page_has_each_landmark_once(page: str) -> None:
    assert {tag: len(re.findall(f"<{tag}[ >]", page)) for tag in ("header", "main", "footer", "h1")} == {
        "header": 2,  # the site's, and the page's head inside main
        "main": 1,
        "footer": 1,
        "h1": 1,
    }


def test_skip_link_comes_first_and_leads_to_the_text(page: str) -> None:
    body = page[page.index("<body>") :]
    assert re.findall(r'href="([^"]+)"', body)[0] == "#main"
    assert '<main id="main" tabindex="-1">' in body


def test_present_part_is_marked(page: str) -> None:
    assert re.findall(r'<a href="([^"]+)" aria-current="page">', page) == ["agenda/"]


def test_navigations_have_names_of_their_own(page: str) -> None:
    names = re.findall(r'<nav[^>]* aria-label="([^"]+)"', page)
    assert names == ["Language", "Parts of this conference"]


def test_accent_comes_after_the_tokens(page: str) -> None:
    assert re.findall(r'rel="stylesheet" href="([^"]+)"', page) == ["/static/src/css/public.css", "/accent.css"]


def test_title_ends_in_the_name_of_the_site(page: str) -> None:
    assert re.findall("<title>(.*)</title>", page) == ["There is nothing at this address · confapp"]


def test_templates_have_no_inline_script_or_style(templates: Environment) -> None:
    inline = re.compile(r"<style|\sstyle=|\son[a-z]+=|<script(?![^>]* src=)|javascript:")
    found = {
        name: inline.findall(Path(templates.get_template(name).filename or "").read_text(encoding="utf-8"))
        for name in templates.list_templates(extensions=["html"])
        if name.split("/")[0] in {"base.html", "public.html", "error.html", "macros"}
    }
    assert {name: hits for name, hits in found.items() if hits} == {}
