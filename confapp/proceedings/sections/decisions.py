"""What the conference decided, with the votes: as counted now, as declared, as printed, with every change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from flask_babel import gettext as _

from confapp.formatting import format_date
from confapp.proceedings.format import Section
from confapp.proceedings.sections.writing import Compiling, Writer, behind, identifier, session_name
from confapp.records.figures import has_table
from confapp.records.gathering.moved import decision as gathered
from confapp.records.gathering.voted import vote as gather_vote
from confapp.records.prose import sentences
from confapp.records.tables import decision_data, vote_data
from confapp.voting.models import Decision, DecisionState, Vote
from confapp.voting.queries import decisions_of_conference, votes_of_conference


def decisions(compiling: Compiling) -> Iterator[Section | None]:
    """The section on the decisions, in their order."""
    writer = Writer(compiling, "decisions")
    votes = {vote.id: vote for vote in votes_of_conference(compiling.conference)}
    taken = decisions_of_conference(compiling.conference)
    after = {one.supersedes_id: one for one in taken if one.supersedes_id}
    for one in taken:
        key = identifier(one.label)
        _decision(compiling, writer, key, one, after)
        if one.vote_id in votes:
            _vote(compiling, writer, key, votes[one.vote_id])
    yield writer.section("decisions", _("Decisions"))


def _decision(compiling: Compiling, writer: Writer, key: str, one: Decision, after: Mapping[int, Decision]) -> None:
    plain = gathered(one, compiling.names)
    scene = compiling.scene()
    said = [compiling.phrases.decision(plain, scene), *_circumstances(compiling, one)]
    if one.state is not DecisionState.IN_FORCE:
        later = after.get(one.id)
        said.append(
            _("Superseded by %(title)s", title=compiling.name(later, "title")) if later else _states()[one.state]
        )
    refs = [{"kind": "decision", "id": one.label}]
    refs += [{"kind": "motion", "id": one.motion.label}] if one.motion else []
    data = {**decision_data(plain, scene), **({"adopted": str(one.decided)} if one.decided else {})}
    writer.add(key, "decision", sentences(said), data=data, refs=refs)
    writer.quote(f"{key}.text", compiling.names.words(one, "text"))


def _circumstances(compiling: Compiling, one: Decision) -> Iterator[str]:
    day = format_date(one.decided.date, compiling.language) if one.decided else None
    if one.session is not None:
        yield behind(session_name(one.session), [day])
    elif day:
        yield day


def _vote(compiling: Compiling, writer: Writer, key: str, row: Vote) -> None:
    """The vote as it was declared in words, and in the table as it is counted with every later change."""
    declared = gather_vote(row, compiling.names)
    now = gather_vote(row, compiling.names, as_now=True)
    scene, phrases = compiling.scene(), compiling.phrases
    refs = [{"kind": "vote", "id": row.label}]
    if not has_table(declared):
        writer.add(f"{key}.vote", "text", phrases.plain_vote(declared, scene), refs=refs)
        return
    lines = [phrases.vote(declared, scene), *phrases.vote_lines(declared, scene)]
    data = vote_data(now, scene, sentences([phrases.derivation(now)]))
    writer.add(f"{key}.vote", "vote", "\n".join(lines), data=data, refs=refs)


def _states() -> dict[DecisionState, str]:
    return {
        DecisionState.AMENDED: _("Amended later"),
        DecisionState.SUPERSEDED: _("Superseded later"),
        DecisionState.RESCINDED: _("Rescinded later"),
    }
