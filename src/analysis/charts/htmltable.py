"""A DataFrame as an HTML table a reader can use: captioned, scoped, escaped, numbers aligned, dates in words."""

import re
from dataclasses import dataclass
from html import escape
from typing import Any

import pandas as pd

from analysis.charts.cells import Column, columns_of
from analysis.charts.words import MISSING, clean, count, missing, number, whole

_ACTORS = {"actor", "speaker", "holder", "target", "source", "reported_by"}  # columns of ids
NAMES_ARTICLES = ' data-names="articles"'  # marks a cell that a page may make a link to an article

STYLE = (
    "@media screen{.table[role=region]{max-height:46rem}}"  # on paper nothing scrolls
    ".table thead th{position:sticky;top:0;background:var(--jp-layout-color0,Canvas)}"
    ".table table>caption{text-align:left}.table tbody th.words{font-weight:normal}.table .what{display:block}"
    ".table .events th{min-width:14em}.table .events td:first-child{min-width:7em}"
    ".table .events td:last-child{min-width:11em}"
)
"""What a notebook needs to show tables: none taller than a window, sentences not in bold."""


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
    article_id and sentence a reference, article_id:sentence. The codes of the column country are written as names. With
    `actors`, the table of that name, so are the ids in columns that hold actors.
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
    columns = list(columns_of(frame))
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
        f'style="overflow-x: auto">\n<style>{STYLE}</style>\n<table>\n<caption>{label}</caption>\n{inside}</table>\n'
        "</div>"
    )


def reference(item: str) -> str:
    """Return a reference to a sentence as HTML; a page may write it shorter, as a link."""
    return f'<span class="ref">{escape(clean(item))}</span>'


def without_styles(html: str) -> str:
    """Return HTML of this room without its styles: notebooks need them, a page brings a style sheet."""
    return re.sub(r"<style>[^<]*</style>\n| style=\"[^\"]*\"", "", html)


def plain_table(frame: pd.DataFrame) -> str:
    """Return all of `frame` as text in columns, written as in the HTML."""
    columns = list(columns_of(frame))
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


def _side(column: Column) -> str:
    if column.numeric:
        return ' class="number" style="text-align: right"'
    wrap = "; white-space: nowrap" if column.short else "; min-width: 12em"
    return f'{NAMES_ARTICLES if column.articles else ""} style="text-align: left{wrap}"'


def _row(columns: list[Column], place: int) -> str:
    first, *others = columns
    tail = "".join(
        f"<td{_told(column, place)}{_side(column)}{_day(column, place)}>{escape(column.cells[place])}</td>"
        for column in others
    )
    words = ' class="words"' if first.wordy else ""
    head = f'<th scope="row"{words}{_side(first)}{_day(first, place)}>{escape(first.cells[place])}</th>'
    return f"<tr>{head}{tail}</tr>"


def _told(column: Column, place: int) -> str:
    """Return how a cell is named where it stands alone: long words and what is missing need no name."""
    if column.cells[place] == MISSING:
        return " data-none"
    return "" if column.wordy else f' data-label="{escape(column.title)}"'


def _day(column: Column, place: int) -> str:
    """Return what a script can sort a cell by that holds a date in words."""
    if column.days is None:
        return ""
    day = column.days.iloc[place]
    return ' data-sort=""' if missing(day) else f' data-sort="{day:%Y-%m-%d}"'
