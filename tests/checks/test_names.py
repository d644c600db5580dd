"""Names and spellings of bodies and people."""

from __future__ import annotations

import pytest

from confapp.checks.names import fits, folded, nearly
from confapp.organizations.models import NameKind
from confapp.participation.operations import invite_guest, register_delegation
from tests.builders import a_committee, a_letter, an_official, an_organization


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("C. S. A. de Bille", "Carl Steen Andersen de Bille"),
        ("Kologrivoff", "J. de Kologrivoff"),
        ("Mr. Arbol", "Emilio Ruiz del Arbol"),
        ("Müller", "Muller"),
        ("Шмидт", "Shmidt"),
    ],
)
def test_shorter_forms_fit(short, full):
    assert fits(short, full)


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("O. S. A. de Bille", "Carl Steen Andersen de Bille"),
        ("Atonio Batres", "Antonio Batres"),
        ("Batres A.", "Antonio Batres"),
    ],
)
def test_other_spellings_do_not(short, full):
    assert not fits(short, full)


def test_names_are_folded_across_scripts():
    assert folded("  Ігнатій Schæffer ") == folded("ignatiy SCHAEFFER")


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("Solidarity Gruop", "Solidarity Group", False),
        ("Solidarety Group", "Solidarity Group", True),
        ("Soldiarity Group", "Solidarity Group", True),
        ("Sólidarity group", "Solidarity Group", True),
        ("Ministry of Health", "Ministry of Labour", False),
        ("Group 12", "Group 13", False),
    ],
)
def test_what_is_nearly_the_same(one, other, near):
    assert nearly(one, other) is near


def test_a_printed_spelling_of_a_person(conference, found):
    invite_guest(conference, an_official("Antonio Batres", names=[{"name": "Atonio Batres", "kind": NameKind.PRINTED}]))
    assert found("printed-spelling") == [("warning", "Sources print Antonio Batres as “Atonio Batres”.")]


def test_initials_titles_and_recorded_variants_are_no_finding(conference, grave):
    names = [
        {"name": "A. Batres", "kind": NameKind.PRINTED},
        {"name": "Mr. Batres", "kind": NameKind.PRINTED},
        {"name": "Atonio Batres", "kind": NameKind.VARIANT},
        {"name": "Atonio Bátres", "kind": NameKind.PRINTED},
    ]
    invite_guest(conference, an_official("Antonio Batres", names=names))
    assert grave() == []


def test_a_printed_spelling_of_a_body(conference, found):
    founded = an_organization("Colombia", names=[{"name": "Columbia", "kind": NameKind.PRINTED}])
    register_delegation(conference, organization=founded)
    assert found("printed-spelling") == [("warning", "Sources print Colombia as “Columbia”.")]


def test_names_of_other_times_and_languages_are_no_finding(conference, grave):
    names = [
        {"name": "Union of Clerks", "kind": NameKind.FORMER},
        {"name": "Союз секретарей", "kind": NameKind.TRANSLATION, "language": "ru"},
        {"name": "The Union", "kind": NameKind.VARIANT},
    ]
    register_delegation(conference, organization=an_organization("Union of Secretaries", names=names))
    assert grave() == []


def test_a_body_of_many_names_is_a_hint(conference, found):
    names = [{"name": name, "kind": NameKind.VARIANT} for name in ("Group", "Solidarity Group", "The Group")]
    register_delegation(conference, organization=an_organization("Group of Solidarity", names=names))
    assert [severity for severity, _message in found("many-names")] == ["info"]


@pytest.mark.parametrize(
    ("one", "other", "code"),
    [
        ("Antonio García", "Antonio Garcia", "same-person"),
        ("Георгий Абзианидзе", "Georgiy Abzianidze", "same-person"),
        ("Jizheng Li", "Li Jizheng", "perhaps-same-person"),
        ("John Smith", "John Smith", "perhaps-same-person"),
        ("J. C. Adams", "John Couch Adams", "perhaps-same-person"),
    ],
)
def test_two_people_who_may_be_one(conference, found, one, other, code):
    for name in (one, other):
        invite_guest(conference, an_official(name))
    message = f"“{one}” and “{other}” may be the same person."
    assert [text for _severity, text in found(code)] == [message]


@pytest.mark.parametrize(
    ("one", "other"),
    [("John Smith", "Joan Smith"), ("Smith", "John Smith"), ("J. Smith", "K. Smith"), ("Maria Ray", "Marie Ray")],
)
def test_two_people_who_are_two(conference, found, one, other):
    for name in (one, other):
        invite_guest(conference, an_official(name))
    assert found("same-person", "perhaps-same-person") == []


def test_initials_of_two_people_are_nobodys(conference, found):
    for name in ("J. Adams", "John Adams", "James Adams"):
        invite_guest(conference, an_official(name))
    assert found("perhaps-same-person") == []


def test_one_short_name_for_two_bodies(conference, found):
    for name in ("International Group", "Institute of Geography"):
        register_delegation(conference, organization=an_organization(name, short_name="IG"))
    assert found("acronym-twice") == [
        ("warning", "“IG” is short for “International Group” and “Institute of Geography”.")
    ]


def test_two_organizations_of_one_name(conference, found):
    for name in ("Société Générale", "Societe generale"):
        register_delegation(conference, organization=an_organization(name))
    assert len(found("same-organization")) == 1


def test_a_sender_spelled_otherwise(conference, found):
    founded = an_organization("Solidarity Group")
    a_letter(conference, sender_organization=founded, sender_name="Soldiarity Group", subject="Greetings")
    assert [severity for severity, _message in found("sender-spelling")] == ["warning"]


def test_a_sender_of_an_organization_may_be_somebody(conference, found):
    founded = an_organization("United States")
    a_letter(conference, sender_organization=founded, sender_name="Assistant Secretary of State", subject="Greetings")
    assert found("sender-spelling") == []


def test_a_committee_has_its_name(conference, found):
    a_committee(conference)
    assert found("printed-spelling", "many-names") == []
