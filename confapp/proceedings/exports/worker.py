"""Set a book in a process of its own, under limits of time and memory: JSON comes in, a PDF or an error goes out.

Run as a script by `pdf.py`, with nothing of confapp in it; the first line of its output says which of the two follows.
"""

import json
import re
import resource
import sys
from pathlib import Path
from typing import NotRequired, TypedDict

import typst

TEMPLATES = Path(__file__).parent / "typst"
MISSING_GLYPH = re.compile(r'the text `"(.+?)"` could not be displayed')


class Task(TypedDict):
    """What the parent asks for, and how much it may cost."""

    template: NotRequired[str]
    book: dict[str, object]
    fonts: list[str]
    fallback: list[str]
    timestamp: int
    seconds: int
    memory: int


def main() -> None:  # pragma: no cover  it runs in a process of its own, where nothing counts its lines
    """Read the task, limit this process, answer."""
    task = json.load(sys.stdin.buffer)
    resource.setrlimit(resource.RLIMIT_AS, (task["memory"], task["memory"]))
    resource.setrlimit(resource.RLIMIT_CPU, (2 * task["seconds"], 2 * task["seconds"]))
    sys.stdout.buffer.write(answer(task))


def answer(task: Task) -> bytes:
    """The PDF, or what is wrong."""
    try:
        return b"pdf\n" + compose(task)
    except typst.TypstError as error:
        return b"error\n" + error.diagnostic.encode()


def compose(task: Task) -> bytes:
    """Set the book; a character that no font has is printed as its code point, since PDF/A allows no gaps."""
    fonts = typst.Fonts(include_system_fonts=False, font_paths=task["fonts"])
    fallback = [name for name in task["fallback"] if name in set(fonts.families())]
    text = json.dumps({**task["book"], "fallback": fallback}, ensure_ascii=False)
    while True:
        try:
            return _compile(text, fonts, task)
        except typst.TypstError as error:
            strange = {one for one in "".join(MISSING_GLYPH.findall(error.diagnostic)) if not one.isascii()}
            if not strange:
                raise
            text = "".join(f"[U+{ord(one):04X}]" if one in strange else one for one in text)


def _compile(text: str, fonts: typst.Fonts, task: Task) -> bytes:
    compiler = typst.Compiler(
        TEMPLATES / task.get("template", "edition.typ"),
        root=TEMPLATES,
        font_paths=fonts,
        ignore_system_fonts=True,
        sys_inputs={"book": text},
    )
    pdf = compiler.compile(format="pdf", pdf_standards=["a-2a", "ua-1"], timestamp=task["timestamp"])
    assert isinstance(pdf, bytes)
    return pdf


if __name__ == "__main__":  # pragma: no cover  as main
    main()
