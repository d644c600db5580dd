"""Rules of procedure in sentences, for people who have to follow them."""

from __future__ import annotations

from typing import NamedTuple

from flask_babel import gettext as _
from flask_babel import ngettext

from confapp.conferences.rules import Majority, Quorum, Rules, Share, Tie, Unit
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


class Rule(NamedTuple):
    """What is ruled, and how."""

    what: str
    how: str


def explained(rules: Rules) -> list[Rule]:
    """Every rule, in the order in which a meeting needs them."""
    return [
        Rule(_("Who has a vote"), _unit(rules)),
        Rule(_("To open"), _quorum(rules.quorum_to_open)),
        Rule(_("To decide"), _quorum(rules.quorum_to_decide, rules)),
        *(_majority(name, rules) for name in sorted(rules.majorities, key=lambda name: name != rules.ordinary)),
        Rule(_("Equal votes"), _tie(rules)),
        Rule(_("Presiding officer"), str(CHAIRS[rules.chair])),
        Rule(_("Roll call"), str(ROLL_ORDERS[rules.roll_order])),
        Rule(_("Changing a vote"), str(VOTE_CHANGES[rules.vote_changes])),
        Rule(_("Adding to an adopted agenda"), _additions(rules)),
        Rule(_("Correcting a record"), _corrections(rules.correction_days)),
        Rule(_("Voting for others"), str(PROXIES[rules.proxies])),
    ]


def majority_words(name: str) -> str:
    """The name of a majority as people read it."""
    return name.replace("_", " ").capitalize()


def _unit(rules: Rules) -> str:
    words = str(UNITS[rules.unit])
    return f"{words}. {WEIGHED[rules.weighted_by]}" if rules.unit is Unit.WEIGHTED and rules.weighted_by else words


def _share(share: Share) -> str:
    if share.is_strict:
        return _("more than %(fraction)s", fraction=share.fraction)
    return _("all") if share.fraction == 1 else _("at least %(fraction)s", fraction=share.fraction)


def _quorum(quorum: Quorum | None, rules: Rules | None = None) -> str:
    if quorum is None:
        return _("No number of members must be present")
    if quorum.share is None:
        words = ngettext("%(num)s must be present", "%(num)s must be present", quorum.number or 0)
    else:
        words = _("%(share)s of those entitled must be present", share=_share(quorum.share).capitalize())
    return f"{words}. {QUORUM_CHECKS[rules.quorum_check]}" if rules else words


def _majority(name: str, rules: Rules) -> Rule:
    known: Majority = rules.majorities[name]
    words = f"{_share(known.share).capitalize()} {BASES[known.base]}"
    if name == rules.ordinary:
        words = f"{words}. {_('It holds where a vote names no other')}"
    return Rule(_("Majority “%(name)s”", name=majority_words(name)), words)


def _tie(rules: Rules) -> str:
    words = str(TIES[rules.tie])
    if rules.tie is not Tie.SECOND_VOTE:
        return words
    hours = rules.second_vote_hours or 0
    return f"{words}. {ngettext('Within %(num)s hour', 'Within %(num)s hours', hours)}"


def _additions(rules: Rules) -> str:
    if rules.agenda_additions is None:
        return _("Nothing is added")
    return _("By the majority “%(name)s”", name=majority_words(rules.agenda_additions))


def _corrections(days: int | None) -> str:
    if days is None:
        return _("Until the record is approved")
    return ngettext("Within %(num)s day after it was circulated", "Within %(num)s days after it was circulated", days)
