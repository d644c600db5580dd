"""The sections of the desk: each noun's views add theirs, in the order of the nouns."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from flask import g, has_request_context, request, url_for

from confapp.manage import may
from confapp.permissions import Permission


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the desk with its list page; `current` names further blueprints that belong to it."""

    title: Any
    endpoint: str
    permission: Permission
    is_in_conference: bool
    current: tuple[str, ...] = ()
    order: int = 1

    @property
    def is_current(self) -> bool:
        here = (request.endpoint or "").rpartition(".")[0] if has_request_context() else ""
        return here in {self.endpoint.rpartition(".")[0], *self.current}

    @property
    def href(self) -> str:
        return url_for(self.endpoint)


_sections: dict[str, Section] = {}


def add_section(
    title: Any,
    endpoint: str,
    permission: Permission,
    *,
    in_conference: bool = True,
    current: tuple[str, ...] = (),
    order: int = 1,
) -> None:
    """Say which page leads into a noun, and who may see it; said again, it is the same section.

    The sections stand as their nouns do; `order` 0 puts one before all others, 2 behind them.
    """
    _sections[endpoint] = Section(title, endpoint, permission, in_conference, current, order)


def sections(*, in_conference: bool) -> list[Section]:
    """The sections that who is signed in may enter: those of the present conference, or those of the whole desk."""
    found = [one for one in _sections.values() if one.is_in_conference == in_conference and may(one.permission)]
    return sorted(found, key=lambda one: one.order) if not in_conference or g.get("conference_id") else []


def register(environment: Any) -> None:
    """Give templates the sections."""
    values: dict[str, Callable[..., Any]] = {"desk_sections": sections}
    environment.globals.update(values)
