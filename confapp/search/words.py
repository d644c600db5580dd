"""What a thing found is called in our own words: kept as facts, and worded for whoever reads."""

from __future__ import annotations

from typing import TypedDict

from flask_babel import force_locale
from flask_babel import gettext as _

from confapp import languages
from confapp.dates import PartialDate
from confapp.formatting import format_date
from confapp.programme.models import SessionKind
from confapp.programme.names import session_called


class Called(TypedDict):
    """A session as it is called by its number, or by its kind and label."""

    kind: str
    number: int | None
    label: str
    committee: str


class Facts(TypedDict, total=False):
    """What is known of an entry besides its content, and the languages of what is in another one than its text."""

    session: Called
    letter: int
    paragraph: str
    number: str
    day: str
    title_language: str
    place_language: str


def title(facts: Facts) -> str:
    """What the thing is called on this page, where it has no title of its own."""
    if "session" in facts:
        one = facts["session"]
        return session_called(SessionKind(one["kind"]), one["number"], one["label"], one["committee"])
    return _("Letter %(number)s", number=facts["letter"]) if "letter" in facts else ""


def title_in_all_languages(facts: Facts) -> str:
    """The same in every language of the interface, so that each reader finds it by the words of the page."""
    called = []
    for locale in languages.available().values():
        with force_locale(locale):
            called.append(title(facts))
    return " ".join(dict.fromkeys(called))


def details(facts: Facts) -> list[str]:
    """Where in a conference the thing stands: the number of a letter or paragraph, the day."""
    found = []
    if "letter" in facts:
        found.append(_("Letter %(number)s", number=facts["letter"]))
    if "paragraph" in facts:
        found.append(_("paragraph %(number)s", number=facts["paragraph"]))
    if "day" in facts:
        found.append(format_date(PartialDate.parse(facts["day"])))
    return found
