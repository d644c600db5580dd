"""The programme at the desk: sessions, what is contributed to them, halls and tracks."""

from confapp.manage import manage
from confapp.programme.views import contributions, places
from confapp.programme.views.sessions import blueprint

__all__ = ["contributions"]

for each in (blueprint, places.halls, places.tracks):
    manage.register_blueprint(each)
