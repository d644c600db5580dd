"""The register of letters, of those that were accepted and that their senders allow to be shown."""

from __future__ import annotations

from collections.abc import Iterator

from flask_babel import gettext as _

from confapp.formatting import format_date
from confapp.letters.models import Letter, PresentationForm
from confapp.letters.queries import public_letters
from confapp.proceedings.format import Section
from confapp.proceedings.sections.writing import Compiling, Writer, behind, is_numbered, joined, session_name
from confapp.records.prose import escaped, sentences
from confapp.records.tables import moment
from confapp.records.telling import once


def letters(compiling: Compiling) -> Iterator[Section | None]:
    """The section on letters and other communications."""
    writer = Writer(compiling, "letters")
    for one in public_letters(compiling.conference):
        refs = [{"kind": "letter", "id": str(one.register_number)}]
        if one.sender_organization:
            refs.append({"kind": "organization", "id": one.sender_organization.slug})
        if one.sender_official:
            refs.append({"kind": "official", "id": one.sender_official.slug})
        key = str(one.register_number)
        number = str(one.register_number)
        text = sentences(_letter(compiling, one))
        writer.add(key, "letter", text, data=_data(compiling, one), refs=refs, number=number)
        writer.quote(f"{key}.text", compiling.names.words(one, "text"))
    yield writer.section("letters", _("Letters and communications"))


def _letter(compiling: Compiling, one: Letter) -> Iterator[str]:
    sender = _sender(compiling, one) or _("Sender not named")
    facts = [
        compiling.name(one, "medium"),
        _("signed by %(name)s", name=escaped(one.signatory)) if one.signatory and one.signatory != sender else None,
        compiling.name(one, "capacity"),
        compiling.name(one, "place"),
        _("dated %(date)s", date=format_date(one.written_on, compiling.language)) if one.written_on else None,
        _("received %(date)s", date=format_date(one.received.date, compiling.language)) if one.received else None,
        _("through %(name)s", name=compiling.name(one, "via")) if one.via else None,
        _("Annex %(label)s", label=one.annex) if one.annex else None,
    ]
    head = behind(sender, facts)
    subject = compiling.names.words(one, "subject")
    yield f"{head}: {compiling.scene().title(subject)}" if subject else head
    if one.presentations:
        yield _("Before the conference: %(sessions)s", sessions="; ".join(_presented(one)))
    if one.disposition:
        yield _("Disposition: %(text)s", text=compiling.content(one, "disposition"))


def _sender(compiling: Compiling, one: Letter) -> str | None:
    names, scene = compiling.names, compiling.scene()
    sender = names.words(one, "sender_name")
    body = names.words(one.sender_organization, "name") if one.sender_organization else None
    found = [scene.name(words) for words in once(sender, body)]
    if sender is None and one.sender_official:
        found.insert(0, scene.person(names.person(one.sender_official)))
    return joined(found, ", ") or None


def _presented(one: Letter) -> Iterator[str]:
    forms = {
        PresentationForm.READ: _("read"),
        PresentationForm.SUMMARIZED: _("summarized"),
        PresentationForm.CIRCULATED: _("circulated"),
        PresentationForm.MENTIONED: _("mentioned"),
        PresentationForm.REPORTED: _("reported on"),
        PresentationForm.PRINTED: _("printed with the record"),
        PresentationForm.ANNEXED: _("annexed to the record"),
    }
    for each in one.presentations:
        form = forms[each.form]
        if is_numbered(each.session):
            yield _("session %(label)s, %(form)s", label=each.session.label, form=form)
        else:
            yield joined([session_name(each.session), form], ", ")


def _data(compiling: Compiling, one: Letter) -> dict[str, str]:
    official = compiling.names.person(one.sender_official).name.text if one.sender_official else ""
    members = {
        "from": compiling.plain(one, "sender_name") or official,
        "organization": compiling.plain(one.sender_organization, "name"),
        "signatory": one.signatory or "",
        "capacity": compiling.plain(one, "capacity"),
        "dated": str(one.written_on or ""),
        "received": moment(one.received) if one.received else "",
        "number": str(one.register_number),
        "presented": ", ".join(each.session.label for each in one.presentations),
    }
    return {name: value for name, value in members.items() if value or name == "from"}
