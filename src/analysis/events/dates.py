"""Dates: the time that governs an event, or the one it may be carried from."""

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from analysis.events.clauses import Clauses
from analysis.events.triggers import Trigger
from analysis.events.words import event_types
from analysis.times import Published, Time
from analysis.times.calendar import Period

_DESCRIBED = 4  # tokens from a time that describes to the noun it dates
_LEAD = 3  # sentences in which the undated past is news
_BASIS = {"publication date": "publication date", "explicit": "explicit"}


class Dated(NamedTuple):
    """When: an interval with its precision and where it is from; all None where nothing says when."""

    earliest: dt.date | None
    latest: dt.date | None
    precision: str | None
    basis: str | None


UNDATED = Dated(None, None, None, None)


class Placed(NamedTuple):
    """A time of the sentence by its first and last token."""

    first: int
    last: int
    time: Time
    describes: bool  # it only says which ("the 2016 election", "Monday's call")


def place_times(clauses: Clauses, times: Iterable[Time]) -> list[Placed]:
    """Return the dates among `times` that have an interval, by the tokens they stand on."""
    starts = [token.start for token in clauses.tokens]
    placed = []
    for time in times:
        if time.earliest and time.latest and time.type in ("DATE", "TIME"):
            first, last = (max(0, bisect_right(starts, offset) - 1) for offset in (time.start, time.end - 1))
            placed.append(Placed(first, last, time, _describes(clauses, first, last, time)))
    return placed


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
    return noun and last + 1 not in clauses.named and (determined or bare)


def of_time(time: Time, basis: str | None = None) -> Dated:
    """Return the interval of `time`."""
    return Dated(time.earliest, time.latest, time.precision, basis or _BASIS.get(time.basis, "relative"))


def own_time(clauses: Clauses, trigger: Trigger, times: list[Placed]) -> Dated:
    """Return the date that the sentence itself gives the event."""
    times = [placed for placed in times if not placed.describes or 0 < trigger.head - placed.last <= _DESCRIBED]
    if not times:
        return UNDATED
    number = clauses.clause[trigger.head]
    in_clause = [placed for placed in times if clauses.clause[placed.first] == number]
    governing = [placed for placed in in_clause if _governs(clauses, placed, trigger)]
    if governing:
        return of_time(min(governing, key=lambda placed: _distance(placed, trigger)).time)
    if in_clause and not _reported(clauses, trigger.head):
        return of_time(min(in_clause, key=lambda placed: _distance(placed, trigger)).time)
    if in_clause:
        return of_time(in_clause[0].time, "carried")
    return _from_before(clauses, trigger, times)


def time_at(clauses: Clauses, verb: int, times: list[Placed]) -> Dated:
    """Return the date of the clause that the verb at token `verb` stands in."""
    number = clauses.clause[verb]
    near = [placed for placed in times if clauses.clause[placed.first] == number]
    return of_time(min(near, key=lambda placed: abs(placed.first - verb)).time) if near else UNDATED


def _distance(placed: Placed, trigger: Trigger) -> int:
    return placed.first - trigger.head if placed.first > trigger.head else trigger.head - placed.last + 1


def _governs(clauses: Clauses, placed: Placed, trigger: Trigger) -> bool:
    """Tell whether no other verb is nearer to the time than the event is."""
    mine = _distance(placed, trigger)
    first, end = clauses.bounds(trigger.head)
    own = range(trigger.group.first if trigger.group else trigger.first, max(trigger.end, trigger.head + 1))
    for i in range(first, end):
        if clauses.verbs[i] and i not in own:
            gap = placed.first - i if placed.first > i else i - placed.last + 1
            if gap < mine:
                return False
    return True


def _reported(clauses: Clauses, head: int) -> bool:
    """Tell whether a verb of saying stands before the event in its clause."""
    first, _ = clauses.bounds(head)
    return any("saying" in clauses.kinds[i] for i in range(first, head))


def _from_before(clauses: Clauses, trigger: Trigger, times: list[Placed]) -> Dated:
    """Return the date of a clause before that reaches this one."""
    first, _ = clauses.bounds(trigger.head)
    said = False
    while first > 0:
        opener = clauses.kinds[first]
        word = clauses.low[first]
        if ("break" in opener and word != "that") or ("relative" in opener and word != "that"):
            return UNDATED
        if word == "," and trigger.group is None:
            return UNDATED
        said = said or word == "that"
        start, end = clauses.bounds(first - 1)
        found = [placed for placed in times if start <= placed.first < end]
        if found and not ("break" in clauses.kinds[start] and any(clauses.verbs[start:end])):
            said = said or any("saying" in kinds for kinds in clauses.kinds[start:end])
            return of_time(found[0].time, "carried" if said else None)
        first = start
        if "relative" in clauses.kinds[first] and first:
            first = clauses.bounds(first - 1)[0]
    return UNDATED


def published_date(published: Published | None) -> Dated:
    """Return the article's date as an interval."""
    if published is None:
        return UNDATED
    day, precision = published
    return Dated(day, Period(precision, day).last, precision, "publication date")


def _ends_before(clauses: Clauses, first: int, end: int) -> bool:
    """Tell whether a clause ends in "before": it tells of an earlier time."""
    words = [word for word in clauses.low[first:end] if word not in ",.:;"]
    return bool(words) and words[-1] == "before"


def is_news(clauses: Clauses, trigger: Trigger, sentence: int) -> bool:
    """Tell whether an undated event is of the article's own day: told as news, not as history or habit."""
    first, end = clauses.bounds(trigger.head)
    kinds = clauses.kinds[first:end]
    if _ends_before(clauses, first, end):
        return False
    if any("history" in found for found in kinds) or clauses.kinds[first] & {"relative", "break"} - {"join"}:
        return clauses.low[first] == "that" and not any("history" in found for found in kinds)
    if trigger.group is None:
        return sentence < _LEAD
    tense = "past" if clauses.gerund(trigger.head) else trigger.group.tense
    if tense == "perfect" or (tense == "present" and clauses.low[trigger.head].endswith("ing")):
        return True  # a simple present tells what holds ("Chad accuses Sudan of ..."), not what came about
    if tense != "past":
        return False
    kind = trigger.frame.kind
    return sentence < _LEAD or (kind is not None and event_types()[kind].mode == "verbal")
