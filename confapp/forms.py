"""What every form shares; the only module that touches the cookie that Flask calls its session."""

from __future__ import annotations

import re
from typing import Any

from flask import session as cookie
from flask_wtf import FlaskForm

# Browsers take several slashes for two, backslashes for slashes, and overlook tabs and line breaks.
LOCAL = re.compile(r"/(?!/)[^\\\x00-\x20\x7f]*")


class Form(FlaskForm):
    """A form with its token; texts come without the spaces around them."""

    class Meta(FlaskForm.Meta):
        def bind_field(self, form: Any, unbound_field: Any, options: dict[str, Any]) -> Any:
            filters = options.pop("filters", ())
            if unbound_field.field_class.__name__ in {"StringField", "TextAreaField", "EmailField"}:
                filters = (strip, *filters)
            return super().bind_field(form, unbound_field, {**options, "filters": filters})


def strip(value: Any) -> Any:
    return value.strip() if isinstance(value, str) else value


def forget_cookie() -> None:
    """Start anew, so that nothing from before signing in or out is carried over."""
    cookie.clear()


def keep_cookie() -> None:
    """Let the cookie outlive the browser's window."""
    cookie.permanent = True


def is_local_address(target: str) -> bool:
    """Whether a redirect to it stays on this site."""
    return LOCAL.fullmatch(target) is not None
