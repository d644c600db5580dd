"""`confapp user`: let people in from the machine itself."""

from __future__ import annotations

import click
from email_validator import EmailNotValidError, validate_email

from confapp.accounts import operations, queries
from confapp.commands import say, with_app
from confapp.config import current
from confapp.db import db
from confapp.errors import NotFound
from confapp.permissions import Role


@click.group()
def user() -> None:
    """Users of the software."""


@user.command()
@click.argument("email", callback=lambda _context, _parameter, value: _valid(value))
@click.option("--role", required=True, type=click.Choice([role.value for role in Role]))
@click.option("--conference", "slug", help="The conference that the role is held in.")
@click.option("--name", default="", help="The user's name as others see it.")
@with_app
def create(email: str, role: str, slug: str | None, name: str) -> None:
    """Let somebody in; prints a link that signs them in once."""
    account = queries.user_by_email(email)
    if account is None:
        account = operations.create_user(email, name=name, by=None)
    else:
        say(f"{email} has an account already; the role is added to it")
    operations.grant_role(account, Role(role), conference_id=_conference_id(slug), by=None)
    secret = operations.issue_link(account, by=None)
    db.session.commit()
    click.echo(f"{current().base_url.rstrip('/')}/sign-in/{secret}/")


def _conference_id(slug: str | None) -> int | None:
    if slug is None:
        return None
    key = queries.conference_id_of(slug)
    if key is None:
        raise NotFound(f"There is no conference “{slug}”. Import or convene it first.")
    return key


def _valid(email: str) -> str:
    try:
        return validate_email(email, check_deliverability=False).normalized
    except EmailNotValidError as error:
        raise click.BadParameter(str(error)) from error
