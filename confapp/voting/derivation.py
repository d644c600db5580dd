"""How a result follows from its figures, in a sentence that a page or a record can print."""

from fractions import Fraction

from flask_babel import gettext as _
from flask_babel import ngettext

from confapp.conferences.rules import Base, Majority, Share, WeightedBy
from confapp.voting.counting import Reckoning
from confapp.voting.models import VoteResult


def derivation(reckoning: Reckoning) -> str:
    """“22 of 23 votes for or against; more than half (12) needed: carried”."""
    if reckoning.result is VoteResult.NO_DECISION:
        return _("No votes for or against: no decision")
    return _(
        "%(votes)s; %(share)s (%(needed)s) needed: %(result)s",
        votes=_votes(reckoning),
        share=share_words(reckoning.majority.share),
        needed=reckoning.needed,
        result=_result(reckoning),
    )


def without_figures() -> str:
    """What is said of a decision by consensus, acclamation or without objection (R14)."""
    return _("adopted without a vote")


def majority_words(majority: Majority) -> str:
    """“more than half of the votes for or against”."""
    return _("%(share)s of %(base)s", share=share_words(majority.share), base=base_words(majority.base))


def base_words(base: Base) -> str:
    """The base of a majority in words."""
    return {
        Base.PRESENT_AND_VOTING: _("the votes for or against"),
        Base.VOTES_CAST: _("the votes cast, abstentions included"),
        Base.PRESENT: _("those present"),
        Base.ENTITLED: _("those entitled to vote"),
    }[base]


def share_words(share: Share) -> str:
    """“more than half”, “at least two thirds”, “all”; less usual fractions in figures."""
    if share.fraction == 1:
        return _("all")
    words = {
        Fraction(1, 2): _("half"),
        Fraction(1, 3): _("a third"),
        Fraction(2, 3): _("two thirds"),
        Fraction(3, 4): _("three quarters"),
        Fraction(3, 5): _("three fifths"),
    }
    part = words.get(share.fraction, str(share.fraction))
    return _("more than %(part)s", part=part) if share.is_strict else _("at least %(part)s", part=part)


def _votes(reckoning: Reckoning) -> str:
    yes, base = reckoning.totals.yes, reckoning.base
    match reckoning.majority.base:
        case Base.PRESENT_AND_VOTING:
            return ngettext(
                "%(yes)s of %(num)s vote for or against", "%(yes)s of %(num)s votes for or against", base, yes=yes
            )
        case Base.VOTES_CAST:
            return ngettext("%(yes)s of %(num)s vote cast", "%(yes)s of %(num)s votes cast", base, yes=yes)
        case Base.PRESENT:
            return ngettext("%(yes)s for, of %(num)s present", "%(yes)s for, of %(num)s present", base, yes=yes)
    return ngettext("%(yes)s for, of %(num)s entitled", "%(yes)s for, of %(num)s entitled", base, yes=yes)


def _result(reckoning: Reckoning) -> str:
    word = _result_word(reckoning)
    if reckoning.casting is not None and not reckoning.is_casting_foreseen:
        return _("%(result)s by the casting vote of the chair, of which the rules say nothing", result=word)
    if reckoning.casting is not None:
        return _("%(result)s by the casting vote of the chair", result=word)
    if reckoning.decided_by is None:
        return word
    by = {
        WeightedBy.WEIGHTS: _("by weight of votes"),
        WeightedBy.HEADS: _("by number of voters"),
        WeightedBy.BOTH: _("by weight of votes and by number of voters"),
    }[reckoning.decided_by]
    return _("%(result)s %(by)s", result=word, by=by)


def _result_word(reckoning: Reckoning) -> str:
    if reckoning.result is VoteResult.TIED and reckoning.second_vote_hours is not None:
        return ngettext(
            "tied; a second vote within %(num)s hour",
            "tied; a second vote within %(num)s hours",
            reckoning.second_vote_hours,
        )
    if reckoning.result is None:
        return _("unclear, since the sources contradict each other")
    words = {VoteResult.CARRIED: _("carried"), VoteResult.LOST: _("lost"), VoteResult.TIED: _("tied")}
    return words[reckoning.result]
