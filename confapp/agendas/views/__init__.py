"""Agendas at the desk: the versions, and the items of one."""

from confapp.agendas.views import items
from confapp.agendas.views.versions import blueprint
from confapp.manage import manage

__all__ = ["items"]

manage.register_blueprint(blueprint)
