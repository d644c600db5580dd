"""Forms of invitations, delegations, delegates and guests."""

from __future__ import annotations

from typing import Any

from flask_babel import lazy_gettext as _l
from flask_login import current_user

from confapp.forms import (
    CheckField,
    EnumField,
    Form,
    LanguageField,
    LineField,
    MomentField,
    NumberField,
    PartialDateField,
    Pickable,
    PickerField,
    TextField,
    VersionField,
)
from confapp.officials.models import Official
from confapp.officials.operations import register_official
from confapp.organizations.forms import ORGANIZATIONS
from confapp.participation.models import (
    Delegate,
    DelegateRole,
    Delegation,
    DelegationCategory,
    Guest,
    Invitation,
    InvitationState,
)
from confapp.participation.words import CATEGORIES, INVITED, ROLES

AS_FAR_AS_KNOWN = _l("As far as it is known: a year, a month or a day.")
ON_THE_SPOT = _l("Type a part of the name; one that is not known yet is entered on the spot.")
MOST_VOTES = 1_000_000

PEOPLE = Pickable(
    key="participants",
    model=Official,
    name=lambda one: one.name,
    note=lambda one: one.affiliation,
    make=lambda name: register_official(name=name, by=current_user),
)


class InvitationFacts(Form):
    """What is known of an invitation beside whom it goes to."""

    sent_on = PartialDateField(_l("Sent on"), description=AS_FAR_AS_KNOWN)
    delegates_max = NumberField(_l("Delegates at most"), least=1, most=10_000)
    note = TextField(_l("Note"), of=Invitation.note)


class InvitationForm(InvitationFacts):
    """An invitation is corrected."""

    version = VersionField()


class NewInvitationForm(InvitationFacts):
    """A new one."""

    organization = PickerField(_l("To which organization"), of=ORGANIZATIONS, description=ON_THE_SPOT)
    official = PickerField(_l("Or to which person"), of=PEOPLE, description=ON_THE_SPOT)


class AnswerForm(Form):
    """What became of an invitation."""

    state = EnumField(
        _l("Answer"),
        words={state: word for state, word in INVITED.items() if state is not InvitationState.SENT},
        default=InvitationState.ACCEPTED,
    )
    on = PartialDateField(_l("On"), description=AS_FAR_AS_KNOWN)


class DelegationFacts(Form):
    """In what quality a delegation takes part."""

    category = EnumField(_l("Category"), words=CATEGORIES, default=DelegationCategory.MEMBER)
    votes = NumberField(
        _l("Votes"), most=MOST_VOTES, default=1, description=_l("More than one only where votes are weighted.")
    )
    first_present = LineField(
        _l("First present at"), of=Delegation.first_present, description=_l("The session at which it took its seat.")
    )
    language = LanguageField(_l("Language of its name"), of=Delegation.language)

    def facts(self, *, but: tuple[str, ...] = ()) -> dict[str, Any]:
        """Nothing that is counted is unknown."""
        found = super().facts(but=but)
        return {**found, "votes": 1 if found["votes"] is None else found["votes"]}


class DelegationForm(DelegationFacts):
    """A delegation is corrected."""

    name = LineField(_l("Name at this conference"), of=Delegation.name)
    is_voting = CheckField(_l("It votes"))
    version = VersionField()


class NewDelegationForm(DelegationFacts):
    """A new one, with its head where that is known already."""

    organization = PickerField(_l("Organization"), of=ORGANIZATIONS, description=ON_THE_SPOT)
    name = LineField(
        _l("Name at this conference"),
        of=Delegation.name,
        required=False,
        description=_l("Left empty, it is the organization's. An individual has no organization and needs a name."),
    )
    voting = EnumField(
        _l("Does it vote"),
        words={"yes": _l("yes"), "no": _l("no")},
        blank=_l("As its category says: members and individuals do"),
    )
    head = PickerField(_l("Head of delegation"), of=PEOPLE, description=ON_THE_SPOT)

    def facts(self, *, but: tuple[str, ...] = ()) -> dict[str, Any]:
        """Whether it votes is left to its category where nothing is chosen."""
        found = super().facts(but=(*but, "voting"))
        said = {} if self.voting.data is None else {"is_voting": self.voting.data == "yes"}
        return {**found, **said, "name": found["name"] or None}


class DelegateFacts(Form):
    """What somebody is in the delegation and at home, and for which term."""

    role = EnumField(_l("Role"), words=ROLES, default=DelegateRole.DELEGATE)
    title = LineField(_l("Title"), of=Delegate.title, description=_l("What the person is at home, as it is printed."))
    term_start = MomentField(_l("From"), description=_l("Only where it is not the whole conference."))
    term_end = MomentField(_l("Until"))


class NewDelegateForm(DelegateFacts):
    """Somebody is made a member of a delegation."""

    official = PickerField(_l("Who"), of=PEOPLE, required=True, description=ON_THE_SPOT)


class DelegateForm(DelegateFacts):
    """A delegate is corrected; without an end of the term nobody has left."""

    version = VersionField()


class ReplaceForm(Form):
    """Who follows a delegate, and from when."""

    official = PickerField(_l("Who follows"), of=PEOPLE, required=True, description=ON_THE_SPOT)
    title = LineField(_l("Title"), of=Delegate.title, description=_l("What the person is at home, as it is printed."))
    at = MomentField(_l("From when"), description=_l("Left empty, nobody states it."))


class AtForm(Form):
    """When somebody left."""

    at = MomentField(_l("When"), required=True, description=AS_FAR_AS_KNOWN)


class CredentialsForm(Form):
    """What happened to the credentials."""

    on = PartialDateField(_l("On"), description=AS_FAR_AS_KNOWN)
    note = TextField(_l("Note"), of=Delegation.credentials_note, description=_l("Why, or what it says."))

    def facts(self, *, but: tuple[str, ...] = ()) -> dict[str, Any]:
        """An empty note leaves the one that is there."""
        found = super().facts(but=but)
        return {**found, "note": found["note"] or None}


class DayForm(Form):
    """When it was decided."""

    on = PartialDateField(_l("On"), description=AS_FAR_AS_KNOWN)


class GuestFacts(Form):
    """As what somebody takes part without a delegation."""

    capacity = LineField(_l("As"), of=Guest.capacity, description=_l("“speaker”, “expert”, “interpreter”."))
    is_listed = CheckField(
        _l("Stands on the list of participants"), default=True, description=_l("Take it away for staff, for example.")
    )


class GuestForm(GuestFacts):
    """A guest is corrected."""

    version = VersionField()


class NewGuestForm(GuestFacts):
    """A new one."""

    official = PickerField(_l("Who"), of=PEOPLE, required=True, description=ON_THE_SPOT)
