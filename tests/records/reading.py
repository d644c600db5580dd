"""A record as somebody reads it: its title, then its numbered paragraphs. Run as a module to write the golden files."""

from __future__ import annotations

from pathlib import Path

from confapp.records.drafting import draft
from confapp.records.paragraphs import numbered
from confapp.records.phrases import phrases_for
from tests.records import samples

GOLDEN = Path(__file__).parents[1] / "golden" / "records"
MADE = {"vevey": samples.session, "paris": samples.disputed}


def reading(material, language: str) -> str:
    """The whole text, with the margin's numbers and, in brackets, the language of what is in another one."""
    lines = [phrases_for(language).title(material)]
    for one in numbered(draft(material, language)):
        mark = f"{one['number']:>3}  " if "number" in one else "     "
        other = f"[{one['language']}] " if one["language"] != language else ""
        first, *rest = one["text"].split("\n")
        lines += ["", f"{mark}{other}{first}", *(f"     {line}" for line in rest)]
    return "\n".join(lines) + "\n"


def golden(name: str, language: str) -> Path:
    return GOLDEN / f"{name}.{language}.txt"


if __name__ == "__main__":
    GOLDEN.mkdir(parents=True, exist_ok=True)
    for name, make in MADE.items():
        for language in ("en", "ru"):
            golden(name, language).write_text(reading(make(), language), encoding="utf-8")
