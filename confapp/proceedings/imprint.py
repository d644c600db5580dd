"""What an edition says of itself: number, title, who published it and when, what it follows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from confapp import __version__
from confapp.dates import PartialDate
from confapp.proceedings.gate import Finding, Waiver

GENERATOR = f"confapp {__version__}"


@dataclass(frozen=True, slots=True)
class Imprint:
    """The edition, before there is one."""

    number: int
    language: str
    title: str
    published_at: datetime
    published_by: str
    previous: str | None = None
    waivers: tuple[Waiver, ...] = ()
    found: tuple[Finding, ...] = ()
    """Faults that nobody has waived, and that do not keep it from being published."""
    generator: str = GENERATOR

    @property
    def day(self) -> PartialDate:
        """The day on which it is published, in UTC."""
        return PartialDate.of(self.published_at.date())
