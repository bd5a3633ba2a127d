"""Arrow tables of the columns of a table, and DataFrames from them."""

from typing import Any

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
