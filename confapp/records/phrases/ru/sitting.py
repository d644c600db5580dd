"""Russian: the frame of a record — title, opening, roll, suspension, adjournment."""

from __future__ import annotations

from collections.abc import Sequence

from confapp.floor.models import PresenceStatus, RollState
from confapp.ordinals import ordinal_words
from confapp.programme.models import SessionKind, SessionState
from confapp.records.actors import Delegation, Roll, Speaker
from confapp.records.attendance import Attendance, Name, by_status
from confapp.records.material import Entry, SessionMaterial
from confapp.records.phrases.ru.people import agree, chair, everybody, styled, who
from confapp.records.phrases.ru.words import at_hour, count, date, is_one, listing, on, verb, when
from confapp.records.prose import sentences
from confapp.records.scene import Scene
from confapp.records.telling import beside_chair, has_unstated_end, is_elsewhen, once, told

FEW = 6
KINDS = {
    SessionKind.OPENING: "заседание открытия",
    SessionKind.CLOSING: "заключительное заседание",
    SessionKind.CEREMONY: "торжественное заседание",
}
LISTED = {
    PresenceStatus.PRESENT: "Присутствуют",
    PresenceStatus.ABSENT: "Отсутствуют",
    PresenceStatus.EXCUSED: "Отсутствуют, предупредив о том",
    PresenceStatus.UNLISTED: "Не упомянуты",
    PresenceStatus.UNCLEAR: "Неясно",
}


def session_name(material: SessionMaterial) -> str:
    """“четвёртое заседание”, “заключительное заседание”, “заседание section-2-3”."""
    if material.number is not None:
        return f"{ordinal_words(material.number, 'ru', gender='n')} заседание"
    return KINDS.get(material.kind, f"заседание {material.label}")


def session_called(material: SessionMaterial) -> str:
    """The same where another session is spoken of, with the committee whose it was."""
    of = f" ({material.committee.within('ru')[0]})" if material.committee else ""
    return f"{session_name(material)}{of}"


def title(material: SessionMaterial) -> str:
    """What stands over the record: “Четвёртое заседание, понедельник, 13 октября 1884 года”."""
    name = session_name(material)
    day = f", {date(material.held_on, weekday=True)}" if material.held_on else ""
    return f"{name[:1].upper()}{name[1:]}{day}"


def unstated(what: str, material: SessionMaterial) -> str:
    """“Час открытия в источнике не указан.”"""
    return f"{what} {'в источнике не указан' if material.from_sources else 'не записан'}"


def held(scene: Scene) -> str:
    """Which session it was, when and where."""
    material = scene.material
    name = session_name(material)
    body = f"({scene.title(material.committee)})" if material.committee else ""
    day = on(material.held_on, weekday=True) if material.held_on else ""
    place = f"({scene.name(material.place)})" if material.place else ""
    online = "в режиме онлайн" if material.is_online else ""
    text = " ".join(part for part in (name, body, "проводится", online, day, place) if part)
    return sentences([text, "" if day else unstated("День заседания", material)])


def opening(scene: Scene, entry: Entry | None, *, is_first: bool = True) -> str:
    """How the session was opened, by whom, and who was in the chair."""
    material = scene.material
    moment = (entry.occurred if entry and entry.occurred and entry.occurred.time else None) or material.opened
    hour = at_hour(moment)
    by = beside_chair(entry, scene)
    note = scene.content(material.opening_note) if material.opening_note else ""
    return sentences(
        [
            _opened(scene, hour, by, is_first=is_first),
            told("" if hour else unstated("Час открытия", material), note),
            f"председательствует {styled(material.presiding, scene)}" if material.presiding else "",
            scene.content(entry.text) if entry and entry.text else "",
        ]
    )


def _opened(scene: Scene, hour: str, by: Sequence[Speaker], *, is_first: bool) -> str:
    if by:
        opens = f"{hour} заседание" if hour else "заседание"
        return f"{opens} {agree(by, 'открывает', 'открывают')} {everybody(by, scene)}"
    if not hour and is_first:
        return ""
    return " ".join(part for part in ("оно" if is_first else "заседание", "открывается", hour) if part)


def roll(scene: Scene, taken: Roll, seen: Attendance) -> str:
    """How many were present, and who was not."""
    note = scene.content(taken.note) if taken.note else ""
    if taken.state is not RollState.TAKEN:
        is_known = taken.state is RollState.NOT_TAKEN
        said = "перекличка не проводилась" if is_known else "перечня присутствующих этого заседания в источнике нет"
        return sentences([said, note])
    gone = "не представлена делегация" if len(seen.absent_delegations) == 1 else "не представлены делегации"
    return sentences(
        [
            _present(seen),
            f"{gone}: {_names(scene, seen.absent_delegations)}" if seen.absent_delegations else "",
            _listed(scene, seen.absent, "отсутствует", "отсутствуют"),
            _listed(scene, seen.excused, "об отсутствии предупреждает", "об отсутствии предупреждают"),
            f"перечень присутствующих не упоминает: {_names(scene, seen.unlisted)}" if seen.unlisted else "",
            f"сведения источников расходятся: {_names(scene, seen.unclear)}" if seen.unclear else "",
            _listed(scene, seen.guests, "в качестве гостя присутствует", "в качестве гостей присутствуют"),
            note,
        ]
    )


def roll_lines(scene: Scene, taken: Roll, seen: Attendance) -> list[str]:
    """What the table of a roll shows, line by line, for readers of the text alone."""
    met = "имеется" if seen.has_quorum else "отсутствует"
    lines = [f"Кворум ({taken.needed}) {met}."] if taken.needed else []
    return lines + [f"{LISTED[status]}: {'; '.join(rows)}." for status, rows in by_status(taken, scene) if rows]


def _present(seen: Attendance) -> str:
    delegations = len(seen.represented)
    if not seen.delegates:
        told = count(delegations, "делегация", "делегации", "делегаций")
        return f"{verb(delegations, 'присутствует', 'присутствуют')} {told}"
    people = count(seen.delegates, "делегат", "делегата", "делегатов")
    of = f"{delegations} {'делегации' if is_one(delegations) else 'делегаций'}"
    return f"{verb(seen.delegates, 'присутствует', 'присутствуют')} {people} от {of}"


def _listed(scene: Scene, names: Sequence[Name], one: str, several: str) -> str:
    if not names:
        return ""
    return f"{one} {_names(scene, names)}" if len(names) == 1 else f"{several} {_names(scene, names)}"


def _names(scene: Scene, names: Sequence[Name]) -> str:
    delegations = [scene.delegation(one) for one in names if isinstance(one, Delegation)]
    people = [one for one in names if isinstance(one, Speaker)]
    if len(people) > FEW:
        return listing([*delegations, count(len(people), "делегат", "делегата", "делегатов")])
    return listing([*delegations, everybody(people, scene)] if people else delegations)


def hour_of(entry: Entry, scene: Scene) -> str:
    """When something was, where a printed source states the hour; a log kept in the hall has one for every entry."""
    if entry.occurred is None or not scene.material.from_sources:
        return ""
    told = when(entry.occurred) if is_elsewhen(entry, scene) else at_hour(entry.occurred)
    return f"это происходит {told}" if told else ""


def item_opened(number: str, title: str) -> str:
    """That an agenda item came up, in a record that does not go by items."""
    return f"рассматривается пункт {number} повестки дня: {title}" if number else f"рассматривается вопрос: {title}"


def suspended(scene: Scene, entry: Entry) -> str:
    """A short break."""
    return _break(scene, entry, "заседание прерывается")


def resumed(scene: Scene, entry: Entry) -> str:
    """Its end."""
    return _break(scene, entry, "заседание возобновляется")


def _break(scene: Scene, entry: Entry, said: str) -> str:
    by = beside_chair(entry, scene)
    asked = f"{agree(by, 'об этом просит', 'об этом просят')} {everybody(by, scene)}" if by else ""
    text = scene.content(entry.text) if entry.text else ""
    return sentences([told(f"{said} {at_hour(entry.occurred)}".rstrip(), text), asked])


def closing(scene: Scene, entry: Entry | None) -> str:
    """When the session ended, and until when."""
    material = scene.material
    moment = (entry.occurred if entry and entry.occurred and entry.occurred.time else None) or material.adjourned
    hour = at_hour(moment)
    by = [chair(scene) if scene.has_chair(one) else who(one, scene) for one in entry.speakers] if entry else []
    if by:
        ended = f"{listing(by)} {'закрывает' if len(by) == 1 else 'закрывают'} заседание {hour}".rstrip()
    else:
        ended = f"заседание закрывается {hour}".rstrip()
    if has_unstated_end(scene, entry):
        ended = unstated("Конец заседания", material)
    note = material.adjournment_note
    notes = [scene.content(one) for one in once(entry.text if entry else None, note)]
    return sentences(
        [
            told(ended, notes[0] if notes else ""),
            "" if hour or has_unstated_end(scene, entry) else unstated("Час закрытия", material),
            *notes[1:],
            "" if note else _next(material),
        ]
    )


def _next(material: SessionMaterial) -> str:
    following = material.following
    if following is None or following.held is None or material.state is SessionState.CLOSED:
        return ""
    return f"следующее заседание проводится {when(following.held, weekday=True)}"
