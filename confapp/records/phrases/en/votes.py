"""English: votes and elections."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction

from confapp.conferences.rules import Base, Share, WeightedBy
from confapp.records.figures import (
    WITHOUT_FIGURES,
    Figures,
    cast,
    chosen,
    disagreeing,
    figures,
    follows,
    is_cast,
    voters,
)
from confapp.records.matters import Vote, VoteRow
from confapp.records.phrases.en.changes import change
from confapp.records.phrases.en.choices import CHOICES, LISTED, stated
from confapp.records.phrases.en.motions import named, noun
from confapp.records.phrases.en.people import chair, who
from confapp.records.phrases.en.words import count, listing, ordinal
from confapp.records.prose import escaped, sentences
from confapp.records.scene import Scene
from confapp.voting.counting import Reckoning, Totals
from confapp.voting.models import Choice, MotionKind, VoteKind, VoteMethod, VoteResult

M = VoteMethod
R = VoteResult

# Words that say no more of a vote than that it was taken and what came of it.
TELLING_NOTHING = (
    *("a", "adopted", "agreed", "and", "carried", "count", "division", "general", "lost", "motion", "not", "passed"),
    *("put", "recorded", "rejected", "the", "to", "vote"),
)
MANNER: Mapping[VoteMethod, str] = {
    M.ROLL_CALL: "by roll call",
    M.SHOW_OF_HANDS: "by show of hands",
    M.DIVISION: "on a division",
    M.VOICE: "by voice",
    M.SECRET_BALLOT: "by secret ballot",
    M.UNANIMOUS: "unanimously",
    M.WITHOUT_DIVISION: "without a division",
    M.CONSENSUS: "by consensus",
    M.ACCLAMATION: "by acclamation",
}
ADOPTED = frozenset(
    {MotionKind.RESOLUTION, MotionKind.AMENDMENT, MotionKind.SUBSTITUTE, MotionKind.REPORT, MotionKind.PROCEDURAL}
)
BASES: Mapping[Base, str] = {
    Base.PRESENT_AND_VOTING: "the votes for or against",
    Base.VOTES_CAST: "the votes cast, abstentions included",
    Base.PRESENT: "those present",
    Base.ENTITLED: "those entitled to vote",
}
PARTS: Mapping[Fraction, str] = {
    Fraction(1, 2): "half",
    Fraction(1, 3): "a third",
    Fraction(2, 3): "two thirds",
    Fraction(3, 4): "three quarters",
    Fraction(3, 5): "three fifths",
}


def plain_vote(vote: Vote, scene: Scene) -> str:
    """A vote without figures, as a sentence behind its motion."""
    return sentences([_plain(vote, scene), *_beside(vote, scene)])


def vote(taken: Vote, scene: Scene) -> str:
    """A vote with figures: how it was taken, what came of it, and why."""
    if taken.kind is VoteKind.ELECTION:
        return _election(taken, scene)
    counted = figures(taken)
    scene.topic = taken.motion.label if taken.motion else None
    return sentences(
        [
            _taken(taken, scene),
            f"{_subject(taken, scene)} {_result(taken, counted)}",
            _others(counted.totals) if counted else "",
            *_beside(taken, scene),
        ]
    )


def vote_lines(taken: Vote, scene: Scene) -> list[str]:
    """What the table of a vote shows, line by line, for readers of the text alone."""
    lines = [sentences([derivation(taken), *_announced(taken)])]
    lines += [
        f"For {escaped(one.name)}: {listing(names)}."
        for one in taken.candidates
        if (names := chosen(taken, one, scene))
    ]
    lines += [f"{LISTED[choice]}: {names}." for choice, names in _by_choice(taken, scene)]
    lines += [_dissents(row, scene) for row in taken.rows if row.dissents]
    return [line for line in (*lines, *(change(one, scene, is_later=True) for one in taken.changes)) if line]


def _dissents(row: VoteRow, scene: Scene) -> str:
    said = [f"{scene.name(one.person.name)}, {LISTED[one.choice].lower()}" for one in row.dissents]
    return f"Within the delegation of {scene.delegation(row.delegation)}: {'; '.join(said)}."


def _by_choice(taken: Vote, scene: Scene) -> list[tuple[Choice, str]]:
    return [(choice, listing(names)) for choice in LISTED if (names := voters(taken, choice, scene))]


def _subject(vote: Vote, scene: Scene) -> str:
    """“the resolution” where the paragraph speaks of it, else with its title."""
    if vote.motion is None:
        return f"the proposal {scene.title(vote.question)}"
    return f"the {noun(vote.motion.kind)}" if scene.topic == vote.motion.label else named(vote.motion, scene)


def _done(vote: Vote) -> str:
    carried, lost = _verbs(vote)
    return {
        R.CARRIED: f"was {carried}",
        R.LOST: f"was {lost}",
        R.TIED: "was not decided, the votes being equal",
        R.VOID: "was put to a vote that was declared void",
        R.NO_DECISION: "was left without a decision",
        R.ELECTED: "was decided",
        R.NOT_STATED: "was put to the vote",
    }[vote.result]


def _verbs(vote: Vote) -> tuple[str, str]:
    if vote.motion is not None and vote.motion.kind in {MotionKind.REQUEST, MotionKind.WITHDRAWAL}:
        return "granted", "refused"
    is_text = vote.motion is None or vote.motion.kind in ADOPTED
    return ("adopted", "rejected") if is_text else ("carried", "lost")


def _plain(vote: Vote, scene: Scene) -> str:
    subject, done = _subject(vote, scene), _done(vote)
    unknown = "are not stated in the source" if scene.material.from_sources else "are not recorded"
    if vote.result is R.NOT_STATED:
        manner = f" {MANNER[vote.method]}" if vote.method in MANNER else ""
        return f"{subject} {done}{manner}; the result {unknown.replace('are', 'is')}"
    if vote.method is M.NO_OBJECTION:
        return f"there being no objection, {subject} {done}" if vote.result is R.CARRIED else f"{subject} {done}"
    if vote.method is M.NOT_STATED:
        return f"{subject} {done}"
    if vote.method in MANNER:
        return f"{subject} {done} {MANNER[vote.method]}"
    return f"{subject} was put to the vote and {done.removeprefix('was ')}; the figures {unknown}"


def _taken(vote: Vote, scene: Scene) -> str:
    manner = MANNER.get(vote.method, "")
    first = f"; {scene.delegation(vote.first_called)} was called first, by lot" if vote.first_called else ""
    again = f", in reconsideration of {scene.title(vote.reconsiders)}," if vote.reconsiders else ""
    if vote.reconsiders == vote.question:
        again = ", in reconsideration of the earlier vote,"
    if vote.method in WITHOUT_FIGURES:
        return f"on {scene.title(vote.question)}{again} the decision was taken {manner}".rstrip()
    return f"on {scene.title(vote.question)}{again} a vote was taken {manner}".rstrip() + first


def _result(vote: Vote, counted: Figures | None) -> str:
    done = _done(vote)
    if counted is None:
        return done
    totals = cast(vote, counted)
    yes, no, abstain = totals.yes, totals.no, totals.abstain
    high, low = (no, yes) if vote.result is R.LOST and no > yes else (yes, no)
    given = f"{high} {'vote' if high == 1 else 'votes'} to {low or 'none'}"
    abstained = f", with {abstain} {'abstention' if abstain == 1 else 'abstentions'}" if abstain else ""
    glue = "by" if vote.result in {R.CARRIED, R.LOST} else "at"
    announced = "" if counted.is_counted else ", as announced"
    casting = " and by the casting vote of the presiding officer" if is_cast(vote) else ""
    return f"{done} {glue} {given}{abstained}{announced}{casting}"


def _others(totals: Totals) -> str:
    parts = [
        f"{count(number, 'delegation', 'delegations')} {'was' if number == 1 else 'were'} {word}"
        for number, word in ((totals.absent, "absent"), (totals.divided, "divided"))
        if number
    ]
    if totals.not_voting:
        parts.append(f"{count(totals.not_voting, 'delegation', 'delegations')} did not vote")
    if totals.unclear:
        parts.append(f"on {count(totals.unclear, 'vote', 'votes')} the sources contradict each other")
    return listing(parts)


def derivation(vote: Vote) -> str:
    """From what the result follows by the rules; what was declared otherwise is said to be so."""
    reckoning = vote.reckoning
    if reckoning is None:
        return ""
    if reckoning.result is R.NO_DECISION:
        return "no vote was cast for or against, so that nothing was decided"
    share = f"{_required(reckoning.majority.share)} of {BASES[reckoning.majority.base]}"
    figure = f"{share} {_weighed(reckoning)}were needed, that is, {reckoning.needed} of {reckoning.base}"
    if is_cast(vote):
        figure += "; the votes being equal, the casting vote decided"
        figure += "" if reckoning.is_casting_foreseen else ", of which the rules say nothing"
    if reckoning.result is None:
        return f"{figure}; the places that are unclear could turn the result"
    return figure if follows(vote) else f"{figure}, so that the result declared does not follow from the votes"


def _weighed(reckoning: Reckoning) -> str:
    return {
        WeightedBy.WEIGHTS: "by weight ",
        WeightedBy.HEADS: "by number of voters ",
        WeightedBy.BOTH: "by weight and by number of voters ",
        None: "",
    }[reckoning.decided_by]


def _required(share: Share) -> str:
    if share.fraction == 1:
        return "all"
    part = PARTS.get(share.fraction, str(share.fraction))
    return f"more than {part}" if share.is_strict else f"at least {part}"


def _beside(vote: Vote, scene: Scene) -> list[str]:
    """What else is to be said of any vote."""
    said = []
    if vote.casting_choice is not None and vote.casting_by is not None:
        said.append(f"{who(vote.casting_by, scene)} gave the casting vote {CHOICES[vote.casting_choice]}")
    if vote.method_text is not None and _says_more(vote.method_text.text, vote):
        said.append(f"the manner of voting is given as: {scene.aside(vote.method_text)}")
    elif vote.method is M.NOT_STATED:
        said.append(
            "the manner of voting is not stated in the source"
            if scene.material.from_sources
            else "the manner of voting is not recorded"
        )
    if vote.result_text is not None:
        said.append(f"the result is given as: {scene.aside(vote.result_text)}")
    if vote.reverses is not None:
        said.append(f"the ruling of {chair(scene)} was thereby reversed")
    if vote.note is not None:
        said.append(scene.content(vote.note))
    return said


def _says_more(text: str, vote: Vote) -> bool:
    """Whether how a source calls the voting adds to what was said of it already."""
    known = {*MANNER.get(vote.method, "").split(), *TELLING_NOTHING}
    return not set(re.findall(r"\w+", text.casefold())) <= known


def _announced(vote: Vote) -> list[str]:
    told = (stated(one.announced) for one in disagreeing(vote))
    return [f"the totals announced were {announced}, and not those counted here" for announced in told]


def _election(vote: Vote, scene: Scene) -> str:
    round_of = f"the {ordinal(vote.round)} ballot" if vote.round else "a ballot"
    manner = f" {MANNER[vote.method]}" if vote.method in MANNER else ""
    given = "; ".join(f"{escaped(one.name)}, {one.votes}" for one in vote.candidates if one.votes is not None)
    elected = [escaped(one.name) for one in vote.candidates if one.is_elected]
    if elected:
        outcome = f"{listing(elected)} {'was' if len(elected) == 1 else 'were'} elected{manner}"
    else:
        outcome = "nobody was elected" if vote.result is not R.NOT_STATED else ""
    return sentences(
        [
            f"for {scene.title(vote.question)} {round_of} was held{'' if elected else manner}",
            f"the votes fell as follows: {given}" if given else "",
            outcome,
            *_beside(vote, scene),
        ]
    )
