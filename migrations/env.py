"""How revisions run: in the application's database, on its connection, in one transaction."""

from typing import Any

import sqlalchemy as sa
from alembic import context
from flask import current_app
from sqlalchemy.types import TypeDecorator

from confapp.db import Base, db


def plain_type(kind: str, value: Any, _context: Any) -> Any:
    """Write confapp's own column types as what they are in the database, so that a revision needs no code of ours."""
    if kind == "type" and isinstance(value, TypeDecorator):
        return f"sa.{value.impl_instance!r}"
    return "JSON" if kind == "type" and isinstance(value, sa.JSON) else False


def is_compared(_object: Any, name: str | None, kind: str, reflected: Any, _compare_to: Any) -> bool:
    """Leave out what a full-text index keeps for itself; its own revision makes it by hand."""
    return not (kind in {"table", "index"} and reflected and name is not None and name.startswith("search_text"))


def run(connection: sa.Connection) -> None:
    arguments = current_app.extensions["migrate"].configure_args
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        render_item=plain_type,
        include_object=is_compared,
        **arguments,
    )
    with context.begin_transaction():
        context.run_migrations()


if (given := context.config.attributes.get("connection")) is not None:
    run(given)
else:
    with db.engine.connect() as own:
        run(own)
