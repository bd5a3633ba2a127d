"""What is kept of the articles is read, the others are analysed, and their results kept as they are made."""

import hashlib
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pandas as pd

from analysis.actors import Roster
from analysis.annotation.article import PARTS, Job
from analysis.annotation.code import code_digest
from analysis.annotation.relate import Part
from analysis.annotation.run import Packed, Task, Workers, run
from analysis.store import Memory, Store

_SEGMENT = 1000  # articles whose results are kept at once: no more are lost when a run is killed
_SECONDS = 60  # nor those of a longer time than this
_TRIES = 3  # runs until all is kept, where something else deletes it meanwhile
_SHOWN = {"day": 10, "month": 7, "year": 4, "unknown": 0}  # characters of a date that are known


def results_of(
    articles: pd.DataFrame, roster: Roster, opinions: str | None, workers: Workers, folder: Path | None
) -> dict[str, Part]:
    """Return the results of all articles, in their order, those that were not there annotated and kept."""
    keys = {"articles": _keys(jobs_of(articles), roster.digest)}
    if opinions:
        keys["opinions"] = _keys(jobs_of(articles), roster.digest, opinions)
    stores = {part: _store(folder / part, code_digest(part)) if folder else Memory() for part in keys}
    for _ in range(_TRIES):
        kept = {part: Part(results := stores[part].open(), results.places(keys[part])) for part in keys}
        tasks = _tasks(articles, keys, kept)
        if not tasks:
            return kept
        for segment in _segments(run(tasks, roster, opinions, workers)):
            for part, results in segment.items():
                stores[part].write(results)
        for store in stores.values():
            store.tidy()
    raise OSError(f"results vanish from the store {folder} while they are made")


def _keys(jobs: Iterable[Job], *more: str) -> list[str]:
    """Return the key under which the results of each article are kept: what they depend on, but for the code."""
    start = hashlib.sha256("\n".join(more).encode())
    keys = []
    for job in jobs:
        sha = start.copy()
        for cell in job:
            data = b"" if cell is None else cell.encode("utf-8", "surrogatepass")
            sha.update(b"%d %d\n" % (cell is None, len(data)) + data)
        keys.append(sha.hexdigest()[:32])
    return keys


def jobs_of(articles: pd.DataFrame) -> Iterator[Job]:
    """Return what is to be done for each article of a corpus."""
    days = articles["published"].dt.strftime("%Y-%m-%d").fillna("")
    published = [day[: _SHOWN[shown]] or None for day, shown in zip(days, articles["published_precision"], strict=True)]
    titles = articles["title"].astype(object).where(articles["title"].notna(), None)
    return map(Job, articles["text"], titles, articles["language"], published)


def _store(folder: Path, version: str) -> Store:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ValueError(
            f"store must be a folder that can be written, got {str(folder.parent)!r}: {error.strerror}"
        ) from None
    return Store(folder, version)


def _tasks(articles: pd.DataFrame, keys: dict[str, list[str]], kept: dict[str, Part]) -> list[Task]:
    """Return what is not kept, the same content once."""
    gaps = {part: kept[part].places.is_null().to_pylist() for part in keys}
    tasks: dict[tuple[str, ...], Task] = {}
    for place, missing in enumerate(zip(*gaps.values(), strict=True)):
        if any(missing):
            wanted = {part: keys[part][place] for part, gone in zip(keys, missing, strict=True) if gone}
            tasks.setdefault(tuple(wanted.values()), _task(articles, place, wanted))
    return list(tasks.values())


def _task(articles: pd.DataFrame, place: int, wanted: dict[str, str]) -> Task:
    (job,) = jobs_of(articles.iloc[place : place + 1])
    return Task(job, wanted)


def _segments(done: Iterable[Packed]) -> Iterator[dict[str, Any]]:
    """Yield results put together: few large files are read faster than many small ones."""
    import pyarrow as pa

    waiting: dict[str, list[Any]] = {part: [] for part in PARTS}
    begun = time.monotonic()

    def segment() -> dict[str, Any]:
        found = {part: pa.concat_tables(tables).combine_chunks() for part, tables in waiting.items() if tables}
        for tables in waiting.values():
            tables.clear()
        return found

    for packed in done:
        for part, table in packed.items():
            waiting[part].append(table)
        if max(sum(map(len, tables)) for tables in waiting.values()) >= _SEGMENT or time.monotonic() - begun > _SECONDS:
            yield segment()
            begun = time.monotonic()
    yield segment()
