"""Unknown names: what the ending of a word and the words beside it tell of a name that no lexicon knows."""

import itertools
import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from analysis import lexicons

_AFTER = re.compile(r" ?('s)\b|[ \n]([a-z]+)\b")
_DOES = re.compile(r"[ \n](?:(?:has|had|also|then|later|never|once|\w+ly)[ \n])*([a-z]+)(?:[ \n]([a-z]+))?")
_APPOSITION = re.compile(r" ?, (?:a|an|the|its|one of)((?: [\w'-]+){1,6})")


class Clue(NamedTuple):
    """A kind of name and how much a word tells for it."""

    kind: str
    weight: float


@cache
def _clues(where: str) -> dict[str, Clue]:
    rows = (row for row in lexicons.read("name_clues") if row["where"] == where)
    return {word: Clue(row["kind"], float(row["weight"])) for row in rows for word in lexicons.words(row["words"])}


@cache
def _ending() -> re.Pattern[str]:
    return re.compile(rf"\w\w({lexicons.any_of(_clues('ending'))})$")


@cache
def _right() -> re.Pattern[str]:
    return re.compile(rf"[ \n]({lexicons.any_of(_clues('right'))})\b")


def clues(before: str, after: str) -> Iterator[Clue]:
    """Yield what the nouns in the text `before` and `after` tell of a name."""
    if clue := _clues("left").get(last_word(before)):
        yield clue
    if match := _right().match(after):
        yield _clues("right")[match.group(1)]
    if match := _DOES.match(after):
        verb, *further = match.groups()
        if clue := _clues("does").get(verb) or _clues("does").get(f"{verb} {further[0]}"):
            yield clue
    if match := _APPOSITION.match(after):
        told = (_clues("apposition").get(word) for word in match.group(1).split())
        yield from itertools.islice(filter(None, told), 1)


def word_clues(word: str, before: str, after: str) -> Iterator[Clue]:
    """Yield what tells the kind of a name of unknown words that ends with `word`, between the text round it."""
    if ending := _ending().search(word):
        yield _clues("ending")[ending.group(1)]
    if clue := _clues("before").get(last_word(before).lower()):
        yield clue
    if (match := _AFTER.match(after)) and (clue := _clues("after").get(match.group(match.lastindex or 0))):
        yield clue


def last_word(before: str) -> str:
    """Return the word at the end of the text before a name, or "" where another sign stands there."""
    return before.rsplit(maxsplit=1)[-1] if before[-1:].isspace() and before.strip() else ""
