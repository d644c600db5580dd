"""Forms of organizations, their names, events and organs."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l
from flask_login import current_user

from confapp.forms import (
    EnumField,
    Form,
    LanguageField,
    LineField,
    PartialDateField,
    Pickable,
    PickerField,
    SlugField,
    TextField,
    VersionField,
)
from confapp.organizations import operations
from confapp.organizations.models import (
    Body,
    BodyName,
    NameKind,
    Organ,
    Organization,
    OrganizationEvent,
    OrganizationKind,
)
from confapp.organizations.words import KINDS, NAMES

AS_FAR_AS_KNOWN = _l("As far as it is known: a year, a month or a day.")

ORGANIZATIONS = Pickable(
    key="organizations",
    model=Organization,
    name=lambda one: one.name,
    note=lambda one: ", ".join(filter(None, [one.short_name, one.country])),
    make=lambda name: operations.found_organization(name=name, by=current_user),
)


class OrganizationFacts(Form):
    """What is known of an organization beside its name."""

    short_name = LineField(_l("Short name"), of=Body.short_name, description=_l("As in tables: “USSR”, “ICAO”."))
    organization_kind = EnumField(_l("Kind"), words=KINDS, default=OrganizationKind.MEMBER)
    country = LineField(_l("Country"), of=Organization.country)
    seat = LineField(_l("Seat"), of=Organization.seat, description=_l("Where its offices are: “Geneva”."))
    founded_on = PartialDateField(_l("Founded"), description=AS_FAR_AS_KNOWN)
    dissolved_on = PartialDateField(_l("Dissolved"), description=_l("Only of one that is no more."))
    language = LanguageField(_l("Language of these texts"), of=Organization.language)
    description = TextField(_l("Description"), of=Organization.description)


class OrganizationForm(OrganizationFacts):
    """An edit; the name is changed by `RenameForm`, which keeps the former one."""

    version = VersionField()


class NewOrganizationForm(OrganizationFacts):
    """A new one, with its name and, for whoever wants one of their own, its address."""

    name = LineField(_l("Name"), of=Body.name, description=_l("In full, as it calls itself now."))
    slug = SlugField(_l("Address"), description=_l("The end of its web address. Left empty, it is made from the name."))


class RenameForm(Form):
    """A new name; the present one stays as a former name."""

    version = VersionField()
    name = LineField(_l("New name"), of=Body.name)
    on = PartialDateField(_l("Since"), description=_l("When it took the new name, as far as it is known."))


class NameForm(Form):
    """Another name that a body or a person has or had."""

    name = LineField(_l("Name"), of=BodyName.name)
    kind = EnumField(_l("What kind of name"), words=NAMES, default=NameKind.VARIANT)
    language = LanguageField(_l("Language"), of=BodyName.language)
    valid_from = PartialDateField(_l("From"), description=AS_FAR_AS_KNOWN)
    valid_until = PartialDateField(_l("Until"), description=AS_FAR_AS_KNOWN)


class EventForm(Form):
    """Something that happened in the life of an organization."""

    kind = LineField(_l("Kind"), of=OrganizationEvent.kind, description=_l("In a word: “founding”, “reorganization”."))
    occurred_on = PartialDateField(_l("When"), description=AS_FAR_AS_KNOWN)
    place = LineField(_l("Where"), of=OrganizationEvent.place)
    text = TextField(_l("What happened"), of=OrganizationEvent.text)


class OrganFacts(Form):
    """What is known of a standing part of an organization."""

    short_name = LineField(_l("Short name"), of=Body.short_name)
    organ_kind = LineField(_l("Kind"), of=Organ.organ_kind, description=_l("In a word: “council”, “committee”."))
    territory = LineField(_l("Territory"), of=Organ.territory, description=_l("Where it works, if not everywhere."))
    founded_on = PartialDateField(_l("Set up"), description=AS_FAR_AS_KNOWN)
    dissolved_on = PartialDateField(_l("Dissolved"), description=_l("Only of one that is no more."))


class OrganForm(OrganFacts):
    """An edit."""

    version = VersionField()


class NewOrganForm(OrganFacts):
    """A new one, with its name."""

    name = LineField(_l("Name"), of=Body.name)


class RelationsForm(Form):
    """How an organization stands to others."""

    parent = PickerField(_l("Part of"), of=ORGANIZATIONS, description=_l("The organization that it belongs to."))
    successor = PickerField(_l("Followed by"), of=ORGANIZATIONS, description=_l("Who took its place."))


class DissolveForm(Form):
    """The end of an organization, and who follows."""

    on = PartialDateField(_l("When"), required=True, description=AS_FAR_AS_KNOWN)
    successor = PickerField(_l("Followed by"), of=ORGANIZATIONS, description=_l("Nobody, where it is left empty."))


class DissolveOrganForm(Form):
    """The end of an organ."""

    on = PartialDateField(_l("When"), required=True, description=AS_FAR_AS_KNOWN)
