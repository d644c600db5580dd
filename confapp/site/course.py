"""The course of a session: its log without what was struck, with all that was moved, voted and ruled at each entry."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from markupsafe import Markup

from confapp import addresses, clock
from confapp.conferences.models import Conference, Document, DocumentState
from confapp.floor.models import EntryKind, EntrySpeaker, LogEntry, SpeakerRole
from confapp.letters.models import LetterPresentation
from confapp.letters.queries import ACCEPTED
from confapp.site import ballots, motions
from confapp.site.floor_words import ACTS, ENTRIES
from confapp.site.markup import clock as time_of_day
from confapp.site.markup import delegation, joined, linked, person
from confapp.site.texts import Said, own, said
from confapp.site.words import PRESENTED
from confapp.voting.models import Decision, Motion, MotionAct, Ruling, Vote

SHOWN_WHOLE = {MotionAct.MOVED, MotionAct.RENEWED}


class Business(NamedTuple):
    """What a session dealt with, loaded."""

    log: Sequence[LogEntry]
    motions: Sequence[Motion]
    votes: Sequence[Vote]
    rulings: Sequence[Ruling]
    decisions: Sequence[Decision]


@dataclass(slots=True)
class Step:
    """An entry of the log as the page shows it, with what was done at it."""

    id: str
    kind: str
    time: Markup
    text: Said
    who: Markup
    about: list[Markup]
    is_ruling: bool = False
    motions: list[motions.View] = field(default_factory=list)
    mentions: list[Markup] = field(default_factory=list)
    votes: list[ballots.Face] = field(default_factory=list)
    rulings: list[tuple[Said, Markup]] = field(default_factory=list)
    decisions: list[tuple[Said, str]] = field(default_factory=list)
    put: list[str] = field(default_factory=list)
    """The labels of the motions that the votes were on."""

    @property
    def is_vote_alone(self) -> bool:
        """Whether it tells of nothing but votes on motions."""
        said_more = self.text or self.who or self.about or self.mentions or self.motions or self.rulings
        return bool(self.votes) and not (said_more or self.decisions) and all(self.put)


def course(done: Business, conference: Conference) -> list[Step]:
    """The entries in their order; what no entry of the log tells of stands at the end."""
    steps = {entry.id: _step(entry, conference) for entry in done.log if _stands(entry)}
    rest = Step(id="more", kind="", time=Markup(), text=Said(""), who=Markup(), about=[])
    _place_motions(done, steps, rest, conference)
    for vote in done.votes:
        _place_vote(vote, steps.get(vote.entry_id or 0, rest), conference)
    for ruling in done.rulings:
        steps.get(ruling.entry_id or 0, rest).rulings.append((said(ruling, "text", conference), person(ruling.by)))
    for decision in done.decisions:
        href = addresses.decision(conference.slug, decision.label)
        at = decision.entry_id or (decision.vote.entry_id if decision.vote is not None else None)
        steps.get(at or 0, rest).decisions.append((said(decision, "title", conference), href))
    found = _gathered(steps.values())
    return [*found, rest] if rest.motions or rest.votes or rest.rulings or rest.decisions else found


def _gathered(steps: Iterable[Step]) -> list[Step]:
    """Steps without what goes without saying: a vote on what was just moved stands with its motion."""
    kept: list[Step] = []
    for step in steps:
        before = {one.label: one for one in kept[-1].motions} if kept else {}
        if step.is_vote_alone and all(label in before for label in step.put):
            for label, face in zip(step.put, step.votes, strict=True):
                before[label].votes.append(face)
            continue
        if (step.motions or step.votes) and not (step.text or step.who):
            step.kind = ""
        kept.append(step)
    return kept


def _stands(entry: LogEntry) -> bool:
    """A struck entry and the one that strikes it are for organizers; a roll has a table of its own."""
    return entry.strikes_id is None and entry.struck_by is None and entry.kind is not EntryKind.ROLL


def _place_motions(done: Business, steps: dict[int, Step], rest: Step, conference: Conference) -> None:
    """A motion stands whole where it was moved or taken up again, by its name where something else happened to it."""
    told: dict[int, list[int]] = defaultdict(list)
    voted = {vote.entry_id for vote in done.votes}
    for motion in done.motions:
        for event in motion.events:
            step = steps.get(event.entry_id)
            if step is None:
                continue
            first = not told[motion.id]
            told[motion.id].append(event.entry_id)
            if event.act in SHOWN_WHOLE or first:
                view = motions.view(motion, conference)
                view.id = view.id if first else ""  # an address leads to where it was moved
                step.motions.append(view)
            elif event.act is not MotionAct.PUT or event.entry_id not in voted:
                step.mentions.append(_mention(motion, event.act, conference))
        if not told[motion.id]:
            rest.motions.append(motions.view(motion, conference))


def _place_vote(vote: Vote, step: Step, conference: Conference) -> None:
    """With its motion where that stands in the same step, else on its own."""
    face = ballots.face(vote, conference, href=ballots.vote_address(vote, conference))
    label = vote.motion.label if vote.motion is not None else ""
    for view in step.motions:
        if view.label == label:
            view.votes.append(face)
            return
    step.votes.append(face)
    step.put.append(label)


def _mention(motion: Motion, act: MotionAct, conference: Conference) -> Markup:
    return Markup('<a class="ref" href="{}">{}</a> {}').format(
        motions.address(motion, conference), said(motion, "summary", conference), ACTS[act]
    )


def _step(entry: LogEntry, conference: Conference) -> Step:
    return Step(
        id=f"entry-{entry.position}",
        kind=str(ENTRIES[entry.kind]),
        time=time_of_day(entry.occurred),
        text=said(entry, "text", conference),
        who=_people(entry, SpeakerRole.SPEAKER, conference),
        about=[part for part in _about(entry, conference) if part],
        is_ruling=entry.kind is EntryKind.RULING,
    )


def _people(entry: LogEntry, role: SpeakerRole, conference: Conference) -> Markup:
    return joined([_speaker(one, conference) for one in entry.speakers if one.role is role])


def _speaker(one: EntrySpeaker, conference: Conference) -> Markup:
    who = person(one.official, own(one.capacity, conference))
    seat = delegation(one.delegation, conference)
    return Markup("{} ({})").format(who, seat) if who and seat else who or seat


def _about(entry: LogEntry, conference: Conference) -> Iterable[Markup]:
    slug = conference.slug
    yield _people(entry, SpeakerRole.INVOLVED, conference)
    if entry.presentation is not None:
        yield letter(entry.presentation, conference)
    if entry.document is not None and is_free(entry.document):
        yield linked(said(entry.document, "title", conference), addresses.document(slug, entry.document.key))
    if entry.committee is not None:
        yield linked(said(entry.committee, "name", conference), addresses.committee(slug, entry.committee.key))
    if entry.agenda_item is not None:
        yield Markup("<bdi>{}</bdi> {}").format(entry.agenda_item.number, said(entry.agenda_item, "title", conference))


def letter(presentation: LetterPresentation, conference: Conference) -> Markup:
    """A letter that came before a session; of one that its sender does not show nothing but that it came."""
    one = presentation.letter
    form = Markup("{}").format(PRESENTED[presentation.form])
    if not one.is_public or one.state not in ACCEPTED:
        return form
    sender = said(one, "sender_name", conference) or Said(str(one.register_number))
    return joined([linked(sender, addresses.letter(conference.slug, one.register_number)), form], " · ")


def is_free(document: Document) -> bool:
    """Whether strangers may read a document that something public points to."""
    embargo = document.embargo_until
    return document.state is DocumentState.ISSUED and (embargo is None or embargo <= clock.now())
