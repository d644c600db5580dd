"""Local ids of a case: who has which, what refers to them, and what is wrong with that."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from confapp.imports.problems import Lines, Problem, did_you_mean
from confapp.imports.schema import Path, Schema, each, schema

THE_CONFERENCE = "conference"
RESERVED = (("bodies", THE_CONFERENCE), ("entries", "opening"), ("entries", "closing"))
SECTIONS = {
    "sources": _l("source"),
    "bodies": _l("organization, organ or committee"),
    "organizations": _l("organization"),
    "organs": _l("organ"),
    "officials": _l("official"),
    "offices": _l("office"),
    "appointments": _l("appointment"),
    "committees": _l("committee"),
    "delegations": _l("delegation"),
    "delegates": _l("delegate"),
    "guests": _l("guest"),
    "halls": _l("hall"),
    "tracks": _l("track"),
    "documents": _l("document"),
    "sessions": _l("session"),
    "contributions": _l("contribution"),
    "entries": _l("log entry"),
    "agendas": _l("agenda"),
    "items": _l("agenda item"),
    "letters": _l("letter"),
    "motions": _l("motion"),
    "rulings": _l("ruling"),
    "votes": _l("vote"),
    "decisions": _l("decision"),
}


@dataclass(frozen=True, slots=True)
class Named:
    """An entry with a local id: where it stands, and as which of all."""

    path: Path
    order: int


class Names:
    """The local ids of a case by section."""

    def __init__(self, case: Mapping[str, Any]) -> None:
        self.by_section: dict[str, dict[str, Named]] = defaultdict(dict)
        for section, name in RESERVED:
            self.by_section[section][name] = Named((THE_CONFERENCE,), -1)
        self.twice: list[tuple[str, str, Path]] = []
        self._around: dict[Path, str] = {}
        for order, (part, value, path) in enumerate(each(schema(), case)):
            for section, name in _own_names(part, value):
                self._add(section, self._whole(part, name, path), Named(path, order))

    def __contains__(self, known: tuple[str, str]) -> bool:
        """Whether the section has an entry of that name."""
        section, name = known
        return name in self.by_section[section]

    def first(self, sections: list[str], name: str) -> str | None:
        """The first of the sections that has an entry of that name."""
        return next((section for section in sections if (section, name) in self), None)

    def _whole(self, part: Schema, name: str, path: Path) -> str:
        """An item of an agenda is named with its agenda, since every agenda has an item 1."""
        if "within" not in part.get("x-names", {}):
            self._around[path] = name
            return name
        lengths = range(len(path), -1, -1)
        around = next((self._around[path[:length]] for length in lengths if path[:length] in self._around), "")
        return f"{around}/{name}"

    def _add(self, section: str, name: str, named: Named) -> None:
        if name in self.by_section[section]:
            self.twice.append((section, name, named.path))
        else:
            self.by_section[section][name] = named


def _own_names(part: Schema, value: Any) -> Iterator[tuple[str, str]]:
    if not isinstance(value, Mapping):
        return
    if "x-names-keys" in part:
        yield from ((part["x-names-keys"], key) for key in value)
    if "x-names" in part:
        naming = part["x-names"]
        name = value.get(naming["by"]) or value.get(naming.get("else", ""))
        if isinstance(name, str):
            yield from ((section, name) for section in naming["sections"])


def problems_of(case: Mapping[str, Any], names: Names, lines: Lines) -> Iterator[Problem]:
    """Ids that stand twice, and references that lead nowhere, forward where they must lead back, or twice to one."""
    for section, name, path in names.twice:
        first = lines.of(names.by_section[section][name].path)
        reason = _("“%(name)s” is the id of another %(what)s in line %(line)s", **_told(section, name), line=first)
        yield Problem(lines.of(path), reason)
    once: dict[tuple[str, str], int] = {}
    for order, (part, value, path) in enumerate(each(schema(), case)):
        if isinstance(value, str) and "x-refers-to" in part:
            line = lines.of(path)
            yield from _of_reference(part, value, line, names=names, at=Named(path, order))
            if part.get("x-once"):
                yield from _of_second(part["x-refers-to"][0], value, line, once)
        elif isinstance(value, str) and part.get("x-cites"):
            yield from _of_citation(value, lines.of(path), names)


def _of_reference(part: Schema, name: str, line: int, *, names: Names, at: Named) -> Iterator[Problem]:
    sections = part["x-refers-to"]
    section = names.first(sections, name)
    if section is None:
        known = [known for section in sections for known in names.by_section[section]]
        what = _(" or ").join(str(SECTIONS[section]) for section in sections)
        reason = _("there is no %(what)s “%(name)s” in this file", what=what, name=name)
        yield Problem(line, reason + did_you_mean(name, known))
        return
    found = names.by_section[section][name]
    if part.get("x-earlier") and (found.order > at.order or at.path[: len(found.path)] == found.path):
        reason = _("the %(what)s “%(name)s” must be listed before what refers to it here", **_told(section, name))
        yield Problem(line, reason)


def _of_second(section: str, name: str, line: int, once: dict[tuple[str, str], int]) -> Iterator[Problem]:
    first = once.setdefault((section, name), line)
    if first != line:
        reason = _("the %(what)s “%(name)s” has its log entry in line %(line)s", **_told(section, name), line=first)
        yield Problem(line, reason)


def _of_citation(cited: str, line: int, names: Names) -> Iterator[Problem]:
    key = cited.partition(" ")[0]
    if ("sources", key) not in names:
        hint = did_you_mean(key, names.by_section["sources"])
        yield Problem(line, _("“%(key)s” is no key of “sources” in this file", key=key) + hint)


def _told(section: str, name: str) -> dict[str, str]:
    return {"what": str(SECTIONS[section]), "name": name}
