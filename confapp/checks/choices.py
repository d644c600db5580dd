"""What a ballot says, in words that are not taken for the totals of it."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l
from flask_babel.speaklater import LazyString

from confapp.voting.models import Choice

CHOICES: dict[Choice, LazyString] = {
    Choice.YES: _l("yes"),
    Choice.NO: _l("no"),
    Choice.ABSTAIN: _l("abstaining"),
    Choice.ABSENT: _l("absent"),
    Choice.NOT_VOTING: _l("not voting"),
    Choice.DIVIDED: _l("divided"),
    Choice.CANDIDATE: _l("for a candidate"),
    Choice.UNCLEAR: _l("unclear"),
}
