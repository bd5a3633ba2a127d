"""Holidays and named days in a given year."""

import datetime as dt
import re
from functools import cache

from analysis import lexicons
from analysis.times.calendar import date_of

_NTH = re.compile(r"(\d+)-(\d)-(-?\d)w")


@cache
def _rules() -> dict[str, str]:
    return {row["name"]: row["rule"] for row in lexicons.read("time_holidays")}


def holiday(name: str, year: int) -> dt.date | None:
    """Return the day of the holiday `name` (as the lexicon spells it) in `year`, or None where there is none."""
    rule = _rules()[name]
    if rule.startswith("easter"):
        return easter(year) + dt.timedelta(int(rule[len("easter") :]))
    if rule.startswith("thanksgiving"):
        day = nth_weekday(year, 11, 4, 4)
        return day + dt.timedelta(int(rule[len("thanksgiving") :])) if day else None
    nth = _NTH.fullmatch(rule)
    if nth:
        return nth_weekday(year, int(nth[1]), int(nth[2]), int(nth[3]))
    month, day_number = rule.split("-")
    return date_of(year, int(month), int(day_number))


def easter(year: int) -> dt.date:
    """Return Easter Sunday of `year`, by the Gregorian computus (Meeus, Astronomical Algorithms, chapter 8)."""
    a, b, c = year % 19, year // 100, year % 100
    g = (8 * b + 13) // 25
    h = (19 * a + b - b // 4 - g + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, day = divmod(h + k - 7 * m + 114, 31)
    return dt.date(year, month, day + 1)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> dt.date | None:
    """Return the nth such ISO weekday of a month, from its end where `nth` is below 0, or None where it has none."""
    if nth > 0:
        first = dt.date(year, month, 1)
        return date_of(year, month, 1 + (weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
    last = dt.date(year, month + 1, 1) - dt.timedelta(1) if month < 12 else dt.date(year, 12, 31)
    return last - dt.timedelta((last.isoweekday() - weekday) % 7 + 7 * (-nth - 1))
