"""Dates: the time that governs an event, or the one it may be carried from."""

import datetime as dt
from functools import cache
from typing import NamedTuple

from analysis import lexicons
from analysis.events.clauses import Clauses, Name
from analysis.events.places_of_times import Placed
from analysis.events.triggers import Trigger
from analysis.events.words import event_types, occurring
from analysis.times import Published, Time
from analysis.times.calendar import Period

_DESCRIBED = 4  # tokens from a time that describes to the noun it dates
_BESIDE = 16  # tokens from a noun to the time after it
_LEAD = 3  # sentences in which the undated past is news
_AROUND = frozenset({"since", "until", "till", "before", "after"})
_WITHIN = frozenset({"after", "following", "since", "during", "in", "at", "of", "before", "amid"})
_MEANWHILE = frozenset({"as", "while", "when"})
_BASIS = {"publication date": "publication date", "explicit": "explicit"}


@cache
def _units() -> frozenset[str]:
    return lexicons.column("time_units", "singular") | lexicons.column("time_units", "plural")


class Dated(NamedTuple):
    """When: an interval with its precision and where it is from; all None where nothing says when."""

    earliest: dt.date | None
    latest: dt.date | None
    precision: str | None
    basis: str | None


UNDATED = Dated(None, None, None, None)


def of_time(time: Time, basis: str | None = None) -> Dated:
    """Return the interval of `time`."""
    return Dated(time.earliest, time.latest, time.precision, basis or _BASIS.get(time.basis, "relative"))


def own_time(clauses: Clauses, trigger: Trigger, times: list[Placed]) -> Dated:
    """Return the date that the sentence itself gives the event."""
    times = [placed for placed in times if not placed.describes or 0 < trigger.head - placed.last <= _DESCRIBED]
    if not times:
        return UNDATED
    if trigger.group is None:
        return _of_noun(clauses, trigger, times)
    number = clauses.clause[trigger.head]
    in_clause = [placed for placed in times if clauses.clause[placed.first] == number]
    governing = [placed for placed in in_clause if _governs(clauses, placed, trigger)]
    if governing:
        return of_time(min(governing, key=lambda placed: _distance(placed, trigger)).time)
    in_clause = [placed for placed in in_clause if not _of_another(clauses, placed, trigger)]
    if in_clause and not _reported(clauses, trigger.head):
        return of_time(min(in_clause, key=lambda placed: _distance(placed, trigger)).time)
    if in_clause:
        return of_time(in_clause[0].time, "carried")
    return _from_before(clauses, trigger, times)


def _of_noun(clauses: Clauses, trigger: Trigger, times: list[Placed]) -> Dated:
    """Return the date that stands beside a noun, or in the clause whose subject it is."""
    number = clauses.clause[trigger.head]
    near = [placed for placed in times if clauses.clause[placed.first] == number]
    if not _occurs(clauses, trigger):
        near = [placed for placed in near if placed.describes or _follows(clauses, trigger, placed)]
    return of_time(min(near, key=lambda placed: _distance(placed, trigger)).time) if near else UNDATED


def _follows(clauses: Clauses, trigger: Trigger, placed: Placed) -> bool:
    """Tell whether a time after a noun is the noun's: nothing but phrases of place stands between.

    A day alone is the verb's ("answered the attack on Monday"), unless the noun itself says when ("in an attack").
    """
    if not 0 < placed.first - trigger.head <= _BESIDE or any(clauses.verbs[trigger.end : placed.first]):
        return False
    first, _ = clauses.bounds(trigger.head)
    day = placed.time.precision == "day" and not any(letter.isdigit() for letter in placed.time.text)
    if not day or not any(clauses.verbs[first : trigger.first]):
        return True
    return clauses.preposition(Name(trigger.first, trigger.head, ""), first) in _WITHIN


def _occurs(clauses: Clauses, trigger: Trigger) -> bool:
    """Tell whether a noun is the subject of a verb that it does by itself, so that it is of the verb's date."""
    end = clauses.bounds(trigger.head)[1]
    if not is_subject(clauses, trigger) or any("modal" in kinds for kinds in clauses.kinds[trigger.end : end]):
        return False
    i = next((i for i in range(trigger.end, end) if clauses.verbs[i]), end)
    alone = True
    while i < end and (clauses.verbs[i] or "adverb" in clauses.kinds[i] or "to" in clauses.low[i - 1 : i + 1]):
        if clauses.low[i] in occurring():
            return True
        alone = alone and "be" in clauses.kinds[i]
        i += 1
    return i == end or (alone and "preposition" in clauses.kinds[i])


def is_subject(clauses: Clauses, trigger: Trigger) -> bool:
    """Tell whether a noun is the subject of its clause: no verb and no preposition before it."""
    first, _ = clauses.bounds(trigger.head)
    last = max((i for i in range(first, trigger.first) if clauses.low[i] == ","), default=first)
    before = range(last, trigger.first)
    return not any(clauses.verbs[first : trigger.first]) and not any("preposition" in clauses.kinds[i] for i in before)


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


def _of_another(clauses: Clauses, placed: Placed, trigger: Trigger) -> bool:
    """Tell whether a verb stands between the event and a time after it."""
    return placed.first > trigger.end and any(
        clauses.verbs[i] and not clauses.kinds[i] and not clauses.low[i].endswith("s")  # "after debates on Monday"
        for i in range(trigger.end, placed.first)
    )


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
        apart = "break" in clauses.kinds[start] and clauses.low[start] not in _MEANWHILE
        if found and not (apart and any(clauses.verbs[start:end])):
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
    if trigger.group and (trigger.group.tense == "pluperfect" or clauses.low[trigger.group.first] == "having"):
        return False
    if any("history" in found for found in kinds) or clauses.kinds[first] & {"relative", "break"} - {"join"}:
        told = first > 0 and any("saying" in found for found in clauses.kinds[clauses.bounds(first - 1)[0] : first])
        return told and clauses.low[first] == "that" and not any("history" in found for found in kinds)
    if trigger.group is None:
        return sentence < _LEAD and _occurs(clauses, trigger)
    if any(clauses.low[i] in _units() and clauses.low[i + 1] in _AROUND for i in range(first, end - 1)):
        return False  # "two days after the quake"
    tense = "past" if clauses.gerund(trigger.head) else trigger.group.tense
    if tense == "perfect" or (tense == "present" and clauses.low[trigger.head].endswith("ing")):
        return True  # a simple present tells what holds ("Chad accuses Sudan of ..."), not what came about
    if tense != "past":
        return False
    kind = trigger.frame.kind
    return sentence < _LEAD or (kind is not None and event_types()[kind].mode == "verbal")
