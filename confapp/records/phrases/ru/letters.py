"""Russian: letters before a session, quotations, remarks on the sources."""

from __future__ import annotations

from collections.abc import Mapping

from confapp.letters.models import LetterKind, PresentationForm
from confapp.records.actors import Remark
from confapp.records.matters import Letter
from confapp.records.phrases.ru.people import who
from confapp.records.phrases.ru.words import date
from confapp.records.prose import Words, escaped, sentences
from confapp.records.scene import Scene
from confapp.records.telling import once

F = PresentationForm

FORMS: Mapping[PresentationForm, tuple[str, str]] = {
    F.READ: ("оглашает", "оглашается"),
    F.SUMMARIZED: ("излагает", "излагается"),
    F.CIRCULATED: ("распространяет", "распространяется"),
    F.MENTIONED: ("упоминает", "упоминается"),
    F.REPORTED: ("представляет", "представляется"),
    F.PRINTED: ("просит напечатать в протоколе", "печатается в протоколе"),
    F.ANNEXED: ("прилагает к протоколу", "прилагается к протоколу"),
}
# Their accusative is as their nominative.
KINDS: Mapping[LetterKind, str] = {
    LetterKind.CONGRATULATORY: "поздравительное письмо",
    LetterKind.COMMUNICATION: "сообщение",
    LetterKind.PROPOSAL: "предложение",
    LetterKind.INVITATION: "приглашение",
    LetterKind.CREDENTIALS: "письмо о полномочиях",
    LetterKind.REPLY: "ответное письмо",
}
REMARKS: Mapping[str, str] = {
    "not_stated": "В источнике не указано",
    "derived": "Выведено",
    "printed": "Так напечатано",
    "uncertain": "Недостоверно",
    "disputed": "Спорно",
}
GUESTS = "Гости"
REPORTED = "В докладе рассмотрены следующие сообщения:"
LETTERS = "Заседанию были представлены также следующие сообщения:"
LOST_PLACE = (
    "Редактору: запись журнала, у которой стоял следующий абзац, вычеркнута. Дайте абзацу другое место или удалите его."
)
UNNAMED = "отправитель не назван"


def letter(received: Letter, scene: Scene) -> str:
    """A letter, from whom, and in what form it came before the session."""
    active, passive = FORMS[received.form]
    name = _name(received, scene)
    by = received.presented_by
    said = f"{who(by, scene)} {active} {name}" if by else f"{passive} {name}"
    said += f": {scene.title(received.subject)}" if received.subject else ""
    return sentences(
        [
            said,
            f"передано через: {scene.name(received.via)}" if received.via else "",
            scene.content(received.note) if received.note else "",
            _disposition(received, scene),
        ]
    )


def _disposition(received: Letter, scene: Scene) -> str:
    """What was done with a letter, where that is more than the form in which it came."""
    done = received.disposition
    if done is None or done.text.casefold() == received.form.value:
        return ""
    return f"решение: {scene.aside(done)}"


def letter_item(received: Letter, scene: Scene) -> str:
    """A letter in a list: its number, from whom it is, what it is about and what became of it."""
    sender = "; ".join(_sender(received, scene)) or UNNAMED
    subject = f": {scene.title(received.subject)}" if received.subject else ""
    disposition = f" ({scene.aside(received.disposition)})" if received.disposition else ""
    return f"№ {received.number}, {sender}{subject}{disposition}"


def _name(received: Letter, scene: Scene) -> str:
    behind = [*(_sender(received, scene) or [UNNAMED]), *_marks(received, scene)]
    return f"{KINDS.get(received.kind, 'письмо')} ({'; '.join(behind)})"


def _sender(received: Letter, scene: Scene) -> list[str]:
    return [scene.name(part) for part in once(received.sender or received.person, received.organization)]


def _marks(received: Letter, scene: Scene) -> list[str]:
    """What tells one letter from another."""
    known = {one.text for one in (received.sender, received.person) if one}
    by = received.signatory
    signed = f"подпись: {escaped(by)}" if by and by not in known else ""
    signature = [signed, scene.name(received.capacity) if received.capacity else ""]
    marks = [
        scene.name(received.medium) if received.medium else "",
        ", ".join(part for part in signature if part),
        scene.name(received.place) if received.place else "",
        f"дата: {date(received.written_on)}" if received.written_on else "",
        f"№ {received.number} по реестру",
    ]
    return [mark for mark in marks if mark]


def remark(said: Remark, scene: Scene) -> str:
    """What a source leaves open, as a note; nothing where a remark has no words of its own."""
    if said.text is None:
        return ""
    return f"{REMARKS.get(said.status, 'Примечание')}: {scene.content(said.text)}"


def quotation(words: Words, scene: Scene) -> list[str]:
    """A text as it was adopted, moved or read, paragraph by paragraph, in quotation marks."""
    blocks = scene.blocks(words)
    return [f"«{block}{'»' if at == len(blocks) else ''}" for at, block in enumerate(blocks, start=1)]


def item(number: str, title: str) -> str:
    """The heading over what was done under an agenda item."""
    return f"Пункт {number}. {title}" if number else title


def printed_as(name: str) -> str:
    """The note in a table where a source prints a name otherwise."""
    return f"напечатано: {name}"
