"""English: what the log notes, kind by kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from confapp.floor.models import EntryKind
from confapp.records.material import Entry
from confapp.records.phrases.en.people import everybody, styled
from confapp.records.phrases.en.words import date, listing, the
from confapp.records.scene import Scene
from confapp.records.telling import concerned, first_block, names_in_text, speaking, told

K = EntryKind

# How one does it, how several do it, and how it is said where nobody is named. Variants take turns.
DONE: Mapping[EntryKind, tuple[tuple[str, str, str], ...]] = {
    K.CHAIR: (("took the chair", "took the chair in turn", ""),),
    K.CEREMONY: (("took part in the ceremony", "took part in the ceremony", ""),),
    K.ADDRESS: (("addressed the session", "addressed the session", "An address was delivered"),),
    K.STATEMENT: (
        ("took the floor", "took the floor", ""),
        ("made a statement", "made statements", ""),
        ("spoke", "spoke", ""),
    ),
    K.DEBATE: (("spoke in the debate", "took part in the debate", "A debate followed"),),
    K.DECLARATION: (("made a declaration", "made declarations", "A declaration was made"),),
    K.EXPLANATION: (("explained the vote", "explained their votes", "The vote was explained"),),
    K.GUEST: (("spoke as an invited guest", "spoke as invited guests", ""),),
    K.COMMUNICATION: (("made a communication", "made communications", "A communication was made"),),
    K.LETTER_PRESENTED: (("presented a letter", "presented a letter", "A letter was presented"),),
    K.POINT_OF_ORDER: (("raised a point of order", "raised points of order", "A point of order was raised"),),
    K.RULING: (("ruled", "ruled", "It was ruled"),),
    K.ANNOUNCEMENT: (("announced", "announced", "It was announced"),),
    K.NOTICE: (("gave notice", "gave notice", "Notice was given"),),
    K.REQUEST: (("made a request", "made requests", "A request was made"),),
    K.DEFERRAL: (("asked that the matter be deferred", "asked that the matter be deferred", ""),),
    K.RECORD_APPROVAL: (("submitted records for approval", "submitted records for approval", ""),),
    K.SIGNATURE: (("signed", "signed", ""),),
    K.THANKS: (("expressed thanks", "expressed thanks", "Thanks were expressed"),),
    K.MOTION: (("made a motion", "made a motion", "A motion was made"),),
    K.AMENDMENT: (("moved an amendment", "moved an amendment", "An amendment was moved"),),
    K.RENEWED: (("renewed a motion", "renewed a motion", "A motion was renewed"),),
    K.WITHDRAWN: (("withdrew a motion", "withdrew a motion", "A motion was withdrawn"),),
    K.VOTE: (("asked for a vote", "asked for a vote", "A vote was taken"),),
    K.VOTE_CHANGED: (("asked to change a vote", "asked to change a vote", "A vote was changed"),),
    K.ELECTION: (("proposed an election", "proposed an election", "An election was held"),),
    K.DECISION: (("announced the decision", "announced the decision", "It was decided"),),
}


# What they say is quoted as a whole, also where it is a sentence of its own.
SAYING = frozenset({K.RULING, K.DECISION, K.POINT_OF_ORDER, K.ANNOUNCEMENT, K.NOTICE})


def lead(entry: Entry, scene: Scene) -> str:
    """The sentence or sentences that open an entry's paragraph; empty where what was done at it says everything."""
    special = SPECIAL.get(entry.kind)
    if special is not None:
        return special(entry, scene)
    if entry.text is None and (entry.motions or entry.votes or entry.changes or entry.rulings or entry.decisions):
        return ""
    written = names_in_text(entry, scene, styled)
    if written is not None:
        return told("", written)
    return told(_done(entry, scene), first_block(entry.text, scene), behind_colon=entry.kind in SAYING)


def _done(entry: Entry, scene: Scene) -> str:
    variants = DONE.get(entry.kind, (("spoke", "spoke", ""),))
    one, several, nobody = variants[entry.turn % len(variants)]
    speakers = speaking(entry)
    if not speakers:
        return nobody
    return f"{everybody(speakers, scene)} {one if len(speakers) == 1 else several}"


def _floor_given(entry: Entry, scene: Scene) -> str:
    speakers = speaking(entry)
    given = f"the floor was given to {everybody(speakers, scene)}" if speakers else "the floor was given"
    return told(given, first_block(entry.text, scene))


def _report(entry: Entry, scene: Scene) -> str:
    of = f"the report of {the(scene.title(entry.committee))}" if entry.committee else "a report"
    speakers = speaking(entry)
    said = f"{everybody(speakers, scene)} presented {of}" if speakers else f"{of} was presented"
    return told(said, first_block(entry.text, scene))


def _document(entry: Entry, scene: Scene) -> str:
    if entry.document is None:
        return told("", names_in_text(entry, scene, styled) or first_block(entry.text, scene))
    name = f"the document {scene.title(entry.document.title)}"
    behind = [entry.document.symbol, date(entry.document.issued_on) if entry.document.issued_on else None]
    if any(behind):
        name += f" ({', '.join(part for part in behind if part)})"
    speakers = speaking(entry)
    by = everybody(speakers, scene)
    said = f"{by} laid {name} before the session" if speakers else f"{name} was before the session"
    return told(said, first_block(entry.text, scene))


def _appointment(entry: Entry, scene: Scene) -> str:
    named = concerned(entry)
    if not named:
        return told("", names_in_text(entry, scene, styled) or first_block(entry.text, scene))
    by = speaking(entry)
    to = f" to {the(scene.title(entry.committee))}" if entry.committee else ""
    people = listing([styled(one, scene) for one in named])
    verb = "was appointed" if len(named) == 1 else "were appointed"
    said = f"{everybody(by, scene)} appointed {people}{to}" if by else f"{people} {verb}{to}"
    return told("", said) if entry.text is None else told(said, first_block(entry.text, scene))


def _note(entry: Entry, scene: Scene) -> str:
    return told("", names_in_text(entry, scene, styled) or first_block(entry.text, scene))


SPECIAL: Mapping[EntryKind, Callable[[Entry, Scene], str]] = {
    K.FLOOR_GIVEN: _floor_given,
    K.REPORT: _report,
    K.DOCUMENT: _document,
    K.APPOINTMENT: _appointment,
    K.NOTE: _note,
    K.ROLL: _note,
}
