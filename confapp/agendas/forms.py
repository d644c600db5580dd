"""Forms of agendas and their items."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Self

from flask import g
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from confapp.agendas.models import Agenda, AgendaItem, ItemKind
from confapp.agendas.queries import Node
from confapp.agendas.words import KINDS, STEPS
from confapp.conferences.forms.documents import DOCUMENTS
from confapp.forms import (
    CheckField,
    EnumField,
    Form,
    LanguageField,
    LineField,
    MomentField,
    NumberField,
    PickerField,
    TextField,
    VersionField,
)
from confapp.letters.forms import PEOPLE
from confapp.programme.queries import session_names

LONGEST_DAY = 24 * 60
WHOLE = _l("of the whole conference")


class AgendaFacts(Form):
    """What stands over the items."""

    title = LineField(_l("Title"), of=Agenda.title, description=_l("Left empty, it is called Agenda."))
    language = LanguageField(_l("Language"), of=Agenda.language)


class AgendaForm(AgendaFacts):
    """A draft that is edited."""

    version = VersionField()


class NewAgendaForm(AgendaFacts):
    """A new draft."""

    session = EnumField(
        _l("Agenda"),
        words=lambda: session_names(g.conference_id),
        blank=WHOLE,
        description=_l("Of the whole conference, or of one session."),
    )
    numbers_follow = CheckField(
        _l("Number the items by their places"),
        default=True,
        description=_l("1, 1.1, 2 and so on, whatever is moved. Else each keeps the number that it is given."),
    )


class ItemFacts(Form):
    """What is known of an item."""

    title = LineField(_l("Title"), of=AgendaItem.title)
    number = LineField(
        _l("Number"), of=AgendaItem.number, required=False, description=_l("As printed: “7 bis”. Left empty, the next.")
    )
    kind = EnumField(_l("What it asks for"), words=KINDS, default=ItemKind.DISCUSSION)
    rapporteur = PickerField(_l("Rapporteur"), of=PEOPLE)
    duration_minutes = NumberField(_l("Minutes"), least=1, most=LONGEST_DAY)
    documents = PickerField(_l("Documents"), of=DOCUMENTS, many=True)
    note = TextField(_l("Remark"), of=AgendaItem.note)
    language = LanguageField(_l("Language"), of=AgendaItem.language)

    def numbered(self, agenda: Agenda) -> Self:
        """The form without the number, where that follows the place."""
        if agenda.numbers_follow:
            del self.number
        return self

    def facts(self, *, but: tuple[str, ...] = ()) -> dict[str, Any]:
        """An empty number is none."""
        found = super().facts(but=but)
        return {name: value for name, value in found.items() if name != "number" or value is not None}


class ItemForm(ItemFacts):
    """An item that is edited."""

    version = VersionField()


class NewItemForm(ItemFacts):
    """A new item, under another one or at the top."""

    parent = EnumField(_l("Where"), words=lambda: g.agenda_parents, blank=_l("at the end"))

    def __init__(self, nodes: list[Node], *args: Any, **kwargs: Any) -> None:
        """Offer the items under which it can stand."""
        g.agenda_parents = {key: _("under %(item)s", item=name) for key, name in _named(nodes)}
        super().__init__(*args, **kwargs)


class StepForm(Form):
    """One step through the tree."""

    direction = EnumField(_l("Step"), words=STEPS)


class MoveForm(Form):
    """Where an item goes."""

    place = EnumField(_l("Where it goes"), words=lambda: g.agenda_places)

    def __init__(self, item: AgendaItem, nodes: list[Node], *args: Any, **kwargs: Any) -> None:
        """Offer every place but those within the item itself."""
        places = {}
        for key, name in _named(nodes, without=item):
            places[f"before-{key}"] = _("before %(item)s", item=name)
            places[f"under-{key}"] = _("under %(item)s, as the last one there", item=name)
        g.agenda_places = {**places, "end": _("to the very end")}
        super().__init__(*args, **kwargs)


class AdoptForm(Form):
    """The decision by which an agenda is adopted."""

    session = EnumField(_l("Adopted in"), words=lambda: session_names(g.conference_id), blank=_l("no session is known"))
    at = MomentField(_l("When"), description=_l("As far as it is known; it may stay empty."))
    note = TextField(_l("How"), of=Agenda.adoption_note, description=_l("“Without objection”, “as amended”."))


class ConcludeForm(Form):
    """What became of an item."""

    outcome = TextField(_l("Outcome"), of=AgendaItem.outcome, required=True, description=_l("In a sentence or two."))


def _named(nodes: list[Node], *, without: AgendaItem | None = None) -> Iterator[tuple[str, str]]:
    """Keys and names of items as they are read; without one and all under it."""
    for node in nodes:
        if without is None or node.item.id != without.id:
            yield node.item.key, f"{node.item.number} {node.item.title}"
            yield from _named(node.children, without=without)
