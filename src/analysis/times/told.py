"""Readings of times the text has named before: "that day", "the same year", "until then", "one day"."""

import re

from analysis.times.calendar import PERIODS, period_of
from analysis.times.context import Context, Meaning
from analysis.times.grammar import Found
from analysis.times.steps import named, unit_of

_LABOUR = ("working", "business")  # the working week is none of the calendar
_ENDED = re.compile(r"\s*,?\s*(?:that\s+)?(?:end(?:ed|ing|s)|through|to)\b")
_LENGTH_BEFORE = re.compile(r"\b(?:for|by|within|only|just|than|in|of|after|and)\s+$")
_SHIFT_AFTER = re.compile(r"\s+(?:later|earlier|before|after|ago)")


def that(found: Found, context: Context) -> Meaning | None:
    """Read a period the text has spoken of, as "that day" and "the same year" do; "the year" is the article's."""
    unit = unit_of(found)
    if unit is None:
        return None
    words = [word.text.lower() for word in found.words[found.first : found.last]]
    if words[0] == "the" and words[1] != "same":
        if words[1] in _LABOUR:
            return None
        if _ENDED.match(context.after()):
            return Meaning("DURATION", f"P1{unit[0].upper()}", "explicit")
        return named(context.this(unit), unit) if unit != "day" else None
    said = context.last_said()
    whole = period_of(unit, said.first) if said and unit != "weekend" else None
    holds = whole is not None and said is not None and said.last <= whole.last
    return named(whole if holds else None, unit)


def neighbour(found: Found, context: Context) -> Meaning | None:
    """Read the period beside the one said last: "the day before", "the night before", "the year after"."""
    step = -1 if found.text("g") == "before" else 1
    unit = "day" if found.has("p") else unit_of(found)
    night = found.text("u") == "night"
    if unit is None:
        return None
    said = context.last_said(*PERIODS[: PERIODS.index(unit) + 1])
    base = period_of(unit, said.first) if said else context.this(unit) if step < 0 else None
    there = named(base.shift(step) if base else None, unit)
    part = "NI" if night else found.value("p", "PART") if found.has("p") else None
    return Meaning("TIME", f"{there.value}T{part}") if part else there


def then(found: Found, context: Context) -> Meaning | None:
    """Read "until then" and the like: the day said last."""
    said = context.last_said()
    return Meaning("DATE", said.value) if said else None


def one_day(found: Found, context: Context) -> Meaning | None:
    """Read "one day": some day in the future, or the length of a day after "for", "within" and the like."""
    if found.words[found.last - 1].text.istitle():  # One Day Internationals
        return None
    if _LENGTH_BEFORE.search(context.before()) or _SHIFT_AFTER.match(context.after()):
        return Meaning("DURATION", "P1D", "explicit")
    return Meaning("DATE", "FUTURE_REF" if context.direction() >= 0 else "PAST_REF")
