"""The page of one act: what follows from it, its fields, and the way on once it is done."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flask.typing import ResponseReturnValue

from confapp.forms import Form, done, shown

LARGEST = 2**31 - 1
NUMBER = f"/<int(min=1, max={LARGEST}):number>/"


def acted(form: Form, act: Callable[[], Any], message: str, back: str, **page: Any) -> ResponseReturnValue:
    """Do it and lead back; else the page with `title`, `consequence`, `button`, and the `steps` above it."""
    if form.carries_out(act):
        return done(message, back)
    return shown("participation/act.html", form, back=back, **page)
