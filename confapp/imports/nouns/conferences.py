"""The conference itself: its titles, occasions, instruments, sources, rulebooks and life cycle."""

from __future__ import annotations

from functools import partial
from typing import Any

from confapp.conferences import documents, operations
from confapp.conferences.models import (
    Conference,
    ConferenceState,
    ConveningInstrument,
    Occasion,
    Rulebook,
    Series,
    Source,
)
from confapp.conferences.rules_data import PRESETS, preset, write_rules
from confapp.dates import Moment, PartialDate
from confapp.imports import queries
from confapp.imports.bringing import Bringing
from confapp.imports.fields import Entry, Facts, Noun, part_of
from confapp.imports.giving import Giving
from confapp.imports.nouns.names import NAME
from confapp.organizations.models import BodyName

BY_THE_CYCLE = "names series state convened_on opened closed occasions instruments rulebooks"
CONFERENCE = Noun(Conference, part_of("conference"), apart=BY_THE_CYCLE)
OCCASION = Noun(Occasion, part_of("conference", "occasions"))
INSTRUMENT = Noun(ConveningInstrument, part_of("conference", "instruments"))
RULEBOOK = Noun(Rulebook, part_of("conference", "rulebooks"), apart="preset rules")
AT = ("conference",)
CYCLE = list(ConferenceState)


def bring(case: Bringing) -> None:
    """Plan the conference with everything that is known of it; it is convened and opened in its time."""
    entry = case.case["conference"]
    with case.at(AT):
        conference = operations.plan_conference(
            slug=case.case["slug"],
            series=_series(case, entry),
            names=[NAME.facts(name, case) for name in entry.get("names", ())],
            occasions=[OCCASION.facts(occasion, case) for occasion in entry.get("occasions", ())],
            instruments=[INSTRUMENT.facts(instrument, case) for instrument in entry.get("instruments", ())],
            by=case.by,
            language=case.case["language"],
            **CONFERENCE.facts(entry, case),
        )
        case.keep("bodies", "conference", conference)
    for key, source in case.case.get("sources", {}).items():
        with case.at(("sources", key)):
            documents.register_source(conference, key=key, by=case.by, **source)
    case.each("rulebooks", partial(_adopt, case), AT, entry)


def _adopt(case: Bringing, _path: Any, entry: Entry) -> None:
    rulebook = documents.adopt_rulebook(
        case.conference,
        preset=entry.get("preset"),
        rules=entry.get("rules"),
        by=case.by,
        **RULEBOOK.facts(entry, case),
    )
    case.keep("rulebooks", str(rulebook.number), rulebook)


def _series(case: Bringing, entry: Entry) -> Series | None:
    wanted = entry.get("series")
    if wanted is None:
        return None
    for series in queries.rows(Series, Series.name == wanted["name"], Series.gathering == wanted["gathering"]):
        return series
    return operations.create_series(name=wanted["name"], gathering=wanted["gathering"], by=case.by)


def convene(case: Bringing) -> None:
    """Convene it and begin to prepare it, if it has come that far."""
    entry = case.case["conference"]
    state = CYCLE.index(ConferenceState(entry["state"]))
    convened_on = PartialDate.parse(entry["convened_on"]) if "convened_on" in entry else None
    with case.at(AT):
        if state >= CYCLE.index(ConferenceState.CONVENED):
            operations.convene_conference(case.conference, on=convened_on, by=case.by)
        elif convened_on is not None:
            raise case.refusal((*AT, "convened_on"), "")
        if state >= CYCLE.index(ConferenceState.PREPARING):
            operations.prepare_conference(case.conference, by=case.by)


def open_conference(case: Bringing) -> None:
    """Open it, if it has been."""
    entry = case.case["conference"]
    if CYCLE.index(ConferenceState(entry["state"])) >= CYCLE.index(ConferenceState.OPEN):
        with case.at(AT):
            operations.open_conference(case.conference, at=_moment(entry, "opened"), is_dated=False, by=case.by)


def close(case: Bringing) -> None:
    """Close it and put it away, if it has come that far."""
    entry = case.case["conference"]
    state = CYCLE.index(ConferenceState(entry["state"]))
    with case.at(AT):
        if state >= CYCLE.index(ConferenceState.CLOSED):
            operations.close_conference(case.conference, at=_moment(entry, "closed"), is_dated=False, by=case.by)
        if state >= CYCLE.index(ConferenceState.ARCHIVED):
            operations.archive_conference(case.conference, by=case.by)


def _moment(entry: Entry, key: str) -> Moment | None:
    return Moment.parse(entry[key]) if key in entry else None


def give(giving: Giving) -> Facts:
    """The conference as an entry."""
    conference = giving.conference
    names = queries.rows(BodyName, BodyName.body_id == conference.id, order=BodyName.position)
    occasions = queries.rows(Occasion, Occasion.conference_id == conference.id, order=Occasion.position)
    instruments = queries.rows(
        ConveningInstrument, ConveningInstrument.conference_id == conference.id, order=ConveningInstrument.position
    )
    rulebooks = queries.rows(Rulebook, Rulebook.conference_id == conference.id, order=Rulebook.number)
    return {
        **CONFERENCE.entry(conference, giving),
        **_cycle(conference),
        "names": [NAME.entry(name, giving) for name in names],
        "series": _series_entry(conference),
        "occasions": [OCCASION.entry(occasion, giving) for occasion in occasions],
        "instruments": [INSTRUMENT.entry(instrument, giving) for instrument in instruments],
        "rulebooks": [_rulebook(giving, rulebook) for rulebook in rulebooks],
    }


def _cycle(conference: Conference) -> Facts:
    moments = {key: getattr(conference, key) for key in ("convened_on", "opened", "closed")}
    return {**{key: str(moment) for key, moment in moments.items() if moment}, "state": conference.state.value}


def _series_entry(conference: Conference) -> Facts | None:
    for series in queries.rows(Series, Series.id == conference.series_id):
        return {"name": series.name, "gathering": series.gathering}
    return None


def _rulebook(giving: Giving, rulebook: Rulebook) -> Facts:
    entry = RULEBOOK.entry(rulebook, giving)
    if rulebook.preset in PRESETS and rulebook.rules == write_rules(preset(rulebook.preset)):
        return {**entry, "preset": rulebook.preset}
    return {
        **entry,
        "preset": rulebook.preset,
        "rules": {key: rule for key, rule in rulebook.rules.items() if rule is not None},
    }


def give_sources(giving: Giving) -> Facts:
    """The sources under their keys."""
    columns = ("title", "citation", "url", "rights", "language", "note")
    return {
        source.key: {column: getattr(source, column) for column in columns}
        for source in queries.rows(Source, Source.conference_id == giving.conference.id, order=Source.position)
    }
