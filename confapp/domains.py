"""The domain packages in their order, and the modules of one name that they have."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType

from flask import Blueprint

from confapp.manage import manage

DOMAINS = (
    "accounts",
    "organizations",
    "officials",
    "conferences",
    "committees",
    "participation",
    "programme",
    "letters",
    "agendas",
    "scheduling",
    "floor",
    "voting",
    "records",
    "proceedings",
    "checks",
    "search",
    "imports",
    "site",
    "live",
    "desk",
    "api",
)


def modules(name: str) -> Iterator[ModuleType]:
    """Import the module of that name from every domain that has one."""
    for domain in DOMAINS:
        if find_spec(f"confapp.{domain}") and find_spec(f"confapp.{domain}.{name}"):
            yield import_module(f"confapp.{domain}.{name}")


def blueprints() -> Iterator[Blueprint]:
    """What the domains answer: each `views` module names its `blueprint`, or several as `blueprints`.

    What they nested in /manage comes with it, at the end, when all of them have.
    """
    for views in modules("views"):
        one = getattr(views, "blueprint", None)
        found = getattr(views, "blueprints", None) or ([one] if one else [])
        yield from (blueprint for blueprint in found if blueprint not in manage.nested)
    yield manage
