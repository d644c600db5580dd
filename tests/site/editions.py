"""Editions to show, made without a case file: the sample document of the proceedings' own tests, published."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from confapp.db import db
from confapp.proceedings import queries
from confapp.proceedings.format import Document, to_bytes
from confapp.proceedings.models import Edition, SigningKey
from confapp.proceedings.tree import digest_of
from tests.builders import a_conference
from tests.proceedings import samples


def a_published_conference(slug: str = "meridian-1884", **facts: Any):
    return a_conference(
        "International Meridian Conference", slug=slug, state="closed", public=True, language="en", **facts
    )


def publish(conference, document: Document | None = None, **facts: Any) -> Edition:
    """The document as the conference's next edition, with its frozen file."""
    document = document or samples.sealed()
    edition = Edition(
        conference_id=conference.id,
        number=document["edition"]["number"],
        language=document["edition"]["language"],
        title=document["edition"]["title"],
        published_at=datetime.fromisoformat(document["edition"]["published_at"]),
        published_by=document["edition"]["published_by"],
        digest=digest_of(document["tree"]),
        previous_digest=document["edition"]["previous"],
        key=_key(document),
        content=to_bytes(document),
        **facts,
    )
    db.session.add(edition)
    db.session.flush()
    queries._document.cache_clear()  # every test's first edition has the same key, and samples have the same digest
    return edition


def _key(document: Document) -> SigningKey:
    facts = document["key"]
    known = db.session.query(SigningKey).filter_by(fingerprint=facts["id"]).one_or_none()
    return known or SigningKey(
        fingerprint=facts["id"], public_key=facts["public"], created_at=datetime.fromisoformat("2026-01-01T00:00:00Z")
    )
