"""Whole records as they are read, in both languages. `python -m tests.records.reading` writes the files anew."""

from __future__ import annotations

import pytest

from tests.records import reading


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("name", reading.MADE)
def test_record_reads_as_in_its_golden_file(name, language):
    assert reading.reading(reading.MADE[name](), language) == reading.golden(name, language).read_text(encoding="utf-8")
