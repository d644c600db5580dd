"""Letters: without a sender, presented too early, accepted and forgotten (R40)."""

from __future__ import annotations

from collections.abc import Iterator

from flask_babel import gettext as _

from confapp.checks.agendas import OVER
from confapp.checks.findings import Finding, Severity, fault, is_not_stated
from confapp.checks.material import Material, grouped
from confapp.checks.places import place
from confapp.checks.texts import Text
from confapp.dates import Moment
from confapp.floor.moments import certainly_before
from confapp.formatting import format_date
from confapp.letters.models import Letter, LetterPresentation, LetterState
from confapp.programme.models import Session


def without_sender(material: Material, _texts: list[Text]) -> Iterator[Finding]:
    """A letter of which nobody knows from whom it is; a hint where its source does not name the sender."""
    for letter in material.letters:
        noted = is_not_stated(letter, "sender_name")
        known = letter.sender_organization_id or letter.sender_official_id or letter.signatory
        if noted or not (letter.sender_name or known):
            message = _(
                "Letter %(number)s has no sender: %(subject)s.", number=letter.register_number, subject=_about(letter)
            )
            if noted:
                message = _(
                    "The source does not name the sender of letter %(number)s: %(subject)s.",
                    number=letter.register_number,
                    subject=_about(letter),
                )
            severity = Severity.INFO if noted else Severity.WARNING
            where = place(material, letter, "sender")
            suggestion = "" if noted else _("Enter who wrote it, or note that the source does not say.")
            yield Finding("letter-without-sender", severity, where, message, suggestion, (letter.sender_name or "",))


def _about(letter: Letter) -> str:
    text = letter.subject or letter.medium or letter.kind.value
    return text[:80].rstrip(".")


def presented_early(material: Material, _texts: list[Text]) -> Iterator[Finding]:
    """A letter that was presented before it was received or written."""
    letters = {letter.id: letter for letter in material.letters}
    for presentation in material.presentations:
        letter, session = letters.get(presentation.letter_id), material.session_by_id.get(presentation.session_id)
        if letter is None or session is None:
            continue
        at = presentation.presented or session.adjourned or _day(material, session)
        written = Moment(letter.written_on) if letter.written_on else None
        for known, what in ((letter.received, _("received")), (written, _("written"))):
            if certainly_before(at, known, material.zone):
                message = _(
                    "Letter %(number)s was presented in session %(session)s before it was %(what)s: %(subject)s.",
                    number=letter.register_number,
                    session=session.label,
                    what=what,
                    subject=_about(letter),
                )
                where, evidence = place(material, presentation, "presented"), (str(at), str(known))
                yield Finding("letter-presented-early", fault(letter), where, message, evidence=evidence)
                break


def _day(material: Material, session: Session) -> Moment | None:
    """The whole day of a session: a letter may arrive while it sits."""
    day = material.day_of(session)
    return Moment(day) if day else None


def presented_outside(material: Material, _texts: list[Text]) -> Iterator[Finding]:
    """A date of presentation on another day than the session was held."""
    letters = {letter.id: letter for letter in material.letters}
    for presentation in material.presentations:
        letter, session = letters.get(presentation.letter_id), material.session_by_id.get(presentation.session_id)
        held = material.moment_of(session) if session else None
        if (
            letter is not None
            and session is not None
            and held is not None
            and _is_other_day(presentation, held, session)
        ):
            message = _(
                "Letter %(number)s was presented on %(day)s, and session %(session)s was held on %(held)s.",
                number=letter.register_number,
                day=format_date(presentation.presented or held),
                session=session.label,
                held=format_date(held),
            )
            where, evidence = place(material, presentation, "presented"), (str(presentation.presented), str(held))
            yield Finding("presented-on-another-day", fault(presentation, letter), where, message, evidence=evidence)


def _is_other_day(presentation: LetterPresentation, held: Moment, session: Session) -> bool:
    """Whether the presentation certainly lies outside the days of the session."""
    if presentation.presented is None:
        return False
    last = session.adjourned.date.latest if session.adjourned else held.date.latest
    day = presentation.presented.date
    return day.latest < held.date.earliest or max(last, held.date.latest) < day.earliest


def forgotten(material: Material, _texts: list[Text]) -> Iterator[Finding]:
    """A letter that was accepted and never came before a session, once the conference is over."""
    presented = grouped(material.presentations, lambda one: one.letter_id)
    for letter in material.letters:
        is_over = material.conference.state in OVER
        if is_over and letter.state is LetterState.ACCEPTED and letter.id not in presented:
            message = _(
                "Letter %(number)s was accepted and never presented: %(subject)s.",
                number=letter.register_number,
                subject=_about(letter),
            )
            yield Finding("letter-not-presented", Severity.INFO, place(material, letter, "presented"), message)
