"""The application, as a table of contents."""

from __future__ import annotations

from flask import Flask

from confapp import (
    extensions,
    formatting,
    health,
    languages,
    logging,
    mail,
    manage,
    metrics,
    models,
    navigation,
    refusals,
    security,
    sqlite,
    static_files,
    templating,
)
from confapp.config import Config, from_environment
from confapp.domains import blueprints
from confapp.resources import bundled
from confapp.search import freshness
from confapp.site import cache


def create_app(config: Config | None = None, **settings: object) -> Flask:
    """Make the application; `settings` are Flask's own and only tests need them."""
    config = config or from_environment()
    app = Flask("confapp", template_folder=str(bundled("templates")), instance_path=str(config.instance))
    app.config.from_mapping(config.flask_settings())
    app.config.from_mapping(settings)
    logging.set_up(config)
    assert models.__all__  # whose import made every table known
    extensions.init_app(app)
    languages.init_app(app)
    mail.init_app(app)
    templating.init_app(app)
    manage.init_app(app)
    navigation.register(app.jinja_env)
    formatting.register(app)
    refusals.init_app(app)
    health.init_app(app)
    metrics.init_app(app)
    for blueprint in blueprints():
        app.register_blueprint(blueprint)
    freshness.init_app(app)
    cache.init_app(app)
    static_files.init_app(app)
    security.init_app(app, config)
    sqlite.init_app(app)
    return app
