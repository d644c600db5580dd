"""Russian: votes that were entered or changed after the result was declared."""

from __future__ import annotations

from confapp.records.matters import VoteChange
from confapp.records.phrases.ru.choices import CHOICES, tally
from confapp.records.phrases.ru.words import on
from confapp.records.prose import sentences
from confapp.records.scene import Scene
from confapp.voting.models import Choice


def change(changed: VoteChange, scene: Scene, *, is_later: bool = False) -> str:
    """A vote entered or changed after the result was declared, with the totals that it gives."""
    is_entered = changed.before in {None, Choice.ABSENT}
    after = CHOICES[changed.after]
    before = CHOICES[changed.before] if changed.before else ""
    become = f"учитывается как {after}" if is_entered else f"изменяется с {before} на {after}"
    if is_later:
        facts = [scene.name(changed.session)] if changed.session else []
        facts += [on(changed.on.date)] if changed.on else []
        where = f" ({', '.join(facts)})" if facts else ""
        text = f"делегация {scene.delegation(changed.delegation)}: голос позднее {become}{where}"
    else:
        of = f"по вопросу {scene.title(changed.question)} ({scene.name(changed.vote_session)})"
        text = f"делегация {scene.delegation(changed.delegation)}: голос {of} соответственно {become}"
    return sentences(
        [
            text,
            f"основание: {scene.aside(changed.reason)}" if changed.reason else "",
            f"разрешение: {scene.aside(changed.authorized)}" if changed.authorized else "",
            f"итог после этого: {tally(changed.totals_after)}" if changed.totals_after else "",
        ]
    )
