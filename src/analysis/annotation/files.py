"""Files of articles on a cluster: its workers read them and write the results of each, by way of fsspec.

What relates the articles is then found in one process, and the tables are written in parts.
"""

import hashlib
import warnings
from collections.abc import Callable
from pathlib import Path, PurePosixPath
from typing import Any
from uuid import uuid4

import pandas as pd

from analysis.actors import Roster, load_roster
from analysis.annotation.article import PARTS
from analysis.annotation.client import on_cluster
from analysis.annotation.code import code_digest
from analysis.annotation.kept import jobs_of
from analysis.annotation.relate import Part, relate
from analysis.annotation.run import Task, annotate_batch
from analysis.corpus import Corpus, duplicates_of, load
from analysis.sentiment import method_for
from analysis.store import Results, digest, is_whole
from analysis.tables import columns, frame

_ROWS = 1_000_000  # rows of a table in a file
_READERS: dict[str, Callable[[Any], pd.DataFrame]] = {
    ".parquet": pd.read_parquet,
    ".csv": lambda handle: pd.read_csv(handle, dtype=str),
    ".jsonl": lambda handle: pd.read_json(handle, lines=True, dtype=False, convert_dates=False),
}


def annotate_files(
    client: Any,
    source: str,
    out: str,
    *,
    roster: str | Path | pd.DataFrame | None = None,
    opinions: str | None = "auto",
) -> int:
    """Annotate files of articles on a Dask cluster and write all tables as Parquet files; return how many articles.

    source: a path or address with wildcards, of anything fsspec reads, that the workers can reach too. Each file holds
    articles as a table with article_id and text, and what else of the columns of `articles` is known: Parquet, CSV or
    JSON lines, also compressed. out: the folder for the tables, one folder each, and for the results of each file in
    the folder "parts": those that are there, of the same files and code, are not made again.
    roster, opinions: as for `annotate`. Raises ValueError where there are no such files or ids repeat.
    """
    from fsspec.core import url_to_fs
    from tqdm import tqdm

    files, pattern = url_to_fs(source)
    paths = [files.unstrip_protocol(path) for path in sorted(files.glob(pattern)) if _suffix(path) in _READERS]
    if not paths:
        raise ValueError(f"source must name Parquet, CSV or JSON lines files, got {source!r}, which names none")
    method = method_for(opinions) if opinions else None
    done = on_cluster(client, _annotate_file, paths, out, load_roster(roster), method, _version())
    parts = list(tqdm(done, total=len(paths), desc="files", unit="file", disable=None))
    corpus, results = _corpus([part for part, _ in parts], [row for _, rejected in parts for row in rejected])
    places = results.places(corpus.articles["article_id"].tolist())
    named = [part for part in PARTS if method or part != "opinions"]
    for name, table in relate(corpus, dict.fromkeys(named, Part(results, places))):
        _write_table(table, f"{out.rstrip('/')}/{name}")
    return len(corpus.articles)


def _version() -> str:
    return digest(*map(code_digest, PARTS))


def _annotate_file(
    path: str, out: str, roster: Roster, opinions: str | None, version: str
) -> tuple[str, list[tuple[Any, ...]]]:
    """Write what a file of articles makes, a row an article; return where, and what was rejected."""
    from fsspec.core import url_to_fs

    files, name = url_to_fs(path)
    if version != _version():
        raise ValueError("the workers of the cluster must run the same version of the package as this process")
    key = digest(path, files.ukey(name), roster.digest, opinions, version)
    parts, folder = url_to_fs(f"{out.rstrip('/')}/parts")
    with files.open(name, compression="infer") as handle:
        found = _READERS[_suffix(name)](handle)
    corpus = load(found[[column for column in found if column in columns("articles")]])
    target = _whole(parts, f"{folder}/{key[:32]}-*.parquet")
    if not target:
        data = _parquet(_results(corpus.articles, roster, opinions))
        target = f"{folder}/{key[:32]}-{hashlib.sha256(data).hexdigest()}.parquet"
        _write(parts, target, data)
    return parts.unstrip_protocol(target), list(corpus.rejected.itertuples(index=False, name=None))


def _whole(files: Any, pattern: str) -> str | None:
    """Return the file of this pattern that is what the checksum in its name says, or None; the others get a warning."""
    for path in sorted(files.glob(pattern)):
        with files.open(path) as handle:
            if is_whole(handle, PurePosixPath(path)):
                return str(path)
        warnings.warn(f"results file {path} is damaged: its articles are analysed again", stacklevel=2)
    return None


def _suffix(path: str) -> str:
    ends = [end for end in Path(path).suffixes if end not in (".gz", ".bz2", ".xz", ".zst", ".zip")]
    return ends[-1] if ends else ""


def _results(articles: pd.DataFrame, roster: Roster, opinions: str | None) -> Any:
    """Return a table with a row for each article: its own columns, and its results packed."""
    import pyarrow as pa

    parts = [part for part in PARTS if opinions or part != "opinions"]
    ids = articles["article_id"]
    tasks = [Task(job, dict.fromkeys(parts, key)) for job, key in zip(jobs_of(articles), ids, strict=True)]
    _, packed = annotate_batch(tasks, roster, opinions)
    made = {name: packed[part][name] for part in parts for name in packed[part].column_names}
    own = pa.Table.from_pandas(articles, preserve_index=False)
    return pa.table({**{f"article {name}": own[name] for name in own.column_names}, **made})


def _parquet(table: Any) -> bytes:
    import pyarrow as pa
    import pyarrow.parquet as pq

    sink = pa.BufferOutputStream()
    pq.write_table(table, sink, compression="zstd")
    data: bytes = sink.getvalue().to_pybytes()
    return data


def _write(files: Any, path: str, data: bytes) -> None:
    """Write a file whole: under another name first."""
    files.makedirs(path.rpartition("/")[0], exist_ok=True)
    temporary = f"{path}.{uuid4().hex}"
    files.pipe_file(temporary, data)
    files.mv(temporary, path)


def _corpus(paths: list[str], rejected: list[tuple[Any, ...]]) -> tuple[Corpus, Results]:
    """Return the corpus of the parts in `paths`, and their results."""
    import fsspec
    import pyarrow as pa
    import pyarrow.parquet as pq

    files = [pq.ParquetFile(fsspec.open(path).open()) for path in paths]
    found = pa.concat_tables([file.read([f"article {name}" for name in columns("articles")]) for file in files])
    articles = frame("articles", found.rename_columns(columns("articles")).to_pandas().to_dict("records"))
    repeated = articles["article_id"][articles["article_id"].duplicated()]
    if len(repeated):
        raise ValueError(f"article_id must be unique in all files, got {repeated.iloc[0]!r} twice")
    articles["duplicate_of"] = articles["article_id"].map(duplicates_of(articles)).astype("str")
    corpus = Corpus(articles, frame("removed", []), frame("rejected", rejected))
    return corpus, Results(files)


def _write_table(table: pd.DataFrame, folder: str) -> None:
    """Write a table in parts, and remove those of an earlier run that are of no use any more."""
    import pyarrow as pa
    from fsspec.core import url_to_fs

    files, name = url_to_fs(folder)
    count = max(1, -(-len(table) // _ROWS))
    written = {f"part-{number:05}.parquet" for number in range(count)}
    for number, part in enumerate(sorted(written)):
        rows = table.iloc[number * _ROWS : (number + 1) * _ROWS]
        _write(files, f"{name}/{part}", _parquet(pa.Table.from_pandas(rows, preserve_index=False)))
    for path in files.ls(name, detail=False):
        if path.rpartition("/")[2] not in written:
            files.rm(path)
