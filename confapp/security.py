"""What every answer carries for the reader's safety."""

from __future__ import annotations

import hmac
from ipaddress import ip_address

from flask import Flask, Request, Response
from werkzeug.middleware.proxy_fix import ProxyFix

from confapp.config import Config, current

# No page has inline script or style, so the policy needs no nonce and pages can be kept for everybody.
POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
FORWARDED = ("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP")


def init_app(app: Flask, config: Config) -> None:
    if count := config.proxy_count:
        app.wsgi_app = ProxyFix(  # type: ignore[method-assign]
            app.wsgi_app, x_for=count, x_proto=count, x_host=count, x_port=count
        )
    app.after_request(_add_headers)


def _add_headers(response: Response) -> Response:
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    if current().is_secure:
        response.headers.setdefault("Strict-Transport-Security", "max-age=31536000; includeSubDomains")
    return response


def is_from_this_machine(request: Request) -> bool:
    """Whether nobody but this machine can have sent the request; what a proxy passed on never counts."""
    if any(name in request.headers for name in FORWARDED) or not request.remote_addr:
        return False
    return ip_address(request.remote_addr).is_loopback


def is_same_secret(given: str, known: str) -> bool:
    """Compare in a time that tells nothing."""
    return hmac.compare_digest(given.encode(), known.encode())
