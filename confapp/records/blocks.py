"""An entry of the log as blocks: runs of sentences, tables and quotations in their order.

The text of a block with a table has what is told on its first line and what the table shows on those below, so that
the text alone says everything and a page that shows the table prints the first line only.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from confapp.floor.models import EntryKind
from confapp.records.actors import Roll
from confapp.records.attendance import attendance
from confapp.records.figures import has_table
from confapp.records.material import Entry
from confapp.records.matters import Letter, Vote
from confapp.records.phrases import Phrases
from confapp.records.prose import Words, sentences, unmarked
from confapp.records.scene import Scene
from confapp.records.tables import decision_data, letter_data, roll_data, vote_data
from confapp.records.telling import first_block
from confapp.voting.models import MotionAct

TEXT = "text"
ABOUT_MOTIONS = frozenset(
    {EntryKind.MOTION, EntryKind.AMENDMENT, EntryKind.RENEWED, EntryKind.WITHDRAWN, EntryKind.VOTE}
)


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of a record; neighbouring blocks of plain text become one paragraph."""

    kind: str
    text: str
    suffix: str = ""
    language: str | None = None
    data: Mapping[str, Any] = field(default_factory=dict)


def entry_blocks(entry: Entry, scene: Scene, phrases: Phrases) -> list[Block]:
    """Everything that an entry says, in the order in which it is told."""
    blocks = [*_told(entry, scene, phrases), *_moved(entry, scene, phrases), *_came_of_it(entry, scene, phrases)]
    if entry.roll is not None:
        blocks.insert(0, roll_block(entry.roll, scene, phrases))
    blocks += _further(entry.text, scene)
    blocks += _notes(entry, scene, phrases)
    return [block for block in blocks if block.text]


def roll_block(roll: Roll, scene: Scene, phrases: Phrases) -> Block:
    """A roll: the sentence and the table."""
    seen = attendance(roll)
    data = roll_data(roll, scene, phrases, met=seen.has_quorum) if roll.presences else {}
    said = [phrases.roll(scene, roll, seen), *(phrases.roll_lines(scene, roll, seen) if data else [])]
    return Block("roll", "\n".join(said), "roll", data=data)


def letters_block(letters: Sequence[Letter], scene: Scene, phrases: Phrases, said: str) -> Block:
    """Letters that were dealt with together, as a list."""
    items = [phrases.letter_item(one, scene) for one in letters]
    plain = [unmarked(one, scene.language)[0] for one in items]
    return Block("list", "\n".join([said, *items]), "letters", data={"items": plain})


def _told(entry: Entry, scene: Scene, phrases: Phrases) -> Iterator[Block]:
    if entry.letter is not None:
        told = sentences([phrases.letter(entry.letter, scene), first_block(entry.text, scene)])
        yield Block("letter", told, "letter", data=letter_data(entry.letter, scene))
        yield from _quoted(entry.letter.text, "text", scene, phrases)
    elif not _motions_say_it(entry):
        yield Block(TEXT, sentences([phrases.lead(entry, scene), phrases.hour_of(entry, scene)]))
    if entry.letters:
        yield letters_block(entry.letters, scene, phrases, phrases.REPORTED)


def _moved(entry: Entry, scene: Scene, phrases: Phrases) -> Iterator[Block]:
    voted = {vote.motion.label for vote in entry.votes if vote.motion}
    for mention in entry.motions:
        # That it was put to the vote is told with the vote.
        is_voted = mention.motion.name.label in voted
        acts = tuple(act for act in mention.acts if not (is_voted and act is MotionAct.PUT))
        yield Block(TEXT, phrases.motion(replace(mention, acts=acts), scene))
        if mention.is_told_in_full:
            yield from _quoted(mention.motion.text, f"text.{mention.motion.name.label}", scene, phrases)
    if _motions_say_it(entry):
        yield Block(TEXT, sentences([first_block(entry.text, scene)]))


def _came_of_it(entry: Entry, scene: Scene, phrases: Phrases) -> Iterator[Block]:
    for ruling in entry.rulings:
        yield Block(TEXT, phrases.ruling(ruling, scene))
    for vote in entry.votes:
        yield _voted(vote, scene, phrases)
    for change in entry.changes:
        yield Block(TEXT, phrases.change(change, scene))
    for decision in entry.decisions:
        text = phrases.decision(decision, scene)
        yield Block("decision", text, _suffix("decision", decision.label), data=decision_data(decision, scene))
        yield from _quoted(decision.text, f"text.{decision.label}", scene, phrases)


def _voted(vote: Vote, scene: Scene, phrases: Phrases) -> Block:
    if not has_table(vote):
        return Block(TEXT, phrases.plain_vote(vote, scene))
    data = vote_data(vote, scene, sentences([phrases.derivation(vote)]))
    text = "\n".join([phrases.vote(vote, scene), *phrases.vote_lines(vote, scene)])
    return Block("vote", text, _suffix("vote", vote.label), data=data)


def _quoted(words: Words | None, suffix: str, scene: Scene, phrases: Phrases) -> Iterator[Block]:
    """A text in the words of its source, each of its paragraphs in its own language."""
    if words is None:
        return
    for at, text in enumerate(phrases.quotation(words, scene), start=1):
        name = suffix if at == 1 else f"{suffix}.{at}"
        yield Block("quote", text, name, scene.language_of(words))


def _further(words: Words | None, scene: Scene) -> Iterator[Block]:
    for at, text in enumerate(scene.blocks(words)[1:] if words else (), start=2):
        yield Block("text", text, str(at), scene.language_of(words) if words else None)


def _notes(entry: Entry, scene: Scene, phrases: Phrases) -> Iterator[Block]:
    said: Iterable[str] = (phrases.remark(one, scene) for one in entry.remarks)
    for at, text in enumerate((one for one in said if one), start=1):
        yield Block("note", sentences([text]), "note" if at == 1 else f"note.{at}")


def _motions_say_it(entry: Entry) -> bool:
    """Whether the entry's own text only adds to what is said of its motions."""
    return bool(entry.motions) and entry.kind in ABOUT_MOTIONS


def _suffix(kind: str, label: str) -> str:
    return f"{kind}.{label}"
