"""The application, with one schema for the run and a transaction for each test that is rolled back."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from typing import Any

import flask_migrate
import pytest
from argon2 import PasswordHasher
from flask import Flask, has_app_context
from flask.testing import FlaskClient

from confapp import migrating
from confapp.accounts import passwords
from confapp.app import create_app
from confapp.config import Config
from confapp.db import db
from confapp.extensions import limiter

SECRET = "a secret that only the tests know"


def pytest_collection_finish():
    """Leave what is there before the first test out of every search for garbage: that took a quarter of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


class Client(FlaskClient):
    """Each request in a context of its own, as in life; what the test has added is there for it."""

    def open(self, *args: Any, **kwargs: Any) -> Any:
        kwargs.setdefault("buffered", True)  # which closes the files that are sent
        if has_app_context():
            db.session.flush()
        with self.application.app_context():
            response = super().open(*args, **kwargs)
        if has_app_context():
            db.session.expire_all()
        return response


def make_app(folder, database_url: str, **settings: Any) -> Flask:
    """An application on a database, with nothing read from the environment."""
    config = Config(instance=folder, database_url=database_url, secret_key=SECRET, log_level="warning")
    app = create_app(config, **{"TESTING": True, "WTF_CSRF_ENABLED": False, **settings})
    limiter.enabled = False  # set up, and switched on by the tests that are about it
    app.test_client_class = Client
    migrating.init_app(app)
    return app


@pytest.fixture(scope="session", autouse=True)
def _quick_passwords():
    """The same hash at its smallest cost, which is of no interest to any test."""
    passwords.hasher = PasswordHasher(time_cost=1, memory_cost=64, parallelism=1)


@pytest.fixture(scope="session")
def application(new_database, languages, tmp_path_factory) -> Iterator[Flask]:
    """The one application of the run, its database made by the migrations."""
    app = make_app(tmp_path_factory.mktemp("instance"), new_database("suite"), **languages)
    with app.app_context():
        flask_migrate.upgrade()
    yield app
    with app.app_context():
        db.engine.dispose()


@pytest.fixture
def app(application):
    """The application inside a transaction that ends with the test."""
    with application.app_context():
        engines = db.engines
        engine = engines[None]
        with engine.connect() as connection:
            outer = connection.begin()
            engines[None] = connection
            application.extensions["public_pages"].forget()
            db.session.configure(join_transaction_mode="create_savepoint")
            try:
                yield application
            finally:
                db.session.remove()
                engines[None] = engine
                outer.rollback()


@pytest.fixture
def db_session(app):
    return db.session


@pytest.fixture
def client(app) -> FlaskClient:
    """A stranger's browser."""
    return app.test_client()
