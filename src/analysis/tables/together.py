"""All tables of a corpus, each read when it is first looked at, and written to files."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd

from analysis.tables.arrow import as_frame
from analysis.tables.definitions import TABLES


class _Unread(NamedTuple):
    read: Callable[[], pd.DataFrame]


def unread(read: Callable[[], pd.DataFrame]) -> Any:
    """Return what stands in Tables for a table that is to be read when it is first looked at."""
    return _Unread(read)


@dataclass(frozen=True)
class Tables:
    """All tables of a corpus, each a DataFrame; see TABLES for their columns."""

    articles: pd.DataFrame
    removed: pd.DataFrame
    rejected: pd.DataFrame
    sentences: pd.DataFrame
    actors: pd.DataFrame
    mentions: pd.DataFrame
    quotes: pd.DataFrame
    sentiment: pd.DataFrame
    opinions: pd.DataFrame
    times: pd.DataFrame
    events: pd.DataFrame
    chronology: pd.DataFrame

    def __getattribute__(self, name: str) -> Any:
        """Return the table `name`, read where it was not yet."""
        value = super().__getattribute__(name)
        if isinstance(value, _Unread):
            value = value.read()
            object.__setattr__(self, name, value)
        return value

    def __iter__(self) -> Iterator[tuple[str, pd.DataFrame]]:
        return ((field.name, getattr(self, field.name)) for field in fields(self))


def save(tables: Tables, folder: Path, file_format: str) -> None:
    """Write each table to a file of its own in `folder`: "csv" (UTF-8, lists joined by blanks) or "parquet"."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, table in tables:
        if file_format == "parquet":
            table.to_parquet(folder / f"{name}.parquet", index=False)
        else:
            lists = [column.name for column in TABLES[name] if column.dtype == "list"]
            flat = table.assign(**{column: table[column].map(" ".join) for column in lists})
            flat.to_csv(folder / f"{name}.csv", index=False, encoding="utf-8", lineterminator="\n")


def saved(folder: Path) -> Tables:
    """Return the tables that `save` wrote to `folder` as "parquet", each read when it is first looked at."""
    return Tables(**{name: unread(partial(_saved, folder, name)) for name in TABLES})


def _saved(folder: Path, name: str) -> pd.DataFrame:
    import pyarrow.parquet as pq

    with pq.ParquetFile(folder / f"{name}.parquet") as file:  # pandas would load what reads folders of files
        table = as_frame(name, file.read())
    lists = [column.name for column in TABLES[name] if column.dtype == "list"]
    return table.assign(**{column: table[column].map(list) for column in lists})
