"""A DataFrame as an HTML table a reader can use: captioned, scoped, escaped, numbers aligned, dates in words."""

import numbers
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from html import escape
from typing import Any

import pandas as pd
from pandas.api import types

from analysis.charts.dates import published, written
from analysis.charts.words import MISSING, clean, count, decimal, missing, number, shorten, whole

_ACTORS = {"actor", "speaker", "holder", "target", "source", "reported_by"}  # columns of ids
_ARTICLES = {"article_id", "examples"}
_LISTED = 4  # items of a list shown in a cell
_LONGEST = 1000  # characters shown of a cell
_WORDY = 80  # characters in a cell from which its column says by itself what it is
NAMES_ARTICLES = ' data-names="articles"'  # marks a cell that a page may make a link to an article


@dataclass(frozen=True, eq=False)
class Table:
    """A table that shows itself in a notebook; `data` holds the rows shown, as they were given."""

    data: pd.DataFrame
    caption: str

    def html(self) -> str:
        """Return the table as HTML."""
        return html_table(self.data, self.caption)

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        return {"text/html": self.html(), "text/plain": f"{self.caption}\n{plain_table(self.data)}"}


def table(frame: pd.DataFrame, *, caption: str, actors: pd.DataFrame | None = None, top: int | None = 20) -> Table:
    """Return `frame` as a table that shows itself, with `caption` and the number of rows.

    `top` is the most rows shown, from the first; None shows all. Columns that belong together become one: earliest,
    latest (and precision) a date in words; published with published_precision and published_basis likewise;
    article_id and sentence a reference, article_id:sentence. With `actors`, the table of that name, the ids in columns
    that hold actors are written as names.
    """
    if not isinstance(frame, pd.DataFrame):
        raise ValueError(f"frame must be a DataFrame, got {type(frame).__name__}")
    if top is not None and not whole(top, 1):
        raise ValueError(f"top must be a whole number from 1, or None for all rows, got {top!r}")
    shown = frame if top is None else frame.head(top)
    if actors is not None:
        names = actors.set_index("actor")["name"].to_dict()
        shown = shown.assign(**{key: shown[key].map(lambda id_: names.get(id_, id_)) for key in _ACTORS & {*shown}})
    rows = "no rows" if frame.empty else count(len(frame), "row")
    if len(shown) < len(frame):
        rows = f"first {number(len(shown))} of {rows}"
    return Table(shown, f"{clean(caption).rstrip('.')} ({rows})")


def html_table(frame: pd.DataFrame, caption: str) -> str:
    """Return all of `frame` as an HTML table in a region that scrolls by itself, or a line that says it is empty."""
    if frame.empty:
        return f'<p class="note">{escape(clean(caption).removesuffix(" (no rows)"))}: none.</p>'
    columns = list(_columns(frame))
    head = "".join(f'<th scope="col"{_side(column)}>{escape(column.title)}</th>' for column in columns)
    rows = "\n".join(_row(columns, place) for place in range(len(frame)))
    body = f"<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n"
    return region(caption, body, records=not all(column.numeric for column in columns[1:]))


def region(caption: str, inside: str, *, records: bool) -> str:
    """Return a table, its head and body given as HTML, with a caption, in a region that scrolls by itself.

    A page may show the rows of a table of `records` one under another where the window is narrow.
    """
    label = escape(clean(caption))
    return (
        f'<div class="table{" records" if records else ""}" role="region" aria-label="{label}" tabindex="0" '
        f'style="overflow-x: auto">\n<table>\n<caption>{label}</caption>\n{inside}</table>\n</div>'
    )


def reference(item: str) -> str:
    """Return a reference to a sentence as HTML; a page may write it shorter, as a link."""
    return f'<span class="ref">{escape(clean(item))}</span>'


def without_styles(html: str) -> str:
    """Return HTML of this room without its styles: notebooks need them, a page brings a style sheet."""
    html = re.sub(r"<style>[^<]*</style>\n", "", html)
    return re.sub(r' style="(?:text-align: (?:left|right)|overflow-x: auto|color-scheme: light)"', "", html)


def plain_table(frame: pd.DataFrame) -> str:
    """Return all of `frame` as text in columns, written as in the HTML."""
    columns = list(_columns(frame))
    if not columns or frame.empty:
        return "(no rows)"
    widths = [max(len(column.title), *map(len, column.cells)) for column in columns]
    rows = [[column.title for column in columns], *zip(*(column.cells for column in columns), strict=True)]
    sides = [str.rjust if column.numeric else str.ljust for column in columns]
    lines = (
        "  ".join(side(cell, wide) for side, cell, wide in zip(sides, row, widths, strict=True)).rstrip()
        for row in rows
    )
    return "\n".join(lines)


@dataclass(frozen=True)
class _Column:
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


def _side(column: _Column) -> str:
    if column.numeric:
        return ' class="number" style="text-align: right"'
    return f'{NAMES_ARTICLES if column.articles else ""} style="text-align: left"'


def _row(columns: list[_Column], place: int) -> str:
    first, *others = columns
    tail = "".join(
        f"<td{_told(column, place)}{_side(column)}{_day(column, place)}>{escape(column.cells[place])}</td>"
        for column in others
    )
    words = ' class="words"' if first.wordy else ""
    head = f'<th scope="row"{words}{_side(first)}{_day(first, place)}>{escape(first.cells[place])}</th>'
    return f"<tr>{head}{tail}</tr>"


def _told(column: _Column, place: int) -> str:
    """Return how a cell is named where it stands alone: long words and what is missing need no name."""
    if column.cells[place] == MISSING:
        return " data-none"
    return "" if column.wordy else f' data-label="{escape(column.title)}"'


def _day(column: _Column, place: int) -> str:
    """Return what a script can sort a cell by that holds a date in words."""
    if column.days is None:
        return ""
    day = column.days.iloc[place]
    return ' data-sort=""' if missing(day) else f' data-sort="{day:%Y-%m-%d}"'


def _columns(frame: pd.DataFrame) -> Iterator[_Column]:
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
            yield _Column("sentence", False, [f"{article}:{sentence}" for article, sentence in places])
        elif name == "earliest" and spans:
            pairs = zip(frame["earliest"], frame["latest"], strict=True)
            yield _Column("date", False, [written(first, last) for first, last in pairs], frame[name])
        elif name == "published" and name in days:
            yield _Column("published", False, _published(frame), frame[name])
        elif name not in absorbed:
            values = frame.iloc[:, place]
            numeric = types.is_numeric_dtype(values.dtype) and not types.is_bool_dtype(values.dtype)
            days_of = values if name in days else None
            title = "article" if name == "article_id" else clean(name.replace("_", " "))
            yield _Column(title, numeric, [_cell(value) for value in values], days_of, name in _ARTICLES)


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
