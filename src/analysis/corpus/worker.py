"""The worker: a process of its own that reads files, so that none of them can hold up or bring down the program.

It says that it is ready, takes jobs as lines of JSON on its standard input, and answers with lines of JSON: a draft, a
rejected row, the end of a job. `python -m analysis.corpus.worker` starts it; `analysis.corpus.guard` speaks to it.
"""

import base64
import contextlib
import json
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

from analysis.corpus.readers import read
from analysis.corpus.records import Cut, Draft, Facts, Refused, Rejected, Source

MOST_MEMORY = 500_000_000  # bytes
_SHARE = 1.0  # seconds more for each article found: a file that holds many may take longer, but not for ever
MEASURES_WORK = hasattr(signal, "setitimer")  # else, on Windows, only the clock bounds a job
OUT_OF_TIME = -signal.SIGPROF if MEASURES_WORK else None  # exit status of a worker that has used its seconds up


def pack(found: Draft | Rejected) -> dict[str, Any]:
    """Return a draft or a rejected row as what JSON can hold."""
    if isinstance(found, Rejected):
        return {"rejected": list(found)}
    others = [found.page, found.first_line, found.is_own, found.size]
    return {"draft": [found.name, found.text, found.cuts, found.facts, *others]}


def unpack(line: dict[str, Any]) -> Draft | Rejected:
    """Return what `pack` packed."""
    if "rejected" in line:
        return Rejected(*line["rejected"])
    name, text, cuts, facts, page, first_line, is_own, size = line["draft"]
    kept = [Cut(*cut) for cut in cuts], [Facts(*fact) for fact in facts]
    return Draft(name, text, *kept, page, first_line, is_own, size and (size[0], size[1]))


def left(most: float, found: int, spent: float) -> float:
    """Return the seconds that the next answer may take, `found` of them given in `spent` seconds."""
    return min(most, most + found * _SHARE - spent)


def _read(job: dict[str, Any]) -> Iterator[dict[str, Any]]:
    return map(pack, read(Source(job["file"], base64.b64decode(job["data"]), job["columns"], job["address"])))


def _fetch(job: dict[str, Any]) -> Iterator[dict[str, Any]]:
    from analysis.corpus.fetch import fetch_once

    try:
        answer = fetch_once(job["url"], job["largest"], tuple(job["allowed"]))
    except Refused as error:
        yield {"refused": [error.reason, error.detail]}
        return
    yield {"answer": answer._asdict() | {"data": base64.b64encode(answer.data).decode("ascii")}}


_JOBS: dict[str, Callable[[dict[str, Any]], Iterator[dict[str, Any]]]] = {"read": _read, "fetch": _fetch}


def main() -> None:
    """Do jobs until there is no more input."""
    _bound()
    out = os.fdopen(os.dup(1), "w", encoding="ascii")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # what a library prints must not get between the answers
    print('{"ready": true}', file=out, flush=True)
    for line in sys.stdin.buffer:
        job = json.loads(line)
        line = b""
        try:
            for answer in _timed(_JOBS[job.pop("job")](job), job.get("seconds")):
                print(json.dumps(answer), file=out, flush=True)
            print(json.dumps({"done": True}), file=out, flush=True)
        except MemoryError:
            print('{"memory": true}', file=out, flush=True)
            return
        del job


def _timed(answers: Iterator[dict[str, Any]], seconds: float | None) -> Iterator[dict[str, Any]]:
    """Yield the answers; the system ends this process when one takes more than `seconds` of the processor."""
    if seconds is None or not MEASURES_WORK:
        yield from answers
        return
    begun = time.process_time()
    signal.setitimer(signal.ITIMER_PROF, seconds)
    for count, answer in enumerate(answers, 1):
        signal.setitimer(signal.ITIMER_PROF, max(left(seconds, count, time.process_time() - begun), 0.001))
        yield answer
    signal.setitimer(signal.ITIMER_PROF, 0)


def _bound() -> None:
    """Bound the memory of this process, and let it write no file, where the system can."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_DATA, (MOST_MEMORY, MOST_MEMORY))
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    main()
