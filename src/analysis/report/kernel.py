"""One kernel that runs the notebooks in turn, each as in a new one."""

import signal
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from queue import Empty
from typing import Any

_STARTING = 120  # seconds a kernel may take to answer
_CELL = 3600  # seconds a cell may take on a very large corpus
_LOOK = 1  # seconds between looks at whether a silent kernel still lives
_FORGET = "from analysis.report.forgetting import forget\nforget()"


class KernelError(Exception):
    """The kernel ended, could not be started, or was stopped because a cell took too long."""


class Kernel:
    """A kernel that works in a folder and sees environment variables; it ends with the `with` statement."""

    def __init__(self, folder: Path, variables: Mapping[str, str]) -> None:
        self._folder, self._variables = str(folder), dict(variables)
        self._manager: Any = None
        self._client: Any = None

    def __enter__(self) -> "Kernel":
        return self

    def __exit__(self, *_: object) -> None:
        self._end()

    def clear(self) -> None:
        """Make the kernel as a new one is, but for the modules it has loaded; where that fails, start a new one.

        Raises KernelError.
        """
        try:
            self._forget()
        except KernelError:
            try:
                self._start()
            except KernelError:  # another program may have taken a port between its choice and its use
                self._start()
            self._forget()

    def run(self, code: str, *, silent: bool = False) -> Iterator[tuple[str, dict[str, Any]]]:
        """Yield the kinds and contents of the messages that the kernel sends while it runs `code`.

        `silent` code is not counted. Raises KernelError.
        """
        if self._client is None:
            raise KernelError("the kernel was not started")
        asked = self._client.execute(code, silent=silent, allow_stdin=False, stop_on_error=False)
        end = time.monotonic() + _CELL
        while time.monotonic() < end:
            try:
                message = self._client.get_iopub_msg(timeout=_LOOK)
            except Empty:
                if self._manager.is_alive():
                    continue
                raise KernelError("the kernel died") from None
            if message["parent_header"].get("msg_id") == asked:
                if message["content"].get("execution_state") == "idle":
                    return
                yield message["msg_type"], message["content"]
        self._end()
        raise KernelError(f"a cell took more than {_CELL} seconds")

    def _forget(self) -> None:
        for kind, content in self.run(_FORGET, silent=True):
            if kind == "error":
                raise KernelError(f"the kernel could not be cleared: {content['ename']}: {content['evalue']}")

    def _start(self) -> None:
        from jupyter_client.kernelspec import NoSuchKernel
        from jupyter_client.manager import KernelManager

        self._end()
        # encrypted where it can be: without, the kernel warns on every start
        self._manager = KernelManager(kernel_name="python3", transport_encryption="auto")
        unkept = ["--HistoryManager.enabled=False"]
        try:
            self._manager.start_kernel(cwd=self._folder, env=self._variables, extra_arguments=unkept)
            self._client = self._manager.client()
            self._client.start_channels(stdin=False, hb=False, control=False)
            self._client.wait_for_ready(timeout=_STARTING)
        except (NoSuchKernel, RuntimeError) as error:
            self._end()
            raise KernelError(f"the kernel did not start: {error}") from None

    def _end(self) -> None:
        if self._client is not None:
            self._client.stop_channels()
        if self._manager is not None:
            if self._manager.has_kernel:  # a shutdown begins with an interrupt, of which a busy kernel would tell
                self._manager.signal_kernel(signal.SIGTERM)
            self._manager.shutdown_kernel(now=True)
        self._client = self._manager = None
