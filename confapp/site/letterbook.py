"""The register of letters: which ones a reader asks for, in what order, and how an entry reads."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel.speaklater import LazyString
from markupsafe import Markup

from confapp import addresses
from confapp.committees.models import Committee
from confapp.conferences.models import Conference
from confapp.dates import Moment, PartialDate
from confapp.formatting import format_all
from confapp.letters.models import Letter, LetterKind, LetterPresentation
from confapp.ordering import sort_key
from confapp.searchable import fold
from confapp.site.markup import day, filled, joined, linked, named, person
from confapp.site.provenance import remarks, source_places
from confapp.site.texts import Said, said
from confapp.site.words import LETTER_KINDS, PRESENTED, language_name, session_name

Fact = str | Markup

ORDERS: dict[str, LazyString] = {
    "protocol": _l("Order of protocol"),
    "number": _l("Register number"),
    "sender": _l("Sender"),
    "received": _l("Date received"),
}
LONGEST = 100


class Wanted(NamedTuple):
    """What a reader asks for; what makes no sense is passed over."""

    words: str = ""
    kind: str = ""
    language: str = ""
    order: str = ""

    @classmethod
    def of(cls, args: Mapping[str, str]) -> Wanted:
        """Read it from the query of an address."""
        kind, order = args.get("kind", ""), args.get("order", "")
        return cls(
            words=args.get("q", "").strip()[:LONGEST],
            kind=kind if kind in set(LetterKind) else "",
            language=args.get("language", "")[:LONGEST],
            order=order if order in ORDERS else "",
        )

    @property
    def narrows(self) -> bool:
        """Whether some letters may be left out."""
        return bool(self.words or self.kind or self.language)


class Choices(NamedTuple):
    """What can be chosen; one way to choose from is none."""

    kinds: list[tuple[str, str]]
    languages: list[tuple[str, str]]
    orders: list[tuple[str, str]]


class Entry(NamedTuple):
    """A letter in the register."""

    number: int
    printed_number: str
    sender: Fact
    kind: str
    subject: Said
    facts: list[tuple[str, Fact | list[Markup]]]
    text: Said
    signature: tuple[Said, Said]


def chosen(letters: Sequence[Letter], wanted: Wanted, language: str) -> list[Letter]:
    """The letters that a reader asks for; they come by protocol."""
    words = [fold(word) for word in wanted.words.split()]
    found = [
        letter
        for letter in letters
        if (not wanted.kind or letter.kind == wanted.kind)
        and (not wanted.language or letter.written_in == wanted.language)
        and all(word in _haystack(letter) for word in words)
    ]
    orders: dict[str, Callable[[Letter], object]] = {
        "number": lambda letter: letter.register_number,
        "sender": lambda letter: sort_key(_sender_name(letter), language),
        "received": lambda letter: _first(letter.received),
    }
    return sorted(found, key=orders[wanted.order]) if wanted.order in orders else found  # type: ignore[arg-type]


def choices(letters: Iterable[Letter]) -> Choices:
    """What there is to choose from among the letters of a conference."""
    everything = list(letters)
    kinds = [kind for kind in LetterKind if any(letter.kind is kind for letter in everything)]
    languages = sorted({letter.written_in for letter in everything if letter.written_in})
    ranked = len({letter.rank for letter in everything}) > 1
    orders = [(key, str(title)) for key, title in ORDERS.items() if ranked or key != "protocol"]
    return Choices(
        kinds=[(kind.value, str(LETTER_KINDS[kind])) for kind in kinds] if len(kinds) > 1 else [],
        languages=[(tag, language_name(tag)) for tag in languages] if len(languages) > 1 else [],
        orders=orders,
    )


def entries(letters: Iterable[Letter], conference: Conference) -> list[Entry]:
    """Letters as the register shows them."""
    return [_entry(letter, conference) for letter in letters]


def _entry(letter: Letter, conference: Conference) -> Entry:
    return Entry(
        number=letter.register_number,
        printed_number="" if letter.printed_number == str(letter.register_number) else letter.printed_number or "",
        sender=_sender(letter, conference),
        kind=str(LETTER_KINDS[letter.kind]),
        subject=said(letter, "subject", conference),
        facts=[
            (_("Signed"), _signed(letter, conference)),
            (_("Addressed to"), said(letter, "addressee", conference).__html__()),
            (_("Written"), joined([said(letter, "place", conference).__html__(), day(letter.written_on, conference)])),
            (_("Language"), language_name(letter.written_in) if letter.written_in else ""),
            (_("Received"), day(letter.received, conference)),
            (_("Through"), said(letter, "via", conference).__html__()),
            (_("Pieces"), _pieces(letter)),
            (_("Referred to"), _committee(letter.referred_to, conference)),
            (_("Before the conference"), [_presented(one, conference) for one in letter.presentations]),
            (_("What was done"), said(letter, "disposition", conference).line),
            (_("Annex"), named(letter.annex)),
            (_("Remarks"), remarks(letter, conference)),
            (_("Source"), source_places(letter)),
        ],
        text=_text(letter, conference),
        signature=(said(letter, "signatory", conference), said(letter, "capacity", conference)),
    )


def _text(letter: Letter, conference: Conference) -> Said:
    """The letter itself, in its own language."""
    told = said(letter, "text", conference)
    return Said(told.text, letter.written_in or told.language) if told else told


def _sender(letter: Letter, conference: Conference) -> Fact:
    if letter.sender_organization is not None:
        organization = letter.sender_organization
        name = said(letter, "sender_name", conference) or said(organization, "name")
        return linked(name, addresses.organization(organization.slug))
    if letter.sender_official is not None:
        return person(letter.sender_official)
    return said(letter, "sender_name", conference).__html__() or _("Sender not stated")


def _sender_name(letter: Letter) -> str:
    official, organization = letter.sender_official, letter.sender_organization
    found = official.family_name or official.name if official is not None else ""
    return found or letter.sender_name or (organization.name if organization is not None else "")


def _signed(letter: Letter, conference: Conference) -> Fact:
    return joined([said(letter, "signatory", conference).__html__(), said(letter, "capacity", conference).__html__()])


def _pieces(letter: Letter) -> str:
    parts = []
    if letter.items:
        parts.append(_("%(number)s letters", number=letter.items) if letter.items > 1 else "")
    if letter.enclosures:
        parts.append(_("enclosures: %(number)s", number=letter.enclosures))
    return format_all([part for part in parts if part])


def _committee(one: Committee | None, conference: Conference) -> Markup:
    if one is None:
        return Markup()
    return linked(said(one, "name", conference), addresses.committee(conference.slug, one.key))


def _presented(one: LetterPresentation, conference: Conference) -> Markup:
    """When and how it came before a session: "Sixth session: reported on by Prof. Adams"."""
    href = addresses.session(conference.slug, one.session.label)
    session = Markup('<a class="ref" href="{}">{}</a>').format(href, session_name(one.session))
    form = PRESENTED[one.form]
    if one.presented_by is None:
        return filled(_("%(session)s: %(form)s"), session=session, form=form)
    return filled(_("%(session)s: %(form)s by %(who)s"), session=session, form=form, who=person(one.presented_by))


def _haystack(letter: Letter) -> str:
    texts = (letter.sender_name, letter.subject, letter.signatory, letter.disposition, letter.place, letter.text)
    found = " ".join(filter(None, (*texts, _sender_name(letter), str(letter.register_number))))
    return " ".join(map(fold, found.split()))


def _first(at: Moment | PartialDate | None) -> str:
    return str(at) if at is not None else "~"
