"""DataFrames that are tables: made with the right types, gone through, and checked."""

from collections.abc import Iterable, Iterator
from typing import Any

import pandas as pd

from analysis.tables.definitions import KEYS, TABLES, columns


def frame(name: str, records: Iterable[tuple[Any, ...] | dict[str, Any]]) -> pd.DataFrame:
    """Return table `name` filled with `records` (tuples in column order, or dicts), typed and sorted by its key.

    A column that a dict leaves out is NA, False where it is bool. None is NA.
    """
    listed = list(records)
    data = pd.DataFrame(listed, columns=columns(name), dtype=object)
    for column in TABLES[name]:
        data[column.name] = _typed(data[column.name], column.dtype)
    return data.sort_values(list(KEYS[name]), kind="stable", ignore_index=True)


def _typed(values: Any, dtype: str) -> Any:
    if dtype == "list":
        return values
    if dtype == "datetime64[us]":
        return pd.to_datetime(values).astype(dtype)
    if dtype == "bool":
        return values.eq(True)  # what is left out is not so
    return values.astype(dtype)


def rows(table: pd.DataFrame) -> Iterator[Any]:
    """Return the rows of `table`, their cells named by column (row.text)."""
    return table.itertuples(index=False)


def require(**tables: pd.DataFrame) -> None:
    """Raise ValueError if a table lacks a column it should have; each is passed by the name of its table."""
    for name, given in tables.items():
        if not isinstance(given, pd.DataFrame):
            raise ValueError(f"{name} must be a DataFrame, got {type(given).__name__}")
        lacking = [column for column in columns(name) if column not in given.columns]
        if lacking:
            raise ValueError(f"{name} must have the columns of table {name}, lacks {', '.join(lacking)}")


def check(name: str, table: pd.DataFrame) -> pd.DataFrame:
    """Return `table` unchanged if it has the columns and dtypes of table `name`; else raise ValueError."""
    expected = {column.name: column.dtype.replace("list", "object") for column in TABLES[name]}
    found = {str(key): str(dtype) for key, dtype in table.dtypes.items()}
    if found != expected:
        raise ValueError(f"table {name} must have the columns {expected}, got {found}")
    return table
