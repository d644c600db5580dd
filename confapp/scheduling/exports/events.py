"""The events of a released timetable: contributions, and the sessions that have none with a time of their own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from uuid import NAMESPACE_URL, UUID, uuid5

from confapp import addresses
from confapp.dates import Moment, PartialDate
from confapp.programme.models import SessionKind
from confapp.programme.names import session_called
from confapp.scheduling.timetable import Data


@dataclass(frozen=True, slots=True)
class Event:
    """One entry of a calendar or schedule."""

    url: str
    kind: str
    title: str
    subtitle: str
    date: PartialDate
    start: Moment | None
    end: Moment | None
    hall: str
    place: str
    track: str
    language: str
    abstract: str
    online_link: str
    people: list[Data] = field(default_factory=list)

    @property
    def guid(self) -> UUID:
        """The same for the same entry in every release, and nowhere else."""
        return uuid5(NAMESPACE_URL, self.url)


def events(timetable: Data) -> list[Event]:
    """All events in their order: by day, and as they begin."""
    return [event for day in timetable["days"] for event in day_events(timetable, day)]


def day_events(timetable: Data, day: Data) -> list[Event]:
    """The events of one day as they begin; those without a time come first."""
    found = [event for hall in day["halls"] for event in _of_hall(timetable, hall)]
    return sorted(found, key=lambda event: str(event.start or ""))


def session_title(session: Data) -> str:
    """The title of a session, or what it is called where it has none."""
    return session["title"] or session_called(
        SessionKind(session["kind"]), session["number"], session["label"], session["committee"] or ""
    )


def _of_hall(timetable: Data, hall: Data) -> Iterator[Event]:
    for session in hall["sessions"]:
        timed = [one for one in session["contributions"] if one["start"]]
        if timed:
            yield from (_contribution(timetable, one, session) for one in timed)
        else:
            yield _session(timetable, session)
    yield from (_contribution(timetable, one, None) for one in hall["contributions"])


def _session(timetable: Data, session: Data) -> Event:
    slug = timetable["conference"]["slug"]
    return Event(
        url=addresses.absolute(addresses.session(slug, session["label"])),
        kind=session["kind"],
        title=session_title(session),
        subtitle="",
        date=PartialDate.parse(session["date"]),
        start=_moment(session["start"], timetable),
        end=_moment(session["end"], timetable),
        hall=_named(timetable["halls"], session["hall"]),
        place=session["place"] or timetable["conference"]["place"] or "",
        track=_named(timetable["tracks"], session["track"]),
        language=session["language"] or _language(timetable),
        abstract="\n".join(one["title"] for one in session["contributions"]),
        online_link=session["online_link"] or "",
    )


def _contribution(timetable: Data, one: Data, session: Data | None) -> Event:
    slug = timetable["conference"]["slug"]
    place = session["place"] if session else None
    return Event(
        url=addresses.absolute(addresses.contribution(slug, one["key"])),
        kind=one["kind"],
        title=one["title"],
        subtitle=session_title(session) if session else "",
        date=PartialDate.parse(one["date"]),
        start=_moment(one["start"], timetable),
        end=_moment(one["end"], timetable),
        hall=_named(timetable["halls"], one["hall"] or (session["hall"] if session else None)),
        place=place or timetable["conference"]["place"] or "",
        track=_named(timetable["tracks"], one["track"] or (session["track"] if session else None)),
        language=one["language"] or _language(timetable),
        abstract=one["abstract"] or "",
        online_link=(session["online_link"] if session else None) or "",
        people=one["people"],
    )


def _moment(text: str | None, timetable: Data) -> Moment | None:
    """With the offset of the conference's zone, where it has one."""
    return Moment.parse(text).in_zone(timetable["conference"]["zone"]) if text else None


def _named(things: Iterable[Data], key: str | None) -> str:
    return next((thing["name"] for thing in things if thing["key"] == key), "")


def _language(timetable: Data) -> str:
    return next(iter(timetable["conference"]["languages"]), "")
