"""What every template can use beside its own arguments."""

from __future__ import annotations

from flask import Flask
from flask_login import current_user

from confapp import __version__, languages


def init_app(app: Flask) -> None:
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    app.jinja_env.globals.update(
        current_user=current_user,
        confapp_version=__version__,
        page_language=languages.tag,
        page_direction=languages.direction,
        page_languages=languages.addresses,
        address_in=languages.address_in,
    )
