"""What a first start loads, and for whom it is."""

from __future__ import annotations

import pytest

from confapp.accounts import operations
from confapp.conferences.models import Conference
from confapp.config import Config
from confapp.db import db
from confapp.demonstration import PASSWORD, PEOPLE, load
from confapp.errors import RuleViolation
from tests.plugins.application import SECRET, make_app


@pytest.fixture
def loaded(demonstration):
    """The application on the demonstration's own database, as a second start finds it."""
    app = make_app(demonstration, "")
    app.config["CONFAPP"] = Config(instance=demonstration, secret_key=SECRET)
    with app.app_context():
        yield app
        db.session.remove()
        db.engine.dispose()


def test_the_conference_of_1884_is_there(loaded):
    assert [conference.slug for conference in db.session.query(Conference)] == ["meridian-1884"]


def test_a_second_start_loads_nothing_and_names_the_people_again(loaded, capsys):
    load()
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == (
        f"to look behind the scenes, on this machine alone: {', '.join(PEOPLE)}; password: {PASSWORD}\n"
    )


@pytest.mark.parametrize("email", PEOPLE)
def test_its_people_sign_in_on_this_machine_alone(loaded, email):
    assert operations.sign_in_by_password(email, PASSWORD, is_local=True).email == email
    with pytest.raises(RuleViolation, match="no such account"):
        operations.sign_in_by_password(email, PASSWORD, is_local=False)
    db.session.rollback()
