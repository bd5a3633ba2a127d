"""Scraps: what pages set in the midst of a story and what names nobody of it, like the credit of a photograph."""

import re
from bisect import bisect_right
from functools import cache

from analysis import lexicons


@cache
def _scraps() -> tuple[re.Pattern[str], ...]:
    agency = next(row["words"] for row in lexicons.read("page_words") if row["kind"] == "agency")
    agencies = lexicons.any_of(lexicons.words(agency))
    return tuple(re.compile(row["pattern"].replace("{agency}", agencies)) for row in lexicons.read("name_scraps"))


class Scraps:
    """The scraps of a text, by the offsets they take."""

    def __init__(self, plain: str) -> None:
        self._spans: list[tuple[int, int]] = []
        for start, end in sorted(match.span() for pattern in _scraps() for match in pattern.finditer(plain)):
            if not self._spans or end > self._spans[-1][1]:  # not inside the one before
                self._spans.append((start, end))
        self._starts = [start for start, _ in self._spans]

    def __bool__(self) -> bool:
        return bool(self._spans)

    def before(self, offset: int) -> tuple[int, int]:
        """Return the last scrap that begins at `offset` or before, or an empty one."""
        at = bisect_right(self._starts, offset) - 1
        return self._spans[at] if at >= 0 else (-1, -1)
