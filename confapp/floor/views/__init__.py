"""The log at the desk: a session opens and ends, the roll is called, what happens is noted, mistakes are struck."""

from confapp.floor.views import life
from confapp.floor.views.entries import blueprint
from confapp.manage import manage

__all__ = ["life"]

manage.register_blueprint(blueprint)
