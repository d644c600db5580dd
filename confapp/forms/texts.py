"""Fields for words, choices and numbers, with the limits of the columns that they go into."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import Enum
from typing import Any

import sqlalchemy as sa
from flask_babel import gettext as _
from wtforms import BooleanField, HiddenField, IntegerField, SelectField, StringField
from wtforms.fields.choices import Choice, SelectChoice
from wtforms.validators import StopValidation
from wtforms.widgets import TextArea

from confapp.facts import LARGEST_INTEGER
from confapp.formatting import locale_of
from confapp.text import clean_line, clean_text, slugify

LONGEST_TEXT = 200_000
LONGEST_SLUG = 120
TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
OFFERED = (
    "ar", "bg", "cs", "da", "de", "el", "en", "es", "et", "fa", "fi", "fr", "he", "hi", "hu", "id", "it", "ja", "ko",
    "la", "lt", "lv", "ms", "nl", "no", "pl", "pt", "ro", "ru", "sk", "sr", "sv", "th", "tr", "uk", "ur", "vi", "zh",
)  # fmt: skip


class LineField(StringField):
    """A line of text; `of` is its column, which knows how long it may be and whether it may be missing."""

    clean = staticmethod(clean_line)
    longest = LONGEST_TEXT

    def __init__(self, label: Any = None, *, of: Any = None, required: bool | None = None, **kwargs: Any) -> None:
        """Take the limits from the column, except what is said otherwise."""
        column = None if of is None else of.property.columns[0]
        self.required = required if required is not None else column is not None and not column.nullable
        if column is not None and isinstance(column.type, sa.String) and column.type.length:
            self.longest = column.type.length
        super().__init__(label, **kwargs)

    def process_formdata(self, valuelist: list[str]) -> None:
        self.data = self.clean(valuelist[0] if valuelist else "") or None

    def _value(self) -> str:
        return str(self.raw_data[0]) if self.raw_data else str(self.data or "")

    def pre_validate(self, form: Any) -> None:
        if self.required and not self.data:
            raise StopValidation(_("This must not be empty."))
        if self.data and len(self.data) > self.longest:
            raise StopValidation(
                _("That is %(count)s characters; at most %(most)s fit.", count=len(self.data), most=self.longest)
            )

    def said(self) -> str:
        return self.data or ""


class TextField(LineField):
    """Text of several lines."""

    widget = TextArea()
    clean = staticmethod(clean_text)


class SlugField(LineField):
    """A name in an address; left empty, one is made."""

    longest = LONGEST_SLUG

    def __init__(self, label: Any = None, **kwargs: Any) -> None:
        """Nobody needs to choose one."""
        super().__init__(label, required=False, **kwargs)

    def pre_validate(self, form: Any) -> None:
        super().pre_validate(form)
        if self.data and slugify(self.data, max_length=LONGEST_SLUG) != self.data:
            raise StopValidation(
                _("Use small letters a to z, digits and hyphens between them, as in “second-congress”.")
            )


class LanguageField(LineField):
    """A language by its tag ("ru", "zh-Hant") or its name in the language of the page."""

    longest = 35

    def process_formdata(self, valuelist: list[str]) -> None:
        super().process_formdata(valuelist)
        if self.data and (tag := named_languages().get(self.data.casefold())):
            self.data = tag

    def pre_validate(self, form: Any) -> None:
        super().pre_validate(form)
        if self.data and not TAG.fullmatch(self.data):
            raise StopValidation(
                _("“%(text)s” is no language known here: write its name, or its tag such as “ru”.", text=self.data)
            )

    @property
    def offered(self) -> list[tuple[str, str]]:
        """Tags and names to choose from while typing."""
        names = locale_of().languages
        return sorted(((tag, str(names[tag])) for tag in OFFERED if tag in names), key=lambda pair: pair[1])


def named_languages() -> dict[str, str]:
    """Tags by the names that the reader's language has for them."""
    return {str(name).casefold(): tag.replace("_", "-") for tag, name in reversed(list(locale_of().languages.items()))}


class EnumField(SelectField):
    """One of a closed list, in words: `{value: word}`, or a function that gives it; `blank` stands for none of them."""

    def __init__(self, label: Any = None, *, words: Any, blank: Any = None, **kwargs: Any) -> None:
        """Offer every value that has a word; in the address and in the form an enum goes by its value."""
        self.words: Mapping[Any, Any] = words() if callable(words) else words
        self.by_key = {_key(value): value for value in self.words}
        self.required = blank is None
        offered = [SelectChoice(key, self.words[value]) for key, value in self.by_key.items()]
        choices = offered if blank is None else [SelectChoice("", blank), *offered]
        super().__init__(label, coerce=_key, choices=choices, **kwargs)

    def process_data(self, value: Any) -> None:
        self.data = value if value in self.words else None

    def process_formdata(self, valuelist: list[str]) -> None:
        key = valuelist[0] if valuelist else ""
        self.data = self.by_key.get(key)
        if key and self.data is None:
            raise ValueError(_("Choose one of the list."))

    def iter_choices(self) -> Any:
        present = "" if self.data is None else _key(self.data)
        return [Choice(one.value, one.label, one.value == present, {}) for one in self.choices]

    def pre_validate(self, form: Any) -> None:
        if self.process_errors:
            raise StopValidation
        if self.data is None and self.required:
            raise StopValidation(_("Choose one of the list."))

    def said(self) -> str:
        return str(self.words[self.data]) if self.data in self.words else ""

    def said_of(self, kept: Any) -> str:
        return str(self.words.get(self.fact_of(kept), kept or ""))

    def fact_of(self, kept: Any) -> Any:
        """A value out of the trail."""
        return self.by_key.get(_key(kept)) if kept is not None else None


def _key(value: Any) -> str:
    return str(value.value) if isinstance(value, Enum) else str(value)


class NumberField(IntegerField):
    """A whole number; `least` and `most` are its limits."""

    def __init__(
        self, label: Any = None, *, required: bool = False, least: int = 0, most: int = LARGEST_INTEGER, **kwargs: Any
    ) -> None:
        """Take the limits."""
        self.required, self.least, self.most = required, least, most
        super().__init__(label, **kwargs)

    def process_formdata(self, valuelist: list[str]) -> None:
        text = (valuelist[0] if valuelist else "").strip()
        try:
            self.data = int(text[:20]) if text else None
        except ValueError as error:
            raise ValueError(_("Write a whole number.")) from error

    def pre_validate(self, form: Any) -> None:
        if self.process_errors:
            raise StopValidation
        if self.data is None and self.required:
            raise StopValidation(_("This must not be empty."))
        if self.data is not None and not self.least <= self.data <= self.most:
            raise StopValidation(_("Take a number from %(least)s to %(most)s.", least=self.least, most=self.most))

    def said(self) -> str:
        return "" if self.data is None else str(self.data)


class CheckField(BooleanField):
    """Yes or no."""

    def said(self) -> str:
        return _("yes") if self.data else _("no")

    def said_of(self, kept: Any) -> str:
        return _("yes") if kept else _("no")


class VersionField(HiddenField):
    """Which version of the thing the form was opened with; an edit of an older one is stale."""

    is_fact = False

    def process_formdata(self, valuelist: list[str]) -> None:
        text = (valuelist[0] if valuelist else "").strip()
        self.data = int(text) if text.isascii() and text.isdecimal() and len(text) < len(str(LARGEST_INTEGER)) else 0

    def _value(self) -> str:
        return str(self.data or "")


__all__ = [
    "CheckField", "EnumField", "LanguageField", "LineField", "NumberField", "SlugField", "TextField",
    "VersionField",
]  # fmt: skip
