"""The cases of the package: what is exported is what was imported, here and elsewhere."""

from __future__ import annotations

import pytest

from confapp.imports import queries
from confapp.imports.canonical import digest
from confapp.imports.exporting import give_case
from confapp.imports.loading import load_bytes
from confapp.imports.operations import Outcome, import_case
from confapp.imports.writing import write_yaml
from confapp.proceedings.models import Edition
from confapp.records.models import RecordState, SessionRecord
from tests.imports.conftest import MERIDIAN, ORGANIZING


@pytest.mark.parametrize("name", ["meridian", "organizing"])
def test_the_export_is_the_canonical_form_of_the_file(looking, request, name):
    case = request.getfixturevalue(name)
    given = give_case(queries.conference_by_slug(case.slug))
    assert given == case.canonical
    assert digest(given) == case.digest


@pytest.mark.parametrize("path", [MERIDIAN, ORGANIZING])
def test_the_export_is_the_very_file(looking, path):
    slug = load_bytes(path.read_bytes()).slug
    assert write_yaml(give_case(queries.conference_by_slug(slug))) == path.read_text("utf-8")


@pytest.mark.parametrize("name", ["meridian", "organizing"])
def test_imported_elsewhere_it_exports_the_same(looking, app, request, name):
    case = request.getfixturevalue(name)
    with looking.app_context():
        first = write_yaml(give_case(queries.conference_by_slug(case.slug)))
    with app.app_context():
        conference, _outcome = import_case(load_bytes(first.encode()))
        assert write_yaml(give_case(conference)) == first


def test_the_same_again_changes_nothing(looking, meridian):
    conference, outcome = import_case(meridian)
    assert (conference.slug, outcome) == ("meridian-1884", Outcome.UNCHANGED)


def test_only_what_was_published_is_public(looking):
    shown = {
        slug: queries.conference_by_slug(slug).is_public
        for slug in ("meridian-1884", "second-organizing-conference-2021")
    }
    assert shown == {"meridian-1884": True, "second-organizing-conference-2021": False}


def test_the_conference_of_1884_has_an_edition_and_all_its_records(looking):
    conference = queries.conference_by_slug("meridian-1884")
    editions = queries.rows(Edition, Edition.conference_id == conference.id)
    records = queries.rows(SessionRecord)
    assert ([edition.number for edition in editions], {record.state for record in records}, len(records)) == (
        [1],
        {RecordState.APPROVED},
        8,
    )
