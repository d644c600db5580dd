"""Russian: motions, how they came up and what became of them; rulings and decisions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from confapp.records.actors import Speaker
from confapp.records.matters import Decision, Motion, MotionHelper, MotionMention, MotionName, Ruling, TextChange
from confapp.records.phrases.ru.people import agree, chair, everybody, styled, who
from confapp.records.phrases.ru.sitting import unstated
from confapp.records.phrases.ru.words import listing
from confapp.records.prose import sentences
from confapp.records.scene import Scene
from confapp.records.telling import first_block, told
from confapp.voting.models import DecisionKind, MotionAct, MotionKind, MotionLinkKind, MotionRole, MotionState

K = MotionKind


class Noun(NamedTuple):
    """What a motion is called, in the cases that sentences about it need."""

    nominative: str
    genitive: str
    dative: str
    accusative: str


PROPOSAL = Noun("предложение", "предложения", "предложению", "предложение")
NOUNS: Mapping[MotionKind, Noun] = {
    K.RESOLUTION: Noun("проект резолюции", "проекта резолюции", "проекту резолюции", "проект резолюции"),
    K.AMENDMENT: Noun("поправка", "поправки", "поправке", "поправку"),
    K.SUBSTITUTE: Noun("новый текст", "нового текста", "новому тексту", "новый текст"),
    K.REPORT: Noun("доклад", "доклада", "докладу", "доклад"),
    K.REQUEST: Noun("просьба", "просьбы", "просьбе", "просьбу"),
    K.APPEAL: Noun("протест", "протеста", "протесту", "протест"),
    K.ADJOURNMENT: Noun(*(f"{case} закрыть заседание" for case in PROPOSAL)),
    K.SUSPENSION: Noun(*(f"{case} прервать заседание" for case in PROPOSAL)),
}
# What one does, what several do, and the passive; the title follows.
MOVED: Mapping[MotionKind, tuple[str, str, str]] = {
    K.RESOLUTION: ("вносит проект резолюции", "вносят проект резолюции", "вносится проект резолюции"),
    K.PROCEDURAL: ("предлагает:", "предлагают:", "предлагается:"),
    K.NOMINATION: ("выдвигает кандидатуру:", "выдвигают кандидатуру:", "выдвигается кандидатура:"),
    K.AMENDMENT: ("вносит поправку", "вносят поправку", "вносится поправка"),
    K.SUBSTITUTE: ("предлагает новый текст", "предлагают новый текст", "предлагается новый текст"),
    K.REPORT: ("представляет доклад", "представляют доклад", "представляется доклад"),
    K.RECORD_APPROVAL: (
        "предлагает утвердить протоколы:",
        "предлагают утвердить протоколы:",
        "предлагается утвердить протоколы:",
    ),
    K.PRESENTATION: ("представляет:", "представляют:", "представляется:"),
    K.REQUEST: ("обращается с просьбой", "обращаются с просьбой", "высказывается просьба"),
    K.APPEAL: ("опротестовывает постановление:", "опротестовывают постановление:", "опротестовывается постановление:"),
    K.RECONSIDERATION: (
        "предлагает пересмотреть решение:",
        "предлагают пересмотреть решение:",
        "предлагается пересмотреть решение:",
    ),
    K.WITHDRAWAL: (
        "просит позволения снять предложение:",
        "просят позволения снять предложение:",
        "испрашивается позволение снять предложение:",
    ),
    K.SUSPENSION: (
        "предлагает прервать заседание:",
        "предлагают прервать заседание:",
        "предлагается прервать заседание:",
    ),
    K.ADJOURNMENT: (
        "предлагает закрыть заседание:",
        "предлагают закрыть заседание:",
        "предлагается закрыть заседание:",
    ),
    K.CLOSURE: ("предлагает прекратить прения:", "предлагают прекратить прения:", "предлагается прекратить прения:"),
    K.THANKS: (
        "предлагает выразить благодарность:",
        "предлагают выразить благодарность:",
        "предлагается выразить благодарность:",
    ),
}
OTHERWISE = ("вносит предложение:", "вносят предложение:", "вносится предложение:")
ENDED: Mapping[MotionState, str] = {
    MotionState.CARRIED: "принимается",
    MotionState.LOST: "отклоняется",
    MotionState.WITHDRAWN: "снимается",
    MotionState.REPLACED: "заменяется",
    MotionState.LAPSED: "остаётся без рассмотрения",
    MotionState.OUT_OF_ORDER: "не допускается к обсуждению",
    MotionState.RECEIVED: "принимается к сведению",
    MotionState.GRANTED: "удовлетворяется",
}
SUPPORTED: Mapping[MotionRole, tuple[str, str]] = {
    MotionRole.SECONDED: ("предложение поддерживает", "предложение поддерживают"),
    MotionRole.ACCEPTED: ("с этим соглашается", "с этим соглашаются"),
    MotionRole.REQUESTED: ("об этом просит", "об этом просят"),
}


def noun(kind: MotionKind) -> Noun:
    """What a motion of this kind is called when it is spoken of again."""
    return NOUNS.get(kind, PROPOSAL)


def named(name: MotionName, scene: Scene) -> str:
    """“проект резолюции *Единый нуль*”."""
    return f"{noun(name.kind).nominative} {scene.title(name.summary)}"


def motion(mention: MotionMention, scene: Scene) -> str:
    """What an entry says happened to a motion, votes aside."""
    moved = mention.motion
    acts = mention.acts
    said = []
    if MotionAct.MOVED in acts:
        said += [_moved(moved, scene), *_helped(moved, scene)]
    if MotionAct.RENEWED in acts:
        said.append(_active(moved, scene, "вновь вносит", "вновь вносится"))
    if MotionAct.AMENDED in acts and MotionAct.MOVED not in acts:
        said.append(f"вносятся изменения: {named(moved.name, scene)}")
    if MotionAct.WITHDRAWN in acts:
        said.append(_withdrawn(mention, scene))
    if MotionAct.PUT in acts and len(acts) == 1:
        said.append(f"на голосование ставится {named(moved.name, scene)}")
    if said:
        scene.topic = moved.name.label
    said += [_changed(one, scene) for one in moved.changes if mention.settles or MotionAct.AMENDED in acts]
    if mention.settles:
        said.append(settled(moved, scene, is_known=scene.topic == moved.name.label))
        scene.topic = moved.name.label
    return sentences(said)


def settled(moved: Motion, scene: Scene, *, is_known: bool) -> str:
    """What became of a motion on which nothing else in the record says it."""
    is_request = moved.name.kind is K.REQUEST
    ended = "принимается" if moved.state is MotionState.GRANTED and not is_request else ENDED.get(moved.state)
    if ended is None:
        return ""
    outcome = f" ({scene.aside(moved.outcome)})" if moved.outcome else ""
    subject = noun(moved.name.kind).nominative if is_known else named(moved.name, scene)
    return f"{subject} {ended}{outcome}"


def _moved(moved: Motion, scene: Scene) -> str:
    one, several, passive = MOVED.get(moved.name.kind, OTHERWISE)
    title = scene.title(moved.name.summary)
    links = "".join(_link(kind, others, scene) for kind, others in _links(moved))
    movers = [moved.mover] if moved.mover else []
    movers += [helper.who for helper in moved.helpers if helper.role is MotionRole.WITH and helper.name is None]
    if not movers and moved.committee is None:
        return f"{passive} {title}{links}; {unstated('автор', scene.material)}"
    if not movers and moved.committee is not None:
        return f"{scene.title(moved.committee)} {one} {title}{links}"
    for_it = f" (от имени: {scene.title(moved.committee)})" if moved.committee else ""
    return f"{everybody(movers, scene)}{for_it} {agree(movers, one, several)} {title}{links}"


def _links(moved: Motion) -> list[tuple[MotionLinkKind, list[MotionName]]]:
    """The motions that it bears on, by how it does."""
    found = [(kind, [other for one, other in moved.links if one is kind]) for kind in MotionLinkKind]
    return [(kind, others) for kind, others in found if others]


def _link(kind: MotionLinkKind, others: list[MotionName], scene: Scene) -> str:
    before, case = {
        MotionLinkKind.AMENDS: (" к", "dative"),
        MotionLinkKind.SUBSTITUTES: (" взамен", "genitive"),
        MotionLinkKind.RENEWS: (", возобновляя", "accusative"),
        MotionLinkKind.WITHDRAWS: (" относительно", "genitive"),
        MotionLinkKind.DIVIDES: (" как часть", "genitive"),
        MotionLinkKind.RECONSIDERS: (" относительно", "genitive"),
    }[kind]
    return f"{before} " + listing([f"{getattr(noun(one.kind), case)} {scene.title(one.summary)}" for one in others])


def _helped(moved: Motion, scene: Scene) -> list[str]:
    said = []
    for role, (one, several) in SUPPORTED.items():
        helpers = [helper for helper in moved.helpers if helper.role is role]
        if helpers:
            names = listing([_helper(helper, scene) for helper in helpers])
            said.append(f"{one if len(helpers) == 1 else several} {names}")
    return said


def _helper(helper: MotionHelper, scene: Scene) -> str:
    return scene.name(helper.name) if helper.name and helper.who.person is None else who(helper.who, scene)


def _active(moved: Motion, scene: Scene, verb: str, passive: str) -> str:
    title = scene.title(moved.name.summary)
    if moved.mover is None:
        return f"{passive} {noun(moved.name.kind).nominative} {title}"
    return f"{who(moved.mover, scene)} {verb} {noun(moved.name.kind).accusative} {title}"


def _withdrawn(mention: MotionMention, scene: Scene) -> str:
    moved = mention.motion
    is_final = moved.state is MotionState.WITHDRAWN and moved.outcome is not None
    outcome = f" ({scene.aside(moved.outcome)})" if is_final and moved.outcome else ""
    if scene.topic == moved.name.label or MotionAct.MOVED in mention.acts:
        return f"{noun(moved.name.kind).nominative} снимается{outcome}"
    return f"{_active(moved, scene, 'снимает', 'снимается')}{outcome}"


def _changed(change: TextChange, scene: Scene) -> str:
    outcome = f" ({scene.aside(change.outcome)})" if change.outcome else ""
    if change.proposer is None:
        return f"текст изменяется: {scene.title(change.text)}{outcome}"
    return f"{who(change.proposer, scene)} предлагает изменить текст: {scene.title(change.text)}{outcome}"


def ruling(made: Ruling, scene: Scene) -> str:
    """What the presiding officer ruled."""
    by: Speaker | None = made.by
    name = styled(by, scene) if by and not scene.is_chair(by) else chair(scene)
    return told(f"{name} постановляет", first_block(made.text, scene), behind_colon=True)


def decision(taken: Decision, scene: Scene) -> str:
    """What was decided, under its number where it has one."""
    before = {
        DecisionKind.RESOLUTION: "принимается резолюция",
        DecisionKind.ELECTION: "принимается решение о выборах:",
        DecisionKind.APPOINTMENT: "принимается решение о назначении:",
        DecisionKind.ADOPTION: "принимается:",
    }.get(taken.kind, "принимается решение")
    of = f", {scene.title(taken.document)}" if taken.document else ""
    number = f" (№ {taken.number}{of})" if taken.number else ""
    manner = f" ({scene.aside(taken.manner)})" if taken.manner else ""
    return sentences([f"{before} {scene.title(taken.title)}{number}{manner}"])
