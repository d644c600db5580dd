"""The macros and frames alone: no database, no request, every string as it stands in the template."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader

from confapp import formatting

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def frontend() -> Path:
    return ROOT / "confapp" / "frontend"


@pytest.fixture(scope="session")
def templates() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(ROOT / "templates"),
        extensions=["jinja2.ext.i18n"],
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.install_null_translations(newstyle=True)
    environment.globals.update(
        asset=lambda name: f"/static/src/{name}",
        page_language=lambda: "ar",
        page_direction=lambda: "rtl",
        page_languages=lambda: [("ar", "العربية", "?lang=ar"), ("en", "English", "?lang=en")],
        confapp_version="0.1.0",
        span_text=formatting.format_days,
    )
    environment.filters.update(
        date_text=formatting.format_date,
        weekday_text=formatting.format_day,
        time_text=formatting.format_time,
        instant=formatting.format_instant,
        moment=formatting.format_moment,
        number=formatting.format_number,
    )
    return environment
