"""Where the times of a sentence stand among its clauses, and which of them date nothing."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from analysis.events.clauses import Clauses
from analysis.times import Time

_BOUNDING = frozenset({"since", "until", "till", "through", "before", "after"})
_CLOCK = re.compile(r"\d{1,2}[.:]\d\d")
_ZONES = frozenset({"bst", "gmt", "utc", "est", "edt", "et"})


class Placed(NamedTuple):
    """A time of the sentence by its first and last token."""

    first: int
    last: int
    time: Time
    describes: bool  # it only says which ("the 2016 election", "Monday's call")


def place_times(clauses: Clauses, times: Iterable[Time]) -> list[Placed]:
    """Return the dates among `times` that have an interval, by the tokens they stand on."""
    starts = [token.start for token in clauses.tokens]
    placed: list[Placed] = []
    for time in times:
        if time.earliest and time.latest and time.type in ("DATE", "TIME"):
            first, last = (max(0, bisect_right(starts, offset) - 1) for offset in (time.start, time.end - 1))
            aside = not clauses.tokens or clauses.tokens[first].end <= time.start
            if aside or _bounds(clauses, first, last, time):
                continue
            if placed and _spans(clauses, placed[-1], first):
                start = placed.pop()
                placed.append(Placed(start.first, last, start.time._replace(latest=time.latest), False))
            else:
                placed.append(Placed(first, last, time, _describes(clauses, first, last, time)))
    return placed


def _spans(clauses: Clauses, start: Placed, end: int) -> bool:
    """Tell whether a time and the one at token `end` are the ends of one ("between 2006 and 2009")."""
    between = clauses.low[max(0, start.first - 1) : start.first] + clauses.low[start.last + 1 : end]
    return between in (["between", "and"], ["from", "to"])


def _bounds(clauses: Clauses, first: int, last: int, time: Time) -> bool:
    """Tell whether a time dates no event: it says from or till when, or when a page was written ("1959 The ...")"""
    following = clauses.low[last + 1 : last + 3]
    if time.text[-4:].isdigit() and any(_CLOCK.match(word) for word in following):
        return True
    if first == 0:
        after = clauses.tokens[last + 1].text if last + 1 < len(clauses.tokens) else ","
        return time.precision == "year" and after[0].isupper()
    if time.type == "TIME":
        zoned = clauses.low[last] in _ZONES and "preposition" not in clauses.kinds[first - 1]
        return zoned or clauses.low[first - 1] == ";"
    return clauses.low[first - 1] in _BOUNDING or time.text.lower().startswith("more than")


def _describes(clauses: Clauses, first: int, last: int, time: Time) -> bool:
    """Tell whether a time stands before a noun as an adjective does."""
    if last + 1 >= len(clauses.low):
        return False
    after = clauses.low[last + 1]
    if after == "'s":
        return True
    noun = after.isalpha() and not clauses.kinds[last + 1] and not clauses.verbs[last + 1]
    before = clauses.kinds[first - 1] if first else frozenset[str]()
    determined = bool(first) and ("determiner" in before or clauses.low[first - 1] == "'s")
    bare = time.precision == "year" and "preposition" not in before
    return noun and (determined or (bare and last + 1 not in clauses.named))
