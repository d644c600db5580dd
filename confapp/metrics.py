"""Figures for whoever keeps confapp running."""

from __future__ import annotations

from time import perf_counter

from flask import Blueprint, Flask, Response, abort, g, request
from prometheus_client import CONTENT_TYPE_LATEST, REGISTRY, CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.multiprocess import MultiProcessCollector

from confapp.config import current, metrics_folder
from confapp.security import is_from_this_machine, is_same_secret

blueprint = Blueprint("metrics", __name__)

METHODS = {"GET", "HEAD", "OPTIONS", "POST"}
REQUESTS = Counter("confapp_requests", "Requests answered", ["endpoint", "method", "status"])
SECONDS = Histogram("confapp_request_seconds", "Time to answer", ["endpoint"])


def init_app(app: Flask) -> None:
    app.register_blueprint(blueprint)
    app.before_request(_start)
    app.after_request(_count)


@blueprint.get("/metrics")
def show() -> Response:
    token = current().metrics_token
    given = request.headers.get("Authorization", "").removeprefix("Bearer ")
    if not is_from_this_machine(request) and not (token and is_same_secret(given, token)):
        abort(404)
    return Response(generate_latest(_registry()), content_type=CONTENT_TYPE_LATEST)


def _registry() -> CollectorRegistry:
    """All worker processes' figures where there are several, else this one's."""
    if not metrics_folder():
        return REGISTRY
    registry = CollectorRegistry()
    MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
    return registry


def _start() -> None:
    g.started = perf_counter()


def _count(response: Response) -> Response:
    endpoint = request.endpoint or "none"
    # Strangers may invent methods, and each would be kept as a figure of its own.
    method = request.method if request.method in METHODS else "other"
    REQUESTS.labels(endpoint, method, response.status_code).inc()
    if "started" in g:
        SECONDS.labels(endpoint).observe(perf_counter() - g.started)
    return response
