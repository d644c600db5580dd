"""The table of the Unicode Collation Algorithm, of which only the letters are read that names really have."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

from pyuca import Collator
from pyuca.collator import COLL_ELEMENT_PATTERN

Weights = list[int]


class Letters(Collator):  # type: ignore[misc]
    """Pyuca's collator without its appetite: the whole table takes it 20 MB and a third of a second.

    A letter is known once all lines that begin with it are in the trie; only then do other threads look there.
    """

    def load(self, filename: str) -> None:
        self.path = Path(filename)
        self.known: set[str] = set()
        self.lock = threading.Lock()
        for line in _beginning(self.path.read_bytes(), "@implicitweights"):
            span, _, base = line.removeprefix("@implicitweights").partition(";")
            first, _, last = span.partition("..")
            self.implicit_weights.append([int(first, 16), int(last, 16), int(base, 16)])

    def collation_elements(self, normalized_string: str) -> list[Weights]:
        if not self.known.issuperset(normalized_string):
            with self.lock:
                self._learn(set(normalized_string) - self.known)
        elements: list[Weights] = super().collation_elements(normalized_string)
        return elements

    def _learn(self, letters: set[str]) -> None:
        table = self.path.read_bytes()
        for letter in letters:
            for line in _beginning(table, f"{ord(letter):04X}"):
                codes, _, weights = line.partition(";")
                elements = [[int(part, 16) for part in found] for found in COLL_ELEMENT_PATTERN.findall(weights)]
                self.table.add([int(code, 16) for code in codes.split()], elements)
            self.known.add(letter)


def _beginning(table: bytes, word: str) -> Iterator[str]:
    """The lines that begin with the word, without their comments."""
    needle = f"\n{word} ".encode("ascii")
    place = table.find(needle)
    while place >= 0:
        end = table.find(b"\n", place + 1)
        line = table[place + 1 : end if end >= 0 else None]
        yield line.partition(b"#")[0].decode("ascii").strip()
        place = table.find(needle, place + 1)
