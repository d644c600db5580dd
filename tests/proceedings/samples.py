"""A small edition as plain data, sealed with a key and salts that never change."""

from __future__ import annotations

import itertools
from hashlib import sha256

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from confapp.proceedings.format import Document, Draft, Section
from confapp.proceedings.keys import encode
from confapp.proceedings.sealing import seal

KEY = Ed25519PrivateKey.from_private_bytes(sha256(b"confapp test key 1").digest())
OTHER_KEY = Ed25519PrivateKey.from_private_bytes(sha256(b"confapp test key 2").digest())


def fixed_salts():
    """Salts that anyone can compute: for tests alone."""
    numbers = itertools.count(1)
    return lambda: encode(sha256(f"salt {next(numbers)}".encode()).digest()[:16])


def record(number: int, *texts: str) -> Section:
    return {
        "id": f"s{number}",
        "kind": "record",
        "title": f"Record of session {number}",
        "label": str(number),
        "language": "en",
        "facts": {"date": f"1884-10-{number:02}", "presiding": "C. R. P. Rodgers"},
        "paragraphs": [
            {"id": f"s{number}.p{index}", "kind": "text", "number": index, "text": text}
            for index, text in enumerate(texts, 1)
        ],
    }


def vote() -> Section:
    section = record(2, "The Conference met at one o’clock.")
    section["paragraphs"] += [
        {
            "id": "s2.roll",
            "kind": "roll",
            "text": "The roll was called.\nPresent: Brazil, France, Japan. Absent: Denmark.",
            "data": {
                "present": [
                    {"delegation": "Brazil", "delegates": ["Dr. Luiz Cruls"]},
                    {"delegation": "France", "delegates": ["Mr. A. Lefaivre", "Mr. Janssen"]},
                    {"delegation": "Japan", "delegates": ["Professor Kikuchi"]},
                ],
                "absent": [{"delegation": "Denmark", "delegates": ["Mr. C. S. A. de Bille"]}],
            },
        },
        {
            "id": "s2.vote",
            "kind": "vote",
            "text": "The question was put.\nAdopted by 2 votes to 0, with 1 abstention. Дано в Вашингтоне · 東京",
            "data": {
                "question": "That the meridian of Greenwich be adopted",
                "method": "roll_call",
                "result": "carried",
                "totals": {"yes": 2, "no": 0, "abstain": 1, "absent": 1},
                "rows": [
                    {"delegation": "Brazil", "choice": "abstain"},
                    {"delegation": "Denmark", "choice": "absent"},
                    {"delegation": "France", "choice": "yes", "note": "ad referendum"},
                    {"delegation": "Japan", "choice": "yes"},
                ],
            },
        },
    ]
    return section


def draft(number: int = 1, previous: str | None = None) -> Draft:
    return {
        "format": "confapp-edition/1",
        "conference": {
            "slug": "meridian-1884",
            "title": "International Meridian Conference",
            "languages": ["en", "fr"],
            "place": "Washington, D. C.",
            "starts_on": "1884-10-01",
            "ends_on": "1884-11-01",
        },
        "edition": {
            "number": number,
            "language": "en",
            "title": "Proceedings of the International Meridian Conference",
            "published_at": f"2026-11-2{number}T12:00:00Z",
            "published_by": "The Secretariat",
            "previous": previous,
            "generator": "confapp 0.1.0",
        },
        "sections": [record(1, "The Conference was opened.", "Mr. *Rodgers* took the chair.", "It adjourned."), vote()],
    }


def sealed(number: int = 1, previous: str | None = None, key: Ed25519PrivateKey = KEY) -> Document:
    return seal(draft(number, previous), key, salt=fixed_salts())
