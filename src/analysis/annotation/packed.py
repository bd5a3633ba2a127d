"""Results in columns: the rows of many articles as one Arrow table, and a table of the corpus read from such.

A packed table has a row an article, and a column for each of its tables: a list of records with typed fields.
"""

from collections.abc import Iterable, Sequence
from typing import Any

import pandas as pd

from analysis.annotation.article import ACTORS, PARTS, Rows, fields
from analysis.tables import TABLES


def pack(part: str, results: Iterable[tuple[str, Rows]]) -> Any:
    """Return the tables of a part (see PARTS) of several articles, each with the key it is kept under."""
    import pyarrow as pa

    keys, listed = zip(*results, strict=True)
    tables = {table: lists(table, [rows[table] for rows in listed]) for table in PARTS[part]}
    return pa.table({"key": pa.array(keys, pa.large_string()), **tables})


def lists(table: str, articles: Sequence[Sequence[tuple[Any, ...]]]) -> Any:
    """Return the rows of one table of several articles as a packed column."""
    import pyarrow as pa

    offsets = [0]
    for rows in articles:
        offsets.append(offsets[-1] + len(rows))
    types = _types(table)
    cells = list(zip(*(row for rows in articles for row in rows), strict=True)) or [()] * len(types)
    values = [pa.array(column, kind) for column, kind in zip(cells, types.values(), strict=True)]
    records = pa.StructArray.from_arrays(values, fields=[pa.field(*each) for each in types.items()])
    return pa.LargeListArray.from_arrays(pa.array(offsets, pa.int64()), records)


def _types(table: str) -> dict[str, Any]:
    """Return the Arrow type of each column of one article's rows."""
    import pyarrow as pa

    arrow = {
        "str": pa.large_string(),
        "int64": pa.int64(),
        "Int64": pa.int64(),
        "float64": pa.float64(),
        "bool": pa.bool_(),
        "datetime64[us]": pa.date32(),
    }
    kinds = {column.name: column.dtype for column in TABLES[table]}
    if table == "actors":
        kinds["actor"] = "str"
        return {name: arrow[kinds[name]] for name in ACTORS}
    return {name: arrow[kinds[name]] for name in fields(table)}


def unpack(packed: Any) -> tuple[Any, dict[str, Any]]:
    """Return the records of a packed column: for each the index of its article, and its columns."""
    import pyarrow.compute as pc

    records = packed.flatten()
    names = [field.name for field in records.type]
    return pc.list_parent_indices(packed).to_numpy(), dict(zip(names, records.flatten(), strict=True))


def as_frame(table: str, cells: dict[str, Any]) -> pd.DataFrame:
    """Return a table of the corpus from its columns in Arrow."""
    import pyarrow as pa

    made = {}
    for column in TABLES[table]:
        values = cells.pop(column.name)
        if column.dtype == "datetime64[us]":
            values = values.cast(pa.timestamp("us"))
        made[column.name] = (
            values.to_pandas(integer_object_nulls=True) if column.dtype == "Int64" else values.to_pandas()
        )
        made[column.name] = made[column.name].astype(column.dtype)
    return pd.DataFrame(made)
