"""Bringing the database from one version to the next; a server that only answers never loads what does it."""

from __future__ import annotations

import re
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType

from flask import Flask, current_app

from confapp.db import db
from confapp.resources import bundled

_REVISION = re.compile(r'^(revision|down_revision) = (?:"(\w+)"|None)$', re.MULTILINE)


def init_app(app: Flask) -> None:
    """Let Flask-Migrate work on the application."""
    from flask_migrate import Migrate  # noqa: PLC0415  it brings Alembic, which would be 12 MB in every worker

    Migrate(app, db, directory=str(bundled("migrations")), render_as_batch=True, compare_type=True)


def flask_migrate() -> ModuleType:
    """Flask-Migrate's verbs, ready for the current application."""
    verbs = import_module("flask_migrate")  # here for its weight: see init_app
    init_app(current_app._get_current_object())  # type: ignore[attr-defined]  # noqa: SLF001  the proxy ends with its context
    return verbs


@cache
def newest_revision() -> str:
    """The revision that no other one follows."""
    names: set[str] = set()
    followed: set[str] = set()
    for path in Path(bundled("migrations"), "versions").glob("*.py"):
        for kind, name in _REVISION.findall(path.read_text(encoding="utf-8")):
            (names if kind == "revision" else followed).add(name)
    (newest,) = names - followed
    return newest
