"""Editions, for whoever may read them: published ones are for everybody."""

from __future__ import annotations

import sqlalchemy as sa
from flask_babel import gettext as _
from sqlalchemy.orm import contains_eager, undefer

from confapp.conferences.models import Conference
from confapp.db import db
from confapp.errors import NotFound
from confapp.proceedings.models import Edition


def edition_with_content(slug: str, number: int) -> Edition:
    """One edition with its file and its conference, withdrawn or not: for the machine's own commands."""
    edition = db.session.scalar(
        sa.select(Edition)
        .join(Edition.conference)
        .where(Conference.slug == slug, Edition.number == number)
        .options(contains_eager(Edition.conference), undefer(Edition.content))
    )
    if edition is None:
        raise NotFound(_("The conference “%(slug)s” has no edition %(number)s.", slug=slug, number=number))
    return edition
