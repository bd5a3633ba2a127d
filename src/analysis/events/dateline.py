"""The dateline that opens a story ("HOUSTON, Jan. 4 (Reuters) - "): where and when it was written."""

import re
from collections.abc import Sequence
from functools import cache

from analysis import lexicons
from analysis.text import Document
from analysis.times import Published, Time, read_times

_OPENING = 600  # characters in which a dateline is looked for, after a stamp or a caption
_LATER = 7  # days that a story may be published after it was written
_CAPITALS = r"[^\W\d_a-z][^\W\d_a-z'’.-]+"
_DATELINE = re.compile(
    rf"(?<!\S)(?!(?:GMT|UTC|BST|[ECMP][SD]?T)\b)(?P<place>{_CAPITALS}(?:[ -]{_CAPITALS}){{0,3}})"
    r"(?P<region>,(?: [^\W\d_a-z][\w.]*){1,3})?(?P<day>,? [^\W\d_a-z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?)?"
    r"(?P<agency> \([A-Z][\w ]*\))? ?(?:--?|–|—)(?= )"
)


def find_dateline(document: Document) -> tuple[int, int] | None:
    """Return the offsets of the dateline: a place in capitals, with a region, a day or an agency unless it is a city.

    It opens a paragraph or follows a caption or a stamp of time; the dash after it belongs to it.
    """
    for match in _DATELINE.finditer(document.plain, 0, _OPENING):
        if match["region"] or match["day"] or match["agency"] or match["place"].lower() in _cities():
            return match.span()
    return None


@cache
def _cities() -> frozenset[str]:
    return frozenset(name.lower() for name in lexicons.column("cities", "name"))


def read_story_times(document: Document, published: Published | None) -> list[Time]:
    """Return the times of `document`, resolved against the day of its dateline if it was written before it came out."""
    times = read_times(document, published)
    dateline = find_dateline(document)
    day = anchored(dateline, times, published) if dateline else published
    return times if day == published else read_times(document, day)


def anchored(span: tuple[int, int], times: Sequence[Time], published: Published | None) -> Published | None:
    """Return the day of the dateline at `span` where the day of publication is missing or soon after it."""
    for time in times:
        if span[0] <= time.start < span[1] and time.precision == "day" and time.earliest:
            late = (published.day - time.earliest).days if published else 0
            if 0 <= late <= _LATER:
                return Published(time.earliest, "day")
    return published
