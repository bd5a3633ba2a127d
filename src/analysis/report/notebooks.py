"""Notebooks run in fresh kernels: over any corpus for the report, or in place to refresh their stored outputs."""

import asyncio
import atexit
import os
import tempfile
import threading
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from analysis.report.corpus import ARTICLES, BUNDLED, PROJECT, RESULTS, ROSTER
from analysis.store import digest

FOLDER = PROJECT / "notebooks"
_TIMEOUT = 3600  # seconds a cell may take on a very large corpus
_AT_ONCE = 2


class Run(NamedTuple):
    """A notebook after its run: its file, its content with outputs, and what failed, if anything."""

    path: Path
    notebook: Any
    error: str | None


def run_all(environment: Mapping[str, str], on_done: Callable[[], object] = lambda: None) -> list[Run]:
    """Run every notebook of the project in a kernel of its own and return them in order.

    environment: variables the kernels see besides those of this process. on_done: called as each notebook finishes.
    A notebook that fails is returned as far as it came, with its error.
    """
    paths = sorted(FOLDER.glob("*.ipynb"))
    if not paths:
        raise ValueError(f"notebooks must be in {FOLDER}, found none")
    with tempfile.TemporaryDirectory() as scratch, ThreadPoolExecutor(1) as pool:
        variables = {**os.environ, **_isolation(scratch), **environment}
        stop = threading.Event()
        # a thread of its own, because a caller in a notebook already has an event loop in this one
        running = pool.submit(asyncio.run, _run_at_once(paths, variables, on_done, stop))
        try:
            return running.result()
        except KeyboardInterrupt:
            stop.set()
            raise


async def _run_at_once(
    paths: list[Path], variables: dict[str, str], on_done: Callable[[], object], stop: threading.Event
) -> list[Run]:
    free = asyncio.Semaphore(_AT_ONCE)

    async def run(path: Path) -> Run:
        async with free:
            result = await _run(path, variables)
        on_done()
        return result

    work = asyncio.gather(*map(run, paths))
    while not work.done():
        if stop.is_set():
            work.cancel()
            with suppress(asyncio.CancelledError):
                await work
            return []
        await asyncio.wait([work], timeout=0.2)
    return work.result()


def _isolation(scratch: str) -> dict[str, str]:
    """Return variables that keep a user's own start-up files and styles out of the kernels."""
    style = os.path.join(scratch, "matplotlibrc")  # not MPLCONFIGDIR, which also holds the costly cache of fonts
    Path(style).touch()
    return {
        "IPYTHONDIR": os.path.join(scratch, "ipython"),
        "MATPLOTLIBRC": style,
        "MPLBACKEND": "module://matplotlib_inline.backend_inline",
        "PYTHONHASHSEED": "0",
    }


async def _run(path: Path, variables: dict[str, str]) -> Run:
    import nbformat
    from jupyter_client.kernelspec import NoSuchKernel
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
    from traitlets.config import Config

    notebook = _unrun(nbformat.read(path, as_version=4))
    client = NotebookClient(
        notebook,
        kernel_name="python3",
        timeout=_TIMEOUT,
        record_timing=False,
        shutdown_kernel="immediate",
        resources={"metadata": {"path": str(FOLDER)}},
        config=Config({"KernelManager": {"transport_encryption": "auto"}}),
    )
    try:
        await client.async_execute(env=variables)
    except CellExecutionError as error:
        return Run(path, notebook, f"{error.ename}: {error.evalue}")
    except (CellTimeoutError, DeadKernelError, NoSuchKernel) as error:
        return Run(path, notebook, f"{type(error).__name__}: {error}")
    except asyncio.CancelledError:
        # nbclient would look at exit for a kernel that never came to be; one that did ends with this process
        atexit.unregister(client._cleanup_kernel)
        raise
    return Run(path, notebook, None)


def _unrun(notebook: Any) -> Any:
    """Return the notebook without outputs: those stored are of the bundled articles, and some cells may not be run."""
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    return notebook


def refresh() -> list[Run]:
    """Run the committed notebooks on the bundled articles and store their outputs; write only what changed.

    A notebook that fails is left as it was. Returns the runs.
    """
    import nbformat

    runs = run_all({ARTICLES: "", ROSTER: "", RESULTS: ""})
    for run in runs:
        if run.error is None:
            content = nbformat.writes(_bare(run.notebook)) + "\n"
            if content != run.path.read_text("utf-8"):
                run.path.write_text(content, "utf-8")
    return runs


def corpus_digest() -> str:
    """Return a short digest of the bundled articles and what is said of them; stored outputs carry it."""
    paths = sorted(path for path in BUNDLED.parent.rglob("*") if path.is_file())
    return digest(*((path.relative_to(BUNDLED.parent).as_posix(), path.read_bytes()) for path in paths))[:16]


def _bare(notebook: Any) -> Any:
    """Return the notebook without what differs from run to run or machine to machine."""
    notebook.metadata = {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
        "analysis": {"corpus": corpus_digest()},
    }
    for number, cell in enumerate(notebook.cells, start=1):
        cell.id = f"cell-{number}"
        cell.metadata = {}
    return notebook
