"""Committees and the bureau at the desk."""

from confapp.committees.views import members, work
from confapp.committees.views.bodies import blueprint as committees
from confapp.committees.views.bureau import blueprint as bureau
from confapp.manage import manage

__all__ = ["members", "work"]

blueprints = [committees, bureau]
for blueprint in blueprints:
    manage.register_blueprint(blueprint)
