"""The PDF of an edition: PDF/A-2a and PDF/UA-1, the same bytes for the same edition."""

import json
import logging
import subprocess
import sys
from collections.abc import Mapping
from datetime import datetime
from importlib.util import find_spec
from pathlib import Path

from flask_babel import gettext as _

from confapp.errors import RuleViolation
from confapp.proceedings.exports.blocks import typst_language
from confapp.proceedings.exports.book import book
from confapp.proceedings.format import Document

log = logging.getLogger(__name__)

WORKER = Path(__file__).with_name("worker.py")
SECONDS = 60
MEMORY = 3 * 1024**3
FONTS = {"fontpkg_noto_serif": "files", "fontpkg_noto_sans_arabic": "files", "noto_cjk_sans_otc": "."}
# One character has other shapes in each of these languages.
CJK = {"ja": "Noto Sans CJK JP", "ko": "Noto Sans CJK KR", "zh": "Noto Sans CJK SC"}


def pdf(document: Document, *, url: str | None = None, seconds: int = SECONDS, memory: int = MEMORY) -> bytes:
    """Set a sealed edition as a book; with `url`, the address of its public page, paragraph numbers are links.

    Takes seconds and a process of its own; the result is for keeping. Refuses with a sentence when the time or the
    memory is used up or a template fails.
    """
    edition = document["edition"]
    return typeset(
        "edition.typ",
        book(document, url=url),
        language=str(edition["language"]),
        made_at=datetime.fromisoformat(str(edition["published_at"])),
        seconds=seconds,
        memory=memory,
    )


def typeset(
    template: str,
    content: Mapping[str, object],
    *,
    language: str,
    made_at: datetime,
    seconds: int = SECONDS,
    memory: int = MEMORY,
) -> bytes:
    """Set content by one of the templates beside this file, in a process of its own."""
    task = {
        "template": template,
        "book": content,
        "fonts": font_folders(),
        "fallback": fallback_fonts(language),
        "timestamp": int(made_at.timestamp()),
        "seconds": seconds,
        "memory": memory,
    }
    return _run(json.dumps(task).encode(), seconds)


def font_folders(packages: Mapping[str, str] = FONTS) -> list[str]:
    """Where the font packages keep their files; one that is not installed is passed over."""
    folders = []
    for package, folder in packages.items():
        spec = find_spec(package)
        if spec and spec.origin:
            folders.append(str(Path(spec.origin).parent / folder))
    return folders


def fallback_fonts(language: str) -> list[str]:
    """Fonts for scripts that the text face has not, the edition's own language first."""
    own = CJK.get(str(typst_language(language)["lang"]), CJK["ja"])
    return ["Noto Sans Arabic", *dict.fromkeys([own, *CJK.values()])]


def _run(task: bytes, seconds: int) -> bytes:
    command = [sys.executable, "-P", str(WORKER)]
    try:
        done = subprocess.run(command, input=task, capture_output=True, timeout=seconds, check=False)  # noqa: S603
    except subprocess.TimeoutExpired:
        raise RuleViolation(_("The PDF was not ready after %(n)s seconds and was given up.", n=seconds)) from None
    kind, _newline, content = done.stdout.partition(b"\n")
    if kind == b"pdf":
        return content
    log.error("no PDF (exit %s): %s", done.returncode, (content or done.stderr).decode(errors="replace")[-2000:])
    raise RuleViolation(_("The PDF could not be made: it took too much memory or time, or a template failed."))
