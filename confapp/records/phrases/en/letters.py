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

F = PresentationForm

FORMS: Mapping[PresentationForm, tuple[str, str]] = {
    F.READ: ("read", "was read"),
    F.SUMMARIZED: ("gave a summary of", "was summarized"),
    F.CIRCULATED: ("circulated", "was circulated"),
    F.MENTIONED: ("mentioned", "was mentioned"),
    F.REPORTED: ("reported", "was reported"),
    F.PRINTED: ("had printed with the record", "was printed with the record"),
    F.ANNEXED: ("had annexed to the record", "was annexed to the record"),
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
    said = f"{who(by, scene)} {active} {name}" if by else f"{name} {passive}"
    said += f": {scene.title(received.subject)}" if received.subject else ""
    return sentences(
        [
            said,
            f"it came through {scene.name(received.via)}" if received.via else "",
            scene.content(received.note) if received.note else "",
            f"disposition: {scene.name(received.disposition)}" if received.disposition else "",
        ]
    )


def _name(received: Letter, scene: Scene) -> str:
    kind = KINDS.get(received.kind, "a letter")
    sender = [scene.name(part) for part in (received.sender, received.organization) if part]
    signed = received.signatory and not (received.sender and received.signatory == received.sender.text)
    behind = [
        scene.name(received.medium) if received.medium else "",
        f"signed by {escaped(received.signatory or '')}" if signed else "",
        scene.name(received.capacity) if received.capacity else "",
        scene.name(received.place) if received.place else "",
        date(received.written_on) if received.written_on else "",
        f"number {received.number} of the register",
    ]
    of = f" from {', '.join(dict.fromkeys(sender))}" if sender else " whose sender is not named"
    return f"{kind}{of} ({'; '.join(part for part in behind if part)})"


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
