"""From the material of a session to the paragraphs of its record: a pure function, the same at every redraft.

Paragraph ids come from the entries' places in the append-only log, so that nothing that is added, struck or written
beside them gives another paragraph a new name. Neighbouring entries about one motion are told in one paragraph.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from itertools import chain, count

from confapp.floor.models import EntryKind
from confapp.programme.models import SessionState
from confapp.records.blocks import TEXT, Block, entry_blocks, letters_block, roll_block
from confapp.records.material import Entry, SessionMaterial
from confapp.records.matters import Item
from confapp.records.paragraphs import CLOSING, OPENING, Paragraph, paragraph_id, written
from confapp.records.phrases import Phrases, phrases_for
from confapp.records.prose import sentence
from confapp.records.refs import Ref, entry_refs, letter_refs, ref, speaker_refs
from confapp.records.scene import Scene
from confapp.voting.models import MotionKind

ENDED = frozenset({SessionState.ADJOURNED, SessionState.CLOSED})
ENDING = {EntryKind.ADJOURNED: MotionKind.ADJOURNMENT, EntryKind.SUSPENDED: MotionKind.SUSPENSION}


def draft(material: SessionMaterial, language: str, *, apart: Collection[str] = ()) -> list[Paragraph]:
    """Write the record of a session; the entries whose uids are in `apart` get paragraphs of their own."""
    return _Draft(material, phrases_for(language), language, frozenset(apart)).written()


class _Draft:
    """One drafting; its paragraphs so far, and the entry that the last one told of."""

    def __init__(self, material: SessionMaterial, phrases: Phrases, language: str, apart: frozenset[str]) -> None:
        self.material = material
        self.phrases = phrases
        self.scene = Scene(material, language)
        self.apart = apart
        self.done: list[_Open] = []
        self.item: Item | None = None
        self.goes_by_items = _goes_by_items(material)
        self.before: Entry | None = None

    def written(self) -> list[Paragraph]:
        rest = self._open()
        for roll in self.material.rolls:
            self._add("", roll_block(roll, self.scene, self.phrases))
        for entry in rest:
            if entry.kind is EntryKind.ADJOURNED and self.material.letters:
                self._letters()
            self._entry(entry)
        is_ended = any(one.kind is EntryKind.ADJOURNED for one in rest)
        if self.material.letters and not is_ended:
            self._letters()
        if self.material.state in ENDED and not is_ended:
            self._close()
        return [one.written(self) for one in self.done]

    def _open(self) -> list[Entry]:
        """Write the first paragraph; the entries that it does not tell of come back."""
        entries = list(self.material.entries)
        first = entries[0] if entries and entries[0].kind is EntryKind.OPENED and not _has_matter(entries[0]) else None
        is_later = first is None and any(one.kind is EntryKind.OPENED for one in entries)
        parts = [self.phrases.held(self.scene), "" if is_later else self.phrases.opening(self.scene, first)]
        refs = list(speaker_refs(self.material.presiding, self.scene)) if self.material.presiding else []
        refs += [ref("source", one.source, one.at or "") for one in self.material.sources]
        self._add(OPENING, Block(TEXT, " ".join(part for part in parts if part)), first, refs)
        return entries[1:] if first else entries

    def _entry(self, entry: Entry) -> None:
        self._item(entry)
        joins = self.before is not None and self._continues(self.before, entry)
        if not joins:
            self.scene.topic = None
        for block in self._blocks(entry):
            self._add(entry.key, block, entry, list(entry_refs(entry, self.scene)), joins=joins)
            joins = True
        self.before = entry

    def _item(self, entry: Entry) -> None:
        """Say that another agenda item came up: over a record that goes by items as a heading."""
        if entry.item is None or entry.item == self.item:
            return
        self.item = entry.item
        self.before = None
        key, refs = f"item.{entry.item.key}", [ref("agenda_item", entry.item.key)]
        if self.goes_by_items:
            title = self.phrases.item(entry.item.number, self.scene.name(entry.item.title))
            self._add(key, Block("heading", title, data={"level": 2}), None, refs)
        else:
            told = self.phrases.item_opened(entry.item.number, self.scene.title(entry.item.title))
            self._add(key, Block(TEXT, sentence(told)), None, refs)

    def _blocks(self, entry: Entry) -> list[Block]:
        special = {
            EntryKind.OPENED: self._later_opening,
            EntryKind.SUSPENDED: self.phrases.suspended,
            EntryKind.RESUMED: self.phrases.resumed,
            EntryKind.ADJOURNED: self.phrases.closing,
        }.get(entry.kind)
        if special is None:
            return entry_blocks(entry, self.scene, self.phrases)
        bare = replace(entry, text=None, speakers=())
        matters = entry_blocks(bare, self.scene, self.phrases) if _has_matter(entry) else []
        frame = Block(TEXT, special(self.scene, entry))
        return [frame, *matters] if entry.kind in {EntryKind.OPENED, EntryKind.RESUMED} else [*matters, frame]

    def _later_opening(self, scene: Scene, entry: Entry) -> str:
        return self.phrases.opening(scene, entry, is_first=False)

    def _letters(self) -> None:
        self._add(
            "",
            letters_block(self.material.letters, self.scene, self.phrases, self.phrases.LETTERS),
            None,
            letter_refs(self.material),
        )
        self.before = None

    def _close(self) -> None:
        joins = self.before is not None and _has_motion(self.before, MotionKind.ADJOURNMENT)
        self._add(CLOSING, Block(TEXT, self.phrases.closing(self.scene, None)), joins=joins)

    def _continues(self, before: Entry, entry: Entry) -> bool:
        """Whether an entry goes on with the matter of the one before it."""
        if {before.uid, entry.uid} & self.apart:
            return False
        wanted = ENDING.get(entry.kind)
        return bool(_labels(before) & _labels(entry)) or (wanted is not None and _has_motion(before, wanted))

    def _add(
        self, key: str, block: Block, entry: Entry | None = None, refs: list[Ref] | None = None, *, joins: bool = False
    ) -> None:
        uids = [one for one in (key if key in {OPENING, CLOSING} else "", entry.uid if entry else "") if one]
        last = self.done[-1] if self.done else None
        if joins and last is not None and last.takes(block, self.scene.language):
            last.text = f"{last.text} {block.text}"
            last.uids += [uid for uid in uids if uid not in last.uids]
            last.refs += refs or []
        else:
            name = self._free(paragraph_id(self.material.label, key, block.suffix))
            self.done.append(_Open(name, block, block.text, uids, list(refs or [])))

    def _free(self, name: str) -> str:
        """The name, with a number behind it where a paragraph of the same entry has it already."""
        taken = {one.id for one in self.done}
        return next(one for one in chain([name], (f"{name}.{at}" for at in count(2))) if one not in taken)


class _Open:
    """A paragraph that can still grow."""

    def __init__(self, name: str, block: Block, text: str, uids: list[str], refs: list[Ref]) -> None:
        self.id = name
        self.block = block
        self.text = text
        self.uids = uids
        self.refs = refs

    def takes(self, block: Block, language: str) -> bool:
        both = (self.block, block)
        return all(one.kind == TEXT and not one.suffix and one.language in {None, language} for one in both)

    def written(self, drafted: _Draft) -> Paragraph:
        language = self.block.language or drafted.scene.language
        return written(
            self.id, self.block.kind, self.text, language, entries=self.uids, data=self.block.data, refs=self.refs
        )


def _goes_by_items(material: SessionMaterial) -> bool:
    """Whether everything between the first and the last agenda item stands under one."""
    kinds = {EntryKind.SUSPENDED, EntryKind.RESUMED}
    at = [number for number, one in enumerate(material.entries) if one.item is not None]
    between = material.entries[at[0] : at[-1] + 1] if at else ()
    after = material.entries[at[-1] + 1 :] if at else ()
    is_end = all(one.kind is EntryKind.ADJOURNED or _has_motion(one, MotionKind.ADJOURNMENT) for one in after)
    return is_end and all(one.item is not None or one.kind in kinds for one in between)


def _labels(entry: Entry) -> set[str]:
    labels = {mention.motion.name.label for mention in entry.motions}
    return labels | {vote.motion.label for vote in entry.votes if vote.motion is not None}


def _has_motion(entry: Entry, kind: MotionKind) -> bool:
    return any(mention.motion.name.kind is kind for mention in entry.motions)


def _has_matter(entry: Entry) -> bool:
    tellable = (entry.motions, entry.votes, entry.changes, entry.rulings, entry.decisions, entry.letter, entry.roll)
    return any(tellable)
