"""An axis of time that gives most of its room to the days where most happens."""

import calendar
import datetime as dt
from collections.abc import Iterator, Sequence

from analysis.charts.sheet import SMALL, width

_EARLY = 0.28  # of the axis, for what lies far before the rest


class TimeAxis:
    """Places days between two points, in inches.

    Where a fifth or fewer of the events lie far before the others, the axis has two parts of different scale, and
    `bend` is the day they meet (else None).
    """

    def __init__(self, starts: Sequence[dt.date], ends: Sequence[dt.date], left: float, right: float) -> None:
        self.left, self.right = left, right
        self.first, self.last = min(starts), max(ends) + dt.timedelta(days=1)
        self.bend = _bend(sorted(starts), self.last)

    def place(self, day: dt.date) -> float:
        """Return where `day` begins."""
        if self.bend is None:
            return self._between(day, self.first, self.last, self.left, self.right)
        middle = self.left + _EARLY * (self.right - self.left)
        if day < self.bend:
            return self._between(day, self.first, self.bend, self.left, middle)
        return self._between(day, self.bend, self.last, middle, self.right)

    @staticmethod
    def _between(day: dt.date, first: dt.date, last: dt.date, left: float, right: float) -> float:
        return left + (day - first) / (last - first) * (right - left)

    def ticks(self) -> Iterator[tuple[float, str]]:
        """Yield place and words of the days to name, as many as have room."""
        parts = [(self.first, self.last)] if self.bend is None else [(self.bend, self.last), (self.first, self.bend)]
        taken: list[tuple[float, float]] = []
        for first, last in parts:
            for day, words in _ticks(first, last, self.place(last) - self.place(first)):
                place, half = self.place(day), width(words, SMALL) / 2
                if all(place - half > end + 0.06 or place + half + 0.06 < start for start, end in taken):
                    taken.append((place - half, place + half))
                    yield place, words


def _bend(starts: list[dt.date], last: dt.date) -> dt.date | None:
    start = starts[len(starts) // 5]
    whole, focus = last - starts[0], last - start
    return start - focus / 20 if start > starts[0] and focus < whole / 3 else None


def _ticks(first: dt.date, last: dt.date, room: float) -> list[tuple[dt.date, str]]:
    """Return days, or starts of months or years, in the span: the finest choice that has room for its words."""
    most = max(1, int(room / 0.5))
    for choice in _choices(first, last):
        if 0 < len(choice) <= most:
            return choice
    return [(first, _named(first))]


def _choices(first: dt.date, last: dt.date) -> Iterator[list[tuple[dt.date, str]]]:
    length = (last - first).days
    for step in (1, 2, 7):
        if length < 70:
            days = (first + dt.timedelta(days=place) for place in range(0, length + 1, step))
            yield [(day, _named(day)) for day in days]
    years = range(first.year, last.year + 1)
    for step in (1, 3, 6):
        months = (dt.date(year, month, 1) for year in years for month in range(1, 13, step))
        yield [(day, f"{calendar.month_abbr[day.month]} {day.year}") for day in months if first <= day <= last]
    for step in (1, 2, 5, 10, 20, 50, 100):
        starts = (dt.date(year, 1, 1) for year in years if year % step == 0)
        yield [(day, f"{day.year}") for day in starts if first <= day <= last]


def _named(day: dt.date) -> str:
    return f"{day.day} {calendar.month_abbr[day.month]}"
