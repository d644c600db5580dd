"""English: letters before a session, quotations, remarks on the sources."""

from __future__ import annotations

from collections.abc import Mapping

from confapp.letters.models import LetterKind, PresentationForm
from confapp.records.actors import Remark
from confapp.records.matters import Letter
from confapp.records.phrases.en.people import who
from confapp.records.phrases.en.words import date
from confapp.records.prose import Words, escaped, sentences
from confapp.records.scene import Scene
from confapp.records.telling import once

F = PresentationForm

FORMS: Mapping[PresentationForm, tuple[str, str]] = {
    F.READ: ("read {}", "{} was read"),
    F.SUMMARIZED: ("gave a summary of {}", "{} was summarized"),
    F.CIRCULATED: ("circulated {}", "{} was circulated"),
    F.MENTIONED: ("mentioned {}", "{} was mentioned"),
    F.REPORTED: ("reported on {}", "{} was reported on"),
    F.PRINTED: ("had {} printed with the record", "{} was printed with the record"),
    F.ANNEXED: ("had {} annexed to the record", "{} was annexed to the record"),
}
KINDS: Mapping[LetterKind, str] = {
    LetterKind.CONGRATULATORY: "a letter of congratulation",
    LetterKind.COMMUNICATION: "a communication",
    LetterKind.PROPOSAL: "a proposal",
    LetterKind.INVITATION: "an invitation",
    LetterKind.CREDENTIALS: "credentials",
    LetterKind.REPLY: "a reply",
}
REMARKS: Mapping[str, str] = {
    "not_stated": "Not stated in the source",
    "derived": "Derived",
    "printed": "As printed",
    "uncertain": "Uncertain",
    "disputed": "Disputed",
}


def letter(received: Letter, scene: Scene) -> str:
    """A letter, from whom, and in what form it came before the session."""
    active, passive = FORMS[received.form]
    name = _name(received, scene)
    by = received.presented_by
    said = f"{who(by, scene)} {active.format(name)}" if by else passive.format(name)
    said += f": {scene.title(received.subject)}" if received.subject else ""
    return sentences(
        [
            said,
            f"it came through {scene.name(received.via)}" if received.via else "",
            scene.content(received.note) if received.note else "",
            _disposition(received, scene),
        ]
    )


def _disposition(received: Letter, scene: Scene) -> str:
    """What was done with a letter, where that is more than the form in which it came."""
    done = received.disposition
    if done is None or done.text.casefold() == received.form.value:
        return ""
    return f"disposition: {scene.aside(done)}"


def letter_item(received: Letter, scene: Scene) -> str:
    """A letter in a list: its number, from whom it is, what it is about and what became of it."""
    sender = "; ".join(_sender(received, scene)) or "sender not named"
    subject = f": {scene.title(received.subject)}" if received.subject else ""
    disposition = f" ({scene.aside(received.disposition)})" if received.disposition else ""
    return f"No. {received.number}, {sender}{subject}{disposition}"


def _name(received: Letter, scene: Scene) -> str:
    kind = KINDS.get(received.kind, "a letter")
    author = f" from {scene.name(received.person)}" if received.person else ""
    behind = [*([] if author else _sender(received, scene) or ["sender not named"]), *_marks(received, scene)]
    return f"{kind}{author} ({'; '.join(behind)})"


def _sender(received: Letter, scene: Scene) -> list[str]:
    names = [scene.name(part) for part in once(received.sender, received.organization)]
    return names or ([scene.name(received.person)] if received.person else [])


def _marks(received: Letter, scene: Scene) -> list[str]:
    """What tells one letter from another."""
    known = {one.text for one in (received.sender, received.person) if one}
    signed = (
        f"signed by {escaped(received.signatory)}" if received.signatory and received.signatory not in known else ""
    )
    signature = [signed, scene.name(received.capacity) if received.capacity else ""]
    marks = [
        scene.name(received.medium) if received.medium else "",
        ", ".join(part for part in signature if part),
        scene.name(received.place) if received.place else "",
        f"dated {date(received.written_on)}" if received.written_on else "",
        f"No. {received.number} of the register",
    ]
    return [mark for mark in marks if mark]


def remark(said: Remark, scene: Scene) -> str:
    """What a source leaves open, as a note; nothing where a remark has no words of its own."""
    if said.text is None:
        return ""
    return f"{REMARKS.get(said.status, 'Note')}: {scene.content(said.text)}"


def quotation(words: Words, scene: Scene) -> list[str]:
    """A text as it was adopted, moved or read, paragraph by paragraph, in quotation marks."""
    blocks = scene.blocks(words)
    return [f"“{block}{'”' if at == len(blocks) else ''}" for at, block in enumerate(blocks, start=1)]


def item(number: str, title: str) -> str:
    """The heading over what was done under an agenda item."""
    return f"Item {number}. {title}" if number else title


def printed_as(name: str) -> str:
    """The note in a table where a source prints a name otherwise."""
    return f"printed: {name}"


GUESTS = "Guests"
REPORTED = "The report dealt with the following communications:"
LETTERS = "The following communications also came before the session:"
LOST_PLACE = (
    "For the editor: the log entry beside which the next paragraph stood has been struck. "
    "Give the paragraph another place, or take it out."
)
