"""Invitations, delegations and guests at the desk."""

from confapp.manage import manage
from confapp.participation.views import credentials, delegates
from confapp.participation.views.delegations import blueprint as delegations
from confapp.participation.views.guests import blueprint as guests
from confapp.participation.views.invitations import blueprint as invitations

__all__ = ["credentials", "delegates"]

blueprints = [delegations, invitations, guests]
for blueprint in blueprints:
    manage.register_blueprint(blueprint)
