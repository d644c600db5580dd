"""What waits for an organizer in a conference: letters to acknowledge, credentials to decide, drafts to issue."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from flask_babel import ngettext

from confapp.conferences.models import Conference
from confapp.desk.missing import Missing
from confapp.desk.standing import Standing
from confapp.desk.ways import way_to
from confapp.tasks import tasks_of


def waiting(conference: Conference, standing: Standing, user: Any) -> list[Missing]:
    """What who is signed in can do something about, and nothing else; then what is meant for them by name."""
    common = [Missing(text, href) for text, part in papers(standing) if (href := way_to(part))]
    return [*common, *(Missing(task.title, task.href) for task in tasks_of(user, conference.id))]


def papers(standing: Standing) -> Iterator[tuple[str, str]]:
    """What lies in a conference for whoever may decide it: how much, and of which part."""
    if standing.credentials:
        yield (
            ngettext("%(num)s credential to decide", "%(num)s credentials to decide", standing.credentials),
            "delegations",
        )
    if standing.unacknowledged:
        yield (
            ngettext("%(num)s letter to acknowledge", "%(num)s letters to acknowledge", standing.unacknowledged),
            "letters",
        )
    if standing.proposed:
        yield (
            ngettext("%(num)s appointment to accept", "%(num)s appointments to accept", standing.proposed),
            "committees",
        )
    if standing.unanswered:
        yield (
            ngettext(
                "%(num)s invitation without an answer", "%(num)s invitations without an answer", standing.unanswered
            ),
            "invitations",
        )
    if standing.drafts:
        yield ngettext("%(num)s document to issue", "%(num)s documents to issue", standing.drafts), "documents"
