"""Arrow tables of the columns of a table, lists of their records, and DataFrames from them."""

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
import pandas as pd

from analysis.tables.definitions import TABLES


def arrow_field(name: str, dtype: str) -> Any:
    """Return the Arrow field of a column; what cannot be missing is read faster."""
    import pyarrow as pa

    kinds = {
        "str": pa.large_string(),
        "int64": pa.int64(),
        "Int64": pa.int64(),
        "float64": pa.float64(),
        "bool": pa.bool_(),
        "datetime64[us]": pa.date32(),
    }
    return pa.field(name, kinds[dtype], dtype not in ("int64", "bool"))


def nested(values: Sequence[Any], fields: Sequence[Any], sizes: Iterable[int]) -> Any:
    """Return a column of lists, of `sizes`, of the records that have these values in these fields, in order."""
    import pyarrow as pa

    records = pa.StructArray.from_arrays(values, fields=fields)
    offsets = pa.array(np.cumsum([0, *sizes]), pa.int64())
    item = pa.field("item", records.type, nullable=False)
    return pa.LargeListArray.from_arrays(offsets, records, pa.large_list(item))


def unpack(packed: Any) -> tuple[Any, Any]:
    """Return the records of a column of lists, in chunks, as a table, and the number of the list each is from."""
    import pyarrow as pa
    import pyarrow.compute as pc

    numbers = np.repeat(np.arange(len(packed)), pc.list_value_length(packed).to_numpy())
    return pa.Table.from_struct_array(pc.list_flatten(packed)), numbers


def as_frame(table: str, cells: Any) -> pd.DataFrame:
    """Return a table of the corpus from an Arrow table of its columns, which it may share the memory of."""
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
