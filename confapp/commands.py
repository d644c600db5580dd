"""What the commands of all domains share: the application around them, and refusals as sentences."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import ParamSpec, TypeVar

import click

from confapp.config import ConfigError
from confapp.errors import RuleViolation

P = ParamSpec("P")
R = TypeVar("R")


def with_app(command: Callable[P, R]) -> Callable[P, R]:
    """Run a command inside the application; what it refuses is said on standard error and nothing is kept."""

    @functools.wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        from confapp.health import what_is_missing  # noqa: PLC0415  weight, as below

        if problem := what_is_missing():
            raise click.ClickException(f"{problem}.")
        return command(*args, **kwargs)

    return with_any_database(run)


def with_any_database(command: Callable[P, R]) -> Callable[P, R]:
    """As `with_app`, where the database may be missing or of another version."""

    @functools.wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        from sqlalchemy.exc import OperationalError  # noqa: PLC0415  weight, as below

        from confapp.app import create_app  # noqa: PLC0415  weight: commands that need no application start without it

        try:
            app = create_app()
            with app.app_context():
                return command(*args, **kwargs)
        except RuleViolation as error:
            raise click.ClickException(error.message) from error
        except ConfigError as error:
            raise click.ClickException(str(error)) from error
        except OperationalError as error:  # no fault of the command: a full disk, a lock, a server that went away
            raise click.ClickException(f"the database gave up, and nothing was kept: {error.orig}.") from error

    return run


def say(text: str) -> None:
    """Progress and remarks: on standard error, since standard output carries the result alone."""
    click.echo(text, err=True)
