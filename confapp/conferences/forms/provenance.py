"""Where the facts of a thing come from, as lines that people write: sources by their keys, and remarks on fields."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from flask import g
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel.speaklater import LazyString
from wtforms.validators import StopValidation

from confapp.conferences.directory import source_keys
from confapp.forms import TextField

STATUSES: dict[str, LazyString] = {
    "not_stated": _l("not stated"),
    "derived": _l("derived"),
    "printed": _l("printed"),
    "uncertain": _l("uncertain"),
    "disputed": _l("disputed"),
}
QUOTED = re.compile(r"[“\"«](?P<value>.*)[”\"»](?:\s*:\s*(?P<text>.+))?")
MOST_LINES, LONGEST_LINE = 60, 1000
HELP = _l(
    "One to a line. A source by its key, and the place in it: “PG17759 L114”. Or a remark on a field, which is not "
    "stated, derived, printed, uncertain or disputed: “Place: not stated: The text names no town.”"
)


class ProvenanceField(TextField):
    """Sources and remarks as text; `data` is what the column `provenance` keeps.

    Remarks name fields by their labels; `also` gives labels to columns that the form has no field for.
    """

    data: Any

    def __init__(self, label: Any = None, *, also: Mapping[str, Any] | None = None, **kwargs: Any) -> None:
        """Take the form whose labels are used."""
        self.form, self.also = kwargs.get("_form"), also or {}
        super().__init__(label or _l("Where this is from"), description=HELP, required=False, **kwargs)

    def process_data(self, value: Any) -> None:
        self.data = dict(value or {})

    def process_formdata(self, valuelist: list[str]) -> None:
        self.lines = [line.strip() for line in (valuelist[0] if valuelist else "").splitlines() if line.strip()]

    def pre_validate(self, form: Any) -> None:  # noqa: ARG002  WTForms calls it so
        if not self.raw_data or self.lines == self.said_of(self.object_data).splitlines():
            return
        if len(self.lines) > MOST_LINES or any(len(line) > LONGEST_LINE for line in self.lines):
            raise StopValidation(
                _(
                    "Write at most %(most)s lines, each of at most %(length)s characters.",
                    most=MOST_LINES,
                    length=LONGEST_LINE,
                )
            )
        self.data = self._read(self.lines)

    def _value(self) -> str:
        return str(self.raw_data[0]) if self.raw_data else self.said()

    def said(self) -> str:
        return self.said_of(self.data)

    def said_of(self, kept: Any) -> str:
        known = kept or {}
        cited = [" ".join(filter(None, (one["source"], one.get("at")))) for one in known.get("sources", ())]
        return "\n".join([*cited, *(self._written(remark) for remark in known.get("remarks", ()))])

    def fact_of(self, kept: Any) -> Any:
        return kept or {}

    def _labels(self) -> dict[str, str]:
        fields = self.form._fields.items() if self.form is not None else ()
        named = {name: str(field.label.text) for name, field in fields if getattr(field, "is_fact", True)}
        return {**named, **{name: str(label) for name, label in self.also.items()}}

    def _written(self, remark: Mapping[str, Any]) -> str:
        field, value = remark.get("field"), remark.get("value")
        status = str(STATUSES.get(remark.get("status", ""), remark.get("status", "")))
        said = f"{status} “{value}”" if value else status
        place = self._labels().get(field, field) if field else None
        return ": ".join(filter(None, (place, said, remark.get("text"))))

    def _read(self, lines: Iterable[str]) -> dict[str, Any]:
        sources, remarks = [], []
        for line in lines:
            remark = self._remark(line)
            if remark is None:
                sources.append(_citation(line))
            else:
                remarks.append(remark)
        return {**({"sources": sources} if sources else {}), **({"remarks": remarks} if remarks else {})}

    def _remark(self, line: str) -> dict[str, str] | None:
        """The remark that a line is, if it is one: the status stands first, or behind the name of a field."""
        first, _mark, rest = line.partition(":")
        if (found := _status(line)) is not None:
            return found
        found = _status(rest.strip())
        if found is None:
            return None
        names = {label.casefold(): name for name, label in self._labels().items()}
        names |= {name: name for name in names.values()}
        name = names.get(first.strip().casefold(), first.strip())
        if not re.fullmatch(r"[a-z][a-z0-9_]{0,59}", name):
            raise StopValidation(_("There is no field “%(name)s” here.", name=first.strip()[:60]))
        return {"field": name, **found}


def _status(text: str) -> dict[str, str] | None:
    for key, word in STATUSES.items():
        said = str(word)
        if not text.casefold().startswith(said.casefold()):
            continue
        rest = text[len(said) :].strip()
        if not rest:
            return {"status": key}
        if rest.startswith(":"):
            return {"status": key, "text": rest.removeprefix(":").strip()}
        if match := QUOTED.fullmatch(rest):
            text_of = {"text": match["text"]} if match["text"] else {}
            return {"status": key, "value": match["value"], **text_of}
    return None


def _citation(line: str) -> dict[str, str]:
    key, _space, place = line.partition(" ")
    if key not in source_keys(g.conference_id):
        raise StopValidation(
            _("There is no source “%(key)s” here. Enter it under “What is known”, then cite it.", key=key[:60])
        )
    return {"source": key, **({"at": place.strip()} if place.strip() else {})}
