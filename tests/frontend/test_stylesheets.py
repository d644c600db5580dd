"""The stylesheets as a browser reads them unbundled, and what they must not say."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

IMPORT = re.compile(r'@import url\("([^"]+)"\)')
ADDRESS = re.compile(r'(?<!@import )url\("([^"]+)"\)')
# Reading from right to left costs nothing only as long as no rule says left or right.
PHYSICAL = re.compile(
    r"(?<![\w-])(?:(?:margin|padding|border|inset)-(?:left|right|top|bottom)|(?:min-|max-)?(?:width|height)"
    r"|left|right|top|bottom)\s*:|(?:float|text-align)\s*:\s*(?:left|right)"
)
NOT_RULES = re.compile(r"@(?:media|page)[^{]*\{|/\*.*?\*/", re.DOTALL)


def test_public_stylesheet_imports_every_sheet_of_the_public_side(frontend: Path) -> None:
    imported = IMPORT.findall((frontend / "css" / "public.css").read_text(encoding="utf-8"))
    present = {path.name for path in (frontend / "css").glob("*.css")} - {"public.css", "bootstrap.css"}
    assert sorted(imported) == sorted(present)


def test_every_address_is_a_file_of_ours(frontend: Path) -> None:
    missing = [
        (sheet.name, address)
        for sheet in (frontend / "css").glob("*.css")
        for address in ADDRESS.findall(sheet.read_text(encoding="utf-8"))
        if not (sheet.parent / address).is_file() and address not in IMPORT.findall(sheet.read_text(encoding="utf-8"))
    ]
    assert missing == []


def test_every_font_is_named_by_a_rule(frontend: Path) -> None:
    rules = (frontend / "css" / "fonts.css").read_text(encoding="utf-8")
    assert sorted(re.findall(r"[a-z-]+\.woff2", rules)) == sorted(p.name for p in (frontend / "fonts").glob("*.woff2"))


@pytest.mark.parametrize("rule", ["float: left", "margin-right: 0", "a{left:0}", "max-width: 1em", "text-align:right"])
def test_physical_properties_would_be_seen(rule: str) -> None:
    assert PHYSICAL.search(rule)


def test_properties_are_logical(frontend: Path) -> None:
    found = {
        sheet.name: PHYSICAL.findall(NOT_RULES.sub("", sheet.read_text(encoding="utf-8")))
        for sheet in (frontend / "css").glob("*.css")
    }
    assert {name: hits for name, hits in found.items() if hits} == {}


def test_fonts_of_a_latin_page_stay_under_their_budget(frontend: Path) -> None:
    assert sum(path.stat().st_size for path in (frontend / "fonts").glob("*-latin.woff2")) < 120_000


def test_fonts_carry_their_licence(frontend: Path) -> None:
    assert "SIL OPEN FONT LICENSE Version 1.1" in (frontend / "fonts" / "OFL.md").read_text(encoding="utf-8")


def test_lock_file_names_no_download_address(frontend: Path) -> None:
    packages = json.loads((frontend / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    assert [name for name, package in packages.items() if "resolved" in package] == []


@pytest.fixture
def bundle(frontend: Path) -> dict[str, Path]:
    dist = frontend.parent / "static" / "dist"
    if not (dist / "manifest.json").is_file():
        pytest.skip("no bundle was built here")
    return {name: dist / path for name, path in json.loads((dist / "manifest.json").read_text("utf-8")).items()}


def test_bundle_stays_small(bundle: dict[str, Path]) -> None:
    styles = bundle["css/public.css"].stat().st_size
    scripts = sum(bundle[name].stat().st_size for name in ("js/public.js", "js/theme.js"))
    assert (styles < 40_000, scripts < 10_000) == (True, True)


def test_manifest_names_only_files_that_are_there(bundle: dict[str, Path]) -> None:
    assert [name for name, path in bundle.items() if not path.is_file()] == []
