"""The guard: reads files in a worker process, and ends it when a file takes too long or too much memory."""

import base64
import contextlib
import json
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from analysis.corpus.readers import read
from analysis.corpus.records import Draft, Found, Rejected, Source
from analysis.corpus.worker import MEASURES_WORK, MOST_MEMORY, OUT_OF_TIME, left, unpack

SECONDS = 10.0  # of the processor for a file, and for each article in one that holds many
_PATIENCE = 6 if MEASURES_WORK else 1  # times as long by the clock: a machine may be busy with other things
_START = 60.0  # seconds for the worker to be there, on a machine that is busy
_SMALL = 20_000  # bytes: a text that is no larger is an article, and is read sooner than a worker is there
_PLAIN = (".txt", ".text", ".md", ".markdown")


class Failed(Exception):  # noqa: N818 - a verdict on a job
    """A job that the worker did not finish; `reason` and `detail` say why."""

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(f"{reason}: {detail}")
        self.reason, self.detail = reason, detail


class Guard:
    """Reads files one after the other; the worker is started when it is needed, and again after one that ended it.

    `failed` counts the files that were not read to their end: another time they may be.
    """

    def __init__(self, seconds: float = SECONDS) -> None:
        self.failed = 0
        self._seconds = seconds
        self._process: subprocess.Popen[bytes] | None = None
        self._answers: queue.Queue[bytes] = queue.Queue()

    def __enter__(self) -> "Guard":
        return self

    def __exit__(self, *_: object) -> None:
        self._stop()

    def read(self, source: Source) -> Found:
        """Yield the articles of a file, cleaned, and a row for each thing that cannot be read."""
        if source.file.lower().endswith(_PLAIN) and len(source.data) <= _SMALL:
            yield from read(source)
            return
        found = 0
        job = {"job": "read", "file": source.file, "columns": dict(source.columns), "address": source.address}
        try:
            for answer in self.run(job | {"seconds": self._seconds}, self._seconds * _PATIENCE, source.data):
                yield (one := unpack(answer))
                found += isinstance(one, Draft)
        except Failed as error:
            self.failed += 1
            after = f", after {found} articles; the rest is not read" if found else ""
            yield Rejected(source.file, error.reason, error.detail + after)

    def run(self, job: dict[str, Any], most: float, data: bytes = b"") -> Iterator[dict[str, Any]]:
        """Yield the worker's answers to a job. Raises Failed where it takes too long, too much, or ends the worker.

        most: seconds by the clock, with a second more for each answer; job["seconds"], of the processor, likewise.
        """
        process = self._running()
        begun, count = time.monotonic(), 0
        is_done = False
        try:
            writer = threading.Thread(target=_write, args=(process, job, data), daemon=True)
            writer.start()
            while True:
                answer = self._next(left(most, count, time.monotonic() - begun), most)
                if "done" in answer:
                    is_done = True
                    return
                count += 1
                yield answer
        finally:
            if not is_done:  # also when nobody wants the rest
                self._stop()

    def _next(self, left: float, most: float) -> dict[str, Any]:
        try:
            line = self._answers.get(timeout=max(left, 0))
        except queue.Empty:
            raise Failed("too slow", f"it took more than {most:g} seconds") from None
        if not line:
            raise self._ended()
        answer: dict[str, Any] = json.loads(line)
        if "memory" in answer:
            raise Failed("too large", f"it took more than {MOST_MEMORY // 1_000_000} MB of memory")
        return answer

    def _ended(self) -> Failed:
        if self._process is not None and self._process.wait() == OUT_OF_TIME:
            return Failed("too slow", f"it took more than {self._seconds:g} seconds of the processor")
        return Failed("broken", "the reader of its format crashed")

    def _running(self) -> "subprocess.Popen[bytes]":
        if self._process is None or self._process.poll() is not None:
            self._stop()
            self._answers = queue.Queue()
            self._process = _start()
            threading.Thread(target=_listen, args=(self._process, self._answers), daemon=True).start()
            try:
                self._next(_START, _START)
            except Failed:
                self._stop()
                raise
        return self._process

    def _stop(self) -> None:
        if self._process is not None:
            self._process.kill()
            with contextlib.suppress(OSError):
                self._process.stdin.close()  # type: ignore[union-attr]  # a pipe: asked for
            self._process.wait()
            self._process = None


def _start() -> "subprocess.Popen[bytes]":
    home = str(Path(__file__).parents[2])
    paths = [home, *filter(None, [os.environ.get("PYTHONPATH")])]
    return subprocess.Popen(
        [sys.executable, "-P", "-m", "analysis.corpus.worker"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(paths), "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"},
    )


def _write(process: "subprocess.Popen[bytes]", job: dict[str, Any], data: bytes) -> None:
    line = json.dumps(job | {"data": base64.b64encode(data).decode("ascii")}).encode() + b"\n"
    with contextlib.suppress(OSError, ValueError):  # the worker has ended, which the reader of its answers finds out
        process.stdin.write(line)  # type: ignore[union-attr]  # a pipe: asked for
        process.stdin.flush()  # type: ignore[union-attr]  # a pipe: asked for


def _listen(process: "subprocess.Popen[bytes]", answers: "queue.Queue[bytes]") -> None:
    with process.stdout as lines:  # type: ignore[union-attr]  # a pipe: asked for
        for line in lines:
            answers.put(line)
    answers.put(b"")
