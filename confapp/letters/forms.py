"""Forms of letters: what is known of one, its verbs, its pictures and translations."""

from __future__ import annotations

from typing import Any

from flask import g
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_login import current_user
from werkzeug.datastructures import FileStorage
from wtforms import FileField
from wtforms.validators import StopValidation
from wtforms.widgets import FileInput

from confapp.committees.models import Committee
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
from confapp.letters.models import Letter, LetterKind, LetterPresentation, PresentationForm
from confapp.letters.words import KINDS, PRESENTED
from confapp.officials.models import Official
from confapp.officials.operations import register_official
from confapp.organizations.forms import ORGANIZATIONS
from confapp.programme.queries import session_names
from confapp.storage import Kept, keep

PEOPLE = Pickable(
    key="letter-people",
    model=Official,
    name=lambda one: one.name,
    note=lambda one: one.affiliation,
    make=lambda name: register_official(name=name, by=current_user),
)
COMMITTEES = Pickable(
    key="letter-committees", model=Committee, name=lambda one: one.name, within=Committee.conference_id
)


class ScanField(FileField):
    """A file; what it is, its content says once it is kept."""

    widget = FileInput()
    is_fact = False

    def __init__(self, label: Any = None, *, required: bool = False, **kwargs: Any) -> None:
        """Take whether there must be one."""
        self.required = required
        super().__init__(label, **kwargs)

    def process_formdata(self, valuelist: list[Any]) -> None:
        self.data = next((one for one in valuelist if isinstance(one, FileStorage) and one.filename), None)

    def pre_validate(self, form: Any) -> None:
        if self.required and self.data is None:
            raise StopValidation(_("Choose a file."))

    def keep(self) -> Kept:
        """Keep the file that was sent."""
        assert self.data is not None
        return keep(self.data.stream, self.data.filename)

    def said(self) -> str:
        return str(self.data.filename or "") if self.data else ""


class LetterFacts(Form):
    """What is known of a letter."""

    kind = EnumField(_l("What it is"), words=KINDS, default=LetterKind.CONGRATULATORY)
    sender_organization = PickerField(
        _l("From which organization"),
        of=ORGANIZATIONS,
        description=_l("Type a part of the name; one that is not known yet is entered on the spot."),
    )
    sender_official = PickerField(_l("Who signed it"), of=PEOPLE, description=_l("The person, where known here."))
    sender_name = LineField(
        _l("Sender as stated"),
        of=Letter.sender_name,
        description=_l("Where it is neither an organization nor a person known here: “Citizens of Odessa”."),
    )
    signatory = LineField(_l("Signature as it stands"), of=Letter.signatory, description=_l("As it is written."))
    capacity = LineField(_l("Signed as"), of=Letter.capacity, description=_l("“Secretary General”, “for the members”."))
    addressee = LineField(_l("To"), of=Letter.addressee)
    via = LineField(_l("By way of"), of=Letter.via, description=_l("Who passed it on, if anybody."))
    medium = LineField(_l("Came as"), of=Letter.medium, description=_l("“telegram”, “e-mail”, “printed letter”."))
    place = LineField(_l("Written at"), of=Letter.place)
    written_on = PartialDateField(
        _l("Written on"), description=_l("As far as it is known: “October 1884”, “5.2.2021”.")
    )
    received = MomentField(_l("Received"), description=_l("The day, with the time behind it where it matters."))
    written_in = LanguageField(_l("Language of the letter"), of=Letter.written_in)
    subject = TextField(_l("Subject"), of=Letter.subject, description=_l("In a sentence, as the register shows it."))
    text = TextField(_l("Text"), of=Letter.text, description=_l("Word for word; a blank line parts paragraphs."))
    items = NumberField(_l("Pieces"), least=1, most=10_000, description=_l("How many came, if several."))
    enclosures = NumberField(_l("Enclosures"), most=10_000)
    printed_number = LineField(
        _l("Printed number"), of=Letter.printed_number, description=_l("Where a source has one.")
    )
    rank = NumberField(
        _l("Place in the order of protocol"), most=100_000, default=0, description=_l("Small numbers come first.")
    )
    is_public = CheckField(
        _l("Its sender allows that everybody sees it"),
        default=True,
        description=_l("Strangers see it once the conference has accepted it."),
    )
    language = LanguageField(_l("Language of subject and remarks"), of=Letter.language)
    disposition = TextField(_l("What was done with it"), of=Letter.disposition)
    referred_to = PickerField(_l("Referred to the committee"), of=COMMITTEES)
    referred_on = PartialDateField(_l("Referred on"))

    def facts(self, *, but: tuple[str, ...] = ()) -> dict[str, Any]:
        """The order of protocol is never unknown."""
        found = super().facts(but=but)
        return {**found, "rank": found["rank"] or 0} if "rank" in found else found


class LetterForm(LetterFacts):
    """A letter that is corrected."""

    version = VersionField()


class NewLetterForm(LetterFacts):
    """A new one under the next number; its first picture can come with it."""

    register_number = NumberField(
        _l("Register number"), least=1, required=True, description=_l("The next one that is free.")
    )
    file = ScanField(_l("Scan"), description=_l("PDF, PNG, JPEG or TIFF, up to 20 MB."))


class DayForm(Form):
    """When something was done with a letter."""

    on = PartialDateField(_l("On"), description=_l("As far as it is known; it may stay empty."))


class DeclineForm(Form):
    """Why a letter is declined."""

    reason = TextField(_l("Why"), of=Letter.disposition, description=_l("For the register; strangers do not see it."))


class PresentForm(Form):
    """How a letter comes before a session."""

    session = EnumField(_l("Session"), words=lambda: session_names(g.conference_id))
    form = EnumField(_l("How"), words=PRESENTED, default=PresentationForm.READ)
    presented = MomentField(_l("When"), description=_l("Left empty, it is the session's own time."))
    presented_by = PickerField(_l("By whom"), of=PEOPLE)
    note = TextField(_l("Note"), of=LetterPresentation.note)


class AnnexForm(Form):
    """Under which number a letter is annexed."""

    annex = LineField(_l("Number of the annex"), of=Letter.annex, description=_l("As printed: “V”, “12”."))


class ScanForm(Form):
    """A picture of a letter."""

    file = ScanField(_l("File"), required=True, description=_l("PDF, PNG, JPEG or TIFF, up to 20 MB."))


class TranslationForm(Form):
    """A letter in another language."""

    version = VersionField()
    to = LanguageField(_l("Into which language"), required=True)
    subject = TextField(_l("Subject"), of=Letter.subject)
    text = TextField(_l("Text"), of=Letter.text)
