"""Readings of days by another name than month and day: "Christmas Eve", "2025-12-03", "12/31/2025", "9/11"."""

import re

from analysis.times import holidays
from analysis.times.calendar import Period, date_of
from analysis.times.context import Context, Meaning
from analysis.times.grammar import Found
from analysis.times.holidays import holiday
from analysis.times.interval import period_of_value
from analysis.times.months import by_word, month
from analysis.times.years import STEPS, full_year, year_of

_SLASHED = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{2,4})")
_NO_DAY = re.compile(
    r" (?:[Ii]slands?|[Bb]unny|eggs?|trees?|[Cc]arols?|cards?|gifts?|presents?)\b"
)  # of Easter, Christmas
_NINE_ELEVEN = "2001-09-11"


def holiday_day(found: Found, context: Context) -> Meaning | None:
    """Read a holiday: "Christmas Eve", "Thanksgiving 2025", "last Easter", "Labor Day this year"."""
    name, year = found.value("h", "HOLIDAY"), year_of(found)
    if _NO_DAY.match(context.after()) or context.before().endswith("Father "):
        return None
    if year is not None:
        day = holiday(name, year)
        return Meaning("DATE", day.isoformat(), "explicit") if day else None
    if context.is_history and context.direction() < 0 and not found.has("x"):
        told = context.in_story(lambda year: _day_in(name, year))
        return Meaning("DATE", told.value if told else "XXXX-XX-XX")
    now = context.this("year")
    if now is None:
        return Meaning("DATE", "XXXX-XX-XX")
    if found.has("z"):
        day = holiday(name, now.first.year + STEPS[found.text("z")])
        return Meaning("DATE", day.isoformat()) if day else None
    days = [holiday(name, now.first.year + step) for step in (-1, 0, 1)]
    candidates = [Period("day", day) for day in days if day]
    today = context.this("day")
    word = found.text("x") if found.text("x") != "this" else ""
    chosen = by_word(word, candidates, today) if today else None
    chosen = chosen or context.choose(candidates)
    return Meaning("DATE", chosen.value if chosen else "XXXX-XX-XX")


def _day_in(name: str, year: int) -> Period | None:
    day = holiday(name, year)
    return Period("day", day) if day else None


def nth_weekday(found: Found, context: Context) -> Meaning | None:
    """Read a day by its place in a month: "the third Tuesday of November", "the last Sunday in March 2026"."""
    named = month(found, context)
    whole = period_of_value(named.value) if named else None
    if named is None or whole is None:
        return named and Meaning("DATE", f"{named.value}-XX")
    nth = found.value("n", "ORD") or -1
    day = holidays.nth_weekday(whole.first.year, whole.first.month, found.value("o", "WEEKDAY"), nth)
    return Meaning("DATE", day.isoformat(), named.basis) if day else None


def numbered_day(found: Found, context: Context) -> Meaning | None:
    """Read a date in figures; where the order of day and month cannot be told, only the year is read."""
    if found.value("i", "NAMED"):
        return Meaning("DATE", _NINE_ELEVEN, "explicit")
    iso = found.value("i", "ISO")
    if iso:
        date = date_of(int(iso[:4]), int(iso[5:7]), int(iso[8:10]))
        return Meaning("DATE", date.isoformat(), "explicit") if date else None
    match = _SLASHED.fullmatch(found.value("i", "SLASH"))
    if match is None or (match[2] != "/" and len(match[4]) == 2):
        return None
    first, second, year = int(match[1]), int(match[3]), full_year(int(match[4]))
    day_first = first > 12 or match[2] == "."
    if not day_first and second <= 12 and first != second:
        return Meaning("DATE", f"{year:04d}-XX-XX", "explicit")
    date = date_of(year, second, first) if day_first else date_of(year, first, second)
    return Meaning("DATE", date.isoformat(), "explicit") if date else None
