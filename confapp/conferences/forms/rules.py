"""Rules of procedure as fields, each with what it means; and back to the data that `rules_data` reads."""

from __future__ import annotations

from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms.validators import StopValidation

from confapp.conferences.models import Rulebook
from confapp.conferences.rules import (
    Base,
    Chair,
    Majority,
    Proxies,
    Quorum,
    QuorumCheck,
    RollOrder,
    Rules,
    Share,
    Tie,
    Unit,
    VoteChange,
    WeightedBy,
)
from confapp.conferences.rules_data import FRACTION, PRESETS
from confapp.conferences.words import (
    BASES,
    CHAIRS,
    PROXIES,
    QUORUM_CHECKS,
    ROLL_ORDERS,
    TIES,
    UNITS,
    VOTE_CHANGES,
    WEIGHED,
)
from confapp.forms import EnumField, Form, LanguageField, LineField, MomentField, NumberField
from confapp.text import slugify

ROWS = range(1, 7)
DIRECTIONS = {"more_than": _l("more than"), "at_least": _l("at least")}
WHOLE = 1_000_000


class ShareField(LineField):
    """A fraction like 2/3; "number" allows a plain number as well, as a quorum may be."""

    def __init__(self, *args: Any, number: bool = False, **kwargs: Any) -> None:
        """Take whether a plain number will do."""
        self.number = number
        super().__init__(*args, **kwargs)

    def pre_validate(self, form: Any) -> None:
        super().pre_validate(form)
        if not self.data or FRACTION.fullmatch(self.data):
            return
        if not (self.number and self.data.isascii() and self.data.isdecimal() and 0 < int(self.data[:9]) <= WHOLE):
            raise StopValidation(
                _("Write a fraction like 1/2, or a number of them.") if self.number else _("Write a fraction like 2/3.")
            )


class AdoptForm(Form):
    """Rules adopted as a preset has them."""

    preset = EnumField(_l("Rules"), words=PRESETS)
    name = LineField(
        _l("Called"), of=Rulebook.name, required=False, description=_l("Left empty, they are called as the preset.")
    )
    adopted = MomentField(_l("Adopted"), description=_l("When the conference adopted them, as far as it is known."))


class _RulesFields(Form):
    """What all rulebooks say; the majorities are added below, a row of fields each."""

    name = LineField(_l("Called"), of=Rulebook.name, description=_l("“Rules of procedure”, with whose they are."))
    adopted = MomentField(_l("Adopted"), description=_l("When the conference adopted them, as far as it is known."))
    unit = EnumField(_l("Who has a vote"), words=UNITS, default=Unit.DELEGATION)
    weighted_by = EnumField(
        _l("Where votes have weights"), words=WEIGHED, blank=_l("they have none"), default=WeightedBy.WEIGHTS
    )
    opening_direction = EnumField(_l("To open, present must be"), words=DIRECTIONS, blank=_l("no number is needed"))
    opening_share = ShareField(_l("How many"), number=True, description=_l("Of those entitled: “1/3”, or a number."))
    deciding_direction = EnumField(_l("To decide, present must be"), words=DIRECTIONS, blank=_l("no number is needed"))
    deciding_share = ShareField(_l("How many"), number=True, description=_l("Of those entitled: “1/2”, or a number."))
    quorum_check = EnumField(_l("When the quorum is looked at"), words=QUORUM_CHECKS, default=QuorumCheck.PRESUMED)
    tie = EnumField(_l("Where yes and no are equal"), words=TIES, default=Tie.REJECTED)
    second_vote_hours = NumberField(
        _l("Second vote within"), least=1, most=WHOLE, description=_l("In hours; only where a tie leads to one.")
    )
    chair = EnumField(_l("The presiding officer"), words=CHAIRS, default=Chair.VOTES)
    roll_order = EnumField(_l("The roll is called"), words=ROLL_ORDERS, default=RollOrder.ALPHABETICAL)
    roll_language = LanguageField(_l("By the names in"), description=_l("Left empty, in the language of the record."))
    vote_changes = EnumField(_l("A vote can be changed"), words=VOTE_CHANGES, default=VoteChange.UNTIL_DECLARED)
    agenda_additions = LineField(
        _l("An item is added to an adopted agenda by"),
        description=_l("The name of one of the majorities above. Left empty, none can be added."),
    )
    correction_days = NumberField(
        _l("Records can be corrected for"),
        most=WHOLE,
        description=_l("In days after they were circulated, if limited."),
    )
    proxies = EnumField(_l("Voting for somebody else"), words=PROXIES, default=Proxies.NONE)

    def refuse(self, message: str, field: str | None = None) -> None:
        """What the data calls one thing stands in several fields here."""
        places = {
            "majorities": "majority_1_share",
            "ordinary": "majority_1_name",
            "quorum_to_open": "opening_share",
            "quorum_to_decide": "deciding_share",
        }
        super().refuse(message, places.get(field or "", field))

    def rows(self) -> list[list[str]]:
        """The names of the fields of each majority."""
        return [[f"majority_{row}_{part}" for part in ("name", "direction", "share", "base")] for row in ROWS]

    def rules(self) -> dict[str, Any]:
        """What the fields say, as `read_rules` takes it; the majority that stands first is the ordinary one."""
        majorities = {
            name: {direction or "more_than": share, "of": base or Base.PRESENT_AND_VOTING}
            for name, direction, share, base in (self._row(row) for row in self.rows())
            if name and share
        }
        added_by = self.agenda_additions.data
        return {
            "unit": self.unit.data,
            "weighted_by": self.weighted_by.data if self.unit.data is Unit.WEIGHTED else None,
            "majorities": majorities,
            "ordinary": next(iter(majorities), ""),
            "quorum_to_open": self._quorum("opening"),
            "quorum_to_decide": self._quorum("deciding"),
            "second_vote_hours": self.second_vote_hours.data if self.tie.data is Tie.SECOND_VOTE else None,
            "agenda_additions": majority_key(added_by) if added_by else None,
            **{
                name: self[name].data
                for name in (
                    "quorum_check",
                    "tie",
                    "chair",
                    "roll_order",
                    "roll_language",
                    "vote_changes",
                    "correction_days",
                    "proxies",
                )
            },
        }

    def _row(self, names: list[str]) -> tuple[str, Any, Any, Any]:
        name, direction, share, base = (self[field].data for field in names)
        return majority_key(name or ""), direction, share, base

    def _quorum(self, what: str) -> dict[str, Any] | None:
        direction, text = self[f"{what}_direction"].data, self[f"{what}_share"].data
        if not direction and not text:
            return None
        if text and text.isdecimal():
            return {"number": int(text)}
        return {direction or "more_than": text or ""}


def _majority_fields() -> dict[str, Any]:
    found: dict[str, Any] = {}
    for row in ROWS:
        found[f"majority_{row}_name"] = LineField(_l("Name"))
        found[f"majority_{row}_direction"] = EnumField(_l("Needs"), words=DIRECTIONS, default="more_than")
        found[f"majority_{row}_share"] = ShareField(_l("Share"))
        found[f"majority_{row}_base"] = EnumField(_l("Of whom"), words=BASES, default=Base.PRESENT_AND_VOTING)
    return found


RulesForm = type("RulesForm", (_RulesFields,), _majority_fields())


def majority_key(name: str) -> str:
    """The name of a majority as the data has it: “Two thirds” is `two_thirds`."""
    return slugify(name).replace("-", "_")[:40]


def filled(rules: Rules) -> dict[str, Any]:
    """What the fields hold for rules that are there already."""
    names = [rules.ordinary, *(name for name in rules.majorities if name != rules.ordinary)]
    values: dict[str, Any] = {
        "unit": rules.unit,
        "weighted_by": rules.weighted_by,
        "quorum_check": rules.quorum_check,
        "tie": rules.tie,
        "second_vote_hours": rules.second_vote_hours,
        "chair": rules.chair,
        "roll_order": rules.roll_order,
        "roll_language": rules.roll_language,
        "vote_changes": rules.vote_changes,
        "agenda_additions": rules.agenda_additions,
        "correction_days": rules.correction_days,
        "proxies": rules.proxies,
        **_quorum_values("opening", rules.quorum_to_open),
        **_quorum_values("deciding", rules.quorum_to_decide),
    }
    for row, name in zip(ROWS, names, strict=False):
        values |= _majority_values(row, name, rules.majorities[name])
    return values


def _majority_values(row: int, name: str, majority: Majority) -> dict[str, Any]:
    return {
        f"majority_{row}_name": name,
        f"majority_{row}_direction": _direction(majority.share),
        f"majority_{row}_share": _fraction(majority.share),
        f"majority_{row}_base": majority.base,
    }


def _quorum_values(what: str, quorum: Quorum | None) -> dict[str, Any]:
    if quorum is None:
        return {}
    if quorum.share is None:
        return {f"{what}_direction": "at_least", f"{what}_share": str(quorum.number)}
    return {f"{what}_direction": _direction(quorum.share), f"{what}_share": _fraction(quorum.share)}


def _fraction(share: Share) -> str:
    return f"{share.fraction.numerator}/{share.fraction.denominator}"


def _direction(share: Share) -> str:
    return "more_than" if share.is_strict else "at_least"
