"""Quotation marks: which words stand inside them, whatever the marks look like and however badly they pair.

Each mark opens or closes by its surroundings (a blank before, a letter after), then by its shape, then by turns.
A mark left open at the end of a paragraph goes on into a next paragraph that opens with one, as newspapers do, or on
to the mark that closes it a few paragraphs later.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from analysis.text.document import Document

_OPENING = "“„‟«〝"
_CLOSING = "”»〞"
_DOUBLE = _OPENING + _CLOSING + '"″＂'
_BEFORE_OPEN = " \n([{-–—/'"
_AFTER_CLOSE = " \n)]}-–—/'.,;:?!"
# what stands before the mark is asked after it, so that a search leaps from mark to mark
_SINGLE_OPEN = re.compile(r"'(?<![^\s(\[—–-]')(?=[^\W_])(?!\d0s|n'|em\b|til\b|cause\b|tis\b|twas\b)")
_SINGLE_CLOSE = re.compile(r"(?<=[^\s'])'(?![\w'])")
_LONGEST_RUN = 3  # paragraphs without marks of their own that a quotation runs over
_LONGEST_SINGLE = 600  # characters: a longer one is two apostrophes


class Quotation(NamedTuple):
    """Words in quotation marks: [start, end) are the words, [outer_start, outer_end) the marks too."""

    outer_start: int
    start: int
    end: int
    outer_end: int


class _Mark(NamedTuple):
    start: int
    end: int
    opens: bool | None
    shape: str = ""


def quotation_spans(document: Document) -> list[tuple[int, int]]:
    """Return the (start, end) of what stands inside quotation marks, in order, outermost ones only, marks left out."""
    return [(found.start, found.end) for found in quotations(document)]


@lru_cache(maxsize=1)  # one step after another asks for those of one document
def quotations(document: Document) -> list[Quotation]:
    """Return the quotations of `document` in order; none overlap. One that runs over paragraphs is one."""
    found: list[Quotation] = []
    pending: _Mark | None = None
    edge = _Mark(0, 0, False)  # where the paragraph before ended
    marked = [list(_marks(document, start, end)) for start, end in document.paragraphs]
    for number, (start, end) in enumerate(document.paragraphs):
        marks = marked[number]
        if pending and marks and marks[0].start == start and marks[0].opens is not False:
            marks = marks[1:]
        elif pending and not _closes(marked[number : number + _LONGEST_RUN]):
            found.append(_closed(document.plain, pending, edge))
            pending = None
        done, pending = _pair(document.plain, marks, pending)
        found += done
        edge = _Mark(end, end, False)
    if pending:
        found.append(_closed(document.plain, pending, edge))
    found += _singles(document.plain, document.paragraphs, found)
    return sorted(quotation for quotation in found if quotation.start < quotation.end)


def _closes(marked: list[list[_Mark]]) -> bool:
    """Tell whether the first mark of the next paragraphs closes: what was left open goes on, unmarked, until there."""
    first = next((marks[0] for marks in marked if marks), None)
    return first is not None and first.opens is False


def _marks(document: Document, start: int, end: int) -> Iterator[_Mark]:
    plain, text = document.plain, document.text
    at = plain.find('"', start, end)
    while at >= 0:
        first, last = at, at + 1
        if text[at] not in _DOUBLE:  # two accents or apostrophes, which became a mark and a blank
            first, last = (at - 1, at + 1) if text[at - 1 : at + 1] == "``" and at > start else (at, at + 2)
        before = plain[first - 1] if first > start else "\n"
        after = plain[last] if last < end else "\n"
        can_open = not after.isspace() and (before in _BEFORE_OPEN or before == '"')
        can_close = not before.isspace() and (after in _AFTER_CLOSE or after == '"')
        opens = can_open if can_open != can_close else True if text[at] in _OPENING else None
        yield _Mark(first, last, False if opens is None and text[at] in _CLOSING else opens, text[at])
        at = plain.find('"', last, end)


def _pair(plain: str, marks: list[_Mark], pending: _Mark | None) -> tuple[list[Quotation], _Mark | None]:
    """Pair the marks of a paragraph that begins with `pending` open; return the pairs and the mark left open."""
    found = []
    depth = 0
    for number, mark in enumerate(marks):
        if pending and mark.opens is not True:
            depth -= 1
            if depth < 0:
                found.append(_closed(plain, pending, mark))
                pending, depth = None, 0
        elif pending and (_differ(pending, mark) or _closings(marks[number + 1 :]) > 1):
            depth += 1
        elif mark.opens or (mark.opens is None and number + 1 < len(marks)):
            pending, depth = mark, 0  # the mark before was never closed
    return found, pending


def _differ(one: _Mark, other: _Mark) -> bool:
    """Tell whether one of two opening marks is straight and the other is not: then the later is nested."""
    return (one.shape == '"') != (other.shape == '"')


def _closings(marks: list[_Mark]) -> int:
    """Return how many more of `marks` close than open before an undecided one."""
    balance = 0
    for mark in marks:
        balance += 1 if mark.opens is False else -1 if mark.opens else 0
        if balance > 1:
            break
    return balance


def _closed(plain: str, opening: _Mark, closing: _Mark) -> Quotation:
    inner = plain[opening.end : closing.start]
    start = opening.end + len(inner) - len(inner.lstrip())
    return Quotation(opening.start, start, max(start, opening.end + len(inner.rstrip())), closing.end)


def _singles(plain: str, paragraphs: list[tuple[int, int]], found: list[Quotation]) -> list[Quotation]:
    """Return the quotations in single marks that stand outside `found`."""
    singles: list[Quotation] = []
    if not _SINGLE_OPEN.search(plain):
        return singles
    for start, end in paragraphs:
        if plain.find("'", start, end) < 0:
            continue
        taken = [(q.outer_start, q.outer_end) for q in found if q.outer_start < end and start < q.outer_end]
        at = start
        while opening := _SINGLE_OPEN.search(plain, at, end):
            at = opening.end()
            closing = _single_end(plain, at, min(end, at + _LONGEST_SINGLE))
            if closing and not any(a < closing + 1 and opening.start() < b for a, b in taken):
                singles.append(Quotation(opening.start(), at, closing, closing + 1))
                at = closing + 1
    return singles


def _single_end(plain: str, start: int, end: int) -> int | None:
    """Return where the single quotation that begins at `start` ends: at the last mark before another could open."""
    stop = _SINGLE_OPEN.search(plain, start, end)
    ends = [match.start() for match in _SINGLE_CLOSE.finditer(plain, start, stop.start() if stop else end)]
    sure = [at for at in ends if plain[at - 1] != "s" or plain[at + 1 : at + 2] in ",.;:?!\n"]
    return next(iter(sure or ends), None)
