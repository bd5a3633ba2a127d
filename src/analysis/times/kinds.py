"""The kinds of word that the grammar of times knows (MONTH, UNIT, NUM and so on), with their values."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from analysis import lexicons

Kinds = dict[str, Any]  # the kinds a word can be, each with its value as one

# lexicons whose every row gives one kind: name of the file, column of the words, kind, column of the value
_SIMPLE = (
    ("time_months", "names", "MONTH", "month"),
    ("time_weekdays", "names", "WEEKDAY", "weekday"),
    ("time_seasons", "names", "SEASON", "code"),
    ("time_units", "singular", "UNIT", "code"),
    ("time_units", "plural", "UNITS", "code"),
    ("time_dayparts", "names", "PART", "code"),
    ("time_decades", "word", "DECADE", "decade"),
)


def _entries() -> Iterator[tuple[str, str, Any]]:
    """Yield every word with one of its kinds and its value as that."""
    for name, column, kind, value in _SIMPLE:
        for row in lexicons.read(name):
            number = int(row[value]) if kind in ("MONTH", "WEEKDAY") else row[value]
            yield from ((word, kind, number) for word in lexicons.words(row[column]))
            yield from ((word, "DOUBTFUL", True) for word in lexicons.words(row.get("doubtful", "")))
    for row in lexicons.read("time_modifiers"):
        yield from ((word, row["kind"], row["value"]) for word in lexicons.words(row["words"]))
    for row in lexicons.read("time_numbers"):
        if row["kind"] == "vague":
            yield row["word"], "VAGUE", row["value"]
            continue
        for kind in ("NUM", "SPELT") if row["kind"] == "cardinal" else ("ORD", "DAY"):
            yield row["word"], kind, int(row["value"])


@cache
def known() -> dict[str, Kinds]:
    """Return every word the lexicons of time know, in small letters, with its kinds and their values."""
    words: dict[str, Kinds] = {}
    for word, kind, value in _entries():
        words.setdefault(word, {})[kind] = value
    return words


def _uncapitalised(kinds: Kinds) -> Kinds:
    """Return the kinds that are left where the word has no capital: may and march are verbs then."""
    if "DOUBTFUL" not in kinds:
        return kinds
    return {kind: value for kind, value in kinds.items() if kind not in ("MONTH", "WEEKDAY")}


@cache
def spellings() -> dict[str, Kinds]:
    """Return the known words as they may be written (may, May, MAY), with the kinds each can be so written."""
    forms = {}
    for word, kinds in known().items():
        forms[word] = _uncapitalised(kinds)
        forms[word.capitalize()] = forms[word.upper()] = kinds
    return forms


@cache
def short_names() -> frozenset[str]:
    """Return the abbreviations of months and weekdays, in small letters: a dot after one is part of it."""
    rows = [*lexicons.read("time_months"), *lexicons.read("time_weekdays")]
    return frozenset(name for row in rows for name in lexicons.words(row["names"])[1:] if len(name) < 6)
