"""The colophon: where everything comes from, what is open in it, how it was approved and made."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from flask_babel import gettext as _
from flask_babel import ngettext

from confapp.conferences.models import Source
from confapp.conferences.queries import sources
from confapp.formatting import format_date, format_moment, format_number
from confapp.proceedings.format import Section
from confapp.proceedings.imprint import Imprint
from confapp.proceedings.remarks import Open, open_matters
from confapp.proceedings.sections.writing import (
    Compiling,
    Writer,
    behind,
    identifier,
    is_numbered,
    joined,
    session_name,
)
from confapp.programme.models import Session
from confapp.records.models import ApprovalManner, SessionRecord
from confapp.records.prose import escaped, sentences


def colophon(compiling: Compiling, approved: Sequence[SessionRecord], imprint: Imprint) -> Iterator[Section | None]:
    """The section that says what this edition rests on."""
    writer = Writer(compiling, "colophon")
    writer.add("edition", "text", sentences(_edition(compiling, imprint)))
    _sources(compiling, writer)
    _approvals(compiling, writer, approved)
    _rules(compiling, writer)
    _open(writer, open_matters(compiling.conference))
    _waivers(writer, imprint)
    _found(writer, imprint)
    _corrigenda(compiling, writer, approved)
    writer.heading("made.heading", _("How this edition was made"), level=2)
    writer.add("generator", "text", _("Drafted and sealed with %(generator)s.", generator=imprint.generator))
    writer.add(
        "verify",
        "text",
        _(
            "This edition is a file with a digest over every paragraph, and a signature. Whoever has the file can show "
            "without a network that nothing in it was changed, and name the first paragraph that was."
        ),
    )
    yield writer.section("colophon", _("Colophon"))


def _edition(compiling: Compiling, imprint: Imprint) -> Iterator[str]:
    yield _(
        "Edition %(number)s of %(title)s, published on %(date)s by %(name)s",
        number=imprint.number,
        title=f"*{escaped(imprint.title)}*",
        date=format_date(imprint.day, compiling.language),
        name=escaped(imprint.published_by),
    )
    if imprint.previous:
        yield _(
            "It follows edition %(number)s with the digest %(digest)s",
            number=imprint.number - 1,
            digest=imprint.previous,
        )


def _sources(compiling: Compiling, writer: Writer) -> None:
    found = sources(compiling.conference)
    if found:
        writer.heading("sources.heading", _("Sources"), level=2)
    for one in found:
        writer.add(f"sources.{identifier(one.key)}", "text", sentences(_source(one)))


def _source(one: Source) -> Iterator[str]:
    yield behind(f"*{escaped(one.title)}*", [escaped(one.key)])
    for text in (one.citation, one.note):
        if text:
            yield escaped(text)
    if one.rights:
        yield _("Rights: %(text)s", text=escaped(one.rights))
    if one.url:
        yield f"[{one.url}]({one.url})" if one.url.startswith(("https://", "http://")) else escaped(one.url)


def _approvals(compiling: Compiling, writer: Writer, approved: Sequence[SessionRecord]) -> None:
    writer.heading("approvals.heading", _("Approval of the records"), level=2)
    lines = [_approval(compiling, record) for record in approved]
    writer.add("approvals", "list", "\n".join(lines), data={"items": lines})


def _approval(compiling: Compiling, record: SessionRecord) -> str:
    manner = record.approval or ApprovalManner.IN_SOURCE
    how = {
        ApprovalManner.SESSION: _approved_in(record.approved_in),
        ApprovalManner.CORRESPONDENCE: _("approved by correspondence"),
        ApprovalManner.IN_SOURCE: _("approved as in its source"),
    }[manner]
    facts = [
        format_moment(record.approved, compiling.language) if record.approved else None,
        record.record_language if record.record_language != compiling.language else None,
        None if record.is_authentic else _("translation"),
    ]
    return joined([behind(f"{session_name(record.session)}: {how}", facts), record.approval_note], ". ")


def _approved_in(session: Session | None) -> str:
    if session is None or is_numbered(session):
        return _("approved by session %(session)s", session=session.label if session else "")
    return _("approved in: %(session)s", session=session_name(session))


def _rules(compiling: Compiling, writer: Writer) -> None:
    for one in compiling.conference.rulebooks:
        day = _("adopted %(date)s", date=format_moment(one.adopted, compiling.language)) if one.adopted else None
        text = behind(_("Rules of procedure: %(name)s", name=compiling.name(one, "name")), [day])
        writer.add(f"rules-{one.number}", "text", sentences([text]))


def _open(writer: Writer, matters: Sequence[Open]) -> None:
    if not matters:
        return
    writer.heading("open.heading", _("What the sources leave open, and what was derived"), level=2)
    writer.add(
        "open.count",
        "note",
        ngettext("%(number)s remark", "%(number)s remarks", len(matters), number=format_number(len(matters))),
    )
    for at, one in enumerate(matters, start=1):
        said = joined([one.status, one.text], ": ")
        writer.add(f"open.{at}", "text", sentences([joined([one.place, said], " — ")]))


def _waivers(writer: Writer, imprint: Imprint) -> None:
    if imprint.waivers:
        writer.heading("waivers.heading", _("Known faults, published with their reasons"), level=2)
    for at, one in enumerate(imprint.waivers, start=1):
        said = [behind(escaped((one.message or one.code).rstrip(".")), [escaped(one.place)])]
        said.append(_("Published all the same: %(reason)s", reason=escaped(one.reason)))
        writer.add(f"waivers.{at}", "text", sentences(said), data={"code": one.code})


def _found(writer: Writer, imprint: Imprint) -> None:
    if not imprint.found:
        return
    writer.heading("found.heading", _("What the checks found"), level=2)
    writer.add(
        "found.note",
        "note",
        _("Faults of the sources, and what may be one, were left as they are and noted when this edition was made."),
    )
    for at, one in enumerate(imprint.found, start=1):
        writer.add(f"found.{at}", "text", sentences([escaped(one.message)]), data={"code": one.code})


def _corrigenda(compiling: Compiling, writer: Writer, approved: Sequence[SessionRecord]) -> None:
    issued = [(record, one) for record in approved for one in record.corrigenda]
    if issued:
        writer.heading("corrigenda.heading", _("Corrigenda"), level=2)
    for record, one in issued:
        text = _(
            "%(session)s, corrigendum %(number)s (%(date)s): paragraph %(paragraph)s",
            session=session_name(record.session),
            number=one.number,
            date=format_moment(one.issued, compiling.language),
            paragraph=one.paragraph,
        )
        key = identifier(f"corrigenda.{record.session.label}.{record.record_language}.{one.number}")
        writer.add(key, "text", sentences([text]))
