"""Blocks: a run of capitalised words with the names the lexicons know in it, cut at words that are no names."""

from typing import NamedTuple

from analysis.actors.runs import Word
from analysis.actors.words import fold, key, longest, phrases, traits

_BREAK = frozenset(("time", "function", "furniture"))
_NO_LINK = frozenset(("time", "function", "furniture", "honorific", "rank", "role"))


class Unit(NamedTuple):
    """One word, or the words of one known name, with what the lexicons know the name as."""

    words: tuple[Word, ...]
    known: str
    traits: frozenset[str]

    @property
    def gap(self) -> str:
        """What joins it to the unit before."""
        return self.words[0].gap

    @property
    def last(self) -> frozenset[str]:
        """What the lexicons say of its last word."""
        return traits(self.words[-1].text)


def cut_blocks(run: list[Word]) -> list[list[Unit]]:
    """Return the parts of a run between words that are no names and linking words that link two names."""
    blocks: list[list[Unit]] = [[]]
    for unit in _units(run):
        if unit.gap not in ("", "strong") and blocks[-1] and not _links(blocks[-1], unit):
            blocks.append([])
        if unit.traits & _BREAK and not unit.known and not _is_personal(blocks[-1], unit):
            blocks.append([])
        else:
            blocks[-1].append(unit)
    return [block for block in blocks if block]


def _units(run: list[Word]) -> list[Unit]:
    units, at = [], 0
    while at < len(run):
        size, known = _known(run, at)
        words = tuple(run[at : at + size])
        units.append(Unit(words, known, traits(words[0].text) if size == 1 else frozenset()))
        at += size
    return units


def _known(run: list[Word], at: int) -> tuple[int, str]:
    """Return how many words from `at` make a name the lexicons know, and what it is."""
    table = phrases()
    limit = longest().get(fold(run[at].text), 1)
    for size in range(min(limit, len(run) - at), 1, -1):
        if found := table.get(key(spelled(run[at : at + size]))):
            return size, found
    return 1, table.get(key(run[at].text), "")


def spelled(words: list[Word]) -> str:
    """Return the words of a run as one string, with what links them."""
    first, *rest = words
    return first.text + "".join(f" {w.text}" if w.gap == "strong" else f" {w.gap} {w.text}" for w in rest)


def _is_personal(before: list[Unit], unit: Unit) -> bool:
    """Tell whether a word like "May" or "Sun" is part of a person's name: "Theresa May"."""
    return bool(before and "given" in before[-1].traits and unit.gap == "strong" and unit.traits & {"given", "surname"})


def _links(before: list[Unit], unit: Unit) -> bool:
    """Tell whether "of", "for" or "and" before `unit` stands inside a name ("Ministry of Foreign Affairs")."""
    head = any(u.last & {"org_first", "place_first", "other_last"} for u in before)
    if not head or unit.traits & _NO_LINK:
        return False
    last = before[-1].last
    if unit.gap == "and":
        inside = any(u.gap in ("of", "for") for u in before)
        return inside and "ordinary" in unit.traits and "ordinary" in last
    if unit.gap in ("of", "for"):
        return bool(last & {"org_first", "place_first", "other_last", "ordinary"})
    return unit.gap == "on" and "org_first" in last
