"""Officials and organizations that strangers can find, under all their names."""

from __future__ import annotations

from collections.abc import Iterator

from confapp import addresses
from confapp.officials.models import Official
from confapp.organizations.models import Organization
from confapp.search import directory
from confapp.search.found import Found, in_all_languages, joined, plain
from confapp.search.models import EntryKind


def everybody() -> Iterator[Found]:
    """All people and bodies; of people never their contact data, which is not loaded."""
    delegations = directory.delegations_by_official()
    for official in directory.officials_with_names():
        sat_for = dict.fromkeys(delegation.name for delegation in delegations.get(official.id, ()))
        yield _official(official, list(sat_for))
    for organization in directory.organizations_with_names():
        yield _organization(organization)


def _official(one: Official, delegations: list[str]) -> Found:
    names = [name.name for name in one.names]
    return Found(
        kind=EntryKind.OFFICIAL,
        url=addresses.official(one.slug),
        title=one.styled_name,
        text=joined([one.native_name, *names, *delegations, one.affiliation, plain(one.biography)]),
        language=one.language or "",
        also=joined([one.family_name, in_all_languages(one, "name")], " "),
    )


def _organization(one: Organization) -> Found:
    names = [name.name for name in one.names]
    return Found(
        kind=EntryKind.ORGANIZATION,
        url=addresses.organization(one.slug),
        title=one.name,
        text=joined([one.short_name, *names, one.seat, plain(one.description)]),
        language=one.language or "",
        also=in_all_languages(one, "name", "short_name"),
    )
