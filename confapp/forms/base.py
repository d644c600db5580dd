"""What every form shares: its token, finished values, what is refused beside its field, and the stale edit."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flask import request
from flask_babel import gettext as _
from flask_wtf import FlaskForm
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm.exc import StaleDataError

from confapp.db import Base, db
from confapp.errors import RuleViolation, StaleEdit
from confapp.forms.stale import Conflict, conflict_between

TEXTS = {"StringField", "TextAreaField", "EmailField"}
FIND = "-find"
THEIRS = "-theirs"


class Form(FlaskForm):
    """A form with its token; texts come without the spaces around them.

    `of=thing` fills it with what is kept, and is what a stale edit is compared with.
    """

    class Meta(FlaskForm.Meta):
        def bind_field(self, form: Any, unbound_field: Any, options: dict[str, Any]) -> Any:
            filters = options.pop("filters", ())
            if unbound_field.field_class.__name__ in TEXTS:
                filters = (strip, *filters)
            return super().bind_field(form, unbound_field, {**options, "filters": filters})

    def __init__(self, *args: Any, of: Base | None = None, **kwargs: Any) -> None:
        """Take what was sent, else what is kept of the thing, else what is given for each field."""
        super().__init__(*args, obj=of, **kwargs)
        self.thing = of
        self.result: Any = None
        self.conflict: Conflict | None = None
        self.brought_back: list[str] = []
        if of is not None and self.is_submitted():
            for name, field in self._fields.items():
                if request.form.get(f"{name}{THEIRS}") == "theirs":
                    field.process(None, getattr(of, name))

    @property
    def is_searching(self) -> bool:
        """Whether it was sent only to look for something that can be chosen in it."""
        return self.is_submitted() and any(key.endswith(FIND) for key in request.form)

    def facts(self, *, but: tuple[str, ...] = ()) -> dict[str, Any]:
        """The finished values by the names of the columns, as operations take them."""
        return {
            name: field.fact() if hasattr(field, "fact") else field.data
            for name, field in self._fields.items()
            if getattr(field, "is_fact", True) and name not in {"csrf_token", *but}
        }

    def carries_out(self, act: Callable[[], Any]) -> bool:
        """Check what was sent, do it and commit; `result` is what the act gave back.

        What the rules of the field refuse is said beside its field and leaves nothing behind.
        """
        if not self.is_submitted() or self.is_searching or not self.validate():
            return False
        try:
            with db.session.begin_nested():
                self.result = act()
            db.session.commit()
        except StaleEdit as error:
            self._meet(error.message)
        except RuleViolation as error:
            self.refuse(error.message, error.field)
        except (IntegrityError, StaleDataError):
            db.session.rollback()
            self.refuse(_("Somebody else changed the same thing in the same instant. Look at it, and try again."))
        return not self.errors

    def refuse(self, message: str, field: str | None = None) -> None:
        """Put a message beside the field of that name; above the form where it has none."""
        if field in self._fields:
            self._fields[field].errors = [*self._fields[field].errors, message]
        else:
            self.form_errors.append(message)

    def _meet(self, message: str) -> None:
        """Lay what was sent beside what is kept by now; sent once more, it is meant."""
        self.form_errors.append(message)
        if self.thing is None:
            return
        theirs = type(self)(None, of=self.thing)
        self.conflict = conflict_between(self, theirs, self.thing)
        self._fields["version"].process(None, theirs["version"].data)


def strip(value: Any) -> Any:
    """Without spaces around, and without NUL, which nobody types and one of the databases refuses."""
    return value.replace("\0", "").strip() if isinstance(value, str) else value
