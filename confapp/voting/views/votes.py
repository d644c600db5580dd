"""Votes in the log: a roll call from the grid, a vote by its totals, a vote without figures, a changed or late one."""

from __future__ import annotations

from typing import Any

from flask import request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from confapp.floor.forms import delegation_called
from confapp.floor.models import EntryKind
from confapp.floor.moments import conference_of
from confapp.floor.operations import add_entry
from confapp.floor.queries import entitled_delegations
from confapp.floor.views.entries import KEEP, answered, blueprint, session_at
from confapp.manage import needs
from confapp.participation.models import Delegation
from confapp.programme.models import Session
from confapp.voting import operations
from confapp.voting.facts import BallotFacts, PrintedRollFacts
from confapp.voting.forms import BALLOTS, ChangeForm, VoteForm
from confapp.voting.models import Ballot, Choice, Motion, MotionAct, MotionState, Vote, VoteResult
from confapp.voting.reading import by_label, standing_ballot, vote_called

KEYS = {Choice.YES: "y", Choice.NO: "n", Choice.ABSTAIN: "a", Choice.ABSENT: "-"}
ANNOUNCED = ("yes", "no", "abstain", "absent")
SETTLED = {VoteResult.CARRIED: MotionState.CARRIED, VoteResult.LOST: MotionState.LOST}


@blueprint.route("/vote/", methods=["GET", "POST"])
@needs(KEEP)
def vote(conference: str, label: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    session = session_at(label)
    form = VoteForm(data={"motion": request.args.get("motion", "")})
    delegations = entitled_delegations(conference_of(session))
    return answered(
        session,
        form,
        lambda: _hold(session, form, delegations),
        _("The vote is kept."),
        template="voting/vote.html",
        title=_("Enter a vote"),
        delegations=delegations,
        choices=BALLOTS,
        keys=KEYS,
    )


@blueprint.route("/change/", methods=["GET", "POST"])
@needs(KEEP)
def change(conference: str, label: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    session, form = session_at(label), ChangeForm(data={"vote": request.args.get("vote", "")})
    return answered(
        session,
        form,
        lambda: _change(session, form),
        _("The changed vote is noted. The first one stays to be read."),
        title=_("Change a vote, or enter a late one"),
        consequence=_(
            "The result was declared already. What it was declared on stays as it is, beside what counts now."
        ),
        button=_("Note it"),
    )


def _hold(session: Session, form: VoteForm, delegations: list[Delegation]) -> Vote:
    motion = by_label(Motion, form.motion.data)
    entry = add_entry(session, kind=EntryKind.VOTE, occurred=form.declared.data, by=current_user)
    kept = operations.hold_vote(
        session,
        **form.facts(but=("motion", "settles", *ANNOUNCED)),
        motion=motion,
        entry=entry,
        ballots=_ballots(delegations),
        printed_rolls=_announced(form),
        by=current_user,
    )
    if motion is not None:
        operations.note_motion(motion, entry, MotionAct.PUT, by=current_user)
        # `form.result` is what the act gives; the field of that name is reached by its key.
        settled = SETTLED.get(form["result"].data)
        if form.settles.data and motion.state is MotionState.PENDING and settled is not None:
            operations.dispose_motion(motion, state=settled, by=current_user)
    return kept


def _ballots(delegations: list[Delegation]) -> list[BallotFacts]:
    """What was chosen in the grid; who has no mark is left out."""
    known = {choice.value: choice for choice in BALLOTS}
    sent = ((one, request.form.get(f"ballot-{one.id}", "")) for one in delegations)
    return [{"delegation": one, "choice": known[choice]} for one, choice in sent if choice in known]


def _announced(form: VoteForm) -> list[PrintedRollFacts]:
    """The totals as they were announced, where any were."""
    yes, no, abstain, absent = form.yes.data, form.no.data, form.abstain.data, form.absent.data
    if yes is None and no is None and abstain is None and absent is None:
        return []
    return [
        {
            "title": _("As announced"),
            "announced_yes": yes,
            "announced_no": no,
            "announced_abstain": abstain,
            "announced_absent": absent,
        }
    ]


def _change(session: Session, form: ChangeForm) -> Ballot:
    about, delegation = vote_called(str(form.vote.data)), delegation_called(form.delegation.data)
    assert delegation is not None
    facts: dict[str, Any] = form.facts(but=("vote", "delegation"))
    said = _(
        "%(name)s in the vote %(label)s: %(reason)s", name=delegation.name, label=about.label, reason=facts["reason"]
    )
    entry = add_entry(session, kind=EntryKind.VOTE_CHANGED, text=said, occurred=facts["entered"], by=current_user)
    facts.update(session=session, entry=entry, by=current_user)
    earlier = standing_ballot(about, delegation.id)
    if earlier is not None:
        return operations.supersede_ballot(earlier, **facts)
    return operations.enter_ballot(about, delegation=delegation, **facts)
