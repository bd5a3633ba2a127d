"""Sorts: what an event without a PLOVER type is, so that tellings of it find together."""

import re
from functools import cache
from typing import NamedTuple

from analysis import lexicons
from analysis.text.inflection import plural, verb_forms

_WORD = re.compile(r"[^\W\d_]+")
_DESCRIBED = 4  # words between an article and its noun
_KNOWN = frozenset({"the", "this", "that", "its", "his", "their"})
_NEW = frozenset({"a", "an", "another", "second", "new", "fresh"})


class Sort(NamedTuple):
    """The sort of an event and, where the words say so, what of that sort it was; "" for what nothing says."""

    name: str
    head: str

    @property
    def disaster(self) -> bool:
        """Whether it befell people, nobody having done it."""
        return self.name == "disaster"

    @property
    def death(self) -> bool:
        """Whether it is what befalls a person once."""
        return self.name == "death"


def sort_of(text: str, around: str, named: bool) -> tuple[Sort, bool]:
    """Return the sort that an event's words `text` are of, and whether it is a disaster told as known ("the quake").

    What a disaster was may stand `around` them; it is known too where its place is `named` and no "a" makes it new.
    """
    found = _first(text)
    if found is None:
        return Sort("", ""), False
    sort, word = found
    if sort.disaster and not sort.head:
        told = ((_sorts()[near], near) for near in _WORD.findall(around.lower()) if near in _sorts())
        sort, word = next((pair for pair in told if pair[0].disaster and pair[0].head), found)
    before = around.lower().partition(word)[0].replace("'s", " the").replace("’s", " the").split()[-_DESCRIBED:]
    return sort, sort.disaster and _NEW.isdisjoint(before) and (named or not _KNOWN.isdisjoint(before))


def _first(text: str) -> tuple[Sort, str] | None:
    return next(((_sorts()[word], word) for word in _WORD.findall(text.lower()) if word in _sorts()), None)


@cache
def _sorts() -> dict[str, Sort]:
    """Return the sorts by the forms of their words, those of one that says what it was first."""
    found: dict[str, Sort] = {}
    for row in lexicons.read("event_sorts"):
        forms = {form for noun in lexicons.words(row["nouns"]) for form in (noun, plural(noun))}
        for verb in lexicons.words(row["verbs"]):
            inflected = verb_forms(verb)
            forms |= {verb, inflected.third, inflected.gerund, *inflected.past, *inflected.participle}
        for form in forms:
            found.setdefault(form, Sort(row["sort"], row["head"]))
    return found
