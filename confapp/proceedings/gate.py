"""What is wrong with a conference, as whoever publishes it is told, and what is let pass with a reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from flask_babel import gettext as _
from flask_babel import ngettext

from confapp.errors import RuleViolation

ERROR, WARNING = "error", "warning"
SHOWN = 5


class Finding(Protocol):
    """One thing that a check found; only an error keeps a conference from being published."""

    @property
    def code(self) -> str: ...
    @property
    def severity(self) -> str: ...
    @property
    def place(self) -> str: ...
    @property
    def message(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Waiver:
    """A fault that is published knowingly; its reason is printed in the colophon."""

    code: str
    place: str
    reason: str
    message: str = ""
    by: str = ""

    def as_json(self) -> dict[str, str]:
        """What the edition's row keeps of it."""
        members = {
            "code": self.code,
            "place": self.place,
            "reason": self.reason,
            "message": self.message,
            "by": self.by,
        }
        return {name: value for name, value in members.items() if value}


def refuse_unwaived(gate: Sequence[Finding], waivers: Sequence[Waiver]) -> list[Waiver]:
    """The waivers that let something pass, and what that is; refuses errors without one, and one without a reason."""
    if any(not waiver.reason.strip() for waiver in waivers):
        raise RuleViolation(_("Say why a fault is published all the same: the reason is printed."), field="waivers")
    given = {(waiver.code, waiver.place): waiver for waiver in waivers}
    errors = [finding for finding in gate if finding.severity == ERROR]
    open_errors = [finding for finding in errors if (finding.code, finding.place) not in given]
    if open_errors:
        first = " ".join(f"({finding.place}) {finding.message}" for finding in open_errors[:SHOWN])
        raise RuleViolation(
            ngettext(
                "One error keeps this conference from being published. Correct it, or waive it with a reason: "
                "%(errors)s",
                "%(num)s errors keep this conference from being published. Correct them, or waive them with a reason: "
                "%(errors)s",
                len(open_errors),
                errors=first,
            )
        )
    faults = [finding for finding in gate if finding.severity in {ERROR, WARNING}]
    passed = [finding for finding in faults if (finding.code, finding.place) in given]
    return [_complete(given[finding.code, finding.place], finding) for finding in passed]


def left_standing(gate: Sequence[Finding], waivers: Sequence[Waiver]) -> list[Finding]:
    """The warnings that nobody has waived: readers are told of them too."""
    given = {(waiver.code, waiver.place) for waiver in waivers}
    return [one for one in gate if one.severity == WARNING and (one.code, one.place) not in given]


def _complete(waiver: Waiver, finding: Finding) -> Waiver:
    return Waiver(waiver.code, waiver.place, waiver.reason, waiver.message or finding.message, waiver.by)
