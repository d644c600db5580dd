"""Every commit that changes what is public counts, once per key, whoever wrote it and whatever it forgot."""

from __future__ import annotations

import flask_migrate
import pytest
import sqlalchemy as sa

from confapp import clock, revisions
from confapp.accounts.models import User
from confapp.conferences.models import Conference
from confapp.db import db
from confapp.floor.models import EntryKind
from confapp.floor.operations import add_entry
from confapp.imports.models import CaseImport
from confapp.organizations.operations import rename_organization
from confapp.programme.models import Hall
from confapp.revisions import bump, revision
from tests.builders import a_conference, a_document, a_session, an_organization
from tests.plugins.application import make_app

EVERYWHERE = ""


@pytest.fixture
def here(app):
    return a_conference("Here")


@pytest.fixture
def there(app):
    conference = a_conference("There")
    db.session.commit()
    return conference


@pytest.fixture
def raised(here, there):
    """By how much the revisions rose, of `here`, of `there` and everywhere, since it was last asked."""
    db.session.commit()
    before = dict.fromkeys((here.slug, there.slug, EVERYWHERE), 0)

    def since() -> list[int]:
        now = {key: revision(key) for key in before}
        rise = [now[key] - before[key] for key in before]
        before.update(now)
        return rise

    since()
    return since


def test_nothing_was_ever_public_under_an_unknown_key(app):
    assert revision("nobody") == 0


def test_a_new_conference_counts(app):
    conference = a_conference("Rome 1883")
    db.session.commit()
    assert revision(conference.slug) == 1


def test_a_thing_of_a_conference_counts_there_and_everywhere(here, raised):
    a_document(here)
    db.session.commit()
    assert raised() == [1, 0, 1]


def test_a_thing_that_belongs_to_one_of_a_conference_counts_there(here, raised):
    session = a_session(here)
    db.session.commit()
    raised()
    add_entry(session, kind=EntryKind.NOTE, text="Somebody coughs")
    db.session.commit()
    assert raised() == [1, 0, 1]


def test_a_conference_counts_when_it_changes(here, raised):
    here.subtitle = "of 1884"
    db.session.commit()
    assert raised() == [1, 0, 1]


def test_a_conference_counts_under_its_former_name_too(here, raised):
    here.slug = "elsewhere"
    db.session.commit()
    assert (raised(), revision("elsewhere")) == ([1, 0, 1], 1)


def test_what_belongs_to_no_conference_counts_for_all(raised):
    organization = an_organization("A")
    db.session.commit()
    first = raised()
    rename_organization(organization, "B")
    db.session.commit()
    assert (first, raised()) == ([1, 1, 1], [1, 1, 1])


def test_a_commit_counts_once_whatever_was_flushed(here, raised):
    for _ in range(3):
        a_document(here)
        db.session.flush()
    db.session.commit()
    assert raised() == [1, 0, 1]


def test_each_commit_counts(here, raised):
    for _ in range(3):
        a_document(here)
        db.session.commit()
    assert raised() == [3, 0, 3]


def test_what_is_gone_counts(here, raised):
    hall = Hall(conference_id=here.id, key="hall", name="Hall", position=1)
    db.session.add(hall)
    db.session.commit()
    raised()
    db.session.delete(hall)
    db.session.commit()
    assert raised() == [1, 0, 1]


def test_nothing_counts_before_the_commit(here, raised):
    a_document(here)
    db.session.flush()
    assert raised() == [0, 0, 0]


def test_a_commit_without_changes_counts_nothing(here, raised):
    assert here.name
    db.session.commit()
    assert raised() == [0, 0, 0]


def test_setting_what_is_set_counts_nothing(here, raised):
    here.name = here.name + ""
    db.session.commit()
    assert raised() == [0, 0, 0]


def test_what_was_rolled_back_counts_nothing(here, raised):
    a_document(here)
    db.session.flush()
    db.session.rollback()
    db.session.commit()
    assert raised() == [0, 0, 0]


def test_a_savepoint_counts_with_the_commit_around_it(here, raised):
    with db.session.begin_nested():
        a_document(here)
    within = raised()
    db.session.commit()
    assert (within, raised()) == ([0, 0, 0], [1, 0, 1])


def test_a_savepoint_that_is_given_up_forgets_nothing_else(here, raised):
    a_document(here)
    db.session.flush()
    with pytest.raises(RuntimeError), db.session.begin_nested():
        raise RuntimeError
    db.session.commit()
    assert raised() == [1, 0, 1]


def test_a_private_table_counts_nothing(here, raised):
    db.session.add(CaseImport(conference_id=here.id, digest="sha256:0", imported_at=clock.now()))
    db.session.commit()
    assert raised() == [0, 0, 0]


def test_a_user_counts_nothing(raised):
    db.session.add(User(email="reader@example.org", created_at=clock.now()))
    db.session.commit()
    assert raised() == [0, 0, 0]


def test_a_statement_without_objects_says_so(here, raised):
    rename = sa.update(Conference.__table__).where(Conference.__table__.c.id == here.id).values(subtitle="of 1884")
    db.session.execute(rename)
    db.session.commit()
    without = raised()
    db.session.execute(rename)
    bump(here)
    db.session.commit()
    assert (without, raised()) == ([0, 0, 0], [1, 0, 1])


def test_a_statement_about_everything_says_so(raised):
    bump()
    db.session.commit()
    assert raised() == [1, 1, 1]


def test_an_import_counts_as_everything(here, raised, monkeypatch):
    monkeypatch.setattr(revisions, "MANY", 2)
    session = a_session(here)
    for text in "abc":
        add_entry(session, kind=EntryKind.NOTE, text=text)
    bump(here)
    for _ in range(3):
        a_session(a_conference())
    db.session.commit()
    assert raised() == [1, 1, 1]


def test_a_revision_is_one_question(here, count_queries):
    db.session.commit()
    with count_queries() as queries:
        revision("here")
    assert queries.count == 1


def test_every_table_is_public_private_or_leads_to_a_conference(app):
    """Whoever adds a table thinks of it: what is no conference's own counts for all of them."""
    tables = Conference.metadata.tables
    for_all = {
        name
        for name, table in tables.items()
        if not table.info.get("private") and name not in revisions.NEVER_PUBLIC and not revisions._owner(name)[0]
    }
    assert for_all == {
        "appointments",
        "bodies",
        "body_names",
        "conferences",
        "offices",
        "official_names",
        "officials",
        "organization_events",
        "organizations",
        "organs",
        "series",
        "signing_keys",
    }


def test_it_watches_once(app):
    revisions.init_app()
    conference = a_conference("Once")
    db.session.commit()
    assert revision(conference.slug) == 1


def test_the_count_is_there_for_other_processes(new_database, tmp_path):
    app = make_app(tmp_path, new_database("revisions"))
    with app.app_context():
        flask_migrate.upgrade()
        a_conference("Meridian")
        db.session.commit()
        db.session.remove()
        found = revision("meridian"), revision(EVERYWHERE)
    with app.app_context():  # the first one ends by freshening the index, on a connection of its own
        db.engine.dispose()
    assert found == (1, 1)
