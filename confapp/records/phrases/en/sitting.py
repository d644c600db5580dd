"""English: the frame of a record — title, opening, roll, suspension, adjournment."""

from __future__ import annotations

from collections.abc import Sequence

from confapp.floor.models import PresenceStatus, RollState
from confapp.programme.models import SessionKind, SessionState
from confapp.records.actors import Delegation, Roll, Speaker
from confapp.records.attendance import Attendance, Name, by_status
from confapp.records.material import Entry, SessionMaterial
from confapp.records.phrases.en.people import chair, everybody, styled, who
from confapp.records.phrases.en.words import at_hour, cardinal, count, date, listing, on, ordinal, the, when
from confapp.records.prose import sentences
from confapp.records.scene import Scene
from confapp.records.telling import beside_chair, has_unstated_end, is_elsewhen, once, told

FEW = 6
KINDS = {
    SessionKind.OPENING: "opening session",
    SessionKind.CLOSING: "closing session",
    SessionKind.CEREMONY: "ceremony",
}
LISTED = {
    PresenceStatus.PRESENT: "Present",
    PresenceStatus.ABSENT: "Absent",
    PresenceStatus.EXCUSED: "Excused",
    PresenceStatus.UNLISTED: "Not listed",
    PresenceStatus.UNCLEAR: "Unclear",
}


def session_name(material: SessionMaterial) -> str:
    """“fourth session”, “opening session”, “session section-2-3”."""
    if material.number is not None:
        return f"{ordinal(material.number)} session"
    return KINDS.get(material.kind, f"session {material.label}")


def session_called(material: SessionMaterial) -> str:
    """The same where another session is spoken of, with the committee whose it was."""
    of = f" of {the(material.committee.within('en')[0])}" if material.committee else ""
    return f"{session_name(material)}{of}"


def title(material: SessionMaterial) -> str:
    """What stands over the record: “Fourth session, Monday, 13 October 1884”."""
    name = session_name(material)
    day = f", {date(material.held_on, weekday=True)}" if material.held_on else ""
    return f"{name[:1].upper()}{name[1:]}{day}"


def unstated(what: str, material: SessionMaterial) -> str:
    """“The hour is not stated in the source.”"""
    return f"{what} is not {'stated in the source' if material.from_sources else 'recorded'}"


def held(scene: Scene) -> str:
    """Which session it was, when and where."""
    material = scene.material
    name = f"The {session_name(material)}"
    if material.committee is not None:
        name += f" of {the(scene.title(material.committee))}"
    day = on(material.held_on, weekday=True) if material.held_on else ""
    place = f"({scene.name(material.place)})" if material.place else ""
    online = "online" if material.is_online else ""
    text = " ".join(part for part in (name, "was held", online, day, place) if part)
    return sentences([text, "" if day else unstated("The date", material)])


def opening(scene: Scene, entry: Entry | None, *, is_first: bool = True) -> str:
    """How the session was opened, by whom, and who was in the chair; `is_first` behind what session it was."""
    material = scene.material
    subject = "It" if is_first else "The session"
    moment = (entry.occurred if entry and entry.occurred and entry.occurred.time else None) or material.opened
    hour = at_hour(moment)
    by = beside_chair(entry, scene)
    note = scene.content(material.opening_note) if material.opening_note else ""
    in_chair = f", with {styled(material.presiding, scene)} in the chair" if material.presiding and not by else ""
    opened = " ".join(
        part for part in (f"{subject} was opened", hour, f"by {everybody(by, scene)}" if by else "") if part
    )
    return sentences(
        [
            f"{opened}{in_chair}" if hour or by or in_chair else "",
            told("" if hour else unstated("The hour of the opening", material), note),
            f"{styled(material.presiding, scene)} presided" if material.presiding and by else "",
            scene.content(entry.text) if entry and entry.text else "",
        ]
    )


def roll(scene: Scene, taken: Roll, seen: Attendance) -> str:
    """How many were present, and who was not."""
    if taken.state is not RollState.TAKEN:
        is_known = taken.state is RollState.NOT_TAKEN
        said = "No roll was taken" if is_known else "The source prints no roll of this session"
        return sentences([said, scene.content(taken.note) if taken.note else ""])
    return sentences(
        [
            _present(seen),
            f"{_names(scene, seen.absent_delegations)} {_were(seen.absent_delegations)} not represented"
            if seen.absent_delegations
            else "",
            f"{_names(scene, seen.absent)} {_were(seen.absent)} absent" if seen.absent else "",
            f"{_names(scene, seen.excused)} had sent excuses" if seen.excused else "",
            f"The roll does not mention {_names(scene, seen.unlisted)}" if seen.unlisted else "",
            f"Of {_names(scene, seen.unclear)} the sources say different things" if seen.unclear else "",
            f"{_names(scene, seen.guests)} attended as {'a guest' if len(seen.guests) == 1 else 'guests'}"
            if seen.guests
            else "",
            scene.content(taken.note) if taken.note else "",
        ]
    )


def roll_lines(scene: Scene, taken: Roll, seen: Attendance) -> list[str]:
    """What the table of a roll shows, line by line, for readers of the text alone."""
    met = "met" if seen.has_quorum else "not met"
    lines = [f"The quorum of {cardinal(taken.needed)} was {met}."] if taken.needed else []
    return lines + [f"{LISTED[status]}: {'; '.join(rows)}." for status, rows in by_status(taken, scene) if rows]


def _present(seen: Attendance) -> str:
    delegations = f"{count(len(seen.represented), 'delegation', 'delegations')} {_were(seen.represented)}"
    if not seen.delegates:
        return f"{delegations} present"
    return f"{delegations} represented by {count(seen.delegates, 'delegate', 'delegates')}"


def _were(names: Sequence[object]) -> str:
    return "was" if len(names) == 1 else "were"


def _names(scene: Scene, names: Sequence[Name]) -> str:
    delegations = [scene.delegation(one) for one in names if isinstance(one, Delegation)]
    people = [one for one in names if isinstance(one, Speaker)]
    if len(people) > FEW:
        return listing([*delegations, count(len(people), "delegate", "delegates")])
    return listing([*delegations, everybody(people, scene)] if people else delegations)


def hour_of(entry: Entry, scene: Scene) -> str:
    """When something was, where a printed source states the hour; a log kept in the hall has one for every entry."""
    if entry.occurred is None or not scene.material.from_sources:
        return ""
    told = when(entry.occurred) if is_elsewhen(entry, scene) else at_hour(entry.occurred)
    return f"this was {told}" if told else ""


def item_opened(number: str, title: str) -> str:
    """That an agenda item came up, in a record that does not go by items."""
    return f"item {number} of the agenda, {title}, was taken up" if number else f"{title} was taken up"


def suspended(scene: Scene, entry: Entry) -> str:
    """A short break."""
    return _break(scene, entry, "The session was suspended")


def resumed(scene: Scene, entry: Entry) -> str:
    """Its end."""
    return _break(scene, entry, "The session was resumed")


def _break(scene: Scene, entry: Entry, verb: str) -> str:
    by = beside_chair(entry, scene)
    asked = f" at the request of {everybody(by, scene)}" if by else ""
    hour = at_hour(entry.occurred)
    return told(f"{verb}{f' {hour}' if hour else ''}{asked}", scene.content(entry.text) if entry.text else "")


def closing(scene: Scene, entry: Entry | None) -> str:
    """When the session ended, and until when."""
    material = scene.material
    moment = (entry.occurred if entry and entry.occurred and entry.occurred.time else None) or material.adjourned
    hour = at_hour(moment)
    by = [chair(scene) if scene.has_chair(one) else who(one, scene) for one in entry.speakers] if entry else []
    verb = "closed" if material.state is SessionState.CLOSED else "adjourned"
    ended = " ".join(part for part in ("The session was", verb, hour, f"by {listing(by)}" if by else "") if part)
    if has_unstated_end(scene, entry):
        ended = unstated("The end of the session", material)
    note = material.adjournment_note
    notes = [scene.content(one) for one in once(entry.text if entry else None, note)]
    return sentences(
        [
            told(ended, notes[0] if notes else ""),
            "" if hour or has_unstated_end(scene, entry) else unstated("The hour", material),
            *notes[1:],
            "" if note else _next(material),
        ]
    )


def _next(material: SessionMaterial) -> str:
    following = material.following
    if following is None or following.held is None or material.state is SessionState.CLOSED:
        return ""
    return f"The next session was held {when(following.held, weekday=True)}"
