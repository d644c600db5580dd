"""Conferences at the desk, with what stands around them, their rules, series and documents."""

from flask_babel import lazy_gettext as _l

from confapp.conferences.views import about, conferences, documents, parts, rules, series, translations
from confapp.manage import manage
from confapp.navigation import add_section
from confapp.permissions import Permission

__all__ = ["parts", "translations"]

for nested in (conferences.blueprint, series.blueprint, about.blueprint, rules.blueprint, documents.blueprint):
    manage.register_blueprint(nested)

add_section(
    _l("All conferences"), "manage.conferences.index", Permission.DESK_SEE, in_conference=False,
    current=("manage.series",), order=0,
)  # fmt: skip
add_section(_l("What is known"), "manage.about.detail", Permission.CONFERENCE_SEE, order=0)
add_section(_l("Rules of procedure"), "manage.rules.index", Permission.CONFERENCE_SEE)
add_section(_l("Documents"), "manage.documents.index", Permission.DOCUMENTS_SEE)
