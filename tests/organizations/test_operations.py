"""Organizations and organs: what the verbs do, and what they refuse."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from confapp.audit import AuditEntry
from confapp.errors import RuleViolation, StaleEdit
from confapp.organizations import operations
from confapp.organizations.models import BodyName, NameKind, Organization, OrganizationEvent
from confapp.slugs import SlugSpace, current_slug
from tests.builders import an_organization, day


def names_of(body, db_session):
    return list(db_session.scalars(sa.select(BodyName).where(BodyName.body_id == body.id).order_by(BodyName.position)))


def test_found_makes_a_slug_from_the_name(app):
    assert an_organization("Société de Géographie").slug == "societe-de-geographie"


def test_found_numbers_the_slug_of_a_second_one_with_the_name(app):
    an_organization("The Society")
    assert an_organization("The Society").slug == "the-society-2"


def test_found_takes_a_given_slug(app):
    assert an_organization("Government of France", slug="france").slug == "france"


def test_found_refuses_a_taken_slug(app):
    an_organization("France", slug="france")
    with pytest.raises(RuleViolation, match="leads to something else") as refusal:
        an_organization("Another", slug="france")
    assert refusal.value.field == "slug"


@pytest.mark.parametrize("slug", ["Fran ce", "france/", ""])
def test_found_refuses_a_slug_that_no_address_can_have(app, slug):
    with pytest.raises(RuleViolation, match="cannot stand in an address"):
        an_organization("France", slug=slug)


def test_found_keeps_names_in_their_order(app, db_session):
    body = an_organization("Chile", names=[{"name": "Chili", "kind": NameKind.PRINTED}, {"name": "Republic of Chile"}])
    assert [(name.name, name.kind) for name in names_of(body, db_session)] == [
        ("Chili", NameKind.PRINTED),
        ("Republic of Chile", NameKind.VARIANT),
    ]


def test_found_refuses_a_name_that_ends_before_it_begins(app):
    with pytest.raises(RuleViolation, match="ends before it begins"):
        an_organization("Chile", names=[{"name": "Chili", "valid_from": day("1900"), "valid_until": day("1884")}])


def test_found_keeps_events_in_their_order(app, db_session):
    body = an_organization("A", events=[{"kind": "founding", "text": "Founded."}, {"kind": "split", "text": "Split."}])
    events = sa.select(OrganizationEvent.kind).where(OrganizationEvent.organization_id == body.id)
    assert list(db_session.scalars(events.order_by(OrganizationEvent.position))) == ["founding", "split"]


def test_found_cleans_the_name(app):
    assert an_organization("  The\u00a0 Geodetic \n Union ").name == "The Geodetic Union"


def test_found_refuses_an_empty_name(app):
    with pytest.raises(RuleViolation, match="must not be empty") as refusal:
        operations.found_organization(name=" \u200b ")
    assert refusal.value.field == "name"


def test_found_refuses_a_name_that_does_not_fit(app):
    with pytest.raises(RuleViolation, match="has 501 characters"):
        an_organization("x" * 501)


def test_found_leaves_a_line_in_the_trail(app, db_session):
    body = an_organization("A")
    entry = db_session.scalars(sa.select(AuditEntry).where(AuditEntry.subject_id == body.id)).one()
    assert (entry.action, entry.subject_table) == ("organizations.organization.found", "organizations")


def test_found_refuses_an_end_before_the_beginning(app):
    with pytest.raises(RuleViolation, match="before it was founded"):
        an_organization("A", founded_on=day("1884"), dissolved_on=day("1883"))


def test_found_takes_an_end_in_the_year_of_the_beginning(app):
    assert an_organization("A", founded_on=day("1884-10"), dissolved_on=day("1884")).dissolved_on == day("1884")


def test_rename_keeps_the_old_name_as_former(app, db_session):
    body = an_organization("Chili")
    operations.rename_organization(body, "Chile", on=day("1891"))
    former = names_of(body, db_session)[-1]
    assert (body.name, former.name, former.kind, former.valid_until) == ("Chile", "Chili", NameKind.FORMER, day("1891"))


def test_rename_gives_a_new_address_and_the_old_one_leads_to_it(app):
    body = an_organization("Chili")
    operations.rename_organization(body, "Chile")
    assert (body.slug, current_slug(SlugSpace.ORGANIZATION, "chili")) == ("chile", "chile")


def test_rename_back_takes_the_old_address_back(app):
    body = an_organization("Chili")
    operations.rename_organization(body, "Chile")
    operations.rename_organization(body, "Chili")
    assert (body.slug, current_slug(SlugSpace.ORGANIZATION, "chile")) == ("chili", "chili")


def test_rename_refuses_the_name_it_has(app):
    with pytest.raises(RuleViolation, match="already"):
        operations.rename_organization(an_organization("Chile"), "Chile")


def test_rename_refuses_a_former_address_of_another(app):
    operations.rename_organization(an_organization("Chili"), "Chile")
    with pytest.raises(RuleViolation, match="once did"):
        operations.rename_organization(an_organization("Peru"), "Chili", slug="chili")


def test_change_raises_the_version(app):
    body = an_organization("A")
    before = body.version
    operations.change_organization(body, version=before, seat="Paris")
    assert (body.seat, body.version) == ("Paris", before + 1)


def test_change_refuses_a_stale_form_and_writes_nothing(app, db_session):
    body = an_organization("A", seat="Paris")
    with pytest.raises(StaleEdit):
        operations.change_organization(body, version=body.version - 1, seat="Rome")
    db_session.refresh(body)
    assert body.seat == "Paris"


def test_change_names_the_fields_in_the_trail(app, db_session):
    body = an_organization("A", seat="Paris")
    operations.change_organization(body, seat="Paris", country="France")
    entries = sa.select(AuditEntry.detail).where(AuditEntry.subject_id == body.id).order_by(AuditEntry.id.desc())
    assert db_session.scalars(entries.limit(1)).one() == {"fields": ["country"]}


def test_add_name_stands_behind_the_others(app, db_session):
    body = an_organization("Chile", names=[{"name": "Chili"}])
    operations.add_name(body, name="智利", kind=NameKind.TRANSLATION, language="zh")
    assert [name.name for name in names_of(body, db_session)] == ["Chili", "智利"]


def test_add_event_stands_behind_the_others(app):
    body = an_organization("A", events=[{"kind": "founding", "text": "Founded."}])
    assert operations.add_event(body, kind="split", text="Split.").position == 2


def test_dissolve_keeps_it_and_names_the_successor(app):
    old, new = an_organization("Old"), an_organization("New")
    operations.dissolve_organization(old, on=day("1900"), successor=new)
    assert (old.dissolved_on, old.successor_id) == (day("1900"), new.id)


def test_dissolve_refuses_a_second_time(app):
    body = an_organization("Old", dissolved_on=day("1900"))
    with pytest.raises(RuleViolation, match="was dissolved in 1900 already"):
        operations.dissolve_organization(body, on=day("1901"))


def test_relate_puts_it_under_a_parent(app):
    parent, child = an_organization("Empire"), an_organization("Dominion")
    operations.relate_organizations(child, parent=parent)
    assert child.parent_id == parent.id


def test_relate_leaves_what_is_not_named(app):
    parent, other, child = an_organization("Empire"), an_organization("Next"), an_organization("Dominion")
    operations.relate_organizations(child, parent=parent)
    operations.relate_organizations(child, successor=other)
    assert (child.parent_id, child.successor_id) == (parent.id, other.id)


def test_relate_takes_a_relation_away(app):
    parent, child = an_organization("Empire"), an_organization("Dominion")
    operations.relate_organizations(child, parent=parent)
    operations.relate_organizations(child, parent=None)
    assert child.parent_id is None


@pytest.mark.parametrize("relation", ["parent", "successor"])
def test_relate_refuses_a_circle(app, relation):
    one, two, three = (an_organization(name) for name in ("One", "Two", "Three"))
    operations.relate_organizations(two, **{relation: one})
    operations.relate_organizations(three, **{relation: two})
    with pytest.raises(RuleViolation, match="Three already leads to One"):
        operations.relate_organizations(one, **{relation: three})


def test_relate_refuses_itself(app):
    body = an_organization("One")
    with pytest.raises(RuleViolation, match="cannot stand above"):
        operations.relate_organizations(body, parent=body)


def test_establish_organ_belongs_to_the_organization(app):
    body = an_organization("Union")
    assert operations.establish_organ(body, name="Council").organization_id == body.id


def test_establish_organ_refuses_one_set_up_after_the_end(app):
    body = an_organization("Union", dissolved_on=day("1900"))
    with pytest.raises(RuleViolation, match="before this organ was set up"):
        operations.establish_organ(body, name="Council", founded_on=day("1901"))


def test_rename_organ_keeps_the_old_name(app, db_session):
    organ = operations.establish_organ(an_organization("Union"), name="Council")
    operations.rename_organ(organ, "Senate")
    assert [name.name for name in names_of(organ, db_session)] == ["Council"]


def test_change_organ_refuses_a_stale_form(app):
    organ = operations.establish_organ(an_organization("Union"), name="Council")
    operations.change_organ(organ, version=organ.version, territory="Europe")
    with pytest.raises(StaleEdit):
        operations.change_organ(organ, version=1, territory="Asia")


def test_dissolve_organ_refuses_a_day_before_it_was_set_up(app):
    organ = operations.establish_organ(an_organization("Union"), name="Council", founded_on=day("1884"))
    with pytest.raises(RuleViolation, match="before it was founded"):
        operations.dissolve_organ(organ, on=day("1883"))


def test_dissolve_organ_refuses_a_second_time(app):
    organ = operations.establish_organ(an_organization("Union"), name="Council")
    operations.dissolve_organ(organ, on=day("1884"))
    with pytest.raises(RuleViolation, match="already"):
        operations.dissolve_organ(organ, on=day("1885"))


def test_dissolve_needs_no_successor(app):
    body = an_organization("Old", founded_on=day("1850"))
    operations.dissolve_organization(body, on=day("1900"))
    assert (body.dissolved_on, body.successor_id) == (day("1900"), None)


def test_dissolve_refuses_a_day_before_it_was_founded(app):
    with pytest.raises(RuleViolation, match="before it was founded"):
        operations.dissolve_organization(an_organization("Old", founded_on=day("1850")), on=day("1849"))


def test_the_database_refuses_to_delete_what_is_referred_to(app, db_session):
    body = an_organization("Union")
    operations.establish_organ(body, name="Council")
    with pytest.raises(sa.exc.IntegrityError):
        db_session.execute(sa.delete(Organization).where(Organization.id == body.id))
