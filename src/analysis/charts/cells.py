"""What the cells of a table say: dates and numbers as people write them, columns that belong together as one."""

import numbers
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd
from pandas.api import types

from analysis.actors.countries import by_code
from analysis.charts.dates import published, written
from analysis.charts.words import MISSING, clean, decimal, missing, number, shorten

_ARTICLES = {"article_id", "examples"}
_LISTED = 4  # items of a list shown in a cell
_LONGEST = 1000  # characters shown of a cell
_WORDY = 80  # characters in a cell from which its column says by itself what it is
_SHORT = 24  # characters up to which a column is not broken into lines


@dataclass(frozen=True)
class Column:
    """A column as it is shown: its heading, whether it holds numbers, its cells, and the days dates in words are of."""

    title: str
    numeric: bool
    cells: list[str]
    days: "pd.Series[Any] | None" = None
    articles: bool = False  # whether its cells may name articles

    @cached_property
    def wordy(self) -> bool:
        """Whether its cells say by themselves what they are."""
        return any(len(cell) > _WORDY for cell in self.cells)

    @cached_property
    def short(self) -> bool:
        """Whether none of its cells needs a second line."""
        return max(map(len, (self.title, *self.cells))) <= _SHORT


def columns_of(frame: pd.DataFrame) -> Iterator[Column]:
    """Yield the columns of `frame` as they are shown; those that belong together are one."""
    names = [str(name) for name in frame.columns]
    days = {name for name, dtype in zip(names, frame.dtypes, strict=True) if types.is_datetime64_any_dtype(dtype)}
    spans = {"earliest", "latest"} <= days
    absorbed = {"latest", "precision"} if spans else set[str]()
    if "published" in days:
        absorbed |= {"published_precision", "published_basis"}
    traced = {"article_id", "sentence"} <= set(names)
    if traced:
        absorbed.add("sentence")
    for place, name in enumerate(names):
        if name == "article_id" and traced:
            places = zip(frame[name], frame["sentence"], strict=True)
            yield Column("sentence", False, [f"{article}:{sentence}" for article, sentence in places])
        elif name == "earliest" and spans:
            pairs = zip(frame["earliest"], frame["latest"], strict=True)
            yield Column("date", False, [written(first, last) for first, last in pairs], frame[name])
        elif name == "published" and name in days:
            yield Column("published", False, _published(frame), frame[name])
        elif name not in absorbed:
            values = frame.iloc[:, place]
            if name == "country":
                values = values.map(_country)
            numeric = types.is_numeric_dtype(values.dtype) and not types.is_bool_dtype(values.dtype)
            days_of = values if name in days else None
            title = "article" if name == "article_id" else clean(name.replace("_", " "))
            yield Column(title, numeric, [_cell(value) for value in values], days_of, name in _ARTICLES)


def _country(code: Any) -> Any:
    country = None if missing(code) else by_code(code)
    return country.name if country else code


def _published(frame: pd.DataFrame) -> list[str]:
    basis = frame.get("published_basis", pd.Series(None, index=frame.index, dtype=object))
    precision = frame.get("published_precision", pd.Series("day", index=frame.index))
    return [published(*row) for row in zip(frame["published"], precision, basis, strict=True)]


def _cell(value: Any) -> str:
    if missing(value):
        return MISSING
    if isinstance(value, (list, tuple)):
        more = [f"and {number(len(value) - _LISTED)} more"] if len(value) > _LISTED else []
        return ", ".join([clean(item) for item in value[:_LISTED]] + more) or MISSING
    if types.is_bool(value):
        return "yes" if value else "no"
    if isinstance(value, numbers.Integral):
        return number(int(value))
    if isinstance(value, numbers.Real):
        return decimal(float(value))
    if hasattr(value, "year") and hasattr(value, "day"):
        return written(value, value)
    return shorten(clean(value), _LONGEST) or MISSING
