"""English: people with what they were at the time."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from confapp.records.actors import Speaker
from confapp.records.phrases.en.words import listing
from confapp.records.scene import Scene

UNNAMED = "a speaker whom the source does not name"


def who(speaker: Speaker, scene: Scene) -> str:
    """“Mr. Lewis M. Rutherfurd (United States)”, “the President”, “Prof. Newcomb (invited guest)”."""
    if scene.is_chair(speaker):
        return chair(scene)
    return styled(speaker, scene)


def styled(speaker: Speaker, scene: Scene) -> str:
    """A person by name, with the delegation and the capacity behind it."""
    is_alone = speaker.delegation is not None and speaker.delegation.is_person and speaker.person is not None
    behind = [scene.delegation(speaker.delegation)] if speaker.delegation and not is_alone else []
    behind += [scene.name(speaker.capacity)] if speaker.capacity else []
    if speaker.person is None and speaker.delegation is not None and speaker.delegation.is_person:
        return behind[0]
    if speaker.person is None:
        return f"the delegation of {behind[0]}" if speaker.delegation else (behind[0] if behind else UNNAMED)
    name = scene.person(speaker.person)
    return f"{name} ({'; '.join(behind)})" if behind else name


def chair(scene: Scene) -> str:
    """The presiding officer by office where the office is known by an English name, else by name."""
    presiding = scene.material.presiding
    if presiding is None:
        return "the presiding officer"
    if presiding.capacity is None or scene.language_of(presiding.capacity) != "en":
        return styled(presiding, scene)
    office = scene.name(presiding.capacity)
    return f"the {office}"


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
    if len(grouped) < 2 or not any(" and " in one for one in grouped):  # noqa: PLR2004  nothing to part
        return listing(grouped)
    mark = "; " if len(grouped) > 2 else ", "  # noqa: PLR2004  several groups
    return f"{mark.join(grouped[:-1])}{mark}and {grouped[-1]}"


def _together(speaker: Speaker, scene: Scene) -> tuple[str, bool]:
    plain = speaker.delegation is not None and speaker.person is not None and speaker.capacity is None
    if speaker.delegation is not None and speaker.delegation.is_person:
        return "", False
    return (scene.delegation(speaker.delegation) if speaker.delegation else "", plain and not scene.is_chair(speaker))
