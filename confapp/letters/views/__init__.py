"""Letters at the desk: the register, the acts on a letter, and its papers."""

from confapp.letters.views import acts, papers
from confapp.letters.views.register import blueprint
from confapp.manage import manage

__all__ = ["acts", "papers"]

manage.register_blueprint(blueprint)
