"""Russian: what the log notes, kind by kind, in the present tense, whose verbs ask for nobody's gender."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from confapp.floor.models import EntryKind
from confapp.records.material import Entry
from confapp.records.phrases.ru.people import agree, everybody, styled
from confapp.records.phrases.ru.words import date, listing
from confapp.records.scene import Scene
from confapp.records.telling import concerned, first_block, names_in_text, speaking, told

K = EntryKind

# How one does it, how several do it, and how it is said where nobody is named. Variants take turns.
DONE: Mapping[EntryKind, tuple[tuple[str, str, str], ...]] = {
    K.CHAIR: (("занимает председательское место", "занимают по очереди председательское место", ""),),
    K.CEREMONY: (("участвует в церемонии", "участвуют в церемонии", ""),),
    K.ADDRESS: (("обращается к заседанию с речью", "обращаются к заседанию с речами", "Произносится речь"),),
    K.STATEMENT: (
        ("берёт слово", "берут слово", ""),
        ("делает заявление", "делают заявления", ""),
        ("выступает", "выступают", ""),
    ),
    K.DEBATE: (("выступает в прениях", "участвуют в прениях", "Происходят прения"),),
    K.DECLARATION: (("выступает с заявлением", "выступают с заявлениями", "Делается заявление"),),
    K.EXPLANATION: (
        ("разъясняет мотивы голосования", "разъясняют мотивы голосования", "Разъясняются мотивы голосования"),
    ),
    K.GUEST: (("выступает в качестве приглашённого гостя", "выступают в качестве приглашённых гостей", ""),),
    K.COMMUNICATION: (("делает сообщение", "делают сообщения", "Делается сообщение"),),
    K.LETTER_PRESENTED: (("представляет письмо", "представляют письмо", "Представляется письмо"),),
    K.POINT_OF_ORDER: (
        (
            "выступает по порядку ведения заседания",
            "выступают по порядку ведения заседания",
            "Поднимается вопрос о порядке ведения заседания",
        ),
    ),
    K.RULING: (("постановляет", "постановляют", "Выносится постановление"),),
    K.ANNOUNCEMENT: (("объявляет", "объявляют", "Объявляется"),),
    K.NOTICE: (("делает уведомление", "делают уведомления", "Делается уведомление"),),
    K.REQUEST: (("обращается с просьбой", "обращаются с просьбой", "Высказывается просьба"),),
    K.DEFERRAL: (("просит отложить вопрос", "просят отложить вопрос", ""),),
    K.RECORD_APPROVAL: (("представляет протоколы на утверждение", "представляют протоколы на утверждение", ""),),
    K.SIGNATURE: (("ставит подпись", "ставят подписи", ""),),
    K.THANKS: (("выражает благодарность", "выражают благодарность", "Выражается благодарность"),),
    K.MOTION: (("вносит предложение", "вносят предложение", "Вносится предложение"),),
    K.AMENDMENT: (("вносит поправку", "вносят поправку", "Вносится поправка"),),
    K.RENEWED: (("вновь вносит предложение", "вновь вносят предложение", "Предложение вносится вновь"),),
    K.WITHDRAWN: (("снимает предложение", "снимают предложение", "Предложение снимается"),),
    K.VOTE: (("просит провести голосование", "просят провести голосование", "Проводится голосование"),),
    K.VOTE_CHANGED: (
        ("просит изменить поданный голос", "просят изменить поданный голос", "Изменяется поданный голос"),
    ),
    K.ELECTION: (("предлагает провести выборы", "предлагают провести выборы", "Проводятся выборы"),),
    K.DECISION: (("объявляет решение", "объявляют решение", "Принимается решение"),),
}
SAYING = frozenset({K.RULING, K.DECISION, K.POINT_OF_ORDER, K.ANNOUNCEMENT, K.NOTICE})


def lead(entry: Entry, scene: Scene) -> str:
    """The sentence or sentences that open an entry's paragraph; empty where what was done at it says everything."""
    special = SPECIAL.get(entry.kind)
    if special is not None:
        return special(entry, scene)
    if entry.text is None and (entry.motions or entry.votes or entry.changes or entry.rulings or entry.decisions):
        return ""
    written = names_in_text(entry, scene, styled)
    if written is not None:
        return told("", written)
    return told(_done(entry, scene), first_block(entry.text, scene), behind_colon=entry.kind in SAYING)


def _done(entry: Entry, scene: Scene) -> str:
    variants = DONE.get(entry.kind, (("выступает", "выступают", ""),))
    one, several, nobody = variants[entry.turn % len(variants)]
    speakers = speaking(entry)
    if not speakers:
        return nobody
    return f"{everybody(speakers, scene)} {agree(speakers, one, several)}"


def _floor_given(entry: Entry, scene: Scene) -> str:
    speakers = speaking(entry)
    given = f"слово {agree(speakers, 'получает', 'получают')} {everybody(speakers, scene)}" if speakers else ""
    return told(given or "слово предоставляется", first_block(entry.text, scene))


def _report(entry: Entry, scene: Scene) -> str:
    of = f"доклад ({scene.title(entry.committee)})" if entry.committee else "доклад"
    speakers = speaking(entry)
    verb = agree(speakers, "представляет", "представляют")
    said = f"{everybody(speakers, scene)} {verb} {of}" if speakers else f"представляется {of}"
    return told(said, first_block(entry.text, scene))


def _document(entry: Entry, scene: Scene) -> str:
    if entry.document is None:
        return told("", names_in_text(entry, scene, styled) or first_block(entry.text, scene))
    name = f"документ {scene.title(entry.document.title)}"
    behind = [entry.document.symbol, date(entry.document.issued_on) if entry.document.issued_on else None]
    if any(behind):
        name += f" ({', '.join(part for part in behind if part)})"
    speakers = speaking(entry)
    verb = agree(speakers, "представляет", "представляют")
    said = f"{everybody(speakers, scene)} {verb} {name}" if speakers else f"заседанию представляется {name}"
    return told(said, first_block(entry.text, scene))


def _appointment(entry: Entry, scene: Scene) -> str:
    named = concerned(entry)
    if not named:
        return told("", names_in_text(entry, scene, styled) or first_block(entry.text, scene))
    by = speaking(entry)
    to = f" ({scene.title(entry.committee)})" if entry.committee else ""
    people = listing([styled(one, scene) for one in named])
    whom = f"{to}: " if len(named) == 1 else f"{to} следующих лиц: "
    appointed = f"{everybody(by, scene)} {agree(by, 'назначает', 'назначают')}{whom}{people}"
    said = appointed if by else f"{agree(named, 'назначается', 'назначаются')}{to}: {people}"
    text = first_block(entry.text, scene)
    return told("", said) if not text else f"{told('', said)} {told('', text)}"


def _note(entry: Entry, scene: Scene) -> str:
    return told("", names_in_text(entry, scene, styled) or first_block(entry.text, scene))


SPECIAL: Mapping[EntryKind, Callable[[Entry, Scene], str]] = {
    K.FLOOR_GIVEN: _floor_given,
    K.REPORT: _report,
    K.DOCUMENT: _document,
    K.APPOINTMENT: _appointment,
    K.NOTE: _note,
    K.ROLL: _note,
}
