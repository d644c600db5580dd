"""Forms of a conference itself: convening it, what is known of it, and the steps of its life cycle."""

from __future__ import annotations

from collections.abc import Sequence

import sqlalchemy as sa
from flask_babel import lazy_gettext as _l
from flask_login import current_user

from confapp.calendars import CALENDARS
from confapp.conferences import operations
from confapp.conferences.forms.provenance import ProvenanceField
from confapp.conferences.models import Conference, ConferenceFormat, Series
from confapp.conferences.rules_data import PRESETS
from confapp.conferences.words import FORMATS
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
    SlugField,
    TextField,
    VersionField,
)
from confapp.forms.lists import LanguagesField, WordsField, ZoneField
from confapp.officials import operations as officials
from confapp.officials.models import Official
from confapp.organizations.forms import AS_FAR_AS_KNOWN, ORGANIZATIONS
from confapp.organizations.models import Body, BodyKind
from confapp.organizations.operations import found_organization

CALENDAR_WORDS = {key: calendar.name for key, calendar in CALENDARS.items()}


def _bodies_that_convene() -> Sequence[sa.ColumnElement[bool]]:
    return (Body.kind.in_([BodyKind.ORGANIZATION, BodyKind.ORGAN]),)


CONVENERS = Pickable(
    key="conveners",
    model=Body,
    name=lambda one: one.name,
    note=lambda one: one.short_name,
    only=_bodies_that_convene,
    make=lambda name: found_organization(name=name, by=current_user),
)
CONVENING_OFFICIALS = Pickable(
    key="convening-officials",
    model=Official,
    name=lambda one: one.name,
    note=lambda one: one.affiliation,
    make=lambda name: officials.register_official(name=name, by=current_user),
)
SERIES = Pickable(
    key="series",
    model=Series,
    name=lambda one: one.name,
    note=lambda one: one.gathering,
    make=lambda name: operations.create_series(name=name, by=current_user),
)


class ConveneForm(Form):
    """The few things with which a conference begins; all else has a default or can wait."""

    name = LineField(_l("Title"), of=Body.name, description=_l("In full: “International Meridian Conference”."))
    convener = PickerField(
        _l("Convened by"), of=CONVENERS, description=_l("The organization, or its organ, that calls the conference.")
    )
    starts_on = PartialDateField(_l("First day"), description=AS_FAR_AS_KNOWN)
    ends_on = PartialDateField(_l("Last day"))
    place = LineField(_l("Place"), of=Conference.place, description=_l("The town. Left empty if it is online."))
    format = EnumField(_l("Where people meet"), words=FORMATS, default=ConferenceFormat.IN_PERSON)
    zone = ZoneField(_l("Time zone"), of=Conference.zone, description=_l("Its clocks: “Europe/Moscow”."))
    languages = LanguagesField(
        _l("Languages"), description=_l("In which it is held, with commas between: “English, French”.")
    )
    series = PickerField(_l("Series"), of=SERIES, description=_l("The conferences among which it is counted, if any."))
    ordinal = NumberField(
        _l("Number in the series"), least=1, description=_l("Left empty, it takes the next one of the series.")
    )
    rules = EnumField(
        _l("Rules of procedure"), words=PRESETS, blank=_l("Decide later"), description=_l("They can be replaced later.")
    )
    is_called = CheckField(_l("It is called already"), description=_l("Else it is only planned, and is called later."))
    convened_on = PartialDateField(_l("Called on"), description=_l("The date of the act by which it was called."))
    slug = SlugField(_l("Address"), description=_l("Of its pages. Left empty, it is made from the title."))


class ConferenceForm(Form):
    """All that is known of a conference; its title and its state have pages of their own."""

    version = VersionField()
    short_name = LineField(_l("Short title"), of=Body.short_name, description=_l("As in tables and symbols: “IMC”."))
    subtitle = LineField(_l("Subtitle"), of=Conference.subtitle)
    description = TextField(
        _l("About it"), of=Conference.description, description=_l("What it is for, in a paragraph. Strangers read it.")
    )
    language = LanguageField(
        _l("Language of these texts"), of=Conference.language, description=_l("If it is not the first one below.")
    )
    convener = PickerField(_l("Convened by"), of=CONVENERS)
    convening_official = PickerField(
        _l("Signed for the convener"), of=CONVENING_OFFICIALS, description=_l("The person who called it.")
    )
    host = PickerField(_l("Host"), of=ORGANIZATIONS, description=_l("Who provides the place."))
    format = EnumField(_l("Where people meet"), words=FORMATS, default=ConferenceFormat.IN_PERSON)
    place = LineField(_l("Place"), of=Conference.place, description=_l("The town."))
    venue = LineField(_l("Venue"), of=Conference.venue, description=_l("The house, and its address."))
    online_link = LineField(_l("Link to take part"), of=Conference.online_link)
    announced_on = PartialDateField(_l("Announced"), description=AS_FAR_AS_KNOWN)
    starts_on = PartialDateField(_l("First day"), description=AS_FAR_AS_KNOWN)
    ends_on = PartialDateField(_l("Last day"))
    zone = ZoneField(_l("Time zone"), of=Conference.zone, description=_l("Its clocks: “Europe/Moscow”."))
    calendar = EnumField(
        _l("Second calendar"),
        words=CALENDAR_WORDS,
        blank=_l("none"),
        description=_l("Its year is shown beside each date: “5 February 2021 · Juche 110”."),
    )
    languages = LanguagesField(_l("Languages"), description=_l("In which it is held: “English, French”."))
    record_languages = LanguagesField(
        _l("Languages of the records"), description=_l("The first one is that of the authentic text.")
    )
    series = PickerField(_l("Series"), of=SERIES)
    ordinal = NumberField(_l("Number in the series"), least=1)
    preceded_by = LineField(
        _l("The one before it"), of=Conference.preceded_by, description=_l("Only where that one is not kept here.")
    )
    category = LineField(_l("Category"), of=Conference.category, description=_l("On the shelf of proceedings."))
    tags = WordsField(_l("Keywords"), description=_l("With commas between: “meridian, time”."))
    accent = LineField(
        _l("Colour of its pages"), of=Conference.accent, description=_l("Like #1f4e79; its contrast is checked.")
    )
    provenance = ProvenanceField(
        also={"name": _l("Title"), "convened_on": _l("Called on"), "opened": _l("Opened"), "closed": _l("Closed")}
    )


class RenameForm(Form):
    """A new title; the present one stays as a former name."""

    version = VersionField()
    name = LineField(_l("New title"), of=Body.name)
    on = PartialDateField(_l("Since"), description=_l("When it took the new title, as far as it is known."))
    slug = SlugField(_l("Address"), description=_l("Left empty, it is made from the title. The old one leads to it."))


class CallForm(Form):
    """The act of convening."""

    on = PartialDateField(_l("Called on"), description=_l("The date of the act. Left empty, nobody stated one."))


class StepForm(Form):
    """A step of the life cycle that says nothing more."""


class MomentForm(Form):
    """Opening or closing, now or as a source states it."""

    at = MomentField(
        _l("When"),
        description=_l("As far as it is known: “1 October 1884, 13:00”. Left empty, it is now."),
    )
    is_unknown = CheckField(_l("Nobody states when"), description=_l("Then no date is written down."))


class CourseForm(Form):
    """The dates of the steps that were taken."""

    version = VersionField()
    convened_on = PartialDateField(_l("Called on"), description=AS_FAR_AS_KNOWN)
    opened = MomentField(_l("Opened"), description=_l("A date, with its time if it is known."))
    closed = MomentField(_l("Closed"), description=_l("A date, with its time if it is known."))


class CloneForm(Form):
    """What is new about a conference that is made after another one."""

    name = LineField(_l("Title"), of=Body.name)
    starts_on = PartialDateField(
        _l("First day"),
        description=_l("All other dates move by as much. Needs a day where the old one has one."),
        required=True,
    )
    slug = SlugField(_l("Address"), description=_l("Left empty, it is made from the title."))
    with_committees = CheckField(_l("Committees with their members"), default=True)
    with_programme = CheckField(_l("Halls, tracks and planned sessions"), default=True)
    with_agenda = CheckField(_l("The agenda, as a draft"), default=True)
