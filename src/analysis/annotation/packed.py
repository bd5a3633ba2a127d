"""Results in columns: the rows of many articles as one Arrow table, and a table of the corpus read from such.

A packed table has a row an article, and a column for each of its tables: a list of records with typed fields. Who is
named in a record is the number of the actor among those of the article.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from analysis.annotation.article import PARTS, Rows, fields
from analysis.tables import TABLES

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
    records = pa.StructArray.from_arrays(values, fields=kinds)
    offsets = pa.array(np.cumsum([0, *map(len, articles)]), pa.int64())
    item = pa.field("item", records.type, nullable=False)
    return pa.LargeListArray.from_arrays(offsets, records, pa.large_list(item))


def _fields(table: str) -> list[Any]:
    """Return the Arrow fields of one article's rows; what cannot be missing is read faster."""
    import pyarrow as pa

    arrow = {
        "str": pa.large_string(),
        "int64": pa.int64(),
        "Int64": pa.int64(),
        "float64": pa.float64(),
        "bool": pa.bool_(),
        "datetime64[us]": pa.date32(),
    }
    kinds = {"own_id": "str"} | {column.name: column.dtype for column in TABLES[table]}
    found = {name: pa.field(name, arrow[kinds[name]], kinds[name] not in ("int64", "bool")) for name in fields(table)}
    return [kind.with_type(pa.int32()) if name in NAMING.get(table, ()) else kind for name, kind in found.items()]


def unpack(packed: Any) -> tuple[Any, Any]:
    """Return the records of a packed column in chunks, as a table, and the number of each one's article."""
    import pyarrow as pa
    import pyarrow.compute as pc

    articles = np.repeat(np.arange(len(packed)), pc.list_value_length(packed).to_numpy())
    return pa.Table.from_struct_array(pc.list_flatten(packed)), articles


def as_frame(table: str, cells: Any) -> pd.DataFrame:
    """Return a table of the corpus from an Arrow table of its columns."""
    import pyarrow as pa

    kinds = {column.name: column.dtype for column in TABLES[table]}
    days = [name for name, kind in kinds.items() if kind == "datetime64[us]"]
    for name in days:
        cells = cells.set_column(cells.column_names.index(name), name, cells[name].cast(pa.timestamp("us")))
    gaps = [name for name, kind in kinds.items() if kind == "Int64"]  # whole numbers that may be missing
    made: pd.DataFrame = cells.select([name for name in kinds if name not in gaps]).to_pandas()
    for name in gaps:
        made.insert(list(kinds).index(name), name, cells[name].to_pandas(types_mapper=lambda _: pd.Int64Dtype()))
    return made
