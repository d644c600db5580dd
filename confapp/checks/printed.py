"""What sources print of a vote, beside what is counted (R18): whatever is wrong there is the fault of the source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from flask_babel import gettext as _

from confapp.checks.choices import CHOICES
from confapp.checks.excerpts import listed
from confapp.checks.findings import Finding, Severity
from confapp.checks.material import Material
from confapp.checks.places import place
from confapp.checks.texts import Text
from confapp.participation.models import Delegation
from confapp.voting.comparisons import Comparison, compare
from confapp.voting.models import Choice, Vote


def printed_rolls(material: Material, _texts: list[Text]) -> Iterator[Finding]:
    """Every printed roll beside the counted ballots: names, places and totals."""
    for vote in material.votes:
        for comparison in compare(vote, zone=material.zone):
            if not comparison.is_clean:
                yield from _names(material, vote, comparison)
                yield from _totals(material, vote, comparison)
        yield from _between_rolls(material, vote)


def _names(material: Material, vote: Vote, found: Comparison) -> Iterator[Finding]:
    roll, severity, where = found.roll, Severity.WARNING, place(material, found.roll, "rows")
    heading = {"roll": roll.title, "vote": vote.question}
    if found.twice:
        names = _called(found.twice)
        said = _("%(roll)s prints %(names)s twice: “%(vote)s”.", names=listed(names), **heading)
        yield Finding("printed-name-twice", severity, where, said, _as_printed(), tuple(names))
    if found.missing:
        names = _called(found.missing)
        said = _("%(roll)s does not print %(names)s: “%(vote)s”.", names=listed(names), **heading)
        yield Finding("printed-name-missing", severity, where, said, _as_printed(), tuple(names))
    if found.without_vote:
        names = _called(found.without_vote)
        said = _("%(roll)s prints %(names)s, without a right to vote: “%(vote)s”.", names=listed(names), **heading)
        yield Finding("printed-without-vote", severity, where, said, _as_printed(), tuple(names))
    for one in found.mismatches:
        said = _(
            "%(roll)s prints %(name)s under %(printed)s, and its vote is counted as %(counted)s: “%(vote)s”.",
            name=one.delegation.name,
            printed=CHOICES[one.printed],
            counted=CHOICES[one.counted],
            **heading,
        )
        evidence = (one.delegation.name, one.printed.value, one.counted.value)
        yield Finding("printed-otherwise", severity, f"{where}:{one.delegation.key}", said, _as_printed(), evidence)


def _totals(material: Material, vote: Vote, found: Comparison) -> Iterator[Finding]:
    roll, severity = found.roll, Severity.WARNING
    for code, pairs, where in (
        ("announced-names", found.own_differences, "announced"),
        ("announced-counted", {} if found.own_differences else found.differences, "announced"),
    ):
        if pairs:
            said = " · ".join(
                _(
                    "%(choice)s: %(counted)s, announced %(announced)s",
                    choice=CHOICES[choice],
                    counted=one,
                    announced=two,
                )
                for choice, (one, two) in pairs.items()
            )
            message = (
                _("%(roll)s announces other totals than it has names: %(said)s. “%(vote)s”.")
                if code == "announced-names"
                else _("%(roll)s announces other totals than are counted: %(said)s. “%(vote)s”.")
            ) % {"roll": roll.title, "said": said, "vote": vote.question}
            evidence = tuple(f"{choice.value}:{one}:{two}" for choice, (one, two) in pairs.items())
            yield Finding(code, severity, place(material, roll, where), message, _as_printed(), evidence)


def _between_rolls(material: Material, vote: Vote) -> Iterator[Finding]:
    """Two sources that give a delegation different votes, where nothing is counted that decides it."""
    decided = {one.delegation_id for one in vote.ballots if one.choice is not Choice.UNCLEAR}
    printed: dict[int, dict[str, set[Choice]]] = {}
    for roll in vote.printed_rolls:
        for row in roll.rows:
            if row.delegation_id is not None and row.delegation_id not in decided and row.delegate_id is None:
                printed.setdefault(row.delegation_id, {}).setdefault(roll.title, set()).add(row.choice)
    for delegation_id, rolls in printed.items():
        delegation = material.delegation_by_id.get(delegation_id)
        if delegation is not None and len(rolls) > 1 and not set.intersection(*rolls.values()):
            said = " · ".join(
                f"{title}: {listed(CHOICES[one] for one in sorted(choices))}" for title, choices in rolls.items()
            )
            message = _(
                "Sources contradict each other on %(name)s (%(said)s): “%(vote)s”.",
                name=delegation.name,
                said=said,
                vote=vote.question,
            )
            where = place(material, vote, f"printed:{delegation.key}")
            evidence = tuple(f"{title}:{one}" for title, choices in rolls.items() for one in sorted(choices))
            yield Finding("sources-contradict", Severity.WARNING, where, message, _as_printed(), evidence)


def _called(delegations: Iterable[Delegation]) -> list[str]:
    return [delegation.name for delegation in delegations]


def _as_printed() -> str:
    return _("Look at the source again; if it is printed so, waive it and say which reading is right.")
