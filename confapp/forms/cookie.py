"""The only module that touches the cookie that Flask calls its session."""

from __future__ import annotations

import re

from flask import session as cookie

# Browsers take several slashes for two, backslashes for slashes, and overlook tabs and line breaks.
LOCAL = re.compile(r"/(?!/)[^\\\x00-\x20\x7f]*")


def forget_cookie() -> None:
    """Start anew, so that nothing from before signing in or out is carried over."""
    cookie.clear()


def keep_cookie() -> None:
    """Let the cookie outlive the browser's window."""
    cookie.permanent = True


def visit_token() -> str:
    """The secret of the visit that the cookie belongs to, where signing in has left one."""
    return str(cookie.get("_user_id", ""))


def is_local_address(target: str) -> bool:
    """Whether a redirect to it stays on this site."""
    return LOCAL.fullmatch(target) is not None
