"""The headline of an article, where its text has one."""

import re
from functools import cache

from analysis import lexicons
from analysis.text.characters import plain as plain_of
from analysis.text.paragraphs import split_paragraphs
from analysis.text.sentences import ends_sentence

_WORDS = range(3, 31)
_ENDED = re.compile(r"[.,;:…-][\"')\]]*$")
_RUNNING_WITHIN = 9  # paragraphs: a summary in points, a caption may stand between
_TITLE_CASE = 0.85  # share of longer words with a capital that makes a headline of a line with a full stop
_SOMETHING_ELSE = tuple(
    re.compile(pattern)
    for pattern in (
        r"^[^a-z]{3,40}(?:,[^-–—]{2,40})?(?: \([\w ]+\))? ?[-–—]+ ",  # PARIS, France (Reuters) -
        r"\((?:Reuters|AP|AFP|UPI)\)",
        r"^By [A-Z]",
        r"^[A-Z]\w+(?: \d+)?: .*\.$",  # June 26: the caption of a picture of that day.
    )
)
_OPEN_CLASSES = ("determiner", "preposition", "conjunction", "auxiliary")


@cache
def unfinished_words() -> frozenset[str]:
    """Return words after which a line must go on: articles, prepositions, conjunctions, auxiliaries."""
    open_words = (lexicons.column("function_words", "words", ("class", name)) for name in _OPEN_CLASSES)
    # headlines do end in "... turns on" and "... calls it off"
    return frozenset().union(*open_words) - {"on", "off", "over", "up", "out"}


def find_headline(text: str) -> str | None:
    """Return the headline that opens `text`, as it stands there, or None where there is none; see has_headline."""
    flat = plain_of(text)
    paragraphs = split_paragraphs(flat)
    return text[slice(*paragraphs[0])] if has_headline(flat, paragraphs) else None


def has_headline(plain: str, paragraphs: list[tuple[int, int]]) -> bool:
    """Tell whether the first of the `paragraphs` of a `plain` text is a headline.

    It is one line of 3 to 30 words that is no sentence (or written like a title), before a paragraph of running text.
    """
    if len(paragraphs) < 2:
        return False
    (start, end), (after, _) = paragraphs[:2]
    line = plain[start:end]
    runs_on = "\n\n" not in plain[end:after] and not plain[after].isupper() and plain[after] not in "\"'("
    if runs_on or not _is_title_like(line):
        return False
    return line.isupper() or any(_is_running(plain[begin:stop]) for begin, stop in paragraphs[1:_RUNNING_WITHIN])


def _is_title_like(line: str) -> bool:
    words = line.split()
    if len(words) not in _WORDS or "\n" in line or line[0].islower():
        return False
    if any(pattern.search(line) for pattern in _SOMETHING_ELSE):
        return False
    if _ENDED.search(line):
        longer = [word.lstrip("\"'(") for word in words if len(word) > 3]
        capitals = sum(not word[:1].islower() for word in longer)
        return line.endswith(".") and len(longer) > 3 and capitals >= len(longer) * _TITLE_CASE
    return words[-1].lower() not in unfinished_words()


def _is_running(paragraph: str) -> bool:
    return len(paragraph.split()) >= 8 and ends_sentence(paragraph)
