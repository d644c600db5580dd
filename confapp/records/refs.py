"""What a paragraph speaks of, as references that a page can make links of."""

from __future__ import annotations

from collections.abc import Iterator

from confapp.records.actors import Speaker
from confapp.records.material import Entry, SessionMaterial
from confapp.records.matters import Motion
from confapp.records.scene import Scene

Ref = dict[str, str]


def ref(kind: str, key: str, text: str = "") -> Ref:
    """One reference."""
    return {"kind": kind, "id": key, "text": text} if text else {"kind": kind, "id": key}


def entry_refs(entry: Entry, scene: Scene) -> Iterator[Ref]:
    """Everything that an entry speaks of, and where its source says so."""
    for speaker in entry.speakers:
        yield from speaker_refs(speaker, scene)
    yield from _motion_refs(entry, scene)
    yield from (ref("vote", vote.label) for vote in entry.votes)
    for change in entry.changes:
        yield ref("vote", change.vote_label)
        yield ref("delegation", change.delegation.key, change.delegation.name.within(scene.language)[0])
    yield from (ref("decision", decision.label) for decision in entry.decisions)
    yield from _matter_refs(entry, scene)
    yield from (ref("source", place.source, place.at or "") for place in entry.sources)


def _motion_refs(entry: Entry, scene: Scene) -> Iterator[Ref]:
    for mention in entry.motions:
        yield ref("motion", mention.motion.name.label)
        for person in _movers(mention.motion):
            yield from speaker_refs(person, scene)
    for ruling in entry.rulings:
        if ruling.by is not None:
            yield from speaker_refs(ruling.by, scene)


def _movers(motion: Motion) -> Iterator[Speaker]:
    """Whoever is named with a motion."""
    if motion.mover is not None:
        yield motion.mover
    yield from (helper.who for helper in motion.helpers)
    yield from (change.proposer for change in motion.changes if change.proposer is not None)


def speaker_refs(speaker: Speaker, scene: Scene) -> Iterator[Ref]:
    """A person and the delegation."""
    if speaker.person is not None:
        yield ref("official", speaker.person.key, speaker.person.name.within(scene.language)[0])
    if speaker.delegation is not None:
        yield ref("delegation", speaker.delegation.key, speaker.delegation.name.within(scene.language)[0])


def letter_refs(material: SessionMaterial) -> list[Ref]:
    """The letters that no entry tells of."""
    return [ref("letter", str(one.number)) for one in material.letters]


def _matter_refs(entry: Entry, scene: Scene) -> Iterator[Ref]:
    for letter in (*((entry.letter,) if entry.letter else ()), *entry.letters):
        yield ref("letter", str(letter.number))
        if letter.presented_by is not None:
            yield from speaker_refs(letter.presented_by, scene)
    if entry.document is not None:
        yield ref("document", entry.document.key)
    if entry.item is not None:
        yield ref("agenda_item", entry.item.key)
