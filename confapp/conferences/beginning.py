"""Beginning a conference with the few things that are known of it at first."""

from __future__ import annotations

from typing import Unpack

from confapp.accounts.models import User
from confapp.accounts.operations import grant_role
from confapp.accounts.queries import grant_of
from confapp.conferences.documents import adopt_rulebook
from confapp.conferences.facts import ConferenceFacts
from confapp.conferences.models import Conference
from confapp.conferences.operations import convene_conference, plan_conference
from confapp.conferences.queries import next_ordinal
from confapp.conferences.rules_data import PRESETS
from confapp.dates import PartialDate
from confapp.permissions import Role


def begin_conference(
    *,
    name: str,
    slug: str | None = None,
    rules: str | None = None,
    is_called: bool = False,
    convened_on: PartialDate | None = None,
    by: User | None = None,
    **facts: Unpack[ConferenceFacts],
) -> Conference:
    """Plan a conference, adopt the preset `rules`, convene it where it is called already; who does so organizes it.

    In a series it takes the next number where none is given, and its records are kept in its first language.
    """
    series = facts.get("series")
    if series is not None and facts.get("ordinal") is None:
        facts["ordinal"] = next_ordinal(series)
    facts.setdefault("record_languages", facts.get("languages", [])[:1])
    conference = plan_conference(name=name, slug=slug, by=by, **facts)
    if rules is not None:
        adopt_rulebook(conference, name=str(PRESETS[rules]), preset=rules, by=by)
    if is_called or convened_on is not None:
        convene_conference(conference, on=convened_on, by=by)
    if by is not None and grant_of(by, Role.ADMINISTRATOR, None) is None:
        grant_role(by, Role.ORGANIZER, conference_id=conference.id, by=by)
    return conference
