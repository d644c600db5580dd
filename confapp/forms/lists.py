"""Fields for several words in one line, and for time zones."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any
from zoneinfo import available_timezones

from flask_babel import gettext as _
from wtforms.validators import StopValidation

from confapp.dates import DateError, zone_named
from confapp.formatting import locale_of
from confapp.forms.texts import TAG, LineField, named_languages

MOST = 30
LONGEST_WORD = 60
# Kept for old programs; none of them is a place.
NO_PLACES = ("Etc/", "SystemV/", "posix/", "right/", "US/")


class WordsField(LineField):
    """Words separated by commas; `data` is the list of them."""

    data: Any

    def process_data(self, value: Any) -> None:
        self.data = list(value or [])

    def process_formdata(self, valuelist: list[str]) -> None:
        text = self.clean(valuelist[0] if valuelist else "") or ""
        words = [self.word(part.strip()) for part in text.replace(";", ",").replace("，", ",").split(",")]
        self.data = list(dict.fromkeys(filter(None, words)))

    def _value(self) -> str:
        return str(self.raw_data[0]) if self.raw_data else self.said()

    def word(self, text: str) -> str:
        return text

    def pre_validate(self, form: Any) -> None:
        if self.required and not self.data:
            raise StopValidation(_("This must not be empty."))
        if len(self.data) > MOST or any(len(word) > LONGEST_WORD for word in self.data):
            raise StopValidation(
                _("Write at most %(most)s, each of at most %(length)s characters.", most=MOST, length=LONGEST_WORD)
            )

    def said(self) -> str:
        return ", ".join(self.data or [])

    def said_of(self, kept: Any) -> str:
        return ", ".join(kept) if isinstance(kept, list) else ""

    def fact_of(self, kept: Any) -> Any:
        return kept if isinstance(kept, list) else []


class LanguagesField(WordsField):
    """Languages by their tags or their names in the language of the page, separated by commas."""

    def word(self, text: str) -> str:
        return named_languages().get(text.casefold(), text)

    def said(self) -> str:
        return ", ".join(language_names(self.data or []))

    def said_of(self, kept: Any) -> str:
        return ", ".join(language_names(kept)) if isinstance(kept, list) else ""

    def pre_validate(self, form: Any) -> None:
        super().pre_validate(form)
        unknown = [word for word in self.data if not TAG.fullmatch(word)]
        if unknown:
            raise StopValidation(
                _("“%(text)s” is no language known here: write its name, or its tag such as “ru”.", text=unknown[0])
            )


def language_names(tags: Iterable[str]) -> list[str]:
    """Languages by their names, where those read back as the same; else by their tags."""
    names, known = locale_of().languages, named_languages()
    found = ((tag, str(names.get(tag.replace("-", "_"), tag))) for tag in tags)
    return [name if known.get(name.casefold()) == tag else tag for tag, name in found]


class ZoneField(LineField):
    """A time zone by its place: "Europe/Moscow"."""

    longest = 64

    def pre_validate(self, form: Any) -> None:
        super().pre_validate(form)
        if self.data:
            try:
                zone_named(self.data)
            except DateError as error:
                raise StopValidation(error.message) from error

    @property
    def offered(self) -> list[tuple[str, str]]:
        """Zones to choose from while typing."""
        return _zones()


@cache
def _zones() -> list[tuple[str, str]]:
    places = sorted(name for name in available_timezones() if "/" in name and not name.startswith(NO_PLACES))
    return [("UTC", "UTC"), *((name, name.rpartition("/")[2].replace("_", " ")) for name in places)]
