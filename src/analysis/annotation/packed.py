"""Results in columns: the rows of many articles as one Arrow table.

A packed table has a row an article, and a column for each of its tables: a list of records with typed fields. Who is
named in a record is the number of the actor among those of the article.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from analysis.annotation.article import PARTS, Rows, fields
from analysis.tables import TABLES, arrow_field, nested

NAMING = {  # the columns that name actors
    "mentions": ("actor",),
    "quotes": ("speaker",),
    "opinions": ("target", "holder"),
    "events": ("source", "target", "reported_by"),
}


def pack(part: str, results: Iterable[tuple[str, Rows]]) -> Any:
    """Return the tables of a part (see PARTS) of several articles, each with the key it is kept under."""
    import pyarrow as pa

    keys, listed = zip(*results, strict=True)
    numbers = [{actor[0]: number for number, actor in enumerate(rows["actors"])} for rows in listed]
    tables = {table: lists(table, [rows[table] for rows in listed], numbers) for table in PARTS[part]}
    return pa.table({"key": pa.array(keys, pa.large_string()), **tables})


def lists(table: str, articles: Sequence[Sequence[tuple[Any, ...]]], numbers: Sequence[Mapping[str, int]]) -> Any:
    """Return the rows of one table of several articles as a packed column; `numbers` are those of their actors."""
    import pyarrow as pa

    kinds = _fields(table)
    cells = dict(zip(fields(table), zip(*(row for rows in articles for row in rows), strict=True), strict=False))
    known = [number for number, rows in zip(numbers, articles, strict=True) for _ in rows]
    for name in NAMING.get(table, ()) if known else ():
        cells[name] = tuple(number.get(actor) for number, actor in zip(known, cells[name], strict=True))
    values = [pa.array(cells.get(kind.name, ()), kind.type) for kind in kinds]
    return nested(values, kinds, map(len, articles))


def _fields(table: str) -> list[Any]:
    """Return the Arrow fields of one article's rows; what cannot be missing is read faster."""
    import pyarrow as pa

    kinds = {"own_id": arrow_field("own_id", "str")} | {
        column.name: arrow_field(column.name, column.dtype) for column in TABLES[table]
    }
    found = {name: kinds[name] for name in fields(table)}
    return [kind.with_type(pa.int32()) if name in NAMING.get(table, ()) else kind for name, kind in found.items()]
