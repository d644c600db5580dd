"""What operations on conferences, their rulebooks, sources and documents take, by the names of the columns."""

from __future__ import annotations

from datetime import datetime
from typing import Required, TypedDict

from confapp.conferences.models import ConferenceFormat, Document, DocumentState, Series
from confapp.dates import PartialDate
from confapp.facts import ContentFacts
from confapp.officials.models import Official
from confapp.organizations.facts import BodyFacts
from confapp.organizations.models import Body, Organization


class ConferenceFacts(BodyFacts, total=False):
    """What a conference has beside its title and what its life cycle sets."""

    series: Series | None
    ordinal: int | None
    preceded_by: str | None
    subtitle: str | None
    description: str | None
    convener: Body | None
    convening_official: Official | None
    host: Organization | None
    format: ConferenceFormat
    place: str | None
    venue: str | None
    online_link: str | None
    zone: str | None
    languages: list[str]
    record_languages: list[str]
    calendar: str | None
    announced_on: PartialDate | None
    starts_on: PartialDate | None
    ends_on: PartialDate | None
    category: str | None
    tags: list[str]
    accent: str | None


class OccasionFacts(ContentFacts, total=False):
    """Why the conference is held when it is held."""

    name: Required[str]
    meaning: str | None
    anniversary: int | None
    base_event: str | None
    base_date: PartialDate | None
    occurs_on: PartialDate | None


class InstrumentFacts(ContentFacts, total=False):
    """An act by which the conference was called, or on which its work rests."""

    kind: Required[str]
    title: Required[str]
    issued_on: PartialDate | None
    issued_by: str | None
    summary: str | None
    annex: str | None
    delegates_max: int | None


class SourceFacts(TypedDict, total=False):
    """What is known of a source beside its title."""

    citation: str | None
    url: str | None
    rights: str | None
    language: str | None
    note: str | None


class DocumentFacts(ContentFacts, total=False):
    """What a document has beside its key, kind and title."""

    symbol: str | None
    text: str | None
    annex: str | None
    issued_on: PartialDate | None
    author: str | None
    url: str | None
    state: DocumentState
    withdrawn_reason: str | None
    embargo_until: datetime | None
    corrects: Document | None


class SeriesFacts(TypedDict, total=False):
    """What a series is called, and what one of it is called."""

    name: str
    gathering: str


class OccasionChange(ContentFacts, total=False):
    """What changes of an occasion."""

    name: str
    meaning: str | None
    anniversary: int | None
    base_event: str | None
    base_date: PartialDate | None
    occurs_on: PartialDate | None


class InstrumentChange(ContentFacts, total=False):
    """What changes of an instrument of convening."""

    kind: str
    title: str
    issued_on: PartialDate | None
    issued_by: str | None
    summary: str | None
    annex: str | None
    delegates_max: int | None


class SourceChange(SourceFacts, total=False):
    """What changes of a source; its key stays, since facts cite it."""

    title: str
