"""What stands around a conference, once it was entered: its series, occasions, instruments and sources."""

from __future__ import annotations

from typing import Unpack

import sqlalchemy as sa
from flask_babel import gettext as _

from confapp import audit
from confapp.accounts.models import User
from confapp.audit import Action
from confapp.conferences.facts import InstrumentChange, OccasionChange, SeriesFacts, SourceChange
from confapp.conferences.models import Conference, ConferenceState, ConveningInstrument, Occasion, Series, Source
from confapp.db import db
from confapp.errors import RuleViolation
from confapp.facts import refuse_stale, write
from confapp.organizations.facts import NameFacts
from confapp.organizations.names import add_body_names, refuse_backward_names


def change_series(
    series: Series, *, version: int | None = None, by: User | None = None, **facts: Unpack[SeriesFacts]
) -> None:
    """Correct what a series is called; its address stays."""
    refuse_stale(series, version)
    changed = write(series, facts)
    audit.record(Action.CONFERENCE_CHANGED, series, by=by, detail={"fields": changed})
    db.session.flush()


def add_title(conference: Conference, *, by: User | None = None, **facts: Unpack[NameFacts]) -> None:
    """Add another title: in another language, as some source prints it, or shorter."""
    _refuse_archived(conference.id)
    refuse_backward_names([facts])
    add_body_names(conference, [facts])
    audit.record(Action.CONFERENCE_CHANGED, conference, by=by, detail={"title": facts["name"]})
    db.session.flush()


def change_occasion(
    occasion: Occasion, *, version: int | None = None, by: User | None = None, **facts: Unpack[OccasionChange]
) -> None:
    """Correct why it is held when it is held."""
    refuse_stale(occasion, version)
    _refuse_archived(occasion.conference_id)
    changed = write(occasion, facts)
    audit.record(Action.CONFERENCE_CHANGED, occasion, by=by, detail={"fields": changed})
    db.session.flush()


def change_instrument(
    instrument: ConveningInstrument,
    *,
    version: int | None = None,
    by: User | None = None,
    **facts: Unpack[InstrumentChange],
) -> None:
    """Correct an act by which it was called."""
    refuse_stale(instrument, version)
    _refuse_archived(instrument.conference_id)
    changed = write(instrument, facts)
    audit.record(Action.CONFERENCE_CHANGED, instrument, by=by, detail={"fields": changed})
    db.session.flush()


def change_source(source: Source, *, by: User | None = None, **facts: Unpack[SourceChange]) -> None:
    """Correct what is known of a source."""
    _refuse_archived(source.conference_id)
    changed = write(source, facts)
    audit.record(Action.CONFERENCE_CHANGED, source, by=by, detail={"fields": changed})
    db.session.flush()


def drop_occasion(occasion: Occasion, *, by: User | None = None) -> None:
    """Take an occasion away that was entered by mistake; the trail keeps what it was called."""
    _drop(occasion, {"dropped_occasion": occasion.name}, by)


def drop_instrument(instrument: ConveningInstrument, *, by: User | None = None) -> None:
    """Take an instrument away that was entered by mistake; the trail keeps its title."""
    _drop(instrument, {"dropped_instrument": instrument.title}, by)


def _drop(part: Occasion | ConveningInstrument, detail: dict[str, str], by: User | None) -> None:
    conference = _refuse_archived(part.conference_id)
    db.session.execute(sa.delete(type(part)).where(type(part).id == part.id))
    db.session.expunge(part)
    audit.record(Action.CONFERENCE_CHANGED, conference, by=by, detail=dict(detail))
    db.session.flush()


def _refuse_archived(conference_id: int) -> Conference:
    conference = db.session.get_one(Conference, conference_id)
    if conference.state is ConferenceState.ARCHIVED:
        raise RuleViolation(_("%(name)s is archived and is changed no more.", name=conference.name))
    return conference
