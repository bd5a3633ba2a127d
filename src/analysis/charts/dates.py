"""Days and spans of days as people write them."""

import calendar
import datetime as dt
from typing import Any

import pandas as pd

from analysis.charts.words import MISSING, missing
from analysis.times.calendar import Period


def written(earliest: Any, latest: Any) -> str:
    """Return a span of days in words.

    "7 January 2026", "5 to 11 January 2026", "November 2025", "July to September 2025", "2022", "the 1990s",
    "from 3 January 2026" and "until 3 January 2026" where one end is open, a dash where both are.
    """
    if missing(earliest) or missing(latest):
        return _open(earliest, latest)
    first, last = _day(earliest), _day(latest)
    if first == last:
        return _full(first)
    whole_months = first.day == 1 and last == Period("month", last.replace(day=1)).last
    return _months(first, last) if whole_months else _days(first, last)


def published(day: Any, precision: Any = "day", basis: Any = None) -> str:
    """Return a date of publication in words: "November 2025", "about 20 October 2025 (estimated)", "date unknown"."""
    if missing(day) or precision == "unknown":
        return "date unknown"
    first = _day(day)
    said = {"year": f"{first.year}", "month": _month(first)}.get(str(precision), _full(first))
    return f"about {said} (estimated)" if basis == "estimated" else said


def period(day: Any, precision: Any) -> tuple[dt.date, dt.date]:
    """Return the first and last day of the day, month or year that starts at `day`."""
    span = Period(precision if precision in ("month", "year") else "day", _day(day))
    return span.first, span.last


def _day(value: Any) -> dt.date:
    return pd.Timestamp(value).date()


def _open(earliest: Any, latest: Any) -> str:
    if missing(earliest) and missing(latest):
        return MISSING
    return f"until {_full(_day(latest))}" if missing(earliest) else f"from {_full(_day(earliest))}"


def _full(day: dt.date) -> str:
    return f"{day.day} {_month(day)}"


def _month(day: dt.date) -> str:
    return f"{calendar.month_name[day.month]} {day.year}"


def _months(first: dt.date, last: dt.date) -> str:
    years = last.year - first.year + 1
    if (first.month, last.month) == (1, 12):
        if years == 1:
            return f"{first.year}"
        return f"the {first.year}s" if years == 10 and first.year % 10 == 0 else f"{first.year} to {last.year}"
    if years == 1:
        start = calendar.month_name[first.month]
        return _month(first) if first.month == last.month else f"{start} to {_month(last)}"
    return f"{_month(first)} to {_month(last)}"


def _days(first: dt.date, last: dt.date) -> str:
    if first.year != last.year:
        return f"{_full(first)} to {_full(last)}"
    if first.month != last.month:
        return f"{first.day} {calendar.month_name[first.month]} to {_full(last)}"
    return f"{first.day} to {_full(last)}"
