"""Fields for dates and moments as people write them."""

from __future__ import annotations

from typing import Any

from flask_babel import gettext as _
from wtforms import Field
from wtforms.validators import StopValidation
from wtforms.widgets import TextInput

from confapp.dates import DateError, Moment, PartialDate
from confapp.formatting import format_date, format_moment
from confapp.forms.readings import read_date, read_moment


class _Dated(Field):
    """Text in, a date or moment out; what was typed stays in the field, right or wrong."""

    widget = TextInput()

    def __init__(self, label: Any = None, validators: Any = None, *, required: bool = False, **kwargs: Any) -> None:
        """Take the label, and whether it must be known."""
        self.required = required
        super().__init__(label, validators, **kwargs)

    def process_formdata(self, valuelist: list[str]) -> None:
        text = (valuelist[0] if valuelist else "").strip()
        self.data = self.read(text) if text else None

    def pre_validate(self, form: Any) -> None:
        if self.process_errors:
            raise StopValidation
        if self.required and self.data is None:
            raise StopValidation(_("Say when, as far as it is known."))

    def _value(self) -> str:
        if self.raw_data:
            return str(self.raw_data[0])
        return self.written(self.data)

    def written(self, value: Any) -> str:
        """The value as people write it, where that reads back as the same; else as it is kept."""
        if value is None:
            return ""
        try:
            text = self.write(value)
            return text if self.read(text) == value else str(value)
        except DateError:
            return str(value)

    def said(self) -> str:
        return self._value() if self.process_errors or self.data is None else self.write(self.data)

    def said_of(self, kept: Any) -> str:
        return self.write(self.parse(kept)) if kept else ""

    def fact_of(self, kept: Any) -> Any:
        """A value out of the trail."""
        return self.parse(kept) if kept else None


class PartialDateField(_Dated):
    """A date as far as it is known: "October 1884", "13.10.1884", "2021-02-05", "Juche 110"."""

    read = staticmethod(read_date)
    write = staticmethod(format_date)
    parse = staticmethod(PartialDate.parse)


class MomentField(_Dated):
    """A date, with its time behind it where that is known: "13 October 1884, 13:00"."""

    read = staticmethod(read_moment)
    write = staticmethod(format_moment)
    parse = staticmethod(Moment.parse)
