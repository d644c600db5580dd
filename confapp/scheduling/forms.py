"""The form of a release of the schedule."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from confapp.forms import Form, LineField, TextField
from confapp.scheduling.models import Release


class ReleaseForm(Form):
    """A release gets its name."""

    name = LineField(_l("Name"), of=Release.name, description=_l("“Preliminary”, “Final”, “Final 2”: each once."))
    comment = TextField(_l("Comment"), of=Release.comment, description=_l("What is new in it; everybody reads it."))
