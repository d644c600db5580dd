"""A roll in an edition, as the macro `tables.roll` shows it: by delegation, with totals."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from markupsafe import Markup, escape

from confapp.site.markup import filled, joined
from confapp.site.texts import Said

Data = Mapping[str, Any]
# What is said behind the names of those who were neither simply there nor simply away.
REMARKS = {"excused": _l("excused"), "not_listed": _l("not on the printed roll"), "unclear": _l("unclear")}


@dataclass(slots=True)
class RollRow:
    """A delegation with those of it who were there and who were not."""

    name: Said
    href: str
    present: list[Markup] = field(default_factory=list)
    absent: list[Markup] = field(default_factory=list)
    notes: list[Markup] = field(default_factory=list)

    @property
    def note(self) -> Markup:
        """What else is known, in a line."""
        return joined(self.notes, "; ")


@dataclass(frozen=True, slots=True)
class RollTable:
    """A roll with its totals; `quorum` is a sentence."""

    rows: list[RollRow]
    present: int
    absent: int
    quorum: str


def roll_table(data: Data, language: str, delegation: Callable[[str], str]) -> RollTable:
    """The roll of a paragraph; `language` is that of its names, `delegation` finds the page of one by its name."""
    rows: dict[str, RollRow] = {}
    for status in ("present", "absent", *REMARKS):
        for entry in data.get(status, []):
            name = str(entry.get("delegation", ""))
            row = rows.setdefault(name, RollRow(Said(name, language), delegation(name)))
            _add(row, status, entry)
    present = len(data.get("present", []))
    there = {str(entry.get("delegation", "")) for entry in data.get("present", [])}
    absent = sum(1 for entry in data.get("absent", []) if str(entry.get("delegation", "")) not in there)
    return RollTable(list(rows.values()), present, absent, _quorum(data.get("quorum")))


def _add(row: RollRow, status: str, entry: Data) -> None:
    language = row.name.language
    people = [Said(str(name), language).__html__() for name in entry.get("delegates", [])]
    if status == "present":
        row.present += people
    elif status == "absent":
        row.absent += people
    else:
        word = escape(str(REMARKS[status]))
        row.notes.append(filled(_("%(remark)s: %(names)s"), remark=word, names=joined(people)) if people else word)
    if entry.get("note"):
        row.notes.append(Said(str(entry["note"]), language).__html__())


def _quorum(quorum: Data | None) -> str:
    if not quorum:
        return ""
    facts = {"present": quorum.get("present", ""), "needed": quorum.get("needed", "")}
    if quorum.get("met"):
        return _("Quorum: %(present)s present, %(needed)s needed.", **facts)
    return _("No quorum: %(present)s present, %(needed)s needed.", **facts)
