"""What the operations on records take, by the names of the columns."""

from __future__ import annotations

from dataclasses import dataclass

from confapp.conferences.models import Document
from confapp.dates import Moment
from confapp.facts import SourcedFacts
from confapp.participation.models import Delegation
from confapp.programme.models import Session
from confapp.records.models import ApprovalManner, OverlayPlace, RecordKind
from confapp.voting.models import Vote


class RecordFacts(SourcedFacts, total=False):
    """What a record may have beside its session and language."""

    kind: RecordKind
    is_authentic: bool
    document: Document | None


@dataclass(frozen=True, slots=True)
class Correction:
    """What is to be read instead of (or beside) what a circulated record says of a log entry."""

    anchor: str | None
    text: str
    place: OverlayPlace = OverlayPlace.INSTEAD
    requested_by: Delegation | None = None


@dataclass(frozen=True, slots=True)
class Approval:
    """How a record was approved: when, in what manner, and (in the manner of a session) by which one and which vote."""

    manner: ApprovalManner
    at: Moment | None = None
    in_session: Session | None = None
    vote: Vote | None = None
    note: str | None = None
