"""The form of a translation: the texts of a thing, to be said in another language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa
from flask_babel import lazy_gettext as _l

from confapp.forms import Form, LanguageField, LineField, TextField, VersionField


class TranslationForm(Form):
    """Into which language."""

    version = VersionField()
    to = LanguageField(_l("Into which language"), required=True)


def form_for(model: Any, labels: Mapping[str, str]) -> Any:
    """The form for texts of a model, with their labels; none of them must be there."""
    columns = sa.inspect(model).columns
    fields: dict[str, Any] = {}
    for name, label in labels.items():
        kind = TextField if isinstance(columns[name].type, sa.Text) else LineField
        fields[name] = kind(label, of=getattr(model, name), required=False)
    return type("TranslationForm", (TranslationForm,), fields)
