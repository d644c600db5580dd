"""An export forgets nobody: every reference to people and bodies outside a conference is followed."""

from __future__ import annotations

from confapp import models
from confapp.db import Base
from confapp.imports.reach import TO_BODIES, TO_OFFICIALS

# Parts of people and bodies themselves, followed with them: names, organs, offices, appointments.
FOLLOWED_OTHERWISE = {
    "appointments.official_id",
    "appointments.appointed_by_id",
    "appointments.appointed_by_body_id",
    "body_names.body_id",
    "committees.id",
    "conferences.id",
    "offices.body_id",
    "official_names.official_id",
    "organization_events.organization_id",
    "organizations.id",
    "organizations.parent_id",
    "organizations.successor_id",
    "organs.id",
    "organs.organization_id",
}


def references(*tables: str) -> set[str]:
    return {
        f"{table.name}.{column.name}"
        for table in Base.metadata.sorted_tables
        for column in table.columns
        for key in column.foreign_keys
        if key.column.table.name in tables
    }


def followed(columns) -> set[str]:
    return {f"{column.class_.__tablename__}.{column.key}" for column in columns}


def test_every_table_is_known():
    assert models.__all__


def test_every_reference_to_people_is_followed():
    assert references("officials") - FOLLOWED_OTHERWISE == followed(TO_OFFICIALS)


def test_every_reference_to_bodies_is_followed():
    assert references("bodies", "organizations", "organs") - FOLLOWED_OTHERWISE == followed(TO_BODIES)
