"""Compare an edition's text with its hash tree, and name what was altered, moved, added, left out or doubled."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from confapp.proceedings.report import Problem
from confapp.proceedings.tree import Tree, leaf_hash, section_hash

Section = Mapping[str, object]


class Item(NamedTuple):
    """A paragraph with its section, or a section alone: as it stands in the text or in the tree."""

    section: str
    id: str
    hash: str


def compare_paragraphs(sections: Sequence[Section], tree: Tree) -> list[Problem]:
    """Problems of paragraphs in the order of the text; what is missing comes where it should have stood."""
    stated = [Item(branch["id"], leaf["id"], leaf["hash"]) for branch in tree["sections"] for leaf in branch["leaves"]]
    found = [
        Item(str(section["id"]), paragraph["id"], leaf_hash(paragraph))
        for section in sections
        for paragraph in _paragraphs(section)
    ]
    return _compare(found, stated, _paragraph_problem)


def compare_sections(sections: Sequence[Section], tree: Tree) -> list[Problem]:
    """Problems of sections: their order, and their own facts; what their paragraphs did is said of these."""
    branches = {branch["id"]: branch for branch in tree["sections"]}
    stated = [Item(branch["id"], branch["id"], branch["hash"]) for branch in tree["sections"]]
    found = []
    for section in sections:
        name = str(section["id"])
        leaves = [leaf["hash"] for leaf in branches[name]["leaves"]] if name in branches else []
        found.append(Item(name, name, section_hash(section, leaves)))
    return _compare(found, stated, _section_problem)


def _compare(found: list[Item], stated: list[Item], problem: Callable[[str, Item], Problem]) -> list[Problem]:
    places: dict[str, int] = {}
    for index, item in enumerate(stated):
        places.setdefault(item.id, index)
    steady = _steady(found, stated, places)
    standing = {found[index].id for index in steady}
    kept: list[tuple[float, Problem]] = []
    for index, item in enumerate(found):
        code = _code_of_steady(item, stated, places) if index in steady else _code_of_stray(item, standing, places)
        if code:
            kept.append((index, problem(code, item)))
        standing.add(item.id)
    present = {item.id for item in found}
    after = {found[index].id: index for index in steady}
    kept.extend(_missing(stated, present, after, problem))
    return [one for _, one in sorted(kept, key=lambda pair: pair[0])]


def _code_of_steady(item: Item, stated: list[Item], places: dict[str, int]) -> str | None:
    return None if item.hash == stated[places[item.id]].hash else "altered"


def _code_of_stray(item: Item, standing: set[str], places: dict[str, int]) -> str:
    if item.id not in places:
        return "added"
    return "duplicated" if item.id in standing else "moved"


def _missing(
    stated: list[Item], present: set[str], after: dict[str, int], problem: Callable[[str, Item], Problem]
) -> Iterator[tuple[float, Problem]]:
    place = -0.5
    for item in stated:
        if item.id in after:
            place = after[item.id] + 0.5
        elif item.id not in present:
            yield place, problem("missing", item)


def _steady(found: list[Item], stated: list[Item], places: dict[str, int]) -> set[int]:
    """The longest run of what stands in its right section and order: whatever is outside it was moved.

    Of two of one name, the unaltered one counts, else the first.
    """
    exact = {item.id for item in found if item.id in places and item.hash == stated[places[item.id]].hash}
    tails: list[int] = []
    ends: list[int] = []
    before: dict[int, int | None] = {}
    for index, item in enumerate(found):
        place = places.get(item.id)
        if place is None or stated[place].section != item.section:
            continue
        rank = bisect_left(tails, place)
        is_copy = rank < len(tails) and tails[rank] == place
        if is_copy or (item.id in exact and item.hash != stated[place].hash):
            continue
        before[index] = ends[rank - 1] if rank else None
        tails[rank : rank + 1] = [place]
        ends[rank : rank + 1] = [index]
    return _run(ends[-1] if ends else None, before)


def _run(last: int | None, before: dict[int, int | None]) -> set[int]:
    run: set[int] = set()
    while last is not None:
        run.add(last)
        last = before[last]
    return run


def _paragraph_problem(code: str, item: Item) -> Problem:
    sentence = {
        "altered": f"Paragraph {item.id} (section {item.section}) was altered.",
        "moved": f"Paragraph {item.id} was moved: it stands in another place than when the edition was signed.",
        "added": f"Paragraph {item.id} (section {item.section}) was added: the signed edition has none of this name.",
        "missing": f"Paragraph {item.id} (section {item.section}) is missing.",
        "duplicated": f"Paragraph {item.id} stands more than once.",
    }[code]
    return Problem(f"paragraph_{code}", sentence, item.section, item.id)


def _section_problem(code: str, item: Item) -> Problem:
    sentence = {
        "altered": f"The title, the facts or the list of paragraphs of section {item.id} was altered.",
        "moved": f"Section {item.id} was moved: it stands in another place than when the edition was signed.",
        "added": f"Section {item.id} was added: the signed edition has none of this name.",
        "missing": f"Section {item.id} is missing.",
        "duplicated": f"Section {item.id} stands more than once.",
    }[code]
    return Problem(f"section_{code}", sentence, item.section)


def _paragraphs(section: Section) -> list[dict[str, str]]:
    paragraphs = section["paragraphs"]
    assert isinstance(paragraphs, list)
    return paragraphs
