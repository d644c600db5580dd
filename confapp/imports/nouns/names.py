"""Other names of bodies and people, and the word on who could not keep the plain address."""

from __future__ import annotations

from flask_babel import gettext as _

from confapp.imports.bringing import Bringing
from confapp.imports.fields import Noun, part_of
from confapp.officials.models import Official, OfficialName
from confapp.organizations.models import BodyName, Organization
from confapp.text import slugify

NAME = Noun(BodyName, part_of("organizations", "names"))
PERSON_NAME = Noun(OfficialName, part_of("officials", "names"))


def told_apart(case: Bringing, row: Organization | Official) -> None:
    """Say that somebody else of the same name is here, with other facts."""
    if row.slug != slugify(row.name)[:100]:
        case.say(
            _(
                "“%(name)s” is here already with other facts, and is kept apart as %(slug)s",
                name=row.name,
                slug=row.slug,
            )
        )
