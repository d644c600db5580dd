"""Second calendars: the year, or the day, of another calendar beside the Gregorian date.

A year is shown only where it is known: no calendar is applied to times before it began, and a partial date that falls
into two of its years shows both.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import NamedTuple

from flask_babel import force_locale
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel.speaklater import LazyString
from hijridate import Gregorian

from confapp.dates import PartialDate
from confapp.formatting import LocaleLike, format_date, locale_of

EN_DASH = "–"
BETWEEN = " · "
# Juche 1 and Minguo 1 are 1912. Earlier years have no number in the one, and another kind of number in the other.
YEAR_BEFORE_FIRST = 1911
BUDDHIST_AHEAD = 543
# Thailand moved its new year from 1 April to 1 January in 1941; before 1889 it followed the moon.
BUDDHIST_FROM, BUDDHIST_JANUARY = date(1889, 4, 1), date(1941, 1, 1)
APRIL = 4
# What the tables of Umm al-Qura cover.
HIJRI_FROM, HIJRI_TO = date(1924, 8, 1), date(2077, 11, 16)
# Since when Japan counts the days of its eras by the Gregorian calendar, and the years before the first of each era.
JAPANESE_FROM = date(1873, 1, 1)
JAPANESE_ERAS = (
    (date(2019, 5, 1), 2018, _l("Reiwa")),
    (date(1989, 1, 8), 1988, _l("Heisei")),
    (date(1926, 12, 25), 1925, _l("Shōwa")),
    (date(1912, 7, 30), 1911, _l("Taishō")),
    (date.min, 1867, _l("Meiji")),
)
HIJRI_MONTHS = (
    _l("Muharram"),
    _l("Safar"),
    _l("Rabi al-Awwal"),
    _l("Rabi al-Thani"),
    _l("Jumada al-Ula"),
    _l("Jumada al-Akhira"),
    _l("Rajab"),
    _l("Shaban"),
    _l("Ramadan"),
    _l("Shawwal"),
    _l("Dhu al-Qadah"),
    _l("Dhu al-Hijjah"),
)

JUCHE_NAMES = "juche|чучхе|主[體体]|주체"
MINGUO_NAMES = "minguo|миньго|民[國国]"
PRINTED_YEAR = re.compile(
    rf"(?:(?P<juche>{JUCHE_NAMES})|(?P<minguo>{MINGUO_NAMES}))\s*(?P<after>[0-9]{{1,4}})"
    rf"|(?P<before>[0-9]{{1,4}})\s*(?:(?P<juche_after>{JUCHE_NAMES})|(?P<minguo_after>{MINGUO_NAMES}))",
    re.IGNORECASE,
)


class SecondYear(NamedTuple):
    """A year of a second calendar as somebody printed it."""

    calendar: str
    year: int

    @property
    def gregorian(self) -> int:
        return self.year + YEAR_BEFORE_FIRST


def _juche(day: date) -> str | None:
    return _("Juche %(year)s", year=day.year - YEAR_BEFORE_FIRST) if day.year > YEAR_BEFORE_FIRST else None


def _minguo(day: date) -> str | None:
    return _("Minguo %(year)s", year=day.year - YEAR_BEFORE_FIRST) if day.year > YEAR_BEFORE_FIRST else None


def _buddhist(day: date) -> str | None:
    if day < BUDDHIST_FROM:
        return None
    before_april = day < BUDDHIST_JANUARY and day.month < APRIL
    return _("%(year)s BE", year=day.year + BUDDHIST_AHEAD - before_april)


def _hijri(day: date) -> str | None:
    if not HIJRI_FROM <= day <= HIJRI_TO:
        return None
    return _("%(year)s AH", year=Gregorian.fromdate(day).to_hijri().year)


def _hijri_day(day: date) -> str | None:
    if not HIJRI_FROM <= day <= HIJRI_TO:
        return None
    hijri = Gregorian.fromdate(day).to_hijri()
    month = HIJRI_MONTHS[hijri.month - 1]
    return _("%(day)s %(month)s %(year)s AH", day=hijri.day, month=month, year=hijri.year)


def _japanese(day: date) -> str | None:
    if day < JAPANESE_FROM:
        return None
    before, name = next((before, name) for first, before, name in JAPANESE_ERAS if day >= first)
    return _("%(era)s %(year)s", era=name, year=day.year - before)


class Calendar(NamedTuple):
    """A second calendar: its name, its year on a day, and the day itself where it has other days."""

    name: LazyString
    year_on: Callable[[date], str | None]
    day_on: Callable[[date], str | None] | None = None


CALENDARS = {
    "juche": Calendar(_l("Juche calendar"), _juche),
    "minguo": Calendar(_l("Calendar of the Republic of China"), _minguo),
    "buddhist": Calendar(_l("Buddhist calendar of Thailand"), _buddhist),
    "hijri": Calendar(_l("Islamic calendar of Umm al-Qura"), _hijri, _hijri_day),
    "japanese": Calendar(_l("Japanese eras"), _japanese),
}


@contextmanager
def _speaking(locale: LocaleLike) -> Iterator[None]:
    if locale is None:
        yield
    else:
        with force_locale(str(locale_of(locale))):
            yield


def second_date(day: PartialDate, calendar: str | None, locale: LocaleLike = None) -> str | None:
    """The date in the second calendar: “Juche 110”, “21 Jumada al-Ula 1442 AH”; None where it has none."""
    if calendar not in CALENDARS:
        return None
    known = CALENDARS[calendar]
    with _speaking(locale):
        if day.day is not None and known.day_on is not None:
            return known.day_on(day.earliest)
        first, last = known.year_on(day.earliest), known.year_on(day.latest)
    if first is None or last is None:
        return None
    return first if first == last else f"{first} {EN_DASH} {last}"


def dual_date(day: PartialDate, calendar: str | None, locale: LocaleLike = None) -> str:
    """The date with the second calendar beside it: “5 January 2021 · Juche 110”."""
    return BETWEEN.join(filter(None, (format_date(day, locale), second_date(day, calendar, locale))))


def printed_years(text: str) -> list[SecondYear]:
    """The years of second calendars that a text states, in either order: “Juche 110”, “109 Juche”."""
    return [
        SecondYear(
            "juche" if match["juche"] or match["juche_after"] else "minguo", int(match["after"] or match["before"])
        )
        for match in PRINTED_YEAR.finditer(text)
    ]
