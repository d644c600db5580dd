"""What operations on letters take, by the names of the columns."""

from __future__ import annotations

from confapp.committees.models import Committee
from confapp.dates import Moment, PartialDate
from confapp.facts import ContentFacts
from confapp.letters.models import LetterKind
from confapp.officials.models import Official
from confapp.organizations.models import Organization


class LetterFacts(ContentFacts, total=False):
    """What a letter says and who wrote it; how far it has come belongs to the verbs."""

    printed_number: str | None
    kind: LetterKind
    medium: str | None
    sender_name: str | None
    sender_organization: Organization | None
    sender_official: Official | None
    signatory: str | None
    capacity: str | None
    addressee: str | None
    via: str | None
    place: str | None
    written_on: PartialDate | None
    received: Moment | None
    written_in: str | None
    subject: str | None
    text: str | None
    items: int | None
    enclosures: int | None
    disposition: str | None
    rank: int
    is_public: bool
    annex: str | None
    referred_to: Committee | None
    referred_by: Official | None
    referred_on: PartialDate | None
