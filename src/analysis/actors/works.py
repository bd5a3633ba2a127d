"""Works: titles of books, films, songs and programmes, and slogans, told by quotation marks and capitals."""

import re
from collections.abc import Iterator
from functools import cache

from analysis.actors.words import any_of, key, phrases, traits

_PLAIN = frozenset(("ordinary", "function"))
_NAMES = frozenset(("org_last", "org_suffix", "honorific", "rank", "role"))


@cache
def _title() -> re.Pattern[str]:
    word = r"[A-Z][\w'-]*"
    return re.compile(
        rf"(?:\"|'')[ ]?({word}(?: (?:{word}|{any_of('small')})){{0,7}} {word}[!?]?)[ ]?[.,]?[ ]?(?:\"|'')"
    )


def find_works(plain: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the spans of the titles of works that stand in quotation marks between `start` and `end`."""
    if plain.find('"', start, end) < 0 and plain.find("''", start, end) < 0:
        return
    for match in _title().finditer(plain, start, end):
        words = match.group(1).split()
        last = traits(words[-1].rstrip("!?"))
        if "ordinary" in last and not last & _NAMES and key(match.group(1)) not in phrases() and _is_plain(words):
            yield match.span(1)


def _is_plain(words: list[str]) -> bool:
    """Tell whether most words are plain words, so that no person, place or organization is meant."""
    return 2 * sum(bool(traits(word) & _PLAIN) for word in words) > len(words)
