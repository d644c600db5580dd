"""Russian: people with what they were at the time, always in the nominative."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from confapp.records.actors import Speaker
from confapp.records.phrases.ru.words import listing
from confapp.records.scene import Scene

UNNAMED = "оратор, не названный в источнике"
CHAIR = "председательствующий"


def who(speaker: Speaker, scene: Scene) -> str:
    """“г-н Льюис М. Резерфорд (Соединённые Штаты)”, “Председатель”, “профессор Моран (гость)”."""
    return chair(scene) if scene.is_chair(speaker) else styled(speaker, scene)


def styled(speaker: Speaker, scene: Scene) -> str:
    """A person by name, with the delegation and the capacity behind it."""
    is_alone = speaker.delegation is not None and speaker.delegation.is_person and speaker.person is not None
    behind = [scene.delegation(speaker.delegation)] if speaker.delegation and not is_alone else []
    behind += [scene.name(speaker.capacity)] if speaker.capacity else []
    if speaker.person is None and speaker.delegation is not None and speaker.delegation.is_person:
        return behind[0]
    if speaker.person is None:
        return f"делегация {behind[0]}" if speaker.delegation else (behind[0] if behind else UNNAMED)
    name = scene.person(speaker.person)
    return f"{name} ({'; '.join(behind)})" if behind else name


def chair(scene: Scene) -> str:
    """The presiding officer by office where the office has a Russian name."""
    presiding = scene.material.presiding
    if presiding is None or presiding.capacity is None or scene.language_of(presiding.capacity) != "ru":
        return CHAIR
    return scene.name(presiding.capacity)


def everybody(speakers: Sequence[Speaker], scene: Scene) -> str:
    """Several people; neighbours of one delegation stand together before its name."""
    grouped = []
    for (delegation, plain), group in groupby(speakers, key=lambda one: _together(one, scene)):
        members = list(group)
        if plain and len(members) > 1:
            names = listing([scene.person(one.person) for one in members if one.person])
            grouped.append(f"{names} ({delegation})")
        else:
            grouped += [who(one, scene) for one in members]
    if len(grouped) < 2 or not any(" и " in one for one in grouped):  # noqa: PLR2004  nothing to part
        return listing(grouped)
    return f"{', '.join(grouped[:-1])}, а также {grouped[-1]}"


def agree(speakers: Sequence[Speaker], one: str, several: str) -> str:
    """The verb for one or for several."""
    return one if len(speakers) == 1 else several


def _together(speaker: Speaker, scene: Scene) -> tuple[str, bool]:
    plain = speaker.delegation is not None and speaker.person is not None and speaker.capacity is None
    if speaker.delegation is not None and speaker.delegation.is_person:
        return "", False
    return (scene.delegation(speaker.delegation) if speaker.delegation else "", plain and not scene.is_chair(speaker))
