"""Officials, offices and appointments: what the verbs do, and what they refuse."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from confapp import clock
from confapp.audit import AuditEntry
from confapp.dates import Moment
from confapp.errors import RuleViolation, StaleEdit
from confapp.officials import operations, terms
from confapp.officials.models import Appointment, AppointmentState, Official, OfficialName
from confapp.organizations.models import NameKind
from confapp.slugs import SlugSpace, current_slug
from tests.builders import an_office, an_official, an_organization, day, moment


@pytest.fixture
def office(app):
    return an_office(title="President")


@pytest.fixture
def rodgers(app):
    return an_official("C. R. P. Rodgers")


def term(start: str | None, end: str | None = None) -> dict[str, Moment | None]:
    return {"term_start": moment(start) if start else None, "term_end": moment(end) if end else None}


def test_register_makes_a_slug_from_the_name(app):
    assert an_official("Baron von Schæffer").slug == "baron-von-schaeffer"


def test_register_keeps_names(app, db_session):
    person = an_official("Ruiz del Arbol", names=[{"name": "Del Árbol", "kind": NameKind.PRINTED}])
    names = sa.select(OfficialName.name).where(OfficialName.official_id == person.id)
    assert list(db_session.scalars(names)) == ["Del Árbol"]


def test_register_refuses_a_death_before_the_birth(app):
    with pytest.raises(RuleViolation, match="look at both dates"):
        an_official("A", born_on=day("1820"), died_on=day("1819"))


def test_rename_keeps_the_old_name_and_its_address(app, db_session):
    person = an_official("Marie Skłodowska")
    operations.rename_official(person, "Marie Curie", on=day("1895"))
    former = db_session.scalars(sa.select(OfficialName).where(OfficialName.official_id == person.id)).one()
    assert (former.name, former.kind, person.slug) == ("Marie Skłodowska", NameKind.FORMER, "marie-curie")
    assert current_slug(SlugSpace.OFFICIAL, "marie-sklodowska") == "marie-curie"


def test_rename_refuses_the_name_it_is(app, rodgers):
    with pytest.raises(RuleViolation, match="already"):
        operations.rename_official(rodgers, "C. R. P. Rodgers")


def test_change_refuses_a_stale_form(app, rodgers):
    operations.change_official(rodgers, version=rodgers.version, honorific="Rear-Admiral")
    with pytest.raises(StaleEdit):
        operations.change_official(rodgers, version=1, honorific="Admiral")


def test_change_keeps_contact_data_out_of_the_trail(app, db_session, rodgers):
    operations.change_official(rodgers, email="rodgers@example.org")
    trail = sa.select(AuditEntry.detail).where(AuditEntry.action == "officials.official.change")
    assert db_session.scalars(trail).all() == [{"fields": ["email"]}]


def test_add_name_stands_behind_the_others(app, db_session):
    person = an_official("Rodgers", names=[{"name": "Rogers"}])
    operations.add_official_name(person, name="Роджерс", language="ru")
    names = sa.select(OfficialName.name).where(OfficialName.official_id == person.id).order_by(OfficialName.position)
    assert list(db_session.scalars(names)) == ["Rogers", "Роджерс"]


def test_create_office_makes_a_key_from_the_title(office):
    assert (office.key, office.is_unique) == ("president", True)


def test_create_office_refuses_a_key_of_the_same_body(app):
    body = an_organization()
    an_office(body, key="chair")
    with pytest.raises(RuleViolation, match="taken here already"):
        an_office(body, key="chair")


def test_create_office_takes_the_key_of_another_body(app):
    an_office(an_organization(), key="chair")
    assert an_office(an_organization(), key="chair").key == "chair"


def test_change_office_keeps_uniqueness_once_somebody_was_appointed(office, rodgers):
    operations.appoint(rodgers, office)
    with pytest.raises(RuleViolation, match="has had holders"):
        operations.change_office(office, is_unique=False)


def test_change_office_changes_uniqueness_before(office):
    operations.change_office(office, title="Presidents", is_unique=False)
    assert (office.title, office.is_unique) == ("Presidents", False)


def test_abolish_refuses_while_somebody_holds_it(office, rodgers):
    operations.appoint(rodgers, office, **term("1884-10-01"))
    with pytest.raises(RuleViolation, match=r"C\. R\. P\. Rodgers holds the office “President”"):
        operations.abolish_office(office)


def test_abolish_ends_a_vacant_office(office):
    operations.abolish_office(office)
    with pytest.raises(RuleViolation, match="abolished already"):
        operations.abolish_office(office)


def test_appoint_refuses_an_abolished_office(office, rodgers):
    operations.abolish_office(office)
    with pytest.raises(RuleViolation, match="was abolished or left vacant"):
        operations.appoint(rodgers, office)


def test_appoint_takes_a_past_holder_of_an_abolished_office(office, rodgers):
    operations.abolish_office(office)
    assert operations.appoint(rodgers, office, **term("1884", "1885")).state is AppointmentState.ENDED


def test_appoint_keeps_what_was_stated_with_its_bounds(office, rodgers):
    appointment = operations.appoint(rodgers, office, zone="Europe/Paris", **term("2020-05"))
    assert str(appointment.term_start) == "2020-05"
    assert appointment.starts_earliest.isoformat() == "2020-04-30T22:00:00+00:00"
    assert appointment.starts_latest.isoformat() == "2020-05-31T21:59:59.999999+00:00"
    assert (appointment.ends_earliest, appointment.ends_latest) == (None, None)


def test_appoint_is_in_force_without_an_end(office, rodgers):
    assert operations.appoint(rodgers, office, **term("1884-10-01")).state is AppointmentState.IN_FORCE


def test_appoint_is_ended_where_the_term_is_over(office, rodgers):
    assert operations.appoint(rodgers, office, **term("1884-10", "1884-11")).state is AppointmentState.ENDED


def test_appoint_refuses_a_term_that_ends_before_it_starts(office, rodgers):
    with pytest.raises(RuleViolation, match="before"):
        operations.appoint(rodgers, office, **term("1884-10", "1884-09"))


def test_appoint_refuses_a_certain_second_holder_and_names_the_first(office, rodgers):
    operations.appoint(rodgers, office, **term("1884-10-01", "1884-11-01"))
    with pytest.raises(RuleViolation, match=r"C\. R\. P\. Rodgers holds .* from 1884-10-01 to 1884-11-01"):
        operations.appoint(an_official(), office, **term("1884-10-13"))


def test_appoint_lets_a_successor_start_where_the_term_ends(office, rodgers):
    operations.appoint(rodgers, office, **term("2020-01-01T00:00Z", "2020-02-01T12:00Z"))
    assert operations.appoint(an_official(), office, **term("2020-02-01T12:00Z")).holds_alone


def test_appoint_refuses_one_instant_of_overlap(office, rodgers):
    operations.appoint(rodgers, office, **term("2020-01-01T00:00Z", "2020-02-01T12:00Z"))
    with pytest.raises(RuleViolation, match="one holder at a time"):
        operations.appoint(an_official(), office, **term("2020-02-01T11:59:59Z"))


def test_appoint_lets_a_possible_overlap_pass(office, rodgers):
    operations.appoint(rodgers, office, **term("1883", "1884-10"))
    assert operations.appoint(an_official(), office, **term("1884-10")).holds_alone


def test_appoint_lets_an_unstated_start_pass(office, rodgers):
    operations.appoint(rodgers, office, **term(None, "1884"))
    assert operations.appoint(an_official(), office, **term("1880")).holds_alone


def test_appoint_takes_an_acting_holder_beside_the_principal(office, rodgers):
    operations.appoint(rodgers, office, **term("1884-10-01"))
    acting = operations.appoint(an_official(), office, is_acting=True, **term("1884-10-03T14:00", "1884-10-03T16:00"))
    assert not acting.holds_alone


def test_appoint_takes_two_holders_of_a_shared_office(app, rodgers):
    office = an_office(title="Member", is_unique=False)
    operations.appoint(rodgers, office, **term("1884"))
    assert not operations.appoint(an_official(), office, **term("1884")).holds_alone


def test_appoint_takes_a_proposal_beside_the_holder(office, rodgers):
    operations.appoint(rodgers, office, **term("1884"))
    proposed = operations.appoint(an_official(), office, state=AppointmentState.PROPOSED, **term("1885"))
    assert not proposed.holds_alone


def test_appoint_takes_an_ended_term_without_an_end_beside_another(office, rodgers):
    operations.appoint(rodgers, office, state=AppointmentState.ENDED, **term("1884"))
    assert operations.appoint(an_official(), office, **term("1890")).holds_alone


def test_appoint_remembers_by_whom_and_after_whom(office, rodgers):
    first = operations.appoint(rodgers, office, **term("1884", "1885"))
    body = an_organization()
    second = operations.appoint(
        an_official(), office, predecessor=first, appointed_by=rodgers, appointed_by_body=body, **term("1886")
    )
    assert (second.predecessor_id, second.appointed_by_id, second.appointed_by_body_id) == (
        first.id,
        rodgers.id,
        body.id,
    )


def test_the_database_refuses_a_second_holder_with_the_same_sentence(office, rodgers, db_session):
    operations.appoint(rodgers, office, **term("1884-10-01"))
    bounds = terms.bounds_of(moment("1884-10-13"), None, "UTC")
    other = an_official()
    with pytest.raises(RuleViolation, match="in the same instant"), terms.one_holder(office):
        db_session.add(Appointment(official=other, office=office, holds_alone=True, **bounds))
    assert list(db_session.scalars(sa.select(Appointment.official_id))) == [rodgers.id]


def test_accept_brings_a_proposal_into_force(office, rodgers):
    proposed = operations.appoint(rodgers, office, state=AppointmentState.PROPOSED, **term("1884"))
    operations.accept_appointment(proposed)
    assert (proposed.state, proposed.holds_alone) == (AppointmentState.IN_FORCE, True)


def test_accept_waits_for_a_term_to_come(office, rodgers):
    proposed = operations.appoint(rodgers, office, state=AppointmentState.PROPOSED, **term("9000"))
    operations.accept_appointment(proposed)
    assert proposed.state is AppointmentState.ACCEPTED


def test_accept_refuses_a_second_holder(office, rodgers):
    operations.appoint(rodgers, office, **term("1884"))
    proposed = operations.appoint(an_official(), office, state=AppointmentState.PROPOSED, **term("1885"))
    with pytest.raises(RuleViolation, match=r"C\. R\. P\. Rodgers holds"):
        operations.accept_appointment(proposed)


def test_accept_refuses_what_is_in_force(office, rodgers):
    with pytest.raises(RuleViolation, match="Only a proposed appointment"):
        operations.accept_appointment(operations.appoint(rodgers, office))


def test_decline_keeps_the_reason(office, rodgers):
    proposed = operations.appoint(rodgers, office, state=AppointmentState.PROPOSED)
    operations.decline_appointment(proposed, reason="Ill health")
    assert (proposed.state, proposed.end_reason) == (AppointmentState.DECLINED, "Ill health")


def test_decline_refuses_a_settled_one(office, rodgers):
    proposed = operations.appoint(rodgers, office, state=AppointmentState.PROPOSED)
    operations.decline_appointment(proposed)
    with pytest.raises(RuleViolation, match="was settled"):
        operations.decline_appointment(proposed)


def test_vacate_frees_the_office(office, rodgers):
    appointment = operations.appoint(rodgers, office, **term("2020-01-01"))
    operations.vacate(appointment, on=moment("2020-06-01T12:00Z"), reason="Resigned")
    assert (appointment.state, appointment.end_reason) == (AppointmentState.ENDED, "Resigned")
    assert operations.appoint(an_official(), office, **term("2020-06-01T12:00Z")).holds_alone


def test_vacate_refuses_an_end_before_the_start(office, rodgers):
    appointment = operations.appoint(rodgers, office, **term("2020-01-01"))
    with pytest.raises(RuleViolation, match="before"):
        operations.vacate(appointment, on=moment("2019"))


def test_vacate_refuses_an_ended_term(office, rodgers):
    appointment = operations.appoint(rodgers, office, **term("1884", "1885"))
    with pytest.raises(RuleViolation, match="not in force"):
        operations.vacate(appointment, on=moment("1886"))


def test_appoint_leaves_a_line_in_the_trail(office, rodgers, db_session):
    appointment = operations.appoint(rodgers, office)
    entry = db_session.scalars(sa.select(AuditEntry).where(AuditEntry.action == "officials.appointment.appoint")).one()
    assert (entry.subject_id, entry.at <= clock.now()) == (appointment.id, True)


def test_the_database_lets_what_is_not_certain_pass(office, rodgers):
    operations.appoint(rodgers, office)
    assert operations.appoint(an_official(), office).holds_alone


def test_the_database_refuses_to_delete_who_held_an_office(office, rodgers, db_session):
    operations.appoint(rodgers, office)
    with pytest.raises(sa.exc.IntegrityError):
        db_session.execute(sa.delete(Official).where(Official.id == rodgers.id))


def test_vacate_ends_a_term_of_a_shared_office(app, rodgers):
    appointment = operations.appoint(rodgers, an_office(title="Member", is_unique=False), **term("2020-01-01"))
    operations.vacate(appointment, on=moment("2020-02"))
    assert str(appointment.ends_latest.date()) == "2020-02-29"


def test_appoint_reads_both_ends_on_the_clock_of_the_zone(office, rodgers):
    with pytest.raises(RuleViolation, match=r"would end .* before it starts"):
        operations.appoint(rodgers, office, zone="Asia/Tokyo", **term("2020-01-01T11:00Z", "2020-01-01T12:00"))


def test_one_holder_passes_on_what_else_the_database_refuses(office, db_session):
    with pytest.raises(sa.exc.IntegrityError), terms.one_holder(office):
        db_session.add(Appointment(office=office))


@pytest.mark.parametrize(
    ("honorific", "name", "styled"),
    [
        ("Dr.", "Luiz Cruls", "Dr. Luiz Cruls"),
        (None, "Luiz Cruls", "Luiz Cruls"),
        ("Sir", "Sir William Thomson", "Sir William Thomson"),
        ("Sir", "Sirius Black", "Sir Sirius Black"),
        ("Mr.", "mr. Allen", "mr. Allen"),
    ],
)
def test_the_honorific_stands_before_a_name_once(honorific, name, styled):
    assert Official(name=name, honorific=honorific).styled_name == styled
