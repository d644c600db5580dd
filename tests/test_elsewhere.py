"""What belongs to one conference is not found under the address of another, whoever asks; nothing here names a view."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from confapp.db import Base
from confapp.permissions import Role
from tests.builders import (
    a_committee,
    a_conference,
    a_delegation,
    a_document,
    a_held_session,
    a_letter,
    an_agenda,
    an_organization,
)

NAMES = ("id", "key", "label", "number", "uid", "register_number")
# They choose among words of the program, and what they find is their own conference's.
OF_NO_THING = {"manage.desk.pick_within"}


@pytest.fixture
def here(db_session):
    """A conference with nothing in it."""
    made = a_conference("Here")
    db_session.flush()
    return made


@pytest.fixture
def elsewhere(db_session):
    """A conference with one of each."""
    made = a_conference("Elsewhere", state="open")
    a_committee(made)
    a_delegation(made, an_organization())
    a_held_session(made)
    a_letter(made)
    a_document(made)
    an_agenda(made)
    db_session.flush()
    return made


def names_in(db_session, conference) -> set[str]:
    """Everything by which something of the conference can stand in an address."""
    found = set()
    for mapper in Base.registry.mappers:
        table = mapper.local_table
        if "conference_id" in table.c and not table.info.get("private") and table.name != "audit_entries":
            columns = [table.c[name] for name in NAMES if name in table.c]
            rows = db_session.execute(sa.select(*columns).where(table.c.conference_id == conference.id))
            found |= {str(value) for row in rows for value in row if value is not None}
    return found


def addresses(app, slug: str, names: set[str]):
    for rule in app.url_map.iter_rules():
        more = rule.arguments - {"conference"}
        if rule.endpoint.startswith("manage.") and len(more) == 1 and "conference" in rule.arguments:
            (name,) = more
            is_number = "Integer" in type(rule._converters[name]).__name__
            for value in sorted(name for name in names if name.isdecimal() or not is_number):
                values = {"conference": slug, name: int(value) if is_number else value}
                yield rule, app.url_map.bind("localhost").build(rule.endpoint, values)


def test_nothing_of_another_conference_is_found(app, db_session, here, elsewhere, signed_in_as):
    browser, found = signed_in_as(Role.ORGANIZER, here), []
    names = names_in(db_session, elsewhere) - names_in(db_session, here)
    for rule, address in addresses(app, here.slug, names):
        for method in sorted(rule.methods & {"GET", "POST"}):
            status = browser.open(address, method=method).status_code
            if status != 404 and rule.endpoint not in OF_NO_THING:
                found.append(f"{method} {address}: {status}")
    assert found == []
