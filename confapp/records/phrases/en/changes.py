"""English: votes that were entered or changed after the result was declared."""

from __future__ import annotations

from confapp.records.matters import VoteChange
from confapp.records.phrases.en.choices import CHOICES, tally
from confapp.records.phrases.en.words import date
from confapp.records.prose import sentences
from confapp.records.scene import Scene
from confapp.voting.models import Choice


def change(changed: VoteChange, scene: Scene, *, is_later: bool = False) -> str:
    """A vote entered or changed after the result was declared, with the totals that it gives."""
    voter = f"the vote of {scene.delegation(changed.delegation)}"
    verb = "entered" if changed.before in {None, Choice.ABSENT} else "changed"
    from_to = CHOICES[changed.after]
    if verb == "changed":
        from_to = f"from {_choice(changed.before)} to {_choice(changed.after)}"
    if is_later:
        where = [scene.name(changed.session)] if changed.session else []
        where += [date(changed.on.date)] if changed.on else []
        behind = f" ({', '.join(where)})" if where else ""
        text = f"{voter} was later {verb} {from_to}{behind}"
    else:
        text = (
            f"{voter} on {scene.title(changed.question)} ({scene.name(changed.vote_session)})"
            f" was accordingly {verb} {from_to}"
        )
    after = f"the count is then {tally(changed.totals_after)}" if changed.totals_after else ""
    return sentences(
        [
            text,
            f"reason: {scene.aside(changed.reason)}" if changed.reason else "",
            f"authority: {scene.aside(changed.authorized)}" if changed.authorized else "",
            after,
        ]
    )


def _choice(choice: Choice | None) -> str:
    return CHOICES[choice].removeprefix("as ") if choice else "none"
