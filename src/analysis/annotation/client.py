"""Batches on a cluster, by Dask: its scheduler hands them to workers, and again where a worker is lost."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import Any

_AHEAD = 4  # batches that wait for each thread of the cluster


def on_cluster(client: Any, work: Callable[..., Any], batches: Iterable[Any], *more: Any) -> Iterator[Any]:
    """Yield what `work` makes of each batch on the workers of a Dask client, in order."""
    waiting: deque[Any] = deque()
    for batch in batches:
        waiting.append(client.submit(work, batch, *more, pure=False))
        if len(waiting) > _AHEAD * max(1, sum(client.nthreads().values())):
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()
