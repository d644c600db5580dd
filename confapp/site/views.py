"""The public pages, a module for each family of them."""

from __future__ import annotations

from confapp.site import (
    agenda,
    committees,
    conferences,
    decisions,
    documents,
    editions,
    feeds,
    front,
    letters,
    officials,
    organizations,
    participants,
    proceedings,
    schedule,
    search,
    sessions,
)
from confapp.site.frame import site_context

front.blueprint.app_context_processor(site_context)

blueprints = (
    front.blueprint,
    conferences.blueprint,
    sessions.blueprint,
    participants.blueprint,
    decisions.blueprint,
    agenda.blueprint,
    committees.blueprint,
    letters.blueprint,
    documents.blueprint,
    schedule.blueprint,
    proceedings.blueprint,
    editions.blueprint,
    organizations.blueprint,
    officials.blueprint,
    search.blueprint,
    feeds.blueprint,
)
