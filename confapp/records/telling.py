"""Joining what an entry's own text says with who said it, the same way in every language.

Texts of the log read best as sentences in the past tense, with or without the speaker's family name in them; a few
words without a verb ("on the tables") stand behind a colon.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from confapp.floor.models import SpeakerRole
from confapp.records.actors import Speaker
from confapp.records.material import Entry
from confapp.records.prose import Words, inside, reads_as_sentence, sentence, sentences
from confapp.records.scene import Scene, named_in
from confapp.voting.models import MotionKind

Styled = Callable[[Speaker, Scene], str]


def speaking(entry: Entry) -> list[Speaker]:
    """Those who spoke or acted."""
    return [one for one in entry.speakers if one.role is SpeakerRole.SPEAKER]


def concerned(entry: Entry) -> list[Speaker]:
    """Those whom it was about."""
    return [one for one in entry.speakers if one.role is SpeakerRole.INVOLVED]


def first_block(words: Words | None, scene: Scene) -> str:
    """The first paragraph of a text; the others become paragraphs of their own."""
    blocks = scene.blocks(words) if words else []
    return blocks[0] if blocks else ""


def told(lead: str, text: str, *, behind_colon: bool = False) -> str:
    """“Mr. X spoke: on the calendar.” or “Mr. X spoke. He mentioned the calendar.”

    What is announced, ruled or decided stands behind a colon also where it is a sentence (`behind_colon`).
    """
    if not lead or not text:
        return sentences([lead or text])
    if reads_as_sentence(text) and not behind_colon:
        return sentences([lead, text])
    return sentence(f"{lead}: {inside(text)}")


def names_in_text(entry: Entry, scene: Scene, styled: Styled) -> str | None:
    """The entry's text with its speakers' names written out, where it names all of them itself; else None.

    Such a text needs nobody to introduce it: “Fleming read the Act” becomes “Mr. Sandford Fleming (Great Britain) read
    the Act”. Only a text in the record's language can be treated so.
    """
    speakers = speaking(entry)
    if entry.text is None or not speakers or scene.language_of(entry.text) != scene.language:
        return None
    text, *_rest = entry.text.within(scene.language)[0].split("\n\n")
    text = " ".join(text.split())
    if not all(_is_named(text, one, scene) for one in speakers):
        return None
    return _written_out(text, speakers, scene, styled)


def _is_named(text: str, speaker: Speaker, scene: Scene) -> bool:
    if named_in(text, speaker, scene.language):
        return True
    if speaker.capacity is None:
        return False
    office = re.escape(speaker.capacity.within(scene.language)[0])
    return re.match(rf"(?:\w{{1,3}} )?{office}(?![\w’'-])", text) is not None


def _written_out(text: str, speakers: Sequence[Speaker], scene: Scene, styled: Styled) -> str:
    for speaker in speakers:
        if match := named_in(text, speaker, scene.language):
            text = f"{text[: match.start()]}{styled(speaker, scene)}{text[match.end() :]}"
    return text


def beside_chair(entry: Entry | None, scene: Scene) -> list[Speaker]:
    """Who opened, broke off or closed a session, the presiding officer aside."""
    return [one for one in entry.speakers if not scene.has_chair(one)] if entry else []


def is_elsewhen(entry: Entry, scene: Scene) -> bool:
    """Whether something is said to have been on another day than the session, or the session's day is not known."""
    day = scene.material.held_on
    return entry.occurred is not None and (day is None or str(entry.occurred.date) != str(day))


def has_unstated_end(scene: Scene, entry: Entry | None) -> bool:
    """Whether nothing tells of the end of a session: no entry, no hour, no motion to adjourn."""
    moved = (mention.motion.name.kind for one in scene.material.entries for mention in one.motions)
    return entry is None and scene.material.adjourned is None and MotionKind.ADJOURNMENT not in moved


def once(*texts: Words | None) -> list[Words]:
    """The texts that there are, each once."""
    found: dict[str, Words] = {}
    for text in texts:
        if text is not None:
            found.setdefault(text.text.strip(" .").casefold(), text)
    return list(found.values())
