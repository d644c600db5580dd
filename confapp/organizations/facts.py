"""What operations on organizations and organs take, by the names of the columns."""

from __future__ import annotations

from typing import Required, TypedDict

from confapp.dates import PartialDate
from confapp.facts import ContentFacts, SourcedFacts
from confapp.organizations.models import NameKind, Organization, OrganizationKind


class NameFacts(SourcedFacts, total=False):
    """Another name of a body or of a person."""

    name: Required[str]
    kind: NameKind
    language: str | None
    valid_from: PartialDate | None
    valid_until: PartialDate | None


class EventFacts(ContentFacts, total=False):
    """A dated event in an organization's life."""

    kind: Required[str]
    text: Required[str]
    occurred_on: PartialDate | None
    place: str | None


class BodyFacts(ContentFacts, total=False):
    """What every body may have beside its name."""

    short_name: str | None


class OrganizationFacts(BodyFacts, total=False):
    """What an organization may have beside its names."""

    organization_kind: OrganizationKind
    country: str | None
    seat: str | None
    founded_on: PartialDate | None
    dissolved_on: PartialDate | None
    description: str | None


class OrganFacts(BodyFacts, total=False):
    """What an organ may have beside its names."""

    organ_kind: str
    territory: str | None
    founded_on: PartialDate | None
    dissolved_on: PartialDate | None


class RelationFacts(TypedDict, total=False):
    """How an organization stands to others; what is not named stays, None takes it away."""

    parent: Organization | None
    successor: Organization | None
