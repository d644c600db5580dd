"""Why a finding stays as it is."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from confapp.checks.models import Waiver
from confapp.forms import Form, TextField


class WaiveForm(Form):
    """The reason for a waiver."""

    reason = TextField(
        _l("Why it stays as it is"),
        of=Waiver.reason,
        required=True,
        description=_l("Printed in the colophon where the proceedings show what it is about."),
    )


class WithdrawForm(Form):
    """Nothing is asked when a waiver is taken back."""
