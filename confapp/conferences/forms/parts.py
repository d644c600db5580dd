"""Forms of what stands around a conference: occasions, instruments, sources, series."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from confapp.conferences.forms.provenance import ProvenanceField
from confapp.conferences.models import ConveningInstrument, Occasion, Series, Source
from confapp.forms import Form, LanguageField, LineField, NumberField, PartialDateField, TextField, VersionField
from confapp.organizations.forms import AS_FAR_AS_KNOWN


class OccasionForm(Form):
    """Why it is held when it is held."""

    version = VersionField()
    name = LineField(_l("Occasion"), of=Occasion.name, description=_l("In a line: “25th anniversary of its founding”."))
    anniversary = NumberField(
        _l("Which anniversary"), least=1, most=9999, description=_l("The number: 25. It is checked against the dates.")
    )
    base_event = LineField(_l("Of what"), of=Occasion.base_event, description=_l("The event from which it is counted."))
    base_date = PartialDateField(_l("Date of that event"), description=AS_FAR_AS_KNOWN)
    occurs_on = PartialDateField(_l("Date of the occasion"), description=AS_FAR_AS_KNOWN)
    meaning = TextField(_l("What it means"), of=Occasion.meaning)
    language = LanguageField(_l("Language of these texts"), of=Occasion.language)
    provenance = ProvenanceField()


class InstrumentForm(Form):
    """An act, circular or resolution by which it was called."""

    version = VersionField()
    kind = LineField(_l("Kind"), of=ConveningInstrument.kind, description=_l("In a word: “act”, “circular”."))
    title = LineField(_l("Title"), of=ConveningInstrument.title)
    issued_on = PartialDateField(_l("Issued"), description=AS_FAR_AS_KNOWN)
    issued_by = LineField(_l("Issued by"), of=ConveningInstrument.issued_by)
    summary = TextField(_l("What it says"), of=ConveningInstrument.summary)
    annex = LineField(_l("Annex"), of=ConveningInstrument.annex, description=_l("Under which it is annexed: “I”."))
    delegates_max = NumberField(
        _l("Most delegates"), least=1, description=_l("How many each delegation may have, if it says so.")
    )
    language = LanguageField(_l("Language of these texts"), of=ConveningInstrument.language)
    provenance = ProvenanceField()


class SourceForm(Form):
    """A book, file or report that facts are taken from."""

    title = LineField(_l("Title"), of=Source.title)
    citation = TextField(_l("Citation"), of=Source.citation, description=_l("As in a bibliography."))
    url = LineField(_l("Link"), of=Source.url)
    rights = LineField(_l("Rights"), of=Source.rights, description=_l("“Public domain”, a licence, or who holds them."))
    language = LanguageField(_l("Language"), of=Source.language)
    note = TextField(_l("Note"), of=Source.note)


class NewSourceForm(SourceForm):
    """A new one, with the key by which facts cite it."""

    key = LineField(
        _l("Key"), of=Source.key, required=False, description=_l("Facts cite it by this. Left empty, one is made.")
    )


class SeriesForm(Form):
    """What a series is called."""

    version = VersionField()
    name = LineField(_l("Name"), of=Series.name, description=_l("Of all of them: “Postal Congresses”."))
    gathering = LineField(
        _l("One of them is called"), of=Series.gathering, description=_l("In a word: “conference”, “congress”.")
    )
