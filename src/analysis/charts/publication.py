"""When the articles were published."""

import calendar
import datetime as dt
from collections import Counter
from typing import TYPE_CHECKING

import pandas as pd

from analysis.charts.chart import Chart, nothing, present
from analysis.charts.counting import originals, repeats, require
from analysis.charts.dates import period, written
from analysis.charts.palette import INK, PAPER, QUIET, RULE
from analysis.charts.sheet import SMALL, WIDTH, Sheet, width
from analysis.charts.words import count, listing, number

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_TITLE = "When the articles were published"
_UNITS = {"day": "D", "week": "W-SUN", "month": "M", "year": "Y"}
_LONGEST = {"day": 1, "week": 1, "month": 31, "year": 366}  # days a date may span and still be in one bar
_MOST_BARS = 45
_TALL = 1.3  # the highest bar at most
_STEP = 0.25  # one article at most
_LEFT, _RIGHT = 0.1, 7.1
_LANE = 0.34
BAR = "#3d4754"

Span = tuple[dt.date, dt.date, int]


def publication_dates(articles: pd.DataFrame) -> Chart:
    """Draw the number of articles by day, or by week, month or year where there would be too many bars.

    Every period of the span is there, with zero too. Articles whose date is only a month or a year are drawn as a
    span of their own where a bar is shorter than that; undated ones are counted in the caption. Repeated articles
    are left out. The chart's data: earliest, latest, articles, a row for each bar and span. Raises ValueError on a
    table without its columns.
    """
    require(articles=articles)
    kept = originals(articles)
    dated = kept[kept["published"].notna()]
    spans = [
        period(day, precision) for day, precision in zip(dated["published"], dated["published_precision"], strict=True)
    ]
    bars, loose, unit = _count(spans)
    data = pd.DataFrame([*bars, *loose], columns=["earliest", "latest", "articles"])
    if data.empty:
        return nothing(data, title=_TITLE, reason="no article has a date")
    undated, estimated = len(kept) - len(dated), int((dated["published_basis"] == "estimated").sum())
    notes = [f"{number(undated)} without a date"] if undated else []
    notes += [f"{number(estimated)} with an estimated date"] if estimated else []
    notes += (
        [f"{number(sum(row[2] for row in loose))} dated only to a month or year, drawn below the axis"] if loose else []
    )
    said = f", by {unit}; {listing(notes)}" if notes else f", by {unit}"
    caption = f"{_TITLE}. n = {count(len(kept), 'article')}{said}.{repeats(articles)}"
    return present(lambda: draw_dates(bars, loose, unit), data, alt=_alt(bars, spans, unit), caption=caption)


def draw_dates(bars: list[Span], loose: list[Span], unit: str, *, ax: "Axes | None" = None) -> "Axes":
    """Draw bars (first day, last day, number of articles) over an axis of days, and spans of days below it."""
    most = max((row[2] for row in bars), default=0)
    base = 0.25 + min(_TALL, _STEP * most)
    sheet = Sheet(base + 0.3 + _LANE * len(loose), ax)
    first, last = min(row[0] for row in [*bars, *loose]), max(row[1] for row in [*bars, *loose])
    per_day = (_RIGHT - _LEFT) / ((last - first).days + 1)

    def place(day: dt.date) -> float:
        return _LEFT + (day - first).days * per_day

    sheet.line([_LEFT, _RIGHT], [base, base], RULE)
    slots = [(place(row[0]), place(row[1]) + per_day, row[2]) for row in bars]
    _draw_bars(sheet, slots, base)
    _draw_ticks(sheet, [(sum(slot[:2]) / 2, row[0]) for slot, row in zip(slots, bars, strict=True)], unit, base + 0.14)
    for level, (earliest, latest, amount) in enumerate(loose):
        y = base + 0.3 + _LANE * level
        left, right = place(earliest), place(latest) + per_day
        words = f"{written(earliest, latest)}: {number(amount)}"
        sheet.box(left, y + 0.18, right - left, 0.1, PAPER, edge=INK)
        sheet.text(min(left, _RIGHT - width(words, SMALL)), y + 0.09, words, size=SMALL)
    return sheet.ax


def _draw_bars(sheet: Sheet, slots: list[tuple[float, float, int]], base: float) -> None:
    most = max((amount for _, _, amount in slots), default=1)
    labelled = all(right - left > width(number(most), SMALL) for left, right, _ in slots)
    for left, right, amount in slots:
        middle, wide = (left + right) / 2, min(0.4, (right - left) * 0.85)
        tall = amount * min(_STEP, _TALL / most)
        if amount:
            sheet.box(middle - wide / 2, base - tall, wide, tall, BAR)
        if labelled or amount == most:
            colour = INK if amount else QUIET
            sheet.text(middle, base - tall - 0.08, number(amount), size=SMALL, align="center", colour=colour)


def _draw_ticks(sheet: Sheet, places: list[tuple[float, dt.date]], unit: str, y: float) -> None:
    """Write as many dates under the axis as there is room for, the year where it is new."""
    free, year = 0.0, None
    for middle, day in places:
        words = _tick(day, unit, day.year != year)
        half = width(words, SMALL) / 2
        at = max(half, min(middle, WIDTH - half))
        if at - half >= free and abs(at - middle) < 0.2:
            sheet.text(at, y, words, colour=QUIET, size=SMALL, align="center")
            sheet.line([middle, middle], [y - 0.14, y - 0.1], RULE)
            free, year = at + half + 0.12, day.year


def _tick(day: dt.date, unit: str, with_year: bool) -> str:
    if unit == "year":
        return f"{day.year}"
    said = calendar.month_abbr[day.month] if unit == "month" else f"{day.day} {calendar.month_abbr[day.month]}"
    return f"{said} {day.year}" if with_year else said


def _count(spans: list[tuple[dt.date, dt.date]]) -> tuple[list[Span], list[Span], str]:
    """Return the bars, the spans that fit in no bar, and the unit of the bars."""
    unit, slots = _bars(spans)
    inside = [next((slot for slot in slots if slot[0] <= first and last <= slot[1]), None) for first, last in spans]
    held = Counter(slot for slot in inside if slot)
    loose = Counter(span for span, slot in zip(spans, inside, strict=True) if slot is None)
    return [(*slot, held[slot]) for slot in slots], sorted((*span, many) for span, many in loose.items()), unit


def _bars(spans: list[tuple[dt.date, dt.date]]) -> tuple[str, list[tuple[dt.date, dt.date]]]:
    """Return the finest unit that gives few enough bars, and the first and last day of each bar."""
    unit, slots = "day", list[tuple[dt.date, dt.date]]()
    for unit, longest in _LONGEST.items():
        exact = [span for span in spans if (span[1] - span[0]).days < longest]
        slots = _slots(min(exact)[0], max(exact)[1], unit) if exact else []
        if slots and len(slots) <= _MOST_BARS:
            break
    return unit, slots


def _slots(first: dt.date, last: dt.date, unit: str) -> list[tuple[dt.date, dt.date]]:
    periods = pd.period_range(first, last, freq=_UNITS[unit])
    return [(period.start_time.date(), period.end_time.date()) for period in periods]


def _alt(bars: list[Span], spans: list[tuple[dt.date, dt.date]], unit: str) -> str:
    ends = [written(day, day) for day in (min(span[0] for span in spans), max(span[1] for span in spans))]
    busiest = sorted((row for row in bars if row[2]), key=lambda row: (-row[2], row[0]))[:3]
    most = [f"{written(row[0], row[1])} with {number(row[2])}" for row in busiest]
    head = f"Bar chart of {count(len(spans), 'dated article')} by {unit}, from {' to '.join(ends)}."
    return f"{head} Most: {listing(most)}." if most else head
