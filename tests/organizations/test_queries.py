"""What is read of organizations and their names over time."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from confapp.organizations import operations, queries
from confapp.organizations.models import NameKind, Organization
from tests.builders import an_organization, day

EVERYBODY = sa.select(Organization.id)


def test_public_organization_is_one_of_those_that_may_be_seen(app):
    an_organization("Union")
    assert queries.public_organization("union", among=EVERYBODY).name == "Union"
    assert queries.public_organization("union", among=EVERYBODY.where(sa.false())) is None


def test_organization_by_slug_knows_no_former_address(app):
    operations.rename_organization(an_organization("Chili"), "Chile")
    assert queries.organization_by_slug("chili") is None


def test_organizations_stand_by_name(app):
    for name in ("Peru", "Chile"):
        an_organization(name)
    assert [each.name for each in queries.organizations()] == ["Chile", "Peru"]


def test_organs_stand_by_name_with_theirs(app):
    body = an_organization("Union")
    operations.establish_organ(body, name="Senate")
    operations.establish_organ(body, name="Council", names=[{"name": "Conseil"}])
    read = [(organ.name, [name.name for name in organ.names]) for organ in queries.organs_of(body)]
    assert read == [("Council", ["Conseil"]), ("Senate", [])]


@pytest.mark.parametrize("count", [1, 3])
def test_public_organization_costs_five_queries(app, db_session, count_queries, count):
    body = an_organization(
        "Union",
        names=[{"name": f"Name {number}"} for number in range(count)],
        events=[{"kind": "event", "text": "It met."} for _ in range(count)],
    )
    operations.relate_organizations(body, parent=an_organization("Empire"), successor=an_organization("Next"))
    for number in range(count):
        operations.establish_organ(body, name=f"Organ {number}", names=[{"name": "Other"}])
    db_session.expunge_all()
    with count_queries() as asked:
        found = queries.public_organization("union", among=EVERYBODY)
        read = [len(found.names), len(found.events), *(len(organ.names) for organ in found.organs)]
    assert (read[:2], found.parent.name, found.successor.name, asked.count) == ([count, count], "Empire", "Next", 5)


@pytest.mark.parametrize(
    ("on", "name"),
    [("1850", "Colony"), ("1884", "Chili"), ("1890-12-31", "Chili"), ("1891", "Chile"), ("1900", "Chile")],
)
def test_name_on_a_day_is_the_one_that_was_certainly_valid(app, on, name):
    body = an_organization("Colony")
    operations.rename_organization(body, "Chili", on=day("1851"))
    operations.rename_organization(body, "Chile", on=day("1891"))
    assert queries.name_on(body.name, queries.organization_by_slug("chile").names, day(on)) == name


def test_name_on_a_day_passes_over_names_that_are_not_former(app):
    body = an_organization("Chile", names=[{"name": "Chili", "kind": NameKind.PRINTED, "valid_until": day("1900")}])
    assert queries.name_on(body.name, queries.organization_by_slug("chile").names, day("1884")) == "Chile"
