"""Every code is in the catalogue, and the page says what the catalogue says."""

from __future__ import annotations

import re
from pathlib import Path

from confapp.checks import catalogue
from confapp.checks.findings import Subject

FOLDER = Path(catalogue.__file__).parent
CODE = re.compile(r'"([a-z]+(?:-[a-z]+)+)"')


def codes_in_modules() -> set[str]:
    sources = (path.read_text("utf-8") for path in FOLDER.glob("*.py") if path.name != "catalogue.py")
    return {code for source in sources for code in CODE.findall(source)}


def test_every_code_is_in_the_catalogue():
    assert codes_in_modules() - set(catalogue.CATALOGUE) == set()


def test_every_entry_is_the_code_of_a_check():
    assert set(catalogue.CATALOGUE) - codes_in_modules() == set()


def test_no_code_is_there_twice():
    assert len(catalogue.CATALOGUE) == len(catalogue.ENTRIES)


def test_every_subject_has_checks():
    assert {entry.subject for entry in catalogue.ENTRIES} == set(Subject) == set(catalogue.SUBJECTS)


def test_the_findings_of_real_conferences_are_as_grave_as_the_catalogue_says(checked):
    found = {(one.code, one.severity) for findings in checked.values() for one in findings}
    assert [pair for pair in found if pair[1] not in catalogue.CATALOGUE[pair[0]].severities] == []


def test_the_page_is_that_of_the_catalogue(app):
    """`python -m confapp.checks.catalogue > confapp/checks/CHECKS.md` writes it."""
    assert (FOLDER / "CHECKS.md").read_text("utf-8") == catalogue.page()
