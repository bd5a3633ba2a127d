"""Days of publication in days, weeks, months or years, and articles in rows: each its own, or by period where they
are many."""

import datetime as dt
from collections import defaultdict
from typing import Any, NamedTuple

import pandas as pd

from analysis.charts.counting import article_titles
from analysis.charts.dates import period, published, written
from analysis.charts.words import clean, count, missing

Span = tuple[dt.date, dt.date]

_UNITS = {"day": "D", "week": "W-SUN", "month": "M", "quarter": "Q", "year": "Y"}
_LENGTHS = {"day": 1, "week": 7, "month": 31, "quarter": 92, "year": 366}  # days, the longest
_LATER = "dated otherwise or not at all"


class Row(NamedTuple):
    """Articles that share a row of a chart: what it is called, a second line, and the articles' ids."""

    title: str
    below: str
    articles: list[str]


def spans(articles: pd.DataFrame) -> dict[str, Span]:
    """Return the first and last day each dated article can have been published on."""
    dated = articles[articles["published"].notna() & (articles["published_precision"] != "unknown")]
    rows = zip(dated["article_id"], dated["published"], dated["published_precision"], strict=True)
    return {key: period(day, precision) for key, day, precision in rows}


def periods(dates: list[Span], most: int) -> tuple[str, list[Span]]:
    """Return the finest unit that gives at most `most` periods (else years), and all periods from first to last."""
    unit, slots = "day", list[Span]()
    for unit, length in _LENGTHS.items():
        exact = [date for date in dates if _fits(date, unit)]
        first, last = min(exact, default=None), max(exact, default=None)
        if first and last and (unit == "year" or (last[1] - first[0]).days < most * length):
            slots = _slots(first[0], last[1], unit)
            if len(slots) <= most:
                break
    return unit, slots


def _fits(date: Span, unit: str) -> bool:
    """Tell whether a date is exact enough to be sure of its period: months cut weeks."""
    longest = {"day": 1, "week": 1}.get(unit, _LENGTHS[unit])
    return (date[1] - date[0]).days < longest


def period_of(date: Span, slots: list[Span]) -> Span | None:
    """Return the period that holds all of `date`, or None."""
    return next((slot for slot in slots if slot[0] <= date[0] and date[1] <= slot[1]), None)


def article_rows(articles: pd.DataFrame, most: int) -> tuple[str, list[Row]]:
    """Return what a row is ("article" or a unit of time) and the rows, oldest first.

    Up to `most` articles have a row each. More are put together by the finest period that gives at most `most`
    rows; those whose date is not exact enough for it, or not known, share a last row.
    """
    if len(articles) <= most:
        return "article", _single(articles)
    dates = spans(articles)
    unit, slots = periods(list(dates.values()), max(1, most - 1))
    held: dict[Span | None, list[str]] = defaultdict(list)
    for key in articles["article_id"]:
        held[period_of(dates[key], slots) if key in dates else None].append(key)
    rows = [Row(written(*slot), count(len(held[slot]), "article"), held[slot]) for slot in slots[-most:]]
    left_out = [key for slot in slots[:-most] for key in held[slot]] + held[None]
    return unit, [*rows, Row(_LATER, count(len(left_out), "article"), left_out)] if left_out else rows


def _single(articles: pd.DataFrame) -> list[Row]:
    titles = article_titles(articles)
    order = articles.sort_values(["published", "article_id"], na_position="last", kind="stable")
    return [Row(titles[row["article_id"]], _origin(row), [row["article_id"]]) for row in order.to_dict("records")]


def _origin(row: dict[Any, Any]) -> str:
    day = published(row["published"], row["published_precision"], row["published_basis"])
    day = day.removesuffix(" (estimated)")  # "about" says so, and there is little room
    return day if missing(row["outlet"]) else f"{clean(row['outlet'])}, {day}"


def _slots(first: dt.date, last: dt.date, unit: str) -> list[Span]:
    return [(slot.start_time.date(), slot.end_time.date()) for slot in pd.period_range(first, last, freq=_UNITS[unit])]
