"""When the articles were published."""

import calendar
import datetime as dt
from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

import pandas as pd

from analysis.charts.anchors import ARTICLES, article_anchor
from analysis.charts.chart import Chart, nothing, present
from analysis.charts.counting import originals, repeats
from analysis.charts.dates import written
from analysis.charts.palette import INK, PAPER, QUIET, RULE
from analysis.charts.periods import Span, period_of, periods, spans
from analysis.charts.sheet import SMALL, WIDTH, Sheet, width
from analysis.charts.words import count, listing, number
from analysis.tables import require

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_TITLE = "When the articles were published"
_MOST_BARS = 45
_TALL = 1.3  # the highest bar at most
_STEP = 0.25  # one article at most
_LEFT = 0.1
_LANE = 0.34
BAR = "#3d4754"

Bar = tuple[dt.date, dt.date, int]  # first day, last day, articles


def publication_dates(articles: pd.DataFrame) -> Chart:
    """Draw the number of articles by day, or by week, month or year where there would be too many bars.

    Every period of the span is there, with zero too. Articles whose date is only a month or a year are drawn as a
    span of their own where a bar is shorter than that; undated ones are counted in the caption. Repeated articles
    are left out. The chart's data: earliest, latest, articles, a row for each bar and span; periods without articles
    that follow one another share a row. Raises ValueError on a table without its columns.
    """
    require(articles=articles)
    kept = originals(articles)
    dates = list(spans(kept).values())
    bars, loose, unit = _count(dates)
    data = pd.DataFrame([*_folded(bars), *loose], columns=["earliest", "latest", "articles"])
    data = data.astype({"earliest": "datetime64[us]", "latest": "datetime64[us]"})
    if data.empty:
        return nothing(data, title=_TITLE, reason="no article has a date")
    notes = {
        "without a date": len(kept) - len(dates),
        "with an estimated date": int((kept["published_basis"] == "estimated").sum()),
        f"known only to a longer time than a {unit}, drawn below the axis": sum(row[2] for row in loose),
    }
    said = listing([f"{number(many)} {words}" for words, many in notes.items() if many])
    caption = f"{_TITLE}. n = {count(len(kept), 'article')}, by {unit}{'; ' if said else ''}{said}.{repeats(articles)}"
    targets = _targets(spans(kept), [row[:2] for row in [*bars, *loose]])
    return present(partial(draw_dates, bars, loose, unit, targets), data, alt=_alt(bars, dates, unit), caption=caption)


def draw_dates(
    bars: list[Bar],
    loose: list[Bar],
    unit: str,
    targets: dict[Span, str],
    *,
    wide: float = WIDTH,
    ax: "Axes | None" = None,
) -> "Axes":
    """Draw bars (first day, last day, number of articles) over an axis of days, and spans of days below it.

    `targets` are the ids that the bars and spans of these days lead to; `wide` is the width of a sheet of its own.
    """
    most = max((row[2] for row in bars), default=0)
    base = 0.25 + min(_TALL, _STEP * most)
    sheet = Sheet(base + 0.3 + _LANE * len(loose), ax, wide)
    end = wide - _LEFT
    first, last = min(row[0] for row in [*bars, *loose]), max(row[1] for row in [*bars, *loose])
    per_day = (end - _LEFT) / ((last - first).days + 1)

    def place(day: dt.date) -> float:
        return _LEFT + (day - first).days * per_day

    sheet.line([_LEFT, end], [base, base], RULE)
    slots = [(place(row[0]), place(row[1]) + per_day, row[2]) for row in bars]
    _draw_bars(sheet, slots, base)
    _draw_ticks(sheet, [(sum(slot[:2]) / 2, row[0]) for slot, row in zip(slots, bars, strict=True)], unit, base + 0.14)
    for (left, right, amount), (earliest, latest, _) in zip(slots, bars, strict=True):
        words = f"{written(earliest, latest)}: {count(amount, 'article')}"
        sheet.link(left, 0, right - left, base + 0.25, targets.get((earliest, latest)) if amount else None, words)
    for level, (earliest, latest, amount) in enumerate(loose):
        y = base + 0.3 + _LANE * level
        left, right = place(earliest), place(latest) + per_day
        words = f"{written(earliest, latest)}: {number(amount)}"
        sheet.box(left, y + 0.18, right - left, 0.1, PAPER, edge=INK)
        sheet.text(min(left, end - width(words, SMALL)), y + 0.09, words, size=SMALL)
        sheet.link(0, y, wide, _LANE, targets.get((earliest, latest)), words)
    return sheet.ax


def _draw_bars(sheet: Sheet, slots: list[tuple[float, float, int]], base: float) -> None:
    most = max((amount for _, _, amount in slots), default=1)
    labelled = all(right - left > width(number(most), SMALL) for left, right, _ in slots)
    for left, right, amount in slots:
        middle, wide = (left + right) / 2, min(0.4, (right - left) * 0.85)
        tall = amount * min(_STEP, _TALL / most)
        if amount:
            sheet.box(middle - wide / 2, base - tall, wide, tall, BAR)
        if amount and (labelled or amount == most):
            sheet.text(middle, base - tall - 0.08, number(amount), size=SMALL, align="center")


def _draw_ticks(sheet: Sheet, places: list[tuple[float, dt.date]], unit: str, y: float) -> None:
    """Write as many dates under the axis as there is room for, the year where it is new."""
    free, year = 0.0, None
    for middle, day in places:
        words = _tick(day, unit, day.year != year)
        half = width(words, SMALL) / 2
        at = max(half, min(middle, sheet.wide - half))
        if at - half >= free and abs(at - middle) < 0.2:
            sheet.text(at, y, words, colour=QUIET, size=SMALL, align="center")
            sheet.line([middle, middle], [y - 0.14, y - 0.1], RULE)
            free, year = at + half + 0.12, day.year


def _tick(day: dt.date, unit: str, with_year: bool) -> str:
    if unit == "year":
        return f"{day.year}"
    said = (
        calendar.month_abbr[day.month]
        if unit in ("month", "quarter")
        else f"{day.day} {calendar.month_abbr[day.month]}"
    )
    return f"{said} {day.year}" if with_year else said


def _count(dates: list[Span]) -> tuple[list[Bar], list[Bar], str]:
    """Return the bars, the dates that fit in no bar, and the unit of the bars."""
    unit, slots = periods(dates, _MOST_BARS)
    inside = [period_of(date, slots) for date in dates]
    held = Counter(slot for slot in inside if slot)
    loose = Counter(date for date, slot in zip(dates, inside, strict=True) if slot is None)
    return [(*slot, held[slot]) for slot in slots], sorted((*date, many) for date, many in loose.items()), unit


def _folded(bars: list[Bar]) -> list[Bar]:
    """Return the bars, runs of empty ones as one."""
    folded: list[Bar] = []
    for first, last, amount in bars:
        if folded and not amount and not folded[-1][2]:
            folded[-1] = (folded[-1][0], last, 0)
        else:
            folded.append((first, last, amount))
    return folded


def _targets(dates: dict[str, Span], slots: list[Span]) -> dict[Span, str]:
    """Return where each bar leads: to its article where it holds only one, else to all articles."""
    own = {slot: [key for key, date in dates.items() if slot[0] <= date[0] and date[1] <= slot[1]] for slot in slots}
    return {slot: article_anchor(keys[0]) if len(keys) == 1 else ARTICLES for slot, keys in own.items()}


def _alt(bars: list[Bar], dates: list[Span], unit: str) -> str:
    ends = [written(day, day) for day in (min(date[0] for date in dates), max(date[1] for date in dates))]
    busiest = sorted((row for row in bars if row[2]), key=lambda row: (-row[2], row[0]))[:3]
    most = [f"{written(row[0], row[1])} with {number(row[2])}" for row in busiest]
    head = f"Bar chart of {count(len(dates), 'dated article')} by {unit}, from {' to '.join(ends)}."
    return f"{head} Most: {listing(most)}." if most else head
