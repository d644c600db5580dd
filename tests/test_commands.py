"""What all commands do when something below them fails."""

from __future__ import annotations

import click
import pytest
import sqlalchemy as sa
from click.testing import CliRunner

from confapp.commands import with_any_database
from confapp.db import db
from tests.plugins.browsers import environment


@click.command()
@with_any_database
def fill() -> None:
    """Write more than the disk holds."""
    db.session.execute(sa.text("PRAGMA max_page_count = 4"))
    db.session.execute(sa.text("CREATE TABLE full (a)"))
    db.session.execute(sa.text("INSERT INTO full VALUES (zeroblob(1000000))"))


@pytest.fixture
def done(tmp_path):
    return CliRunner().invoke(fill, env=environment(tmp_path))


def test_a_full_disk_is_a_sentence(done):
    assert done.exit_code == 1
    assert done.stderr.endswith("the database gave up, and nothing was kept: database or disk is full.\n")
