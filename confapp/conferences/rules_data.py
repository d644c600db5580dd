"""Rulebooks as plain JSON data: read with clear refusals, written back in full, and the presets that come along."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import fields
from enum import StrEnum
from fractions import Fraction
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel.speaklater import LazyString

from confapp.conferences.rules import (
    Base,
    Chair,
    Majority,
    Proxies,
    Quorum,
    QuorumCheck,
    RollOrder,
    Rules,
    RulesError,
    Share,
    Tie,
    Unit,
    VoteChange,
    WeightedBy,
)

PRESETS: dict[str, LazyString] = {
    "as-in-1884": _l("As in 1884"),
    "un-general-assembly": _l("United Nations General Assembly type"),
    "roberts-rules": _l("Robert’s Rules of Order"),
}

FRACTION = re.compile(r"([1-9][0-9]{0,3})/([1-9][0-9]{0,3})")
NAME = re.compile(r"[a-z][a-z0-9_]{0,39}")
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
LARGEST = 1_000_000
DIRECTIONS = {"more_than": True, "at_least": False}

Enumerated = TypeVar("Enumerated", bound=StrEnum)


@cache
def preset(key: str) -> Rules:
    """The rules of a preset; `PRESETS` names those there are."""
    if key not in PRESETS:
        raise RulesError(
            _("There is no preset “%(key)s”, only: %(known)s.", key=str(key)[:60], known=", ".join(PRESETS))
        )
    text = files("confapp.conferences").joinpath("presets", f"{key}.json").read_text("utf-8")
    return read_rules(json.loads(text))


def read_rules(data: object) -> Rules:
    """Read plain data. What may be missing has its default; what is unknown or impossible is refused with its place."""
    known = _mapping(data, "rules", {field.name for field in fields(Rules)})
    majorities = {
        _name(name, "majorities"): _majority(value, f"majorities.{name}")
        for name, value in _mapping(known.get("majorities"), "majorities").items()
    }
    rules = Rules(
        unit=_option(Unit, known.get("unit"), "unit"),
        majorities=majorities,
        ordinary=_majority_name(majorities, known.get("ordinary"), "ordinary"),
        quorum_to_open=_quorum(known.get("quorum_to_open"), "quorum_to_open"),
        quorum_to_decide=_quorum(known.get("quorum_to_decide"), "quorum_to_decide"),
        **{name: value for name, value in _lesser_rules(known).items() if value is not None},
    )
    if rules.agenda_additions is not None:
        _majority_name(majorities, rules.agenda_additions, "agenda_additions")
    _refuse_half_rules(rules)
    return rules


def write_rules(rules: Rules) -> dict[str, Any]:
    """The same as plain data, every rule written out: `read_rules` gives the rules back."""
    return {field.name: _plain(getattr(rules, field.name)) for field in fields(Rules)}


def _lesser_rules(known: Mapping[str, Any]) -> dict[str, Any]:
    options: dict[str, type[StrEnum]] = {
        "quorum_check": QuorumCheck,
        "tie": Tie,
        "chair": Chair,
        "roll_order": RollOrder,
        "vote_changes": VoteChange,
        "weighted_by": WeightedBy,
        "proxies": Proxies,
    }
    stated = {name: value for name, value in known.items() if value is not None}
    return {
        **{name: _option(kind, stated[name], name) for name, kind in options.items() if name in stated},
        "second_vote_hours": _whole(known.get("second_vote_hours"), "second_vote_hours", least=1),
        "correction_days": _whole(known.get("correction_days"), "correction_days", least=0),
        "roll_language": _language(known.get("roll_language"), "roll_language"),
        "agenda_additions": known.get("agenda_additions"),
    }


def _refuse_half_rules(rules: Rules) -> None:
    if (rules.tie is Tie.SECOND_VOTE) != (rules.second_vote_hours is not None):
        raise _refusal("second_vote_hours", _("state it where a tie leads to a second vote, and only there."))
    if (rules.unit is Unit.WEIGHTED) != (rules.weighted_by is not None):
        raise _refusal("weighted_by", _("state it where votes have weights, and only there."))


def _refusal(place: str, reason: str) -> RulesError:
    return RulesError(_("Rules, at “%(place)s”: %(reason)s", place=place, reason=reason), field=place.partition(".")[0])


def _mapping(data: object, place: str, keys: set[str] | None = None) -> Mapping[str, Any]:
    if not isinstance(data, Mapping) or not data or not all(isinstance(key, str) for key in data):
        raise _refusal(place, _("names with their values are needed here."))
    unknown = sorted(set(data) - keys) if keys is not None else []
    if unknown:
        raise _refusal(
            place, _("“%(key)s” is unknown; known are %(known)s.", key=unknown[0], known=", ".join(sorted(keys or ())))
        )
    return data


def _option(kind: type[Enumerated], value: object, place: str) -> Enumerated:
    if not isinstance(value, str) or value not in set(kind):
        raise _refusal(place, _("choose one of: %(known)s.", known=", ".join(kind)))
    return kind(value)


def _whole(value: object, place: str, *, least: int) -> int | None:
    if value is None:
        return None
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= LARGEST:
        raise _refusal(place, _("write a whole number from %(least)s on.", least=least))
    return value


def _name(value: object, place: str) -> str:
    if not isinstance(value, str) or not NAME.fullmatch(value):
        raise _refusal(place, _("a name is written in small letters, digits and underscores, like two_thirds."))
    return value


def _majority_name(majorities: Mapping[str, Majority], value: object, place: str) -> str:
    if not isinstance(value, str) or value not in majorities:
        raise _refusal(place, _("name one of the majorities: %(known)s.", known=", ".join(sorted(majorities))))
    return value


def _language(value: object, place: str) -> str | None:
    if value is not None and not (isinstance(value, str) and LANGUAGE.fullmatch(value)):
        raise _refusal(place, _("write a language tag like en."))
    return value


def _share(data: Mapping[str, Any], place: str) -> Share:
    stated = [key for key in DIRECTIONS if key in data]
    if len(stated) != 1:
        raise _refusal(place, _("say either “more_than” or “at_least”, with a fraction like 2/3."))
    text = data[stated[0]]
    match = FRACTION.fullmatch(text) if isinstance(text, str) else None
    fraction = Fraction(int(match[1]), int(match[2])) if match else Fraction(2)
    is_strict = DIRECTIONS[stated[0]]
    if fraction > 1 or (is_strict and fraction == 1):
        raise _refusal(f"{place}.{stated[0]}", _("write a fraction of at most one, like 2/3."))
    return Share(fraction, is_strict)


def _majority(data: object, place: str) -> Majority:
    known = _mapping(data, place, {*DIRECTIONS, "of"})
    return Majority(_share(known, place), _option(Base, known.get("of"), f"{place}.of"))


def _quorum(data: object, place: str) -> Quorum | None:
    if data is None:
        return None
    known = _mapping(data, place, {*DIRECTIONS, "number"})
    if known.keys() == {"number"} and known["number"] is not None:
        return Quorum(number=_whole(known["number"], f"{place}.number", least=1))
    return Quorum(share=_share(_mapping(known, place, set(DIRECTIONS)), place))


def _plain(value: object) -> Any:
    match value:
        case Mapping():
            return {name: _plain(member) for name, member in value.items()}
        case Majority():
            return {**_plain(value.share), "of": value.base.value}
        case Quorum():
            return _plain(value.share) if value.share is not None else {"number": value.number}
        case Share():
            direction = "more_than" if value.is_strict else "at_least"
            return {direction: f"{value.fraction.numerator}/{value.fraction.denominator}"}
        case StrEnum():
            return value.value
    return value
