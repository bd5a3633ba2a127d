"""Many articles at once: in this process, in several, or on a cluster; the results are the same, in the same order."""

import gc
import os
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from numbers import Integral
from typing import Any, NamedTuple

from analysis.actors import Roster
from analysis.annotation.article import Job, annotate_article
from analysis.annotation.client import on_cluster
from analysis.annotation.packed import pack

_LARGE = 200  # articles from which starting worker processes pays
_BATCH = 50  # articles handed to a worker at once
_WATCH = 1.0  # seconds between looks at whether the parent is still there

Packed = dict[str, Any]  # a packed table for each part
Workers = Any  # a number of processes, None for as many as pay, or a Dask client


class Task(NamedTuple):
    """An article to annotate, and for each part that is wanted the key to keep it under."""

    job: Job
    keys: dict[str, str]


def run(
    places: Sequence[int],
    tasks_of: Callable[[Sequence[int]], Sequence[Task]],
    roster: Roster,
    opinions: str | None,
    workers: Workers,
) -> Iterator[Packed]:
    """Yield the results of the tasks at `places`, batch by batch, each made when a worker can take it.

    On a terminal a bar shows how far it is and how long it takes.
    """
    from tqdm import tqdm

    size = len(places)
    batches = (tasks_of(places[i : i + _BATCH]) for i in range(0, size, _BATCH))
    with tqdm(total=size, desc="articles", unit="article", disable=None if size > _BATCH else True) as bar:
        for done, packed in _mapped(workers, size)(annotate_batch, batches, roster, opinions):
            bar.update(done)
            yield packed


def annotate_batch(tasks: Sequence[Task], roster: Roster, opinions: str | None) -> tuple[int, Packed]:
    """Return the number of `tasks`, and their results by part."""
    with _uncollected():
        made = [
            (task, annotate_article(task.job, roster, opinions if "opinions" in task.keys else None)) for task in tasks
        ]
    parts = sorted({part for task in tasks for part in task.keys})
    return len(tasks), {
        part: pack(part, [(task.keys[part], rows) for task, rows in made if part in task.keys]) for part in parts
    }


@contextmanager
def _uncollected() -> Iterator[None]:
    """Stop the collection of cycles: it looks through all rows again and again, and the cycles of a batch are few."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


def _mapped(workers: Workers, size: int) -> Callable[..., Iterator[tuple[int, Packed]]]:
    if not isinstance(workers, Integral | None):
        return lambda *given: on_cluster(workers, *given)
    count = int(workers or 0) or (os.cpu_count() or 1 if size >= _LARGE else 1)
    return _in_turn if count == 1 else lambda *given: _in_processes(count, *given)


def _in_turn(work: Callable[..., Any], batches: Iterable[Any], *more: Any) -> Iterator[Any]:
    return (work(batch, *more) for batch in batches)


def _in_processes(count: int, work: Callable[..., Any], batches: Iterable[Any], *more: Any) -> Iterator[Any]:
    from joblib import Parallel, delayed

    pool = Parallel(n_jobs=count, return_as="generator", initializer=_end_with, initargs=(os.getpid(),))
    done: Iterator[Any] = pool(delayed(work)(batch, *more) for batch in batches)
    return done


def _end_with(parent: int) -> None:
    """Let this worker end when the process that started it was killed: it would wait for ever to be listened to."""

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(_WATCH)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
