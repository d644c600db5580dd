from __future__ import annotations

import json

import pytest

from confapp import static_files
from tests.plugins.application import make_app


@pytest.fixture
def built(tmp_path, monkeypatch):
    """A folder that the bundler filled."""
    folder = tmp_path / "dist"
    (folder / "css").mkdir(parents=True)
    (folder / "css" / "public-ABCD1234.css").write_text("body { color: black }")
    (folder / "manifest.json").write_text(json.dumps({"css/public.css": "css/public-ABCD1234.css"}))
    monkeypatch.setattr(static_files, "BUILT", folder)
    return make_app(tmp_path, "")


@pytest.fixture
def unbuilt(tmp_path, monkeypatch):
    monkeypatch.setattr(static_files, "BUILT", tmp_path / "nothing")
    return make_app(tmp_path, "")


def test_a_bundled_file_is_named_by_its_content_and_kept_for_ever(built):
    with built.test_request_context():
        address = static_files.asset("css/public.css")
    assert address == "/static/dist/css/public-ABCD1234.css"
    headers = built.test_client().get(address).headers
    assert headers["Cache-Control"] == "max-age=315360000, public, immutable"
    assert headers["X-Content-Type-Options"] == "nosniff"


def test_the_manifest_itself_is_not_kept_for_ever(built):
    assert built.test_client().get("/static/dist/manifest.json").headers["Cache-Control"] == "max-age=86400, public"


def test_without_a_bundle_the_sources_are_served(unbuilt):
    with unbuilt.test_request_context():
        address = static_files.asset("css/public.css")
    assert address == "/static/src/css/public.css"
    response = unbuilt.test_client().get(address)
    assert (response.status_code, response.mimetype) == (200, "text/css")


def test_without_a_bundle_every_stylesheet_of_a_page_is_there(unbuilt):
    client = unbuilt.test_client()
    page = client.get("/nothing/").text
    addresses = [part.split('"', 1)[0] for part in page.split('"/static/')[1:]]
    assert addresses != []
    assert [address for address in addresses if client.get(f"/static/{address}").status_code != 200] == []


@pytest.mark.parametrize(
    ("url", "hashed"),
    [
        ("/static/dist/js/public-UZ42SIWV.js", True),
        ("/static/dist/fonts/serif-regular-latin-ESJBLBDE.woff2", True),
        ("/static/dist/manifest.json", False),
        ("/static/src/fonts/serif-display-cyrillic.woff2", False),
    ],
)
def test_only_hashed_names_are_kept_for_ever(url, hashed):
    assert static_files.is_hashed(url) is hashed
