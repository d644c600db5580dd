"""Stylesheets, scripts and fonts: the built bundle, or their sources where none was built."""

from __future__ import annotations

import json
import re
from typing import Any
from wsgiref.headers import Headers

import structlog
from flask import Flask, current_app, url_for
from whitenoise import WhiteNoise

from confapp.resources import PACKAGE

SOURCES = PACKAGE / "frontend"
BUILT = PACKAGE / "static" / "dist"
A_DAY = 24 * 3600
HASHED = re.compile(r"^/static/dist/.*-[0-9A-Z]{8}\.[0-9a-z]+(\.map)?$")

log = structlog.get_logger("confapp.static")


def init_app(app: Flask) -> None:
    manifest = read_manifest()
    app.config["ASSETS"] = manifest
    app.jinja_env.globals["asset"] = asset
    noise = WhiteNoise(
        app.wsgi_app,
        max_age=A_DAY,
        allow_all_origins=False,
        immutable_file_test=lambda _path, url: is_hashed(url),
        add_headers_function=_add_headers,
    )
    if manifest:
        noise.add_files(str(BUILT), prefix="static/dist/")
    else:
        log.warning("no bundle of styles and scripts was built; pages use their sources", looked_in=str(BUILT))
        for folder in ("css", "js", "fonts", "images", "src"):
            if (SOURCES / folder).is_dir():
                noise.add_files(str(SOURCES / folder), prefix=f"static/src/{folder}/")
    app.wsgi_app = noise  # type: ignore[method-assign]


def _add_headers(headers: Headers, _path: str, _url: str) -> None:
    headers["X-Content-Type-Options"] = "nosniff"


def read_manifest() -> dict[str, str]:
    """What the bundler called each file; empty where it did not run."""
    path = BUILT / "manifest.json"
    return json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}


def is_hashed(url: str) -> bool:
    """Whether the name has its content's hash in it, so that it can be kept for ever."""
    return bool(HASHED.search(url))


def asset(name: str) -> str:
    """The address of a bundled file by the name that it has in the sources, such as `css/public.css`."""
    manifest: dict[str, Any] = current_app.config["ASSETS"]
    folder, path = ("dist", manifest[name]) if name in manifest else ("src", name)
    return url_for("static", filename=f"{folder}/{path}")
