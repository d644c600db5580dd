"""Reading the source facts of 1884 beside the case: how the ad-hoc file names things, and what of them to compare."""

from __future__ import annotations

import re

CHOICES = {"aye": "yes", "no": "no", "abstain": "abstain"}
TOTALS = {"ayes": "yes", "noes": "no", "abstaining": "abstain"}


def by_id(entries, key="id"):
    return {entry[key]: entry for entry in entries}


def cited(source) -> list[str]:
    """A place in the source as the case writes it: the file's name is told once, with the source."""
    places = source if isinstance(source, list) else [source]
    return [place.replace("PG17759 17759-8.txt ", "PG17759 ") for place in places]


def sources_of(entry) -> list[str]:
    return entry.get("source", [])


def remarks_of(entry, field=None) -> list[dict]:
    return [remark for remark in entry.get("remarks", ()) if remark.get("field") == field]


def words(text: str) -> set[str]:
    return set(re.findall(r"\w{3,}", text.lower()))
