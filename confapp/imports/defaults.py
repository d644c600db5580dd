"""What is meant where a key is left out and its default depends on other entries of the case (`x-default`)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from confapp.records.phrases import drafting_language

Entry = Mapping[str, Any]
VOTING = {"member", "individual"}
ACTS = {
    "motion": "moved",
    "amendment": "moved",
    "presentation": "moved",
    "renewed": "renewed",
    "withdrawn": "withdrawn",
    "vote": "put",
    "election": "put",
    "ruling": "ruled_on",
    "point_of_order": "ruled_on",
}
OTHERWISE = "disposed"


@dataclass(frozen=True, slots=True)
class Around:
    """Where an entry stands: what it is part of, the nearest last, and its place in its list."""

    above: Sequence[Entry]
    place: int = 0


class Facts:
    """What defaults look up in a case; it may still be wrong, so nothing is taken for granted."""

    def __init__(self, case: Entry) -> None:
        self.case = case

    @cached_property
    def organizations(self) -> dict[str, Entry]:
        return _by_id(self.case, "organizations")

    @cached_property
    def officials(self) -> dict[str, Entry]:
        return _by_id(self.case, "officials")

    @cached_property
    def delegations(self) -> dict[str, Entry]:
        return _by_id(self.case, "delegations")

    @cached_property
    def delegations_of_officials(self) -> dict[str, str | None]:
        """The delegation that an official is a delegate of; None for one who is a delegate of several."""
        found: dict[str, str | None] = {}
        for delegation in self.case.get("delegations", ()):
            for delegate in delegation.get("delegates", ()):
                official, key = delegate.get("official"), delegation.get("id")
                found[official] = key if found.get(official, key) == key else None
        return found


def _by_id(case: Entry, section: str) -> dict[str, Entry]:
    return {entry.get("id", ""): entry for entry in case.get(section, ())}


def _organization_name(facts: Facts, entry: Entry, _around: Around) -> Any:
    return facts.organizations.get(entry.get("organization", ""), {}).get("name")


def _voting_by_category(_facts: Facts, entry: Entry, _around: Around) -> Any:
    return entry.get("category", "member") in VOTING


def _official(_facts: Facts, entry: Entry, _around: Around) -> Any:
    return entry.get("official")


def _official_name(facts: Facts, entry: Entry, _around: Around) -> Any:
    return facts.officials.get(entry.get("official", ""), {}).get("name")


def _place(_facts: Facts, _entry: Entry, around: Around) -> Any:
    return around.place + 1


def _votes(facts: Facts, entry: Entry, _around: Around) -> Any:
    return facts.delegations.get(entry.get("delegation", ""), {}).get("votes", 1)


def _presiding(_facts: Facts, entry: Entry, _around: Around) -> Any:
    return entry.get("presiding", False)


def _by_term(_facts: Facts, entry: Entry, _around: Around) -> Any:
    return "ended" if entry.get("term_end") else "in_force"


def _by_kind(_facts: Facts, _entry: Entry, around: Around) -> Any:
    return ACTS.get(around.above[-1].get("kind", ""), OTHERWISE)


def _by_successor(_facts: Facts, entry: Entry, around: Around) -> Any:
    """Who is replaced goes when the successor comes."""
    name = entry.get("id", entry.get("official"))
    delegates = around.above[-1].get("delegates", ())
    return next((one.get("term_start") for one in delegates if one.get("replaces") == name), None)


def _by_presentation(_facts: Facts, entry: Entry, _around: Around) -> Any:
    return "presented" if entry.get("presented") else "registered"


def _by_dates(facts: Facts, entry: Entry, _around: Around) -> Any:
    """As far as its dates say, and a conference that has sat was opened."""
    if entry.get("closed"):
        return "closed"
    if entry.get("opened") or any(_has_sat(session) for session in facts.case.get("sessions", ())):
        return "open"
    return "convened" if entry.get("convened_on") else "planned"


def _has_sat(session: Entry) -> bool:
    return session.get("state", _by_what_happened(session)) not in {"planned", "cancelled"}


def _by_log(_facts: Facts, entry: Entry, _around: Around) -> Any:
    return _by_what_happened(entry)


def _by_what_happened(session: Entry) -> str:
    return "adjourned" if any(session.get(key) for key in ("opened", "adjourned", "rolls", "log")) else "planned"


def _by_opening(_facts: Facts, entry: Entry, _around: Around) -> Any:
    """The day of the opening, as far as that is stated."""
    return str(entry.get("opened", "")).partition("T")[0] or None


def _by_adoption(_facts: Facts, entry: Entry, _around: Around) -> Any:
    return "adopted" if entry.get("adopted") or entry.get("adopted_in") else "draft"


def _by_approval(_facts: Facts, entry: Entry, _around: Around) -> Any:
    if entry.get("approval"):
        return "approved"
    return "circulated" if entry.get("circulated") else "draft"


def _record_language(facts: Facts, _entry: Entry, _around: Around) -> Any:
    spoken = facts.case.get("conference", {}).get("languages", ())
    return drafting_language([facts.case.get("language"), *spoken])


def _last_rulebook(facts: Facts, _entry: Entry, _around: Around) -> Any:
    return len(facts.case.get("conference", {}).get("rulebooks", ()))


DEFAULTS: dict[str, Callable[[Facts, Entry, Around], Any]] = {
    "organization_name": _organization_name,
    "voting_by_category": _voting_by_category,
    "official": _official,
    "official_name": _official_name,
    "place": _place,
    "votes": _votes,
    "presiding": _presiding,
    "by_term": _by_term,
    "by_kind": _by_kind,
    "by_successor": _by_successor,
    "by_presentation": _by_presentation,
    "by_dates": _by_dates,
    "by_log": _by_log,
    "by_opening": _by_opening,
    "by_adoption": _by_adoption,
    "by_approval": _by_approval,
    "record_language": _record_language,
    "last_rulebook": _last_rulebook,
}
