"""Plan, convene, open and close conferences, and show them to the public."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Unpack

import sqlalchemy as sa
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from confapp import audit, clock
from confapp.accounts.models import User
from confapp.audit import Action
from confapp.conferences.facts import ConferenceFacts, InstrumentFacts, OccasionFacts
from confapp.conferences.models import Conference, ConferenceState, ConveningInstrument, Occasion, Series
from confapp.dates import Moment, PartialDate, as_zone
from confapp.db import db
from confapp.errors import RuleViolation
from confapp.facts import next_number, refuse_stale, write
from confapp.organizations.facts import NameFacts
from confapp.organizations.names import add_body_names, refuse_backward_names, refuse_backwards
from confapp.organizations.operations import rename_body
from confapp.slugs import SlugSpace, claim_slug, wished_slug
from confapp.spans import Span
from confapp.text import slugify

# What stands in the place of a slug at the desk.
RESERVED = frozenset({"new"})
ACCENT = re.compile(r"#[0-9a-fA-F]{6}")
STATES = {
    ConferenceState.PLANNED: _l("planned"),
    ConferenceState.CONVENED: _l("convened"),
    ConferenceState.PREPARING: _l("in preparation"),
    ConferenceState.OPEN: _l("open"),
    ConferenceState.CLOSED: _l("closed"),
    ConferenceState.ARCHIVED: _l("archived"),
}


def create_series(
    *, name: str, slug: str | None = None, gathering: str = "conference", by: User | None = None
) -> Series:
    """Begin a series of conferences that count themselves; `gathering` is what one of them is called."""
    wanted = slug or slugify(name) or "series"
    if db.session.scalar(sa.select(Series.id).where(Series.slug == wanted)):
        raise RuleViolation(_("There is a series “%(slug)s” already.", slug=wanted), field="slug")
    series = Series()
    write(series, {"name": name, "slug": wanted, "gathering": gathering})
    db.session.add(series)
    audit.record(Action.SERIES_CREATED, series, by=by)
    db.session.flush()
    return series


def plan_conference(
    *,
    name: str,
    slug: str | None = None,
    names: Sequence[NameFacts] = (),
    occasions: Sequence[OccasionFacts] = (),
    instruments: Sequence[InstrumentFacts] = (),
    by: User | None = None,
    **facts: Unpack[ConferenceFacts],
) -> Conference:
    """Enter a conference that is to be convened, or one of the past; without a slug it gets one from its name."""
    refuse_backward_names(names)
    _refuse_taken_ordinal(facts.get("series"), facts.get("ordinal"))
    _refuse_impossible(facts)
    conference = Conference(slug=_free_slug(slug, name))
    write(conference, {"name": name, **facts})
    db.session.add(conference)
    db.session.flush()
    claim_slug(SlugSpace.CONFERENCE, conference.slug, conference.id)
    add_body_names(conference, names)
    for position, occasion in enumerate(occasions, 1):
        _add_part(Occasion(conference=conference, position=position), occasion)
    for position, instrument in enumerate(instruments, 1):
        _add_part(ConveningInstrument(conference=conference, position=position), instrument)
    audit.record(Action.CONFERENCE_PLANNED, conference, by=by)
    db.session.flush()
    return conference


def change_conference(
    conference: Conference, *, version: int | None = None, by: User | None = None, **facts: Unpack[ConferenceFacts]
) -> None:
    """Change what is known of it; a new title is `rename_conference`'s, its state belongs to the verbs below."""
    refuse_stale(conference, version)
    _refuse_archived(conference)
    if not facts.keys().isdisjoint(("series", "ordinal")):
        _refuse_other_place(conference, facts)
    _refuse_impossible({"starts_on": conference.starts_on, "ends_on": conference.ends_on, **facts})
    changed = write(conference, facts)
    audit.record(Action.CONFERENCE_CHANGED, conference, by=by, detail={"fields": changed})
    db.session.flush()


def rename_conference(
    conference: Conference,
    name: str,
    *,
    on: PartialDate | None = None,
    slug: str | None = None,
    version: int | None = None,
    by: User | None = None,
) -> None:
    """Give it a new title; the old one is kept as former until that day, and its address leads to the new one."""
    refuse_stale(conference, version)
    _refuse_archived(conference)
    slug = _free_slug(slug, name, conference.id)
    former = rename_body(conference, name, on=on)
    conference.slug = slug
    claim_slug(SlugSpace.CONFERENCE, slug, conference.id)
    audit.record(Action.CONFERENCE_RENAMED, conference, by=by, detail={"former": former})
    db.session.flush()


def add_occasion(conference: Conference, *, by: User | None = None, **facts: Unpack[OccasionFacts]) -> Occasion:
    """Add a reason why it is held when it is held."""
    _refuse_archived(conference)
    number = next_number(Occasion.position, Occasion.conference_id == conference.id)
    occasion = Occasion(conference=conference, position=number)
    _add_part(occasion, facts)
    audit.record(Action.CONFERENCE_CHANGED, conference, by=by, detail={"fields": ["occasions"]})
    db.session.flush()
    return occasion


def add_instrument(
    conference: Conference, *, by: User | None = None, **facts: Unpack[InstrumentFacts]
) -> ConveningInstrument:
    """Add an act by which it was called."""
    _refuse_archived(conference)
    number = next_number(ConveningInstrument.position, ConveningInstrument.conference_id == conference.id)
    instrument = ConveningInstrument(conference=conference, position=number)
    _add_part(instrument, facts)
    audit.record(Action.CONFERENCE_CHANGED, conference, by=by, detail={"fields": ["instruments"]})
    db.session.flush()
    return instrument


def convene_conference(conference: Conference, *, on: PartialDate | None = None, by: User | None = None) -> None:
    """Call it; on a day that nobody stated where there is none."""
    _refuse_unless(conference, ConferenceState.PLANNED)
    conference.convened_on = on
    _enter(conference, ConferenceState.CONVENED, Action.CONFERENCE_CONVENED, by)


def prepare_conference(conference: Conference, *, by: User | None = None) -> None:
    """Begin to prepare it: committees work, invitations go out."""
    _refuse_unless(conference, ConferenceState.CONVENED)
    _enter(conference, ConferenceState.PREPARING, Action.CONFERENCE_PREPARED, by)


def open_conference(
    conference: Conference, *, at: Moment | None = None, is_dated: bool = True, by: User | None = None
) -> None:
    """Open it, now or at the moment that a source states; not `is_dated` where nobody states one."""
    _refuse_unless(conference, ConferenceState.CONVENED, ConferenceState.PREPARING)
    opened = at or (_now(conference) if is_dated else None)
    if opened and conference.convened_on and opened.date.latest < conference.convened_on.earliest:
        raise RuleViolation(
            _("It was convened in %(date)s and cannot have been opened before that.", date=conference.convened_on),
            field="at",
        )
    conference.opened = opened
    _enter(conference, ConferenceState.OPEN, Action.CONFERENCE_OPENED, by)


def close_conference(
    conference: Conference, *, at: Moment | None = None, is_dated: bool = True, by: User | None = None
) -> None:
    """Close it, now or as stated; refused at a moment that certainly stands before its opening."""
    _refuse_unless(conference, ConferenceState.OPEN)
    closed = at or (_now(conference) if is_dated else None)
    Span(conference.opened, closed)
    conference.closed = closed
    _enter(conference, ConferenceState.CLOSED, Action.CONFERENCE_CLOSED, by)


def archive_conference(conference: Conference, *, by: User | None = None) -> None:
    """Put a closed conference away: it stays readable and is changed no more."""
    _refuse_unless(conference, ConferenceState.CLOSED)
    _enter(conference, ConferenceState.ARCHIVED, Action.CONFERENCE_ARCHIVED, by)


def make_public(conference: Conference, *, by: User | None = None) -> None:
    """Show it to strangers; each part of it follows by its own rule."""
    if conference.state is ConferenceState.PLANNED:
        raise RuleViolation(_("%(name)s is still planned. Convene it, then show it.", name=conference.name))
    conference.is_public = True
    audit.record(Action.CONFERENCE_MADE_PUBLIC, conference, by=by)
    db.session.flush()


def make_private(conference: Conference, *, by: User | None = None) -> None:
    """Take it out of strangers' sight; published editions have their own way back."""
    conference.is_public = False
    audit.record(Action.CONFERENCE_CHANGED, conference, by=by, detail={"fields": ["is_public"]})
    db.session.flush()


def _free_slug(slug: str | None, name: str, conference_id: int | None = None) -> str:
    free = wished_slug(SlugSpace.CONFERENCE, slug, name=name, target_id=conference_id)
    if free in RESERVED:
        raise RuleViolation(_("“%(slug)s” leads to another page. Choose another address.", slug=free), field="slug")
    return free


def _enter(conference: Conference, state: ConferenceState, action: Action, by: User | None) -> None:
    conference.state = state
    audit.record(action, conference, by=by)
    db.session.flush()


def _now(conference: Conference) -> Moment:
    return Moment.of(clock.now(), conference.zone)


def _add_part(part: Occasion | ConveningInstrument, facts: OccasionFacts | InstrumentFacts) -> None:
    write(part, facts)
    db.session.add(part)


def _refuse_unless(conference: Conference, *states: ConferenceState) -> None:
    if conference.state not in states:
        raise RuleViolation(
            _(
                "%(name)s is %(state)s. It must be %(wanted)s for this.",
                name=conference.name,
                state=STATES[conference.state],
                wanted=_(" or ").join(str(STATES[state]) for state in states),
            )
        )


def _refuse_archived(conference: Conference) -> None:
    if conference.state is ConferenceState.ARCHIVED:
        raise RuleViolation(_("%(name)s is archived and is changed no more.", name=conference.name))


def _refuse_other_place(conference: Conference, facts: ConferenceFacts) -> None:
    kept = db.session.get(Series, conference.series_id) if conference.series_id else None
    series, ordinal = facts.get("series", kept), facts.get("ordinal", conference.ordinal)
    if (series, ordinal) != (kept, conference.ordinal):
        _refuse_taken_ordinal(series, ordinal)


def _refuse_taken_ordinal(series: Series | None, ordinal: int | None) -> None:
    if ordinal is None:
        return
    if ordinal < 1:
        raise RuleViolation(_("Conferences are counted from 1."), field="ordinal")
    if series is None:
        return
    other = sa.select(Conference.name).where(Conference.series_id == series.id, Conference.ordinal == ordinal)
    if name := db.session.scalar(other):
        raise RuleViolation(
            _("Number %(ordinal)s of this series is %(name)s.", ordinal=ordinal, name=name), field="ordinal"
        )


def _refuse_impossible(facts: ConferenceFacts) -> None:
    as_zone(facts.get("zone"))
    refuse_backwards(
        facts.get("starts_on"), facts.get("ends_on"), _("It cannot end before it starts."), field="ends_on"
    )
    accent = facts.get("accent")
    if accent and not ACCENT.fullmatch(accent):
        raise RuleViolation(_("Write a colour like #1f4e79."), field="accent")
