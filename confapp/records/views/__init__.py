"""Records at the desk: the list, one record with its paragraphs, and the steps of its life."""

from confapp.manage import manage
from confapp.records.views import acts, comparing, overlays
from confapp.records.views.register import blueprint

__all__ = ["acts", "comparing", "overlays"]

manage.register_blueprint(blueprint)
