"""Forms and their fields: they turn what people type into finished values, and say beside a field what is wrong."""

from confapp.forms.answers import done, shown
from confapp.forms.base import Form, strip
from confapp.forms.cookie import forget_cookie, is_local_address, keep_cookie, visit_token
from confapp.forms.dates import MomentField, PartialDateField
from confapp.forms.picking import Pickable, PickerField
from confapp.forms.telling import told
from confapp.forms.texts import (
    CheckField,
    EnumField,
    LanguageField,
    LineField,
    NumberField,
    SlugField,
    TextField,
    VersionField,
)

__all__ = [
    "CheckField",
    "EnumField",
    "Form",
    "LanguageField",
    "LineField",
    "MomentField",
    "NumberField",
    "PartialDateField",
    "Pickable",
    "PickerField",
    "SlugField",
    "TextField",
    "VersionField",
    "done",
    "forget_cookie",
    "is_local_address",
    "keep_cookie",
    "shown",
    "strip",
    "told",
    "visit_token",
]
