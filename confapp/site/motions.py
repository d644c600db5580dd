"""Motions as the pages show them: who moved what, how it bears on others, what became of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from flask_babel import gettext as _
from markupsafe import Markup

from confapp import addresses
from confapp.conferences.models import Conference
from confapp.site.ballots import Face
from confapp.site.floor_words import LINKS, MOTIONS, ROLES, STATES
from confapp.site.markup import delegation, filled, joined, listed, named, person
from confapp.site.texts import Said, own, said
from confapp.voting.models import Motion, MotionPerson, MotionRole, MotionState, TextChange

TONES = {MotionState.CARRIED: "good", MotionState.GRANTED: "good", MotionState.LOST: "bad"}


@dataclass(slots=True)
class View:
    """A motion as a page shows it; `votes` are those that stand with it."""

    id: str
    label: str
    kind: str
    href: str
    summary: Said
    text: Said
    by: Markup
    links: list[Markup]
    changes: list[Markup]
    state: str
    tone: str
    outcome: Said
    history: Said
    votes: list[Face] = field(default_factory=list)


def view(motion: Motion, conference: Conference) -> View:
    """A loaded motion."""
    return View(
        id=f"motion-{motion.label}",
        label=motion.label,
        kind=str(MOTIONS[motion.kind]),
        href=address(motion, conference),
        summary=said(motion, "summary", conference),
        text=said(motion, "text", conference),
        by=_movers(motion, conference),
        links=[filled(str(LINKS[one.kind]), motion=_named(one.other, conference)) for one in motion.links],
        changes=[_change(one, conference) for one in motion.changes],
        state=str(STATES[motion.state]),
        tone=TONES.get(motion.state, ""),
        outcome=_outcome(motion, conference),
        history=said(motion, "history", conference),
    )


def address(motion: Motion, conference: Conference) -> str:
    """Where a motion stands in the list of all motions."""
    return addresses.motion(conference.slug, motion.label)


def _outcome(motion: Motion, conference: Conference) -> Said:
    """What its source says became of it, where that is more than the state says already."""
    told = said(motion, "outcome", conference)
    return Said("") if told.text.casefold() in {motion.state.value, str(STATES[motion.state]).casefold()} else told


def _movers(motion: Motion, conference: Conference) -> Markup:
    mover = person(motion.mover, said(motion, "mover_capacity", conference))
    parts = [joined([mover, delegation(motion.mover_delegation, conference)])]
    if motion.committee is not None:
        parts.append(said(motion.committee, "name", conference).__html__())
    for role in MotionRole:
        names = [_name(one, conference) for one in motion.people if one.role is role]
        if names:
            parts.append(filled(str(ROLES[role]), names=listed(names)))
    return joined(parts, "; ")


def _name(one: MotionPerson, conference: Conference) -> Markup:
    if one.official is not None:
        return person(one.official)
    return delegation(one.delegation, conference) or Markup("<bdi>{}</bdi>").format(one.name or "")


def _named(motion: Motion, conference: Conference) -> Markup:
    return Markup('<a class="ref" href="{}">{}</a>').format(address(motion, conference), named(motion.label))


def _change(one: TextChange, conference: Conference) -> Markup:
    who, text = person(one.proposer), own(one.text, conference)
    outcome = Markup(" ({})").format(own(one.outcome, conference)) if one.outcome else Markup()
    sentence = filled(_("%(who)s: %(text)s"), who=who, text=text) if who else text.__html__()
    return sentence + outcome
