"""What was read of files, in columns: one row a file, with its articles, what was cut from them and what was refused.

An article is its row of the table `articles`, without what other articles decide on, its name (see `Draft`), and what
tells whether it repeats another one: its versions (see `settle.version`) and its marks, of which it shares one with
each article that may repeat it or be repeated by it.
"""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from analysis.corpus.addresses import canonical
from analysis.corpus.records import Draft, Rejected
from analysis.corpus.settle import IMPOSSIBLE, settle, version
from analysis.corpus.similar import mark, marks_of
from analysis.tables import TABLES, arrow_field, nested

_OF_CORPUS = ("article_id", "duplicate_of")
ROW = tuple(column.name for column in TABLES["articles"] if column.name not in _OF_CORPUS)
VERSIONS = ("version_updated", "version_published", "version_retrieved")
_COLUMNS: Mapping[str, Mapping[str, str]] = {
    "articles": {
        "name": "str",
        **{column.name: column.dtype for column in TABLES["articles"] if column.name in ROW},
        **dict.fromkeys(VERSIONS, "float64"),
    },
    "removed": {column.name.replace("article_id", "name"): column.dtype for column in TABLES["removed"]},
    "rejected": {column.name: column.dtype for column in TABLES["rejected"]},
}
PARTS = tuple(_COLUMNS)


class Entry(NamedTuple):
    """What a file holds, as rows of the columns; `lasts` tells whether it is the same on another day."""

    articles: list[tuple[Any, ...]]
    removed: list[tuple[Any, ...]]
    rejected: list[tuple[Any, ...]]
    lasts: bool = True


def entry(found: Iterable[Draft | Rejected], today: dt.date) -> Entry:
    """Return what was found in a file, settled."""
    made = Entry([], [], [])
    for one in found:
        if isinstance(one, Rejected):
            made.rejected.append(one)
            continue
        row, problems = settle(one, today)
        made.articles.append((one.name, *map(row.get, ROW), *version(one), _marks(row)))
        made.removed.extend((one.name, *cut) for cut in one.cuts)
        made.rejected.extend(problems)
        made = made._replace(lasts=made.lasts and all(row.reason != IMPOSSIBLE for row in problems))
    return made


def _marks(row: Mapping[str, Any]) -> list[int]:
    address = canonical(row["url"] or "")
    return marks_of(row["text"], row["title"] or "") + ([mark(address)] if address else [])


def pack(entries: Sequence[tuple[str, Entry]]) -> Any:
    """Return a table of entries, each with the key it is kept under."""
    import pyarrow as pa

    keys = pa.array([key for key, _ in entries], pa.large_string())
    parts = {part: _lists(part, [getattr(made, part) for _, made in entries]) for part in PARTS}
    return pa.table({"key": keys, **parts})


def _lists(part: str, entries: Sequence[Sequence[tuple[Any, ...]]]) -> Any:
    import pyarrow as pa

    fields = [arrow_field(*column) for column in _COLUMNS[part].items()]
    if part == "articles":
        fields.append(pa.field("marks", pa.large_list(pa.int64()), nullable=False))
    cells = list(zip(*(row for rows in entries for row in rows), strict=True)) or [()] * len(fields)
    values = [pa.array(cell, field.type) for cell, field in zip(cells, fields, strict=True)]
    return nested(values, fields, map(len, entries))
