"""Results on disk, keyed by content: what was read or annotated once, unchanged, is not made again.

A store is a folder of Parquet files, one row a result, its key in the column `key`. A file is written under a temporary
name, flushed to the disk and renamed to the checksum of its content; it never changes afterwards. Small files are
merged into a large one, and deleted only when that lies there. So what is kept is whole after any crash, a damaged file
is known by its name, and several processes may use one store: a result that stands in two files is the same in both.
The folder may be deleted at any time.
"""

import hashlib
import os
import time
import warnings
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import chain
from pathlib import Path, PurePath
from typing import Any
from uuid import uuid4

import numpy as np

_SMALL = 32 * 2**20  # bytes up to which a file is one to merge
_MANY = 8  # small files that are left alone
_RUN = 50  # rows in a run from which runs are cut out, which copies nothing, rather than rows taken one by one
_GROUP = 5000  # results in a row group: what is in memory at once when files are merged
_SEGMENT = 1000  # results that are written at once: no more are lost when a run is killed
_BYTES = 64 * 2**20  # nor more than these are in memory
_SECONDS = 60  # nor are those of a longer time than this lost
_OLD = 7 * 24 * 3600  # seconds after which what another version made, or a killed process left, is deleted


def digest(*parts: object) -> str:
    """Return a hexadecimal SHA-256 of `parts`, in order; None and "" differ."""
    sha = hashlib.sha256()
    for part in parts:
        data = repr(part).encode("utf-8", "surrogatepass")
        sha.update(len(data).to_bytes(8, "big") + data)
    return sha.hexdigest()


class Results:
    """Results that can be read, a column at a time; `files` are open, and may be deleted meanwhile."""

    def __init__(self, files: list[Any]) -> None:
        self._files = files

    def __add__(self, other: "Results") -> "Results":
        return Results(self._files + other._files)

    def places(self, keys: list[str]) -> Any:
        """Return for each key the row of its result, null where there is none."""
        import pyarrow as pa
        import pyarrow.compute as pc

        kept = [chunk for file in self._files for chunk in file.read(["key"])["key"].chunks]
        return pc.index_in(pa.array(keys, pa.large_string()), pa.chunked_array(kept, pa.large_string()))

    def read(self, column: str, places: Any) -> Any:
        """Return the values of a column in the rows `places`, in their order, in chunks."""
        import pyarrow as pa

        values = pa.concat_tables([file.read([column]) for file in self._files]).select([column])
        return taken(values, places.to_numpy())[column]


def taken(table: Any, rows: Any) -> Any:
    """Return these rows of an Arrow table, in their order; runs of neighbours are not copied."""
    import pyarrow as pa

    rows = np.asarray(rows, np.int64)
    starts = np.flatnonzero(np.diff(rows, prepend=-2) != 1)
    if len(starts) * _RUN > len(rows):
        return table.take(pa.array(rows))
    ends = np.append(starts, len(rows))[1:]
    return pa.concat_tables([table.slice(0, 0), *map(table.slice, rows[starts], ends - starts)])


def segments(made: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield tables of results, by name, put together: few large files are read faster than many small ones."""
    import pyarrow as pa

    waiting: dict[str, list[Any]] = defaultdict(list)
    begun = time.monotonic()

    def is_full() -> bool:
        size = sum(table.nbytes for tables in waiting.values() for table in tables)
        return size >= _BYTES or any(sum(map(len, t)) >= _SEGMENT for t in waiting.values())

    def segment() -> dict[str, Any]:
        found = {name: pa.concat_tables(tables).combine_chunks() for name, tables in waiting.items()}
        waiting.clear()
        return found

    for tables in made:
        for name, table in tables.items():
            waiting[name].append(table)
        if is_full() or time.monotonic() - begun > _SECONDS:
            yield segment()
            begun = time.monotonic()
    yield segment()


class Memory:
    """What a store is to a run that keeps nothing: results packed in memory."""

    def __init__(self) -> None:
        self._files: list[Any] = []

    def open(self) -> Results:
        """Return what was written."""
        import pyarrow.parquet as pq

        return Results([pq.ParquetFile(file) for file in self._files])

    def write(self, results: Any) -> None:
        """Add a table of results, with the column `key`."""
        import pyarrow as pa

        sink = pa.BufferOutputStream()
        _write(sink, [results])
        self._files.append(sink.getvalue())

    def made(self) -> "Memory":
        """Return this one: there is no folder to make."""
        return self

    def tidy(self) -> None:
        """Do nothing: there is nothing to merge."""


class Store:
    """The results kept in a folder by one version of the code; those of other versions are not seen."""

    def __init__(self, folder: str | os.PathLike[str], version: str) -> None:
        self.folder, self._version = Path(folder), version[:16]

    def made(self) -> "Store":
        """Return this store, its folder there. Raises ValueError where that cannot be."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise ValueError(
                f"store must be a folder that can be written, got {str(self.folder.parent)!r}: {error.strerror}"
            ) from None
        return self

    def open(self) -> Results:
        """Return what is kept.

        A damaged file is set aside with the suffix ``.damaged``, with a warning, and its results count as not kept.
        """
        while True:
            with suppress(FileNotFoundError):  # another process merged files since they were listed
                return Results([file for path in self._paths() if (file := _open(path))])

    def write(self, results: Any) -> None:
        """Add a table of results, with the column `key`, as one new file. Nothing that was there changes."""
        self._add([results])

    def tidy(self) -> None:
        """Merge small files where there are many, and delete what is old and of no use any more."""
        for path in self.folder.glob("*"):
            if path.suffix != ".damaged" and not path.name.startswith(self._version) and _age(path) > _OLD:
                _delete(path)
        small = [path for path in self._paths() if _size(path) <= _SMALL]
        if len(small) <= _MANY:
            return
        with suppress(FileNotFoundError):  # another process merges them
            files = [(path, file) for path in small if (file := _open(path))]
            merged = self._add(_merged(file for _, file in files))
            for path, file in files:
                file.close()
                if path != merged:
                    _delete(path)

    def _paths(self) -> list[Path]:
        return sorted(self.folder.glob(f"{self._version}-*.parquet"))

    def _add(self, tables: Iterable[Any]) -> Path:
        self.folder.mkdir(parents=True, exist_ok=True)
        temporary = self.folder / f"{uuid4().hex}.tmp"
        try:
            with temporary.open("w+b") as handle:
                _write(handle, tables)
                handle.flush()
                os.fsync(handle.fileno())
                handle.seek(0)
                path = self.folder / f"{self._version}-{hashlib.file_digest(handle, 'sha256').hexdigest()}.parquet"
            temporary.replace(path)
        finally:
            temporary.unlink(missing_ok=True)
        _flush(self.folder)
        return path


def _write(sink: Any, tables: Iterable[Any]) -> None:
    import pyarrow.parquet as pq

    rows = iter(tables)
    first = next(rows)
    with pq.ParquetWriter(sink, first.schema, compression="zstd") as writer:
        for table in chain([first], rows):
            writer.write_table(table)


def is_whole(handle: Any, path: PurePath) -> bool:
    """Tell whether an open file is what the checksum at the end of its name says."""
    return hashlib.file_digest(handle, "sha256").hexdigest() == path.stem.rpartition("-")[2]


def _open(path: Path) -> Any:
    """Return the file, open, or None where it is damaged."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    with path.open("rb") as handle:
        whole = is_whole(handle, path)
    if whole:
        return pq.ParquetFile(pa.OSFile(str(path)))
    path.replace(path.with_suffix(".damaged"))
    warnings.warn(f"results file {path} is damaged: set aside, what it held is made again", stacklevel=2)
    return None


def _merged(files: Iterable[Any]) -> Iterator[Any]:
    """Yield the results of all files in groups of some size, each key once."""
    import pyarrow as pa

    seen: set[str] = set()
    waiting: list[Any] = []
    for table in (pa.Table.from_batches([batch]) for file in files for batch in file.iter_batches(_GROUP)):
        keys = table["key"].to_pylist()
        waiting.append(table.filter(pa.array([key not in seen for key in keys])))
        seen.update(keys)
        if sum(map(len, waiting)) >= _GROUP:
            yield pa.concat_tables(waiting)
            waiting = []
    if waiting:
        yield pa.concat_tables(waiting)


def _flush(folder: Path) -> None:
    """Bring the names in a folder to the disk, where the system lets a folder be opened."""
    with suppress(PermissionError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _delete(path: Path) -> None:
    with suppress(FileNotFoundError, PermissionError):  # gone already, or open in another process on Windows
        path.unlink()


def _age(path: Path) -> float:
    with suppress(FileNotFoundError):
        return time.time() - path.stat().st_mtime
    return 0.0


def _size(path: Path) -> int:
    with suppress(FileNotFoundError):
        return path.stat().st_size
    return _SMALL + 1
