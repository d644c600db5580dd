"""Names, texts and people of a conference as a record's material has them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Protocol

from confapp.conferences.models import Conference
from confapp.dates import Moment
from confapp.floor.capacity import Capacities
from confapp.floor.models import SpeakerRole
from confapp.officials.models import Official, with_honorific
from confapp.participation import models as participation
from confapp.programme.models import Session
from confapp.records.actors import Delegation, Person, Remark, SourcePlace, Speaker
from confapp.records.material import SessionMaterial
from confapp.records.phrases import LANGUAGES
from confapp.records.prose import Words

FALLBACK = "en"
OBVIOUS = frozenset({"delegate", "делегат"})
KNIGHTED = frozenset({"Sir", "Dame"})


class InLanguage(Protocol):
    """Content that has a language and translations."""

    language: Any
    translations: Any


def language_of(conference: Conference) -> str:
    """The language of content that names none."""
    return conference.language or next(iter(conference.languages), FALLBACK)


class Names:
    """Everything that a conference's rows call people and things."""

    def __init__(self, conference: Conference) -> None:
        """Remember the language of what names none."""
        self.language = language_of(conference)

    def words(self, owner: InLanguage, field: str, text: str | None = None) -> Words | None:
        """A text of some content with its translations; nothing where there is none."""
        own = getattr(owner, field) if text is None else text
        if not own:
            return None
        translated = owner.translations or {}
        others = tuple((language, texts[field]) for language, texts in sorted(translated.items()) if texts.get(field))
        return Words(str(own), owner.language or self.language, others)

    def must(self, owner: InLanguage, field: str) -> Words:
        """A text that every such content has."""
        return self.words(owner, field) or Words("—", self.language)

    def plain(self, text: str | None) -> Words | None:
        """A text that has no language of its own."""
        return Words(text, self.language) if text else None

    def person(self, official: Official) -> Person:
        """A person under the styled name, and short where honorific and family name are known."""
        language = official.language or self.language
        translated: Mapping[str, Mapping[str, str]] = official.translations or {}
        full = tuple((key, _styled(texts)) for key, texts in sorted(translated.items()) if texts.get("name"))
        short = None
        if official.honorific and official.family_name:
            shorts = tuple((key, _short(texts)) for key, texts in sorted(translated.items()) if texts.get("name"))
            # A knight is called by his first name.
            called = official.given_name if official.honorific in KNIGHTED else official.family_name
            short = Words(f"{official.honorific} {called}", language, shorts) if called else None
        return Person(official.slug, Words(official.styled_name, language, full), short, _family(official, language))

    def delegation(self, row: participation.Delegation) -> Delegation:
        """A delegation under its name at the conference."""
        return Delegation(row.key, self.must(row, "name"), row.category is participation.DelegationCategory.INDIVIDUAL)

    def session_words(self, row: Session) -> Words:
        """What a session is called inside a sentence, in every language that records are drafted in."""
        plain = SessionMaterial(row.label, self.plain(row.label) or Words("", self.language), self.language)
        plain = replace(plain, kind=row.kind, number=row.number)
        if row.committee is not None:
            plain = replace(plain, committee=self.words(row.committee, "name"))
        names = tuple((key, one.session_called(plain)) for key, one in LANGUAGES.items())
        return Words(names[0][1], names[0][0], names[1:])

    def speaker(
        self,
        official: Official | None,
        delegation: participation.Delegation | None = None,
        capacity: str | None = None,
        role: SpeakerRole = SpeakerRole.SPEAKER,
        moment: Moment | None = None,  # noqa: ARG002  who knows the session asks what they were then
    ) -> Speaker:
        """Somebody in an act, as it is stated."""
        stated = None if capacity and capacity.casefold() in OBVIOUS and delegation else self.plain(capacity)
        person = self.person(official) if official is not None else None
        return Speaker(person, self.delegation(delegation) if delegation is not None else None, stated, role)

    def remarks(self, provenance: Mapping[str, Any] | None) -> tuple[Remark, ...]:
        """What sources leave open."""
        found = (provenance or {}).get("remarks", ())
        return tuple(Remark(one.get("status", ""), self.plain(one.get("text")), one.get("field")) for one in found)

    @staticmethod
    def sources(provenance: Mapping[str, Any] | None) -> tuple[SourcePlace, ...]:
        """Where sources say so."""
        found = (provenance or {}).get("sources", ())
        return tuple(SourcePlace(str(one["source"]), one.get("at")) for one in found if one.get("source"))


class SessionNames(Names):
    """The same at one session: who presides, and what people were at that time."""

    def __init__(self, conference: Conference, session: Session, capacities: Capacities) -> None:
        """Remember who presides, and when the session was."""
        super().__init__(conference)
        self.capacities = capacities
        self.moment = session.opened or (Moment(session.held_on) if session.held_on else None)
        self.session = session

    def speaker(
        self,
        official: Official | None,
        delegation: participation.Delegation | None = None,
        capacity: str | None = None,
        role: SpeakerRole = SpeakerRole.SPEAKER,
        moment: Moment | None = None,
    ) -> Speaker:
        """Somebody in an act; what is not said of them is what they were at that time (R27)."""
        said = super().speaker(official, delegation, capacity, role)
        if official is None:
            return said
        if self._presides(official, said.delegation, capacity):
            return replace(said, is_presiding=True)
        if said.delegation is None and said.capacity is None:
            where, stated = self._at_the_time(official, moment)
            return replace(said, delegation=where, capacity=stated)
        return said

    def _presides(self, official: Official, where: Delegation | None, capacity: str | None) -> bool:
        is_chair = official.id == self.session.presiding_id and where is None
        return is_chair and capacity in {None, self.session.presiding_capacity}

    def _at_the_time(self, official: Official, moment: Moment | None) -> tuple[Delegation | None, Words | None]:
        held = self.capacities.at(official.id, moment or self.moment)
        if held.delegate is not None:
            return self.delegation(held.delegate.delegation), None
        if held.appointment is not None:
            return None, self.words(held.appointment.office, "title")
        return None, self.words(held.guest, "capacity") if held.guest is not None else None

    def presiding(self, committee_id: int | None) -> Speaker | None:
        """Who was in the chair: as stated for the session, else who held the presiding office then."""
        session = self.session
        if session.presiding is not None:
            capacity = self.words(session, "presiding_capacity")
            delegate = self.capacities.at(session.presiding.id, self.moment).delegate
            where = self.delegation(delegate.delegation) if delegate else None
            return Speaker(self.person(session.presiding), where, capacity, is_presiding=True)
        bodies = [one for one in (committee_id, session.conference_id) if one is not None]
        held = self.capacities.presiding(self.moment, bodies)
        if held is None:
            return None
        delegate = self.capacities.at(held.official_id, self.moment).delegate
        where = self.delegation(delegate.delegation) if delegate else None
        return Speaker(self.person(held.official), where, self.words(held.office, "title"), is_presiding=True)


def _family(official: Official, language: str) -> Words | None:
    if not official.family_name:
        return None
    translated: Mapping[str, Mapping[str, str]] = official.translations or {}
    others = tuple((key, texts["family_name"]) for key, texts in sorted(translated.items()) if texts.get("family_name"))
    return Words(official.family_name, language, others)


def _styled(texts: Mapping[str, str]) -> str:
    return with_honorific(texts.get("honorific"), texts["name"])


def _short(texts: Mapping[str, str]) -> str:
    if texts.get("honorific") and texts.get("family_name"):
        return f"{texts['honorific']} {texts['family_name']}"
    return _styled(texts)
