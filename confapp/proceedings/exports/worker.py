"""Set a book in a process of its own, under limits of time and memory: JSON comes in, a PDF or an error goes out.

Run as `python -m confapp.proceedings.exports.worker`; the first line of the output says which of the two follows.
"""

import json
import re
import resource
import sys
from pathlib import Path

import typst

TEMPLATES = Path(__file__).parent / "typst"
MISSING_GLYPH = re.compile(r'the text `"(.+?)"` could not be displayed')
ATTEMPTS = 4


def main() -> None:
    """Read the task, limit this process, answer."""
    task = json.load(sys.stdin.buffer)
    resource.setrlimit(resource.RLIMIT_AS, (task["memory"], task["memory"]))
    resource.setrlimit(resource.RLIMIT_CPU, (2 * task["seconds"], 2 * task["seconds"]))
    try:
        pdf = compose(task["book"], task["fonts"], task["timestamp"])
    except typst.TypstError as error:
        sys.stdout.buffer.write(b"error\n" + error.diagnostic.encode())
    else:
        sys.stdout.buffer.write(b"pdf\n" + pdf)


def compose(book: dict[str, object], folders: list[str], timestamp: int) -> bytes:
    """Set the book; a character that no font has is printed as its code point, since PDF/A allows no gaps."""
    fonts = typst.Fonts(include_system_fonts=False, font_paths=folders)
    known = fonts.families()
    book["fallback"] = [name for name in book["fallback"] if name in known]  # type: ignore[attr-defined]
    text = json.dumps(book, ensure_ascii=False)
    for attempt in range(ATTEMPTS):
        try:
            return _compile(text, fonts, timestamp)
        except typst.TypstError as error:
            strange = set("".join(MISSING_GLYPH.findall(error.diagnostic)))
            if not strange or attempt == ATTEMPTS - 1:
                raise
            text = "".join(f"[U+{ord(one):04X}]" if one in strange and not one.isascii() else one for one in text)
    raise AssertionError


def _compile(text: str, fonts: typst.Fonts, timestamp: int) -> bytes:
    compiler = typst.Compiler(
        TEMPLATES / "edition.typ", root=TEMPLATES, font_paths=fonts, ignore_system_fonts=True, sys_inputs={"book": text}
    )
    pdf = compiler.compile(format="pdf", pdf_standards=["a-2a", "ua-1"], timestamp=timestamp)
    assert isinstance(pdf, bytes)
    return pdf


if __name__ == "__main__":
    main()
