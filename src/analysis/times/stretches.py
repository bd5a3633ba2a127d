"""The stretch of a sentence that can hold expressions of time: round the words and figures that all of them need."""

import re
from functools import cache

from analysis import lexicons
from analysis.times.grammar import needed_words

_MARGIN = 48  # characters before the first and after the last such word: the longest expressions are shorter
_WORDS = re.compile(r"[a-z]+")
_FIGURES = re.compile(
    r"\d(?:\d{3}|[:/]\d| ?(?:[ap]\.?m|bc|ad|ce|b\.c|a\.d|c\.e)|0s\b|\d?[.-]\d\d?[.-]\d"
    r"|(?<=on the .)\d?(?:st|nd|rd|th)|(?<=\bad .)|(?<=\ba\.d\. .))|'\d\d|\b(?:fy|q|h)\d"
)
_DIGIT = re.compile(r"\d")
_OF_YEARS = {"eighteen", "nineteen", "twenty", "thousand"}  # in words


@cache
def _triggers() -> frozenset[str]:
    """Return the words, in small letters, one of which every expression of time without figures has."""
    last_words = (row["name"].lower().split()[-1] for row in lexicons.read("time_holidays"))
    return frozenset(needed_words() | {max(_WORDS.findall(word), key=len) for word in last_words} | _OF_YEARS)


def stretch_of(plain: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the stretch of `plain` text between two offsets that can hold expressions of time, or None."""
    small = plain[start:end].lower()
    words = _triggers().intersection(_WORDS.findall(small))
    figures = _DIGIT.search(small) and _FIGURES.search(small)
    if not words and not figures:
        return None
    begins = [small.find(word) for word in words] + ([figures.start()] if figures else [])
    if len(small) != end - start:  # a few capitals (of Turkish) become two characters
        return start, end
    finish = len(small) if figures else max(small.rfind(word) + len(word) for word in words)
    first, last = min(begins) - _MARGIN, finish + _MARGIN
    return (
        start if first <= 0 else start + small.find(" ", first) + 1,
        end if last >= len(small) else start + small.rfind(" ", 0, last),
    )
