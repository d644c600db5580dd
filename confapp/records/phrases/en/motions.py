"""English: motions, how they came up and what became of them; rulings and decisions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from confapp.records.matters import Decision, Motion, MotionHelper, MotionMention, MotionName, Ruling, TextChange
from confapp.records.phrases.en.people import chair, styled, who
from confapp.records.phrases.en.sitting import unstated
from confapp.records.phrases.en.words import listing, the
from confapp.records.prose import sentences
from confapp.records.scene import Scene
from confapp.records.telling import first_block, told
from confapp.voting.models import DecisionKind, MotionAct, MotionKind, MotionLinkKind, MotionRole, MotionState

K = MotionKind

NOUNS: Mapping[MotionKind, str] = {
    K.RESOLUTION: "resolution",
    K.PROCEDURAL: "proposal",
    K.NOMINATION: "nomination",
    K.AMENDMENT: "amendment",
    K.SUBSTITUTE: "substitute",
    K.REPORT: "report",
    K.REQUEST: "request",
    K.APPEAL: "appeal",
    K.PRESENTATION: "presentation",
    K.WITHDRAWAL: "withdrawal",
    K.ADJOURNMENT: "motion to adjourn",
    K.SUSPENSION: "motion to suspend the session",
}
# Before the title and, in the passive, after it.
MOVED: Mapping[MotionKind, tuple[str, str]] = {
    K.RESOLUTION: ("moved the resolution", "the resolution {} was moved"),
    K.PROCEDURAL: ("proposed:", "it was proposed: {}"),
    K.NOMINATION: ("made the nomination", "the nomination {} was made"),
    K.AMENDMENT: ("moved the amendment", "the amendment {} was moved"),
    K.SUBSTITUTE: ("offered the substitute", "the substitute {} was offered"),
    K.REPORT: ("presented the report", "the report {} was presented"),
    K.RECORD_APPROVAL: ("moved the approval of records:", "the approval of records was moved: {}"),
    K.PRESENTATION: ("presented:", "it was presented: {}"),
    K.REQUEST: ("made the request", "the request {} was made"),
    K.APPEAL: ("appealed against the ruling:", "an appeal was made against the ruling: {}"),
    K.RECONSIDERATION: ("moved to reconsider:", "it was moved to reconsider: {}"),
    K.WITHDRAWAL: ("asked for leave to withdraw:", "leave to withdraw was asked for: {}"),
    K.SUSPENSION: ("moved that the session be suspended:", "it was moved that the session be suspended: {}"),
    K.ADJOURNMENT: ("moved the adjournment:", "the adjournment was moved: {}"),
    K.CLOSURE: ("moved the closure of the debate:", "the closure of the debate was moved: {}"),
    K.THANKS: ("moved a vote of thanks:", "a vote of thanks was moved: {}"),
}
LINKS: Mapping[MotionLinkKind, str] = {
    MotionLinkKind.AMENDS: " to {}",
    MotionLinkKind.SUBSTITUTES: " in place of {}",
    MotionLinkKind.RENEWS: ", renewing {}",
    MotionLinkKind.WITHDRAWS: ", concerning {}",
    MotionLinkKind.DIVIDES: ", as a part of {}",
    MotionLinkKind.RECONSIDERS: ", concerning {}",
}
ENDED: Mapping[MotionState, str] = {
    MotionState.CARRIED: "was carried",
    MotionState.LOST: "was lost",
    MotionState.WITHDRAWN: "was withdrawn",
    MotionState.REPLACED: "was replaced by another",
    MotionState.LAPSED: "lapsed",
    MotionState.OUT_OF_ORDER: "was ruled out of order",
    MotionState.RECEIVED: "was received",
    MotionState.GRANTED: "was granted",
}
SUPPORTED: Mapping[MotionRole, str] = {
    MotionRole.SECONDED: "{} seconded it",
    MotionRole.ACCEPTED: "{} accepted it",
    MotionRole.REQUESTED: "{} had asked for it",
}


def noun(kind: MotionKind) -> str:
    """What a motion of this kind is called when it is spoken of again."""
    return NOUNS.get(kind, "motion")


def named(name: MotionName, scene: Scene) -> str:
    """“the resolution *Greenwich as initial meridian*”."""
    return f"the {noun(name.kind)} {scene.title(name.summary)}"


def motion(mention: MotionMention, scene: Scene) -> str:
    """What an entry says happened to a motion, votes aside."""
    moved = mention.motion
    acts = mention.acts
    said = []
    if MotionAct.MOVED in acts:
        said += [_moved(moved, scene), *_helped(moved, scene)]
    if MotionAct.RENEWED in acts:
        said.append(_active(moved, scene, "renewed", "was renewed"))
    if MotionAct.AMENDED in acts and MotionAct.MOVED not in acts:
        said.append(f"{named(moved.name, scene)} was amended")
    if MotionAct.WITHDRAWN in acts:
        said.append(_withdrawn(mention, scene))
    if MotionAct.PUT in acts and len(acts) == 1:
        said.append(f"{named(moved.name, scene)} was put to the vote")
    if said:
        scene.topic = moved.name.label
    said += [_changed(one, scene) for one in moved.changes if mention.settles or MotionAct.AMENDED in acts]
    if mention.settles:
        said.append(settled(moved, scene, is_known=scene.topic == moved.name.label))
        scene.topic = moved.name.label
    return sentences(said)


def settled(moved: Motion, scene: Scene, *, is_known: bool) -> str:
    """What became of a motion on which nothing else in the record says it."""
    is_request = moved.name.kind in {K.REQUEST, K.WITHDRAWAL}
    ended = "was agreed to" if moved.state is MotionState.GRANTED and not is_request else ENDED.get(moved.state)
    if ended is None:
        return ""
    outcome = f" ({scene.aside(moved.outcome)})" if moved.outcome else ""
    subject = f"the {noun(moved.name.kind)}" if is_known else named(moved.name, scene)
    return f"{subject} {ended}{outcome}"


def _moved(moved: Motion, scene: Scene) -> str:
    before, passive = MOVED.get(moved.name.kind, ("moved:", "it was moved: {}"))
    title = scene.title(moved.name.summary)
    links = "".join(_linked(moved, scene))
    if moved.mover is None and moved.committee is None:
        return f"{passive.format(title)}{links}; {unstated('the mover', scene.material)}"
    body = the(scene.title(moved.committee)) if moved.committee else ""
    mover = who(moved.mover, scene) if moved.mover else body
    with_it = listing([_helper(one, scene) for one in moved.helpers if one.role is MotionRole.WITH])
    joined = f", together with {with_it}," if with_it else ""
    for_it = f", for {body}," if body and moved.mover else ""
    return f"{mover}{for_it}{joined} {before} {title}{links}"


def _linked(moved: Motion, scene: Scene) -> Iterator[str]:
    """How it bears on others: “ to the resolution *A*”, “, concerning the resolution *A* and the resolution *B*”."""
    for kind, phrase in LINKS.items():
        others = [named(other, scene) for one, other in moved.links if one is kind]
        if others:
            yield phrase.format(listing(others))


def _helped(moved: Motion, scene: Scene) -> list[str]:
    said = []
    for role, phrase in SUPPORTED.items():
        names = [_helper(one, scene) for one in moved.helpers if one.role is role]
        if names:
            said.append(phrase.format(listing(names)))
    return said


def _helper(helper: MotionHelper, scene: Scene) -> str:
    return scene.name(helper.name) if helper.name and helper.who.person is None else who(helper.who, scene)


def _active(moved: Motion, scene: Scene, verb: str, passive: str) -> str:
    if moved.mover is None:
        return f"{named(moved.name, scene)} {passive}"
    return f"{who(moved.mover, scene)} {verb} {named(moved.name, scene)}"


def _withdrawn(mention: MotionMention, scene: Scene) -> str:
    moved = mention.motion
    is_final = moved.state is MotionState.WITHDRAWN and moved.outcome is not None
    outcome = f" ({scene.aside(moved.outcome)})" if is_final and moved.outcome else ""
    if scene.topic == moved.name.label or MotionAct.MOVED in mention.acts:
        return f"the {noun(moved.name.kind)} was withdrawn{outcome}"
    return f"{_active(moved, scene, 'withdrew', 'was withdrawn')}{outcome}"


def _changed(change: TextChange, scene: Scene) -> str:
    outcome = f" ({scene.aside(change.outcome)})" if change.outcome else ""
    if change.proposer is None:
        return f"its text was changed: {scene.title(change.text)}{outcome}"
    return f"{who(change.proposer, scene)} proposed a change of its text: {scene.title(change.text)}{outcome}"


def ruling(made: Ruling, scene: Scene) -> str:
    """What the presiding officer ruled."""
    by = styled(made.by, scene) if made.by and not scene.is_chair(made.by) else chair(scene)
    return told(f"{by} ruled", first_block(made.text, scene), behind_colon=True)


def decision(taken: Decision, scene: Scene) -> str:
    """What was decided, under its number where it has one."""
    verb = {
        DecisionKind.RESOLUTION: "the resolution {} was adopted",
        DecisionKind.ELECTION: "the election was decided: {}",
        DecisionKind.APPOINTMENT: "the appointment was decided: {}",
        DecisionKind.ADOPTION: "{} was adopted",
    }.get(taken.kind, "the decision {} was taken")
    of = f" of {the(scene.title(taken.document))}" if taken.document else ""
    number = f", as number {taken.number}{of}" if taken.number else ""
    manner = f" ({scene.aside(taken.manner)})" if taken.manner else ""
    return sentences([f"{verb.format(scene.title(taken.title))}{number}{manner}"])
