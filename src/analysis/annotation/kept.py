"""What is kept of the articles is read, the others are analysed, and their results kept as they are made."""

import hashlib
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

import numpy as np
import pandas as pd

from analysis.actors import Roster
from analysis.annotation.article import Job
from analysis.annotation.code import code_digest
from analysis.annotation.relate import Part
from analysis.annotation.run import Task, Workers, run
from analysis.store import Memory, Store, segments

_TRIES = 3  # runs until all is kept, where something else deletes it meanwhile
_SHOWN = {"day": 10, "month": 7, "year": 4, "unknown": 0}  # characters of a date that are known


def results_of(
    articles: pd.DataFrame, roster: Roster, opinions: str | None, workers: Workers, folder: Path | None
) -> dict[str, Part]:
    """Return the results of all articles, in their order, those that were not there annotated and kept."""
    keys = _keys(articles, roster, opinions)
    stores = {part: Store(folder / part, code_digest(part)).made() if folder else Memory() for part in keys}
    for _ in range(_TRIES):
        kept = {part: Part(results := stores[part].open(), results.places(keys[part])) for part in keys}
        missing = _missing(keys, kept)
        if not missing:
            return kept
        tasks_of = partial(_tasks, articles, missing)
        for segment in segments(run(list(missing), tasks_of, roster, opinions, workers)):
            for part, results in segment.items():
                stores[part].write(results)
        for store in stores.values():
            store.tidy()
    raise OSError(f"results vanish from the store {folder} while they are made")


def _keys(articles: pd.DataFrame, roster: Roster, opinions: str | None) -> dict[str, list[str]]:
    """Return by part the keys under which results are kept: what they depend on, but for the code."""
    keys = []
    for text, title, language, published in jobs_of(articles):
        headline = "-" if title is None else f"{len(title)} {title}"
        told = f"{roster.digest} {language} {published} {headline} {text}"
        keys.append(hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:32])
    return {"articles": keys, **({"opinions": [f"{opinions} {key}" for key in keys]} if opinions else {})}


def jobs_of(articles: pd.DataFrame) -> Iterator[Job]:
    """Return what is to be done for each article of a corpus."""
    import pyarrow as pa

    days = np.datetime_as_string(articles["published"].to_numpy().astype("datetime64[D]")).tolist()
    shown = articles["published_precision"].map(_SHOWN).tolist()
    published = [None if day == "NaT" else day[:size] or None for day, size in zip(days, shown, strict=True)]
    cells = (pa.array(articles[name], pa.large_string()).to_pylist() for name in ("text", "title", "language"))
    return map(Job, *cells, published)


def _missing(keys: dict[str, list[str]], kept: dict[str, Part]) -> dict[int, dict[str, str]]:
    """Return the places of articles of which something is not kept, the same content once, and the keys of that."""
    gaps = {part: kept[part].places.is_null().to_numpy(zero_copy_only=False) for part in keys}
    places = np.flatnonzero(np.logical_or.reduce(list(gaps.values()))).tolist()
    wanted = {place: {part: keys[part][place] for part in keys if gaps[part][place]} for place in places}
    first = {tuple(found.values()): place for place, found in reversed(wanted.items())}
    return {place: wanted[place] for place in sorted(first.values())}


def _tasks(articles: pd.DataFrame, missing: dict[int, dict[str, str]], places: Sequence[int]) -> list[Task]:
    jobs = jobs_of(articles.iloc[list(places)])
    return [Task(job, missing[place]) for job, place in zip(jobs, places, strict=True)]
