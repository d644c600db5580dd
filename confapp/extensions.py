"""The libraries that hold on to the application, each made once and told about it here."""

from __future__ import annotations

from flask import Flask
from flask_bootstrap import Bootstrap5
from flask_compress import Compress
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address
from flask_login import LoginManager
from flask_wtf import CSRFProtect

from confapp import changes, lookup, revisions
from confapp.db import db


class SignIn(LoginManager):
    """Flask-Login without what it does to every answer: public pages neither look at the cookie nor vary by it."""

    def init_app(self, app: Flask, add_context_processor: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002
        app.login_manager = self  # type: ignore[attr-defined]


bootstrap = Bootstrap5()
compress = Compress()
csrf = CSRFProtect()
limiter = Limiter(get_remote_address)
login_manager = SignIn()


def init_app(app: Flask) -> None:
    db.init_app(app)
    revisions.init_app()
    changes.init_app()
    lookup.init_app()
    login_manager.init_app(app)
    csrf.init_app(app)
    limiter.init_app(app)
    compress.init_app(app)
    bootstrap.init_app(app)
