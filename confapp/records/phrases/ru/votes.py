"""Russian: votes and elections."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from confapp.conferences.rules import Base, Share, WeightedBy
from confapp.ordinals import ordinal_words
from confapp.records.figures import Figures, cast, chosen, disagreeing, figures, follows, is_cast, voters
from confapp.records.matters import Vote, VoteRow
from confapp.records.phrases.ru.changes import change
from confapp.records.phrases.ru.choices import CHOICES, LISTED, stated, tally
from confapp.records.phrases.ru.motions import named, noun
from confapp.records.phrases.ru.people import who
from confapp.records.phrases.ru.words import count, is_one, listing, verb
from confapp.records.prose import escaped, sentences
from confapp.records.scene import Scene
from confapp.voting.counting import Reckoning, Totals
from confapp.voting.models import MotionKind, VoteKind, VoteMethod, VoteResult

M = VoteMethod
R = VoteResult

MANNER: Mapping[VoteMethod, str] = {
    M.ROLL_CALL: "поимённым голосованием",
    M.SHOW_OF_HANDS: "поднятием рук",
    M.DIVISION: "с раздельным подсчётом голосов",
    M.VOICE: "устным голосованием",
    M.SECRET_BALLOT: "тайным голосованием",
    M.UNANIMOUS: "единогласно",
    M.WITHOUT_DIVISION: "без подсчёта голосов",
    M.CONSENSUS: "консенсусом",
    M.ACCLAMATION: "путём аккламации",
}
TAKEN: Mapping[VoteMethod, str] = {
    M.ROLL_CALL: "проводится поимённое голосование",
    M.SHOW_OF_HANDS: "проводится голосование поднятием рук",
    M.DIVISION: "проводится голосование с раздельным подсчётом голосов",
    M.VOICE: "проводится устное голосование",
    M.SECRET_BALLOT: "проводится тайное голосование",
    M.UNANIMOUS: "решение принимается единогласно",
    M.WITHOUT_DIVISION: "решение принимается без подсчёта голосов",
    M.CONSENSUS: "решение принимается консенсусом",
    M.ACCLAMATION: "решение принимается путём аккламации",
    M.NO_OBJECTION: "возражений нет",
}
BASES: Mapping[Base, str] = {
    Base.PRESENT_AND_VOTING: "голосов «за» и «против»",
    Base.VOTES_CAST: "поданных голосов, включая воздержавшихся",
    Base.PRESENT: "числа присутствующих",
    Base.ENTITLED: "числа имеющих право голоса",
}
PARTS: Mapping[Fraction, str] = {
    Fraction(1, 2): "половины",
    Fraction(1, 3): "одной трети",
    Fraction(2, 3): "двух третей",
    Fraction(3, 4): "трёх четвертей",
    Fraction(3, 5): "трёх пятых",
}
RESULTS: Mapping[VoteResult, str] = {
    R.CARRIED: "принимается",
    R.LOST: "отклоняется",
    R.TIED: "не получает решения, так как голоса разделились поровну",
    R.VOID: "ставится на голосование, которое признаётся недействительным",
    R.NO_DECISION: "остаётся без решения",
    R.ELECTED: "решается",
    R.NOT_STATED: "ставится на голосование",
}


def plain_vote(vote: Vote, scene: Scene) -> str:
    """A vote without figures, as a sentence behind its motion."""
    return sentences([_plain(vote, scene), *_beside(vote, scene)])


def vote(taken: Vote, scene: Scene) -> str:
    """A vote with figures: how it was taken and what came of it."""
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
        f"Голоса, поданные за кандидата {escaped(one.name)}: {listing(names)}."
        for one in taken.candidates
        if (names := chosen(taken, one, scene))
    ]
    lines += [f"{LISTED[choice]}: {listing(names)}." for choice in LISTED if (names := voters(taken, choice, scene))]
    lines += [_dissents(row, scene) for row in taken.rows if row.dissents]
    return [line for line in (*lines, *(change(one, scene, is_later=True) for one in taken.changes)) if line]


def _dissents(row: VoteRow, scene: Scene) -> str:
    said = [f"{scene.name(one.person.name)} — {LISTED[one.choice].lower()}" for one in row.dissents]
    return f"Внутри делегации {scene.delegation(row.delegation)}: {'; '.join(said)}."


def _done(vote: Vote) -> str:
    """What happened to it: a request is granted or refused, all else is adopted or rejected."""
    is_request = vote.motion is not None and vote.motion.kind is MotionKind.REQUEST
    asked = {R.CARRIED: "удовлетворяется", R.LOST: "не удовлетворяется"}
    return asked.get(vote.result, RESULTS[vote.result]) if is_request else RESULTS[vote.result]


def _subject(vote: Vote, scene: Scene) -> str:
    if vote.motion is None:
        return f"предложение {scene.title(vote.question)}"
    return noun(vote.motion.kind).nominative if scene.topic == vote.motion.label else named(vote.motion, scene)


def _plain(vote: Vote, scene: Scene) -> str:
    subject, done = _subject(vote, scene), _done(vote)
    unknown = "в источнике не указано" if scene.material.from_sources else "не записано"
    if vote.result is R.NOT_STATED:
        return f"{subject} {done}; каков результат, {unknown}"
    if vote.method is M.NO_OBJECTION and vote.result is R.CARRIED:
        return f"поскольку возражений нет, {subject} {done}"
    if vote.method in {M.NO_OBJECTION, M.NOT_STATED}:
        return f"{subject} {done}"
    if vote.method in MANNER:
        return f"{subject} {done} {MANNER[vote.method]}"
    return f"{subject} ставится на голосование и {done}; число голосов {unknown}"


def _taken(vote: Vote, scene: Scene) -> str:
    first = (
        f"; первой по жребию вызывается делегация {scene.delegation(vote.first_called)}" if vote.first_called else ""
    )
    again = f", в порядке пересмотра решения {scene.title(vote.reconsiders)}," if vote.reconsiders else ""
    if vote.reconsiders == vote.question:
        again = ", в порядке пересмотра прежнего решения,"
    return f"по вопросу {scene.title(vote.question)}{again} {TAKEN.get(vote.method, 'проводится голосование')}{first}"


def _result(vote: Vote, counted: Figures | None) -> str:
    done = _done(vote)
    if counted is None:
        return done
    if vote.result not in {R.CARRIED, R.LOST}:
        return f"{done} ({tally(cast(vote, counted))})"
    totals = cast(vote, counted)
    yes, no = totals.yes, totals.no
    high, low = (no, yes) if vote.result is R.LOST and no > yes else (yes, no)
    given = f"{done} {high} {'голосом' if is_one(high) else 'голосами'}"
    given += f" против {low}" if low else ""
    given += _abstained(totals.abstain)
    given += "" if low else ", при этом никто не голосует против" if vote.result is R.CARRIED else ""
    given += "" if counted.is_counted else ", как объявлено"
    return f"{given} и решающим голосом председательствующего" if is_cast(vote) else given


def _abstained(number: int) -> str:
    return f" при {number} {'воздержавшемся' if is_one(number) else 'воздержавшихся'}" if number else ""


def _others(totals: Totals) -> str:
    absent, divided, silent, unclear = totals.absent, totals.divided, totals.not_voting, totals.unclear
    said = []
    if absent:
        said.append(f"{verb(absent, 'отсутствует', 'отсутствуют')} {_delegations(absent)}")
    if divided:
        said.append(f"голоса {divided} {'делегации' if is_one(divided) else 'делегаций'} разделяются")
    if silent:
        said.append(f"не {verb(silent, 'участвует', 'участвуют')} в голосовании {_delegations(silent)}")
    if unclear:
        said.append(f"о {unclear} {'голосе' if is_one(unclear) else 'голосах'} сведения источников расходятся")
    return "; ".join(said)


def _delegations(number: int) -> str:
    return count(number, "делегация", "делегации", "делегаций")


def derivation(vote: Vote) -> str:
    """From what the result follows by the rules; what was declared otherwise is said to be so."""
    reckoning = vote.reckoning
    if reckoning is None:
        return ""
    if reckoning.result is R.NO_DECISION:
        return "голосов «за» и «против» не подано, и решение не принято"
    required = f"{_required(reckoning.majority.share)} {BASES[reckoning.majority.base]}{_weighed(reckoning)}"
    figure = f"требуется {required}, то есть {reckoning.needed} из {reckoning.base}"
    if is_cast(vote):
        figure += "; голоса разделились поровну, и решает голос председательствующего"
        figure += "" if reckoning.is_casting_foreseen else ", о котором в правилах ничего не сказано"
    if reckoning.result is None:
        return f"{figure}; неясные голоса могут изменить результат"
    return figure if follows(vote) else f"{figure}, так что объявленный результат из поданных голосов не следует"


def _weighed(reckoning: Reckoning) -> str:
    return {
        WeightedBy.WEIGHTS: " по весу голосов",
        WeightedBy.HEADS: " по числу голосующих",
        WeightedBy.BOTH: " и по весу голосов, и по числу голосующих",
        None: "",
    }[reckoning.decided_by]


def _required(share: Share) -> str:
    if share.fraction == 1:
        return "единогласие из"
    part = PARTS.get(share.fraction, str(share.fraction))
    return f"более {part}" if share.is_strict else f"не менее {part}"


def _beside(vote: Vote, scene: Scene) -> list[str]:
    """What else is to be said of any vote."""
    said = []
    if vote.casting_choice is not None and vote.casting_by is not None:
        said.append(f"решающий голос {CHOICES[vote.casting_choice]} подаёт {who(vote.casting_by, scene)}")
    if vote.method_text is not None:
        said.append(f"способ голосования указан так: {scene.aside(vote.method_text)}")
    elif vote.method is M.NOT_STATED:
        said.append(f"способ голосования {'в источнике не указан' if scene.material.from_sources else 'не записан'}")
    if vote.result_text is not None:
        said.append(f"результат указан так: {scene.aside(vote.result_text)}")
    if vote.reverses is not None:
        said.append("тем самым постановление председательствующего отменяется")
    if vote.note is not None:
        said.append(scene.content(vote.note))
    return said


def _announced(vote: Vote) -> list[str]:
    told = (stated(one.announced) for one in disagreeing(vote))
    return [f"объявленные итоги ({announced}) расходятся с подсчётом" for announced in told]


def _election(vote: Vote, scene: Scene) -> str:
    held = f"проводится {ordinal_words(vote.round, 'ru', gender='m')} тур голосования" if vote.round else ""
    given = ", ".join(f"{escaped(one.name)} — {one.votes}" for one in vote.candidates if one.votes is not None)
    elected = [escaped(one.name) for one in vote.candidates if one.is_elected]
    outcome = "никто не избран" if vote.result is not R.NOT_STATED else ""
    if elected:
        said = "избранным кандидатом объявляется" if len(elected) == 1 else "избранными кандидатами объявляются"
        outcome = f"{said} {listing(elected)}"
    return sentences(
        [
            f"по вопросу {scene.title(vote.question)} {held or TAKEN.get(vote.method, 'проводится голосование')}",
            f"голоса распределяются так: {given}" if given else "",
            outcome,
            *_beside(vote, scene),
        ]
    )
