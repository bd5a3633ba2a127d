"""The notebooks, run: over any corpus for the report, or in place to refresh their stored outputs."""

import json
import os
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from analysis.report.corpus import ARTICLES, BUNDLED, PROJECT, RESULTS, ROSTER, TABLES
from analysis.report.kernel import Kernel, KernelError
from analysis.store import digest

FOLDER = PROJECT / "notebooks"
_FIELDS = {  # of what a cell may put out
    "stream": ("name", "text"),
    "display_data": ("data", "metadata"),
    "execute_result": ("data", "metadata", "execution_count"),
    "error": ("ename", "evalue", "traceback"),
}


class Run(NamedTuple):
    """A notebook after its run: its file, its content with outputs, and what failed, if anything."""

    path: Path
    notebook: dict[str, Any]
    error: str | None


def run_all(environment: Mapping[str, str], on_done: Callable[[], object] = lambda: None) -> list[Run]:
    """Run every notebook of the project, each as in a kernel of its own, and return them in order.

    environment: variables the kernel sees besides those of this process. on_done: called as each notebook finishes.
    A notebook that fails is returned as far as it came, with its error.
    """
    paths = sorted(FOLDER.glob("*.ipynb"))
    if not paths:
        raise ValueError(f"notebooks must be in {FOLDER}, found none")
    runs = []
    with (
        tempfile.TemporaryDirectory() as scratch,
        Kernel(FOLDER, {**os.environ, **_isolation(scratch), **environment}) as kernel,
    ):
        for path in paths:
            runs.append(_run(path, kernel))
            on_done()
    return runs


def _isolation(scratch: str) -> dict[str, str]:
    """Return variables that keep a user's own start-up files and styles out of the kernel."""
    style = os.path.join(scratch, "matplotlibrc")  # not MPLCONFIGDIR, which also holds the costly cache of fonts
    Path(style).touch()
    return {
        "IPYTHONDIR": os.path.join(scratch, "ipython"),
        "MATPLOTLIBRC": style,
        "MPLBACKEND": "module://matplotlib_inline.backend_inline",
        "PYTHONHASHSEED": "0",
    }


def _run(path: Path, kernel: Kernel) -> Run:
    notebook = _unrun(json.loads(path.read_text("utf-8")))
    try:
        kernel.clear()
        for cell in notebook["cells"]:
            if cell["cell_type"] == "code" and (error := _run_cell(cell, kernel)):
                return Run(path, notebook, error)
    except KernelError as error:
        return Run(path, notebook, str(error))
    return Run(path, notebook, None)


def _run_cell(cell: dict[str, Any], kernel: Kernel) -> str | None:
    """Fill in the outputs of a cell; return the error it ends with, if any."""
    error = None
    for kind, content in kernel.run(cell["source"]):
        if kind == "execute_input":
            cell["execution_count"] = content["execution_count"]
        elif kind == "clear_output":
            cell["outputs"] = []
        elif kind in _FIELDS:
            cell["outputs"].append({"output_type": kind, **{field: content[field] for field in _FIELDS[kind]}})
        if kind == "error":
            error = f"{content['ename']}: {content['evalue']}"
    return error


def _unrun(notebook: dict[str, Any]) -> dict[str, Any]:
    """Return the notebook without outputs: those stored are of the bundled articles, and some cells may not be run."""
    for cell in notebook["cells"]:
        cell["source"] = "".join(cell["source"])
        if cell["cell_type"] == "code":
            cell["outputs"], cell["execution_count"] = [], None
    return notebook


def refresh() -> list[Run]:
    """Run the committed notebooks on the bundled articles and store their outputs; write only what changed.

    A notebook that fails is left as it was. Returns the runs.
    """
    import nbformat

    runs = run_all(dict.fromkeys((ARTICLES, ROSTER, RESULTS, TABLES), ""))
    for run in runs:
        if run.error is None:
            content = nbformat.writes(nbformat.from_dict(_bare(run.notebook))) + "\n"
            if content != run.path.read_text("utf-8"):
                run.path.write_text(content, "utf-8")
    return runs


def corpus_digest() -> str:
    """Return a short digest of the bundled articles and what is said of them; stored outputs carry it."""
    paths = sorted(path for path in BUNDLED.parent.rglob("*") if path.is_file())
    return digest(*((path.relative_to(BUNDLED.parent).as_posix(), path.read_bytes()) for path in paths))[:16]


def _bare(notebook: dict[str, Any]) -> dict[str, Any]:
    """Return the notebook without what differs from run to run or machine to machine."""
    notebook["metadata"] = {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
        "analysis": {"corpus": corpus_digest()},
    }
    for number, cell in enumerate(notebook["cells"], start=1):
        cell["id"], cell["metadata"] = f"cell-{number}", {}
    return notebook
