"""Kinds of organizations and of names in words, as lazy texts: they take the language of the page."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l
from flask_babel.speaklater import LazyString

from confapp.organizations.models import NameKind, OrganizationKind

KINDS: dict[OrganizationKind, LazyString] = {
    OrganizationKind.HOST: _l("Host"),
    OrganizationKind.MEMBER: _l("Member"),
    OrganizationKind.PARTNER: _l("Partner"),
    OrganizationKind.OBSERVER: _l("Observer"),
    OrganizationKind.INTERGOVERNMENTAL: _l("Intergovernmental organization"),
    OrganizationKind.OTHER: _l("Other organization"),
}
NAMES: dict[NameKind, LazyString] = {
    NameKind.FORMER: _l("Former name"),
    NameKind.VARIANT: _l("Variant"),
    NameKind.TRANSLATION: _l("Translation"),
    NameKind.PRINTED: _l("As printed"),
}
