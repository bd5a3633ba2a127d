"""Headlines: names in lines set in title case or in capitals, where a capital letter says nothing."""

from collections.abc import Iterator, Mapping

from analysis.actors.blocks import spelled
from analysis.actors.runs import Line, Word
from analysis.actors.segments import Segment
from analysis.actors.words import context, fold, key, phrases, traits

_PERSONAL = frozenset(("given", "surname", "byname", "m", "f"))
_LONGEST = 5


def read_headline(line: Line, kinds: Mapping[str, str], persons: Mapping[str, str]) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, kind) of the names in a headline.

    Names that the text itself or the lexicons know count, and words that are no English words.
    """
    for run in line.runs:
        at = 0
        while at < len(run):
            size, kind = _match(run, at, kinds, persons, line.style == "foreign")
            if kind:
                yield run[at].start, run[at + size - 1].end, kind
            at += size


def _match(
    run: list[Word], at: int, kinds: Mapping[str, str], persons: Mapping[str, str], foreign: bool
) -> tuple[int, str]:
    named = not foreign and _begins_full_name(run, at)
    for size in range(min(_LONGEST, len(run) - at), 0, -1):
        words = run[at : at + size]
        if any(word.gap == "" for word in words[1:]):
            continue
        text = spelled(words)
        kind = kinds.get(fold(text)) or (persons.get(fold(text)) if size == 1 else None)
        if size == 1 and named:
            break
        if kind and not (size == 1 and kind != "person" and "ordinary" in traits(text)):
            return size, kind
        if foreign:
            continue
        if known := phrases().get(key(text)) or (phrases().get(fold(text)) if size > 1 or len(text) > 3 else None):
            segment = Segment(tuple(words), known, "", False)
            return size, segment.kind
    word = run[at].text
    if foreign or (not named and (traits(word) - _PERSONAL or len(word) < 3 + word.isupper())):
        return 1, ""
    size = 1
    while at + size < len(run) and run[at + size].gap == "strong" and not _ends(run, at + size):
        size += 1
    if "given" in traits(word) or "surname" in traits(word):
        return size, "person"
    return size, "person" if size > 1 else "organization"


def _begins_full_name(run: list[Word], at: int) -> bool:
    """Tell whether a given name stands before a word that is none and no other name: "Lena Quandt"."""
    found = traits(run[at].text)
    if "given" not in found or at + 1 == len(run) or run[at + 1].gap != "strong":
        return False
    surname = "surname" in traits(run[at + 1].text)
    return not _plain_word(run[at + 1].text) and (surname or not found - _PERSONAL)


def _ends(run: list[Word], at: int) -> bool:
    """Tell whether the word at `at` is no part of the name before it; a particle before another is ("VAN DYCK")."""
    if fold(run[at].text) in context("particle") and at + 1 < len(run) and run[at + 1].gap == "strong":
        return _plain_word(run[at + 1].text)
    return _plain_word(run[at].text)


def _plain_word(word: str) -> bool:
    return bool(traits(word) - _PERSONAL) or key(word) in phrases()
