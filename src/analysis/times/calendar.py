"""Periods of the calendar: days, weeks, months and longer ones, their TIMEX3 values and their neighbours."""

import datetime as dt
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from analysis import lexicons

PERIODS = ("day", "weekend", "week", "month", "quarter", "season", "half", "year", "decade", "century")
_MONTHS = {"month": 1, "quarter": 3, "season": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}


class Period(NamedTuple):
    """A period of the calendar: its unit (one of PERIODS) and its first day."""

    unit: str
    first: dt.date

    @property
    def last(self) -> dt.date:
        """The last day of the period, included."""
        if self.unit == "day":
            return self.first
        if self.unit == "weekend":
            return self.first + dt.timedelta(1)
        return self.shift(1).first - dt.timedelta(1)

    @property
    def value(self) -> str:
        """The TIMEX3 value."""
        return _VALUES[self.unit](self.first)

    def shift(self, steps: int) -> "Period":
        """Return the period `steps` after this one (before it where negative); the calendar's ends stop it."""
        try:
            if self.unit in _MONTHS:
                return Period(self.unit, add_months(self.first, steps * _MONTHS[self.unit]))
            days = 1 if self.unit == "day" else 7
            return Period(self.unit, self.first + dt.timedelta(days * steps))
        except (ValueError, OverflowError):
            return Period(self.unit, dt.date.max if steps > 0 else dt.date.min)


def _week(first: dt.date) -> str:
    year, week, _ = first.isocalendar()
    return f"{year:04d}-W{week:02d}"


_VALUES: dict[str, Callable[[dt.date], str]] = {
    "day": dt.date.isoformat,
    "weekend": lambda first: f"{_week(first)}-WE",
    "week": _week,
    "month": lambda first: first.isoformat()[:7],
    "quarter": lambda first: f"{first.year:04d}-Q{(first.month + 2) // 3}",
    "half": lambda first: f"{first.year:04d}-H{(first.month + 5) // 6}",
    "season": lambda first: f"{first.year:04d}-{_season_of(first.month)}",
    "year": lambda first: first.isoformat()[:4],
    "decade": lambda first: first.isoformat()[:3],
    "century": lambda first: first.isoformat()[:2],
}


@cache
def seasons() -> dict[str, int]:
    """Return the first month of each season's TIMEX3 code."""
    return {row["code"]: int(row["first_month"]) for row in lexicons.read("time_seasons")}


def _season_of(month: int) -> str:
    return next(code for code, first in seasons().items() if (month - first) % 12 < 3)


def add_months(day: dt.date, months: int) -> dt.date:
    """Return `day` so many months later, or the last day of that month where it is too short."""
    count = day.year * 12 + day.month - 1 + months
    year, month = divmod(count, 12)
    for number in (day.day, 30, 29, 28):
        try:
            return dt.date(year, month + 1, min(number, day.day))
        except ValueError:
            if not 1 <= year <= 9999:
                raise
    raise ValueError(f"months must stay in the calendar, got {months}")


def period_of(unit: str, day: dt.date) -> Period:
    """Return the period of this unit that holds `day`; a weekend is that of the day's week."""
    if unit == "day":
        return Period(unit, day)
    if unit in ("week", "weekend"):
        monday = max(day.toordinal() - day.weekday(), 1)
        return Period(unit, dt.date.fromordinal(monday + (5 if unit == "weekend" else 0)))
    if unit == "season":
        return Period(unit, add_months(day.replace(day=1), -(day.month % 3)) if day.year > 1 else day.replace(day=1))
    if unit in ("decade", "century"):
        size = 10 if unit == "decade" else 100
        return Period(unit, dt.date(max(1, day.year // size * size), 1, 1))
    size = _MONTHS[unit]
    return Period(unit, dt.date(day.year, (day.month - 1) // size * size + 1, 1))


def date_of(year: int, month: int, day: int) -> dt.date | None:
    """Return the date, or None where the calendar has none."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
