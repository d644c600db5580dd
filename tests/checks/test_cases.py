"""What is found in the conferences of 1884 and 2021, and in one that was made up without a fault."""

from __future__ import annotations

import json

import pytest

from confapp.checks import queries, running
from confapp.checks.findings import Severity
from confapp.checks.running import check, findings_of
from confapp.checks.texts import texts_of
from confapp.conferences.queries import conference_by_slug
from confapp.imports.loading import load_bytes
from confapp.imports.operations import import_case
from tests.benchmarks.made_up import made_up_case


@pytest.fixture
def meridian(checked):
    return checked["meridian-1884"]


@pytest.fixture
def organizing(checked):
    return checked["second-organizing-conference-2021"]


def of_code(findings, *codes):
    return [(one.severity.value, one.message) for one in findings if one.code in codes]


MIDNIGHT = "“Universal day: mean solar day from mean midnight of the initial meridian, 0 to 24 hours”"
DECIMAL = "“Hope that studies of the decimal division of angles and time be resumed”"


def test_fault_1_a_name_twice_and_one_missing(meridian):
    assert [one for one in of_code(meridian, "printed-name-twice", "printed-name-missing") if MIDNIGHT in one[1]] == [
        ("warning", f"Protocol of 20 October 1884 prints Netherlands twice: {MIDNIGHT}."),
        ("warning", f"Protocol of 20 October 1884 does not print Russia: {MIDNIGHT}."),
    ]


def test_fault_2_announced_21_and_19_names(meridian):
    assert [one for one in of_code(meridian, "announced-names", "printed-name-missing") if DECIMAL in one[1]] == [
        ("warning", f"Final Act does not print Liberia and Switzerland: {DECIMAL}."),
        ("warning", f"Final Act announces other totals than it has names: yes: 19, announced 21. {DECIMAL}."),
    ]


def test_3_is_accepted_with_its_reason(meridian):
    assert of_code(meridian, "vote-changed") == [
        (
            "info",
            (
                "Salvador: from absent to yes (14 October 1884). Absent through illness on 13 October; asks to be"
                " recorded in favour. No objection; President ordered the entry. “Greenwich transit instrument as"
                " initial meridian for longitude”."
            ),
        )
    ]


def test_fault_4_a_vote_changed_and_no_total_announced(meridian):
    assert of_code(meridian, "vote-changed-unannounced") == [
        (
            "warning",
            (
                "Turkey: from yes to no (1 November 1884). Asks to change its vote from yes to no. No objection; change"
                f" ordered. The totals are 14–3–7 since, and nobody announced them: {MIDNIGHT}."
            ),
        )
    ]


@pytest.mark.parametrize(
    "message",
    [
        "Sources print Colombia as “Columbia”.",
        "Sources print Austria-Hungary as “Austria” and “Austro-Hungary”.",
        "Sources print Antonio Batres as “Atonio Batres”.",
        "Sources print Carl Steen Andersen de Bille as “O. S. A. de Bille”.",
    ],
)
def test_fault_5_variant_names(meridian, message):
    assert ("warning", message) in of_code(meridian, "printed-spelling")


def test_little_else_is_found_in_1884(meridian):
    counts = {code: len(of_code(meridian, code)) for code in {one.code for one in meridian}}
    assert counts == {
        "printed-spelling": 16,
        "printed-name-twice": 1,
        "printed-name-missing": 2,
        "announced-names": 1,
        "vote-changed-unannounced": 1,
        "vote-changed": 1,
        "committee-without-chair": 1,
        "item-without-outcome": 1,
        "letter-without-sender": 2,
    }


@pytest.mark.parametrize(
    ("inconsistency", "code", "severity"),
    [
        ("i01", "ordinal-suffix", "warning"),
        ("i07", "anniversary-day", "info"),
        ("i08", "anniversary-day", "info"),
        ("i09", "two-foundings", "warning"),
        ("i10", "printed-spelling", "warning"),
        ("i11", "many-names", "info"),
        ("i12", "many-names", "info"),
        ("i13", "series-kind", "warning"),
        ("i14", "second-calendar-order", "info"),
        ("i15", "session-undated", "warning"),
        ("i16", "period-without-year", "warning"),
        ("i17", "before-opening", "warning"),
        ("i17", "opened-again", "info"),
        ("i18", "conference-not-closed", "info"),
        ("i19", "agenda-empty", "warning"),
        ("i20", "letter-without-sender", "info"),
        ("i21", "relative-date", "info"),
        ("i22", "role-without-body", "warning"),
        ("i27", "source-undated", "info"),
    ],
)
def test_inconsistencies_of_2021_that_its_facts_show(organizing, inconsistency, code, severity):
    assert severity in {one for one, _message in of_code(organizing, code)}


def test_nothing_of_2021_is_an_error_of_ours(organizing):
    assert [one for one in organizing if one.severity is Severity.ERROR] == []


def test_nothing_above_a_hint_is_found_where_nothing_is_wrong(app):
    conference, _outcome = import_case(load_bytes(json.dumps(made_up_case()).encode(), name="made-up.json"))
    assert [one for one in findings_of(conference) if one.severity is not Severity.INFO] == []


@pytest.mark.parametrize("slug", ["meridian-1884", "second-organizing-conference-2021"])
def test_no_finding_hides_another(both, slug):
    with both.app_context():
        material = queries.material_of(conference_by_slug(slug))
        texts = texts_of(material)
        found = [(one.code, one.place) for each in running.CHECKS for one in each(material, texts)]
        assert sorted(found) == sorted((one.code, one.place) for one in check(material))
