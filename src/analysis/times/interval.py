"""The calendar interval that a TIMEX3 value covers."""

import datetime as dt
import re
from typing import NamedTuple

from analysis.times.calendar import Period, date_of, period_of, seasons


class Interval(NamedTuple):
    """First and last day (included), and how exact that is."""

    earliest: dt.date
    latest: dt.date
    precision: str


_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T(.*))?$")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?$")
_PART = re.compile(r"(\d{4})-(Q[1-4]|H[12]|SP|SU|FA|WI|\d\d)$")
_LONG = re.compile(r"\d{2,4}$")
_LONG_UNITS = {2: "century", 3: "decade", 4: "year"}


def period_of_value(value: str) -> Period | None:
    """Return the period a TIMEX3 value names, of a day the whole day, or None where the value is open or no date."""
    day = _DAY.match(value)
    if day:
        date = date_of(int(day[1]), int(day[2]), int(day[3]))
        return Period("day", date) if date else None
    week = _WEEK.match(value)
    if week:
        try:
            monday = dt.date.fromisocalendar(int(week[1]), int(week[2]), 1)
        except ValueError:
            return None
        return period_of("weekend" if week[3] else "week", monday)
    part = _PART.match(value)
    if part:
        return _part_of_year(int(part[1]), part[2])
    if _LONG.match(value):
        first = date_of(max(1, int(value.ljust(4, "0"))), 1, 1)
        return Period(_LONG_UNITS[len(value)], first) if first else None
    return None


def _part_of_year(year: int, part: str) -> Period | None:
    if part in seasons():
        unit, month = "season", seasons()[part]
    elif part[0] == "Q":
        unit, month = "quarter", int(part[1]) * 3 - 2
    elif part[0] == "H":
        unit, month = "half", int(part[1]) * 6 - 5
    else:
        unit, month = "month", int(part)
    first = date_of(year, month, 1)
    return Period(unit, first) if first else None


def interval_of(value: str) -> Interval | None:
    """Return the days a TIMEX3 value covers, or None for a duration, a set, a vague reference and an open value.

    Seasons are those of the northern hemisphere; winter begins in the December of its year. A weekend has the precision
    day-and-day of a week, a half-year that of a quarter; a time by the clock has precision hour, a part of the day day.
    """
    period = period_of_value(value)
    if period is None:
        return None
    precision = {"weekend": "week", "half": "quarter"}.get(period.unit, period.unit)
    if "T" in value and value.partition("T")[2][:1].isdigit():
        precision = "hour"
    return Interval(period.first, period.last, precision)
