"""Blocks: a run of capitalised words with the names the lexicons know in it, cut at words that are no names."""

import itertools
import re
from typing import NamedTuple

from analysis.actors.runs import Word, name_in_compound
from analysis.actors.words import context, fold, key, longest, phrases, traits

_BREAK = frozenset(("time", "function", "furniture", "common"))
_NO_LINK = _BREAK | {"honorific", "rank", "role"}
_PEOPLES = frozenset(("country", "demonym", "following"))
_IN_MONTH = re.compile(r"\b(?i:in|since|until|last|next|early|late)[ \n]\Z")
_PARTY = re.compile(r"[RDI]-[A-Z].*")  # of a lawmaker: "(R-Wis.)"


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
        """What the lexicons say of its last word, or of its singular ("Centers")."""
        text = self.words[-1].text
        found = traits(text)
        return found if "byname" in found or not text.endswith("s") else found | traits(text[:-1])


def cut_blocks(run: list[Word], plain: str, *, opens: bool) -> list[list[Unit]]:
    """Return the parts of a run between words that are no names and linking words that link two names.

    `plain` is the text; `opens` tells that the run begins its sentence, where any word has a capital.
    """
    blocks: list[list[Unit]] = [[]]
    units = _units(run)
    for index, unit in enumerate(units):
        if unit.gap not in ("", "strong") and blocks[-1] and not _links(blocks[-1], unit, units[index + 1 :]):
            blocks.append([])
        standing = (opens and index == 0) or ("time" in unit.traits and _is_dated(unit, plain))
        if unit.traits & _BREAK and not unit.known and not _is_inside(blocks[-1], unit, units[index + 1 :], standing):
            blocks.append([])
        else:
            blocks[-1].append(unit)
    return [block for block in blocks if block]


def _units(run: list[Word]) -> list[Unit]:
    units, at = [], 0
    while at < len(run):
        size, known = _known(run, at)
        words = tuple(run[at : at + size])
        found = traits(words[0].text) if size == 1 else frozenset()
        if _PARTY.fullmatch(words[0].text):
            known, found = "", frozenset(("common",))
        units.append(Unit(words, known, found))
        at += size
    return units


def _known(run: list[Word], at: int) -> tuple[int, str]:
    """Return how many words from `at` make a name the lexicons know, and what it is."""
    table = phrases()
    limit = longest().get(fold(run[at].text), 1)
    for size in range(min(limit, len(run) - at), 1, -1):
        text = spelled(run[at : at + size])
        if found := table.get(key(name_in_compound(text))):
            return size, found if name_in_compound(text) == text else "thing"
    text = run[at].text
    if "-" not in text:
        return 1, table.get(key(text), "")
    if all(table.get(key(part)) in _PEOPLES for part in text.split("-")):
        return 1, "following"  # "Iranian-American"
    name = name_in_compound(text)
    if name != text and (key(name) in table or "ordinary" not in traits(name)) and "ordinary" not in traits(text):
        return 1, "thing"
    return 1, table.get(key(text), "")


def is_compound(unit: Unit) -> bool:
    """Tell whether a unit is a name with a plain word joined to it: "Paris-based"."""
    text = unit.words[-1].text
    return unit.known == "thing" and name_in_compound(text) != text


def spelled(words: list[Word]) -> str:
    """Return the words of a run as one string, with what links them."""
    first, *rest = words
    links = {"strong": " ", "'s": "'s "}
    return first.text + "".join(links.get(word.gap, f" {word.gap} ") + word.text for word in rest)


def _is_dated(unit: Unit, plain: str) -> bool:
    """Tell whether the word before makes a month of "August" and no first name: "in August Doe resigned"."""
    start = unit.words[0].start
    return bool(_IN_MONTH.search(plain, max(0, start - 8), start))


def _is_inside(before: list[Unit], unit: Unit, after: list[Unit], standing: bool) -> bool:
    """Tell whether a word that is no name by itself is part of one: "Theresa May", "Jan Kos", "Cheah Soon Kit"."""
    between = bool(after) and after[0].gap == "strong" and not after[0].known and not after[0].traits & _NO_LINK
    if not before or before[-1].traits & {"role", "honorific", "rank", "modifier"} or before[-1].known == "demonym":
        first = not standing and "given" in unit.traits and between
        return first and ("byname" in after[0].traits or "ordinary" not in after[0].traits)
    if unit.gap != "strong":
        return False
    if unit.traits & {"given", "surname"} and "given" in before[-1].traits:
        return True
    return between and "time" not in unit.traits and before[-1].known in ("", "organization")


def _links(before: list[Unit], unit: Unit, after: list[Unit]) -> bool:
    """Tell whether "of", "for", "and" or "'s" before `unit` stands inside a name ("Ministry of Foreign Affairs")."""
    plain = "ordinary" in before[-1].traits or (len(before) > 1 and "ordinary" in before[0].traits)
    if unit.gap in ("and", "of") and plain and _shares_head(before[-1], unit, after):
        return True
    if unit.gap == "'s":
        return len(before) == 1 and fold(before[0].words[-1].text) in context("owners")
    if unit.gap == "of" and "role" in before[-1].traits and "modifier" in unit.traits:
        return True  # "Secretary of State"
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


def _shares_head(before: Unit, unit: Unit, after: list[Unit]) -> bool:
    """Tell whether a word like "Service" makes one name of two plain words ("Fire and Rescue Service")."""
    heads = {"org_first", "org_last", "given", "byname"}
    if any(side.known or side.traits & heads for side in (before, unit)) or "ordinary" not in unit.traits:
        return False
    together = itertools.takewhile(lambda later: later.gap == "strong", after)
    ends = "org_last" if unit.gap == "and" else "other_last"  # "Freedom of Information Act"
    return any(ends in later.last for later in together)
