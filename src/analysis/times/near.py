"""Readings of periods told from the article's date: "yesterday", "this week", "last year", "over the weekend"."""

import re

from analysis.times.amounts import duration_value, unit_code
from analysis.times.calendar import PERIODS, Period, period_of
from analysis.times.context import Context, Meaning
from analysis.times.days import day_of
from analysis.times.grammar import Found
from analysis.times.interval import period_of_value
from analysis.times.steps import named, steps_of, today_at, unit_of

_OF = re.compile(r"(?<!\bas )\bof $")  # "the leaders of tomorrow" are of no day; "as of tomorrow" is one
_BRIGHTER = re.compile(r"\b(?:a|an) (?:\w+er|new|good) $")  # "a better tomorrow" is no day
_REFS = {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}
_CAPITAL = re.compile(r"\b[A-Z]\w*\s+$")
_PROGRAMME = re.compile(r" (?:programme|program|show|website|newspaper)\b")
_FOR = re.compile(r"\b(?:for|over|during|within|throughout)\s+$")
_QUOTE_END = re.compile(r"[,.]?\"")


def deictic(found: Found, context: Context) -> Meaning | None:
    """Read a day told from today: "yesterday", "the day after tomorrow", "later today"."""
    given = day_of(found, context)
    if given is None or is_title(found, context) or _BRIGHTER.search(context.before()):
        return None
    if _OF.search(context.before()) and found.last - found.first == 1:
        return Meaning("DATE", _REFS[int(found.value("t", "DEICTIC"))])
    today = context.this("day")
    if found.has("g") and today:
        step = 1 if found.text("g") == "after" else -1
        return named(today.shift(int(found.value("t", "DEICTIC")) + step), "day")
    return Meaning("DATE", *given)


def is_title(found: Found, context: Context) -> bool:
    """Tell whether words such as "Today" or "This Week" are (part of) the name of a paper or a programme."""
    words = found.words[found.first : found.last]
    before = context.before()
    if not words[-1].text.istitle() or not before.strip():
        return False
    if _PROGRAMME.match(context.after()):
        return True
    if before.endswith('"') and _QUOTE_END.match(context.after()):  # NBC's "Today"
        return True
    return (len(words) > 1 and words[0].text.istitle()) or bool(_CAPITAL.search(before))


def near(found: Found, context: Context) -> Meaning | None:
    """Read the period now, before or after: "this week", "last year", "the coming month", "year-end"."""
    if is_title(found, context):
        return None
    word = found.text("x")
    if found.text("u") == "night":
        return today_at("NI", steps_of(word), context)
    if not found.has("u"):
        return _year_end(context)
    unit = unit_of(found)
    if unit is None:
        return Meaning("DATE", "PRESENT_REF") if found.text("u") == "moment" else None
    if _is_length(found, unit, word, context):
        return Meaning("DURATION", duration_value(1.0, str(unit_code(found))), "explicit")
    if word in ("last", "next") and context.after().startswith(" of ") and _has_the(found):  # the last week of the war
        return None
    if unit == "day" and not word:  # earlier in the day
        return named(context.last_said("day") or context.this("day"), unit)
    story = _of_story(found, unit, word, context)
    return story or named(_from_now(unit, word, context), unit)


def _has_the(found: Found) -> bool:
    return found.words[found.first].text.lower() == "the"


def _is_length(found: Found, unit: str, word: str, context: Context) -> bool:
    """Tell whether a stretch of time up to now is meant: "the past year", "the last decade"."""
    if word == "past":
        return unit != "weekend"
    if word != "last" or unit == "weekend" or not _has_the(found):
        return False
    return unit in ("decade", "century") or bool(_FOR.search(context.before()))


def _year_end(context: Context) -> Meaning:
    """Return the last day of this year or the last, whichever is meant."""
    year = context.this("year")
    ends = [Period("day", one.last) for one in (year.shift(-1), year)] if year else []
    chosen = context.choose(ends) if ends else None
    return Meaning("DATE", chosen.value if chosen else "XXXX-12-31")


def _of_story(found: Found, unit: str, word: str, context: Context) -> Meaning | None:
    """Return the period after or before the one the text has named, where the words tell a story of the past."""
    told = _has_the(found) and word in ("next", "previous", "preceding") and context.tells()
    if not told and word != "following":
        return None
    said = context.last_said()
    if said is None:
        return named(None, unit) if unit == "day" or word == "following" else None
    if PERIODS.index(said.unit) > PERIODS.index(unit):  # the day after some day of 1989
        return named(None, unit)
    return named(period_of(unit, said.last if word == "following" else said.first).shift(steps_of(word)), unit)


def _from_now(unit: str, word: str, context: Context) -> Period | None:
    now = context.this(unit)
    if now is None:
        return None
    if unit == "weekend" and not word:
        return _weekend(now, context)
    if word in ("coming", "upcoming") and unit == "weekend":
        return now
    return now.shift(steps_of(word))


def _weekend(now: Period, context: Context) -> Period:
    """Return the weekend that "the weekend" means: the one going on, else by tense, else the nearest."""
    today, direction = context.this("day"), context.direction()
    near_end = today is not None and today.first.isoweekday() > (5 if direction < 0 else 3)
    return now if near_end or direction > 0 else now.shift(-1)


def bound(found: Found, context: Context) -> Meaning | None:
    """Read an end of a period known from the article's date: "the end of the month"."""
    unit = unit_of(found)
    if unit is None or unit == "day" or (unit == "century" and not context.is_history):
        return None
    told = context.told()
    return named(period_of(unit, told.first) if told else context.this(unit), unit)


def beyond(found: Found, context: Context) -> Meaning | None:
    """Read the period but one: "the week before last", "the year after next"."""
    if found.text("u") == "night":
        return today_at("NI", -2 if found.text("g") == "before" else 2, context)
    unit = unit_of(found)
    now = context.this(unit) if unit else None
    return named(now.shift(-2 if found.text("g") == "before" else 2) if now else None, unit) if unit else None


def week_of(found: Found, context: Context) -> Meaning | None:
    """Read "the week of Jan. 12", "the weekend of Jan. 17"."""
    unit, given = found.text("u"), day_of(found, context)
    day = period_of_value(given[0]) if given else None
    return named(period_of(unit, day.first) if day else None, unit)
