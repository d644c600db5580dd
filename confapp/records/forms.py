"""Forms of records: their beginning, the editors' paragraphs, and each step of their life."""

from __future__ import annotations

from flask import g
from flask_babel import lazy_gettext as _l

from confapp.forms import CheckField, EnumField, Form, MomentField, TextField, VersionField
from confapp.records import desk
from confapp.records.models import Corrigendum, Overlay, OverlayPlace, RecordKind, SessionRecord
from confapp.records.words import KINDS, MANNERS, PLACES, languages

MARKDOWN = _l(
    "A blank line parts paragraphs; *slanted*, **strong**, “- ” before the points of a list, “> ” for quotations."
)


class DraftForm(Form):
    """Of which session a record is begun, and in which language."""

    session = EnumField(_l("Session"), words=lambda: desk.held_names(g.conference_id))
    language = EnumField(_l("Language of the record"), words=languages)
    kind = EnumField(_l("What it is"), words=KINDS, default=RecordKind.SUMMARY)
    is_authentic = CheckField(
        _l("It is authentic"), default=True, description=_l("Leave it out for a mere translation of another record.")
    )


class OverlayForm(Form):
    """An editor's paragraph and where it stands."""

    version = VersionField()
    anchor = EnumField(_l("Beside which entry of the log"), words=lambda: g.record_places, blank=_l("At the end"))
    place = EnumField(_l("Where there"), words=PLACES, default=OverlayPlace.AFTER)
    text = TextField(_l("Text"), of=Overlay.text, description=MARKDOWN)


class MomentForm(Form):
    """When a record was sent round."""

    on = MomentField(_l("When"), description=_l("Left empty, it is now."))


class CorrectionForm(Form):
    """What is to be read instead of, or beside, what a circulated record says."""

    anchor = EnumField(_l("Beside which entry of the log"), words=lambda: g.record_places, blank=_l("At the end"))
    place = EnumField(_l("Where there"), words=PLACES, default=OverlayPlace.INSTEAD)
    text = TextField(_l("What is to be read"), of=Overlay.text, description=MARKDOWN)
    requested_by = EnumField(
        _l("Asked for by"),
        words=lambda: desk.delegation_names(g.conference_id),
        blank=_l("the secretariat itself"),
        description=_l("The rules give delegations some days for it after the record was circulated."),
    )
    on = MomentField(_l("When"), description=_l("Left empty, it is now."))


class ApprovalForm(Form):
    """How a record was approved."""

    manner = EnumField(_l("How"), words=MANNERS)
    in_session = EnumField(
        _l("By which session"),
        words=lambda: g.record_later,
        blank=_l("none"),
        description=_l("Only where a session approved it: one that was held later."),
    )
    vote = EnumField(
        _l("By which vote"),
        words=lambda: desk.carried_votes(g.conference_id),
        blank=_l("none is noted"),
        description=_l("Only where that session voted on it."),
    )
    at = MomentField(_l("When"), description=_l("Left empty, it is when that session was opened, or else now."))
    note = TextField(_l("Note"), of=SessionRecord.approval_note)


class CorrigendumForm(Form):
    """What is to be read in an approved record, and why."""

    paragraph = EnumField(_l("Paragraph"), words=lambda: g.record_paragraphs)
    new_text = TextField(_l("What is to be read instead"), of=Corrigendum.new_text, description=MARKDOWN)
    reason = TextField(_l("Why"), of=Corrigendum.reason, description=_l("Everybody reads it with the corrigendum."))
    requested_by = EnumField(
        _l("Asked for by"),
        words=lambda: desk.delegation_names(g.conference_id),
        blank=_l("the secretariat itself"),
    )
    issued = MomentField(_l("When"), description=_l("Left empty, it is now."))
