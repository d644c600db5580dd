"""The ways from the dashboard into the pages of each noun."""

from __future__ import annotations

from typing import Any

from flask import current_app, url_for

from confapp.manage import may, needed_permission

# Where each noun's pages begin, and where a new one of it is made.
LISTS = {
    "committees": "manage.committees.index",
    "delegations": "manage.delegations.index",
    "invitations": "manage.invitations.index",
    "sessions": "manage.sessions.index",
    "agendas": "manage.agendas.index",
    "letters": "manage.letters.index",
    "documents": "manage.documents.index",
    "schedule": "manage.scheduling.index",
    "records": "manage.records.index",
    "proceedings": "manage.proceedings.index",
    "findings": "manage.checks.index",
    "history": "manage.trail.of_conference",
    "rules": "manage.rules.index",
    "about": "manage.about.detail",
    "edit": "manage.about.edit",
}


def way_to(part: str, **values: Any) -> str:
    """The address of a part for who is signed in; empty where there is none, or it is not theirs."""
    endpoint = LISTS.get(part, part)
    view = current_app.view_functions.get(endpoint)
    if view is None:
        return ""
    needed = needed_permission(view)
    return url_for(endpoint, **values) if needed is not None and may(needed) else ""
