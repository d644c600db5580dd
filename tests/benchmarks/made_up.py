"""A made-up conference of four days in ten halls: 400 contributions, 400 speakers, 40 delegations."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

DAYS, HALLS, SLOTS = 4, 10, 10
PEOPLE, DELEGATIONS = 400, 40
FIRST = datetime(2026, 5, 11, 7, 0, tzinfo=UTC)
SYLLABLES = (
    "ka",
    "ri",
    "mo",
    "len",
    "ta",
    "vi",
    "sor",
    "an",
    "de",
    "bu",
    "wen",
    "lo",
    "pi",
    "ger",
    "sa",
    "no",
    "el",
    "ur",
)
MATTERS = (
    "archives",
    "protocol",
    "translation",
    "record keeping",
    "public access",
    "language rights",
    "cataloguing",
    "ceremony",
)
ANGLES = (
    "A report on",
    "Ten years of",
    "Against",
    "What delegates expect of",
    "The cost of",
    "Towards common rules for",
)


def made_up_case() -> dict[str, Any]:
    """The conference as a `confapp-case/2` document; the same on every run."""
    return {
        "format": "confapp-case/2",
        "slug": "made-up",
        "language": "en",
        "conference": {
            "name": "Made-up Congress of Secretariats",
            "place": "Vienna",
            "zone": "Europe/Vienna",
            "format": "in_person",
            "languages": ["en"],
            "record_languages": ["en"],
            "convened_on": "2025-11-03",
            "starts_on": "2026-05-11",
            "ends_on": "2026-05-14",
            "state": "preparing",
        },
        "organizations": [{"id": f"org-{n}", "name": f"Secretariat of {_name(n + 7)}"} for n in range(DELEGATIONS)],
        "officials": [{"id": f"p-{n}", "name": f"{_name(n)} {_name(n * 7 + 3)}"} for n in range(PEOPLE)],
        "delegations": [_delegation(n) for n in range(DELEGATIONS)],
        "halls": [{"id": f"hall-{n}", "name": f"Hall {n + 1}", "capacity": 60 + 20 * n} for n in range(HALLS)],
        "sessions": [_session(day, hall) for day in range(DAYS) for hall in range(HALLS)],
        "contributions": [
            _contribution(day, hall, slot) for day in range(DAYS) for hall in range(HALLS) for slot in range(SLOTS)
        ],
        "release": {"name": "Final programme"},
    }


def _name(number: int) -> str:
    first, second, third = number % 18, number // 18 % 18, (number * 5 + 1) % 18
    return (SYLLABLES[first] + SYLLABLES[second] + SYLLABLES[third]).capitalize()


def _delegation(number: int) -> dict[str, Any]:
    share = PEOPLE // DELEGATIONS
    members = [{"official": f"p-{number * share + n}"} for n in range(share)]
    return {"id": f"d-{number}", "organization": f"org-{number}", "delegates": members}


def _start(day: int, slot: int = 0) -> datetime:
    return FIRST + timedelta(days=day, minutes=30 * slot)


def _session(day: int, hall: int) -> dict[str, Any]:
    return {
        "label": f"{day + 1}-{hall + 1}",
        "kind": "parallel",
        "title": f"{MATTERS[(day + hall) % len(MATTERS)].capitalize()}, part {day + 1}",
        "hall": f"hall-{hall}",
        "planned_start": _start(day).isoformat(),
        "planned_end": _start(day, SLOTS).isoformat(),
    }


def _contribution(day: int, hall: int, slot: int) -> dict[str, Any]:
    number = (day * HALLS + hall) * SLOTS + slot
    return {
        "id": f"c-{number}",
        "session": f"{day + 1}-{hall + 1}",
        "title": f"{ANGLES[number % len(ANGLES)]} {MATTERS[number * 3 % len(MATTERS)]} in {_name(number * 11 + 5)}",
        "people": [f"p-{number * 17 % PEOPLE}"],
        "planned_start": _start(day, slot).isoformat(),
        "duration_minutes": 30,
    }
