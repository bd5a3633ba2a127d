"""Results on disk, keyed by content: what was annotated once, unchanged, is not annotated again.

A store is a folder of Parquet files, each written whole under a temporary name and then renamed, so that a reader sees
it entirely or not at all. A file's name holds the checksum of its content. The folder may be deleted at any time.
"""

import hashlib
import os
import warnings
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any


def digest(*parts: object) -> str:
    """Return a hexadecimal SHA-256 of `parts`, in order; None and "" differ."""
    sha = hashlib.sha256()
    for part in parts:
        data = repr(part).encode("utf-8", "surrogatepass")
        sha.update(len(data).to_bytes(8, "big") + data)
    return sha.hexdigest()


@cache
def code_digest() -> str:
    """Return a digest of the package's code and lexicons: when any of them changes, stored results are stale."""
    return digest(*((name, path.read_bytes()) for name, path in sorted(_sources(files("analysis"), ""))))


def _sources(folder: Traversable, prefix: str) -> Iterable[tuple[str, Traversable]]:
    for path in folder.iterdir():
        name = f"{prefix}/{path.name}"
        if path.is_dir():
            # what draws and shows results does not make them
            if name not in ("/charts", "/report"):
                yield from _sources(path, name)
        elif path.name.endswith((".py", ".csv")):
            yield name, path


class Store:
    """The results kept in a folder, each a bytes value under a key of content (see `digest`)."""

    def __init__(self, folder: str | os.PathLike[str]) -> None:
        self.folder = Path(folder)

    def read(self, keys: Iterable[str]) -> dict[str, bytes]:
        """Return the results kept under any of `keys`.

        A damaged file is set aside with the suffix ``.damaged``, with a warning, and its results count as not kept.
        """
        import pyarrow.compute as pc

        wanted = set(keys)
        found: dict[str, bytes] = {}
        for path in sorted(self.folder.glob("*.parquet")):
            table = self._open(path)
            if table is not None:
                kept = table.filter(pc.is_in(table["key"], value_set=_strings(wanted)))
                found.update(zip(kept["key"].to_pylist(), kept["result"].to_pylist(), strict=True))
        return found

    def write(self, results: Mapping[str, bytes]) -> None:
        """Add `results` as one new file. Nothing that was there changes."""
        import pyarrow as pa
        import pyarrow.parquet as pq

        if not results:
            return
        self.folder.mkdir(parents=True, exist_ok=True)
        sink = pa.BufferOutputStream()
        keys = sorted(results)
        pq.write_table(pa.table({"key": keys, "result": [results[key] for key in keys]}), sink, compression="zstd")
        content = sink.getvalue().to_pybytes()
        path = self.folder / f"{hashlib.sha256(content).hexdigest()}.parquet"
        temporary = path.with_suffix(f".{os.getpid()}.tmp")
        with temporary.open("wb") as handle:
            handle.write(content)
            handle.flush()
            os.fsync(handle.fileno())
        temporary.replace(path)

    def _open(self, path: Path) -> Any:
        import pyarrow as pa
        import pyarrow.parquet as pq

        content = path.read_bytes()
        if hashlib.sha256(content).hexdigest() != path.stem:
            path.replace(path.with_suffix(".damaged"))
            warnings.warn(f"results file {path} is damaged: set aside, its articles are analysed again", stacklevel=4)
            return None
        return pq.read_table(pa.BufferReader(content))


def _strings(values: Iterable[str]) -> Any:
    import pyarrow as pa

    return pa.array(sorted(values), type=pa.string())
