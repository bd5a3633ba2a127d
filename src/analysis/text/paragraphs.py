"""Paragraphs: the lines of an article, or the blocks of one whose lines were wrapped at a fixed width."""

import itertools
import re

_WRAPPED_WIDTH = 90  # wire services wrap near 65 columns, mail near 76; a line of running text is longer
_INDENTED = re.compile(r"^ {2,8}\S")
_LINE = re.compile(r"[^\n]+")
# exports of databases often spell a line break as the two characters \n
_BREAK = re.compile(r"(?: |^)\\n(?: |$)")


def split_paragraphs(plain: str) -> list[tuple[int, int]]:
    """Return the (start, end) of each paragraph of `plain` text, without surrounding blanks.

    A line is a paragraph, unless the text is hard-wrapped: then a paragraph goes on to a blank or an indented line.
    """
    lines = [match.span() for match in _LINE.finditer(plain)]
    spans = _unwrap(plain, lines) if _is_wrapped(plain, lines) else lines
    if "\\n" in plain:
        spans = [piece for span in spans for piece in _pieces(plain, *span)]
    return [trimmed for span in spans if (trimmed := _trim(plain, *span))]


def _is_wrapped(plain: str, lines: list[tuple[int, int]]) -> bool:
    """Tell whether most lines stop short of the width and go on, in mid-sentence, in the next one."""
    if len(lines) < 3 or max(end - start for start, end in lines) > _WRAPPED_WIDTH:
        return False
    pairs = list(itertools.pairwise(lines))
    running = sum(
        plain[end - 1].isalnum() or plain[end - 1] in ",-"
        for (start, end), (after, _) in pairs
        if end - start > 40 and plain[after : after + 1].strip()
    )
    return running * 2 >= len(pairs)


def _unwrap(plain: str, lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    for start, end in lines:
        blank_before = bool(spans) and "\n" in plain[spans[-1][1] + 1 : start]
        if not spans or blank_before or _INDENTED.match(plain[start:end]) or not plain[start:end].strip():
            spans.append((start, end))
        else:
            spans[-1] = (spans[-1][0], end)
    return spans


def _pieces(plain: str, start: int, end: int) -> list[tuple[int, int]]:
    spans, begin = [], start
    for match in _BREAK.finditer(plain, start, end):
        spans.append((begin, match.start()))
        begin = match.end()
    return [*spans, (begin, end)]


def _trim(plain: str, start: int, end: int) -> tuple[int, int] | None:
    piece = plain[start:end]
    start += len(piece) - len(piece.lstrip())
    end = start + len(piece.strip())
    return (start, end) if start < end else None
