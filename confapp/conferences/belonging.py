"""What belongs to one conference refers to nothing of another."""

from __future__ import annotations

from collections.abc import Mapping

from flask_babel import gettext as _

from confapp.errors import RuleViolation


def refuse_foreign(conference_id: int, facts: Mapping[str, object]) -> None:
    """Refuse facts that point to something of another conference."""
    for field, thing in facts.items():
        other = getattr(thing, "conference_id", conference_id)
        if other != conference_id:
            raise RuleViolation(
                _("What is named under “%(field)s” belongs to another conference.", field=field), field=field
            )
