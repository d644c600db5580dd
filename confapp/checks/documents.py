"""Documents: symbols that nobody issued, gaps in a series of symbols, dates that are missing (R30)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from flask_babel import gettext as _

from confapp.checks.excerpts import listed
from confapp.checks.findings import Finding, Severity, is_not_stated
from confapp.checks.material import Material
from confapp.checks.places import place
from confapp.checks.texts import Text
from confapp.conferences.models import DocumentState

# Symbols as they stand in running text: at least three parts, the last of them a number.
IN_TEXT = re.compile(r"(?<![\w/.])[A-Z]{2,}(?:/[A-Za-z0-9]+(?:\.[0-9]+)?)+(?![\w/])")
LAST_NUMBER = re.compile(r"^(.*?)([0-9]+)$")
MOST_MISSING = 20
YEAR = re.compile(r"(?<![0-9])1[0-9]{3}(?![0-9])|(?<![0-9])20[0-9]{2}(?![0-9])")


def symbols(material: Material, texts: list[Text]) -> Iterator[Finding]:
    """References to symbols of this conference that no document has."""
    known = {one.symbol for one in material.documents if one.symbol}
    roots = {symbol.partition("/")[0] for symbol in known}
    for text in texts:
        if "/" not in text.text:
            continue
        for found in dict.fromkeys(IN_TEXT.findall(text.text)):
            if found.partition("/")[0] in roots and LAST_NUMBER.match(found) and found not in known:
                message = _("No document has the symbol %(symbol)s.", symbol=found)
                suggestion = _("Register the document, or correct the symbol.")
                yield Finding(
                    "symbol-unknown", Severity.WARNING, f"{text.place}:{found}", message, suggestion, (found,)
                )


def symbol_gaps(material: Material, _texts: list[Text]) -> Iterator[Finding]:
    """Numbers that are left out in a series of symbols."""
    series: defaultdict[str, set[int]] = defaultdict(set)
    for document in material.documents:
        match = LAST_NUMBER.match(document.symbol or "")
        if match:
            series[match[1]].add(int(match[2]))
    for stem, numbers in series.items():
        missing = sorted(set(range(1, max(numbers))) - numbers) if max(numbers) < 10_000 else []  # noqa: PLR2004  a serial number
        if missing:
            shown = [f"{stem}{number}" for number in missing[:MOST_MISSING]]
            message = _("Between the symbols of this series, there are none of %(symbols)s.", symbols=listed(shown))
            where = f"documents#symbol:{stem}"
            yield Finding("symbol-gap", Severity.INFO, where, message, evidence=tuple(map(str, missing)))


def publication_dates(material: Material, _texts: list[Text]) -> Iterator[Finding]:
    """Documents and sources of which nobody knows when they were published."""
    for document in material.documents:
        if document.state is DocumentState.ISSUED and document.issued_on is None:
            noted = is_not_stated(document, "issued_on")
            message = _("“%(title)s” was issued, and nobody knows when.", title=document.title)
            where = place(material, document, "issued_on")
            severity = Severity.INFO if noted or document.symbol is None else Severity.WARNING
            yield Finding("document-undated", severity, where, message, _("Enter its date of publication."))
    for source in material.sources:
        if not YEAR.search(" ".join(filter(None, (source.title, source.citation)))):
            message = _("The source “%(title)s” has no date of publication.", title=source.title)
            where = place(material, source, "citation")
            yield Finding(
                "source-undated", Severity.INFO, where, message, _("Add to its citation when it was published.")
            )
