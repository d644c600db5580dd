"""The same body or person under different names and spellings."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import combinations, pairwise
from typing import Any

from anyascii import anyascii
from flask_babel import gettext as _

from confapp.checks.excerpts import listed
from confapp.checks.findings import Finding, Severity
from confapp.checks.material import Material, grouped
from confapp.checks.places import place
from confapp.checks.texts import Text
from confapp.officials.models import Official
from confapp.organizations.models import Body, NameKind

PARTS = re.compile(r"[\w’']+")
# What stands before a name and is no part of it.
TITLES = frozenset(
    ["mr", "mrs", "ms", "dr", "prof", "professor", "sir", "dame", "lord", "lady", "count", "baron", "hon", "captain",
     "general", "admiral", "colonel", "commander", "comrade", "her", "his", "excellency", "the", "mme", "mlle"]
)  # fmt: skip
MANY_NAMES = 3
LONG_PART = 6


@lru_cache(maxsize=8192)
def folded(name: str) -> str:
    """A name without accents, marks and case, in Latin letters."""
    return " ".join(part.lower() for part in PARTS.findall(anyascii(unicodedata.normalize("NFC", name))))


def parts_of(name: str) -> list[str]:
    """The parts of a person's name, titles aside."""
    return [part for part in folded(name).split() if part not in TITLES]


def fits(short: str, full: str) -> bool:
    """Whether a name is a shorter form of another: parts left out, given names as initials, in the same order."""
    rest = iter(parts_of(full))
    return all(any(_is_part(part, other) for other in rest) for part in parts_of(short))


def _is_part(part: str, other: str) -> bool:
    return part == other or (len(part) == 1 and other.startswith(part))


def printed_spellings(material: Material, _texts: list[Text]) -> Iterator[Finding]:
    """Spellings of bodies and people in the sources that are no shorter form of any of their names."""
    bodies = (material.conference, *material.organizations, *material.organs, *material.committees)
    for body in bodies:
        names = material.names_of_body.get(body.id, [])
        own = {folded(name) for name in (body.name, *_other(names))}
        odd = [one for one in _printed(names) if folded(one) not in own]
        yield from _spellings(material, body, odd)
    for official in material.officials:
        spelled = material.names_of_official.get(official.id, [])
        own_names = [official.name, *([official.native_name] if official.native_name else []), *_other(spelled)]
        odd = [one for one in _printed(spelled) if not any(fits(one, name) for name in own_names)]
        yield from _spellings(material, official, odd)


def _printed(names: Iterable[Any]) -> list[str]:
    return [name.name for name in names if name.kind is NameKind.PRINTED]


def _other(names: Iterable[Any]) -> list[str]:
    return [name.name for name in names if name.kind is not NameKind.PRINTED]


def _spellings(material: Material, thing: Any, odd: list[str]) -> Iterator[Finding]:
    if odd:
        spelled = listed(f"“{name}”" for name in odd)
        message = _("Sources print %(name)s as %(spellings)s.", name=thing.name, spellings=spelled)
        where, suggestion = place(material, thing, "names"), _spelled_so()
        yield Finding("printed-spelling", Severity.WARNING, where, message, suggestion, tuple(odd))


def _spelled_so() -> str:
    return _("If it is another name and no slip, record it as a variant.")


def unknown_spellings(material: Material, _texts: list[Text]) -> Iterator[Finding]:
    """Names on printed rolls that are recorded nowhere as a name of the delegation."""
    odd: dict[int, dict[str, None]] = {}
    for row in material.printed_rows:
        delegation = material.delegation_by_id.get(row.delegation_id or 0)
        if delegation is None or not row.printed_name:
            continue
        founded = material.organization_by_id.get(delegation.organization_id or 0)
        names = [delegation.name, *((founded.name, founded.short_name or "") if founded else ())]
        names += [name.name for name in material.names_of_body.get(founded.id if founded else 0, ())]
        if folded(row.printed_name) not in {folded(name) for name in names}:
            odd.setdefault(delegation.id, {})[row.printed_name] = None
    for delegation_id, spellings in odd.items():
        delegation = material.delegation_by_id[delegation_id]
        spelled = listed(f"“{name}”" for name in spellings)
        message = _("Sources print %(name)s as %(spellings)s.", name=delegation.name, spellings=spelled)
        where = place(material, delegation, "printed")
        yield Finding("printed-spelling", Severity.WARNING, where, message, _spelled_so(), tuple(spellings))


def many_names(material: Material, _texts: list[Text]) -> Iterator[Finding]:
    """A body that goes by many names at the same time in one language."""
    for body in (material.conference, *material.organizations, *material.organs, *material.committees):
        names = [
            name.name
            for name in material.names_of_body.get(body.id, ())
            if name.kind in {NameKind.VARIANT, NameKind.PRINTED} and not (name.valid_from or name.valid_until)
        ]
        if len(names) >= MANY_NAMES:
            spelled = listed(f"“{name}”" for name in names)
            message = _("%(name)s goes by other names too: %(names)s.", name=body.name, names=spelled)
            suggestion = _("Use one of them throughout, and say of the others since when and where.")
            where = place(material, body, "names.many")
            yield Finding("many-names", Severity.INFO, where, message, suggestion, tuple(names))


def same_people(material: Material, _texts: list[Text]) -> Iterator[Finding]:
    """Two people who are probably one: the same name once accents and letters are folded, or shortened."""
    for same in grouped(material.officials, lambda one: " ".join(sorted(parts_of(one.name)))).values():
        for one, other in pairwise(same):
            # Namesakes there are, and names in another order; one spelled in two ways is more often one person's.
            is_namesake = one.name == other.name or parts_of(one.name) != parts_of(other.name)
            code = "perhaps-same-person" if is_namesake else "same-person"
            yield _twins(code, Severity.INFO if is_namesake else Severity.WARNING, material, one, other)
    for one, other in _shortened(material.officials):
        yield _twins("perhaps-same-person", Severity.INFO, material, one, other)


def _shortened(officials: list[Official]) -> Iterator[tuple[Official, Official]]:
    """Pairs of an initial and the only full name that it can stand for."""
    for people in grouped(officials, lambda one: (parts_of(one.name) or [""])[-1]).values():
        full = [one for one in people if len(parts_of(one.name)) > 1 and _is_full(one)]
        for one in people:
            if len(parts_of(one.name)) > 1 and not _is_full(one):
                found = [other for other in full if fits(one.name, other.name)]
                if len(found) == 1:
                    yield one, found[0]


def _is_full(official: Official) -> bool:
    return all(len(part) > 1 for part in parts_of(official.name))


def _twins(code: str, severity: Severity, material: Material, one: Official, other: Official) -> Finding:
    message = _("“%(one)s” and “%(other)s” may be the same person.", one=one.name, other=other.name)
    suggestion = _("If so, keep one and add the other spelling to its names.")
    where = place(material, other, f"name:{one.slug}")
    return Finding(code, severity, where, message, suggestion, (one.name, other.name))


def same_bodies(material: Material, _texts: list[Text]) -> Iterator[Finding]:
    """Two organizations with the same folded name, and one abbreviation for two bodies."""
    for same in grouped(material.organizations, lambda one: folded(one.name)).values():
        for one, other in combinations(same[:10], 2):
            message = _("“%(one)s” and “%(other)s” may be the same organization.", one=one.name, other=other.name)
            where = place(material, other, f"name:{one.slug}")
            yield Finding("same-organization", Severity.WARNING, where, message, evidence=(one.name, other.name))
    short: list[Body] = [
        one for one in (*material.organizations, *material.organs, *material.committees) if one.short_name
    ]
    for acronym, bodies in grouped(short, lambda one: folded(one.short_name or "")).items():
        if len(bodies) > 1:
            names = listed(f"“{one.name}”" for one in bodies)
            message = _("“%(acronym)s” is short for %(names)s.", acronym=bodies[0].short_name, names=names)
            suggestion = _("Give one of them another short name.")
            evidence = tuple(one.name for one in bodies)
            where = place(material, bodies[-1], f"short_name:{acronym}")
            yield Finding("acronym-twice", Severity.WARNING, where, message, suggestion, evidence)


def senders(material: Material, _texts: list[Text]) -> Iterator[Finding]:
    """A letter's sender that is nearly the name of the organization it is from."""
    for letter in material.letters:
        founded = material.organization_by_id.get(letter.sender_organization_id or 0)
        if founded is None or not letter.sender_name:
            continue
        names = [founded.name, *(name.name for name in material.names_of_body.get(founded.id, ()))]
        if letter.sender_name not in names and any(nearly(letter.sender_name, name) for name in names):
            message = _(
                "Letter %(number)s spells its sender “%(sender)s”, and the organization is “%(name)s”.",
                number=letter.register_number,
                sender=letter.sender_name,
                name=founded.name,
            )
            where, evidence = place(material, letter, "sender_name"), (letter.sender_name, founded.name)
            yield Finding("sender-spelling", Severity.WARNING, where, message, evidence=evidence)


def nearly(one: str, other: str) -> bool:
    """Whether two names are one but for accents, or for a letter in one long part."""
    mine, theirs = folded(one).split(), folded(other).split()
    if mine == theirs:
        return True
    odd = [pair for pair in zip(mine, theirs, strict=False) if pair[0] != pair[1]]
    return len(mine) == len(theirs) and len(odd) == 1 and min(map(len, odd[0])) >= LONG_PART and _one_off(*odd[0])


def _one_off(one: str, other: str) -> bool:
    """One letter more, less or other, or two that changed places."""
    if len(one) == len(other):
        at = [index for index in range(len(one)) if one[index] != other[index]]
        swapped = len(at) == 2 and at[1] == at[0] + 1 and one[at[0]] == other[at[1]] and one[at[1]] == other[at[0]]  # noqa: PLR2004  a pair
        return len(at) == 1 or swapped
    longer, shorter = (one, other) if len(one) > len(other) else (other, one)
    return len(longer) - len(shorter) == 1 and any(
        longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer))
    )
