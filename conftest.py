"""What nbval leaves open, closed: a notebook's outputs are the reference, every cell of them.

nbval alone passes a cell that was never run and differs with a user's own IPython and matplotlib set-up.
"""

import json
import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings

# differences that are no result: the number of a run, and the paths inside a traceback
_NOT_COMPARED = ("execution_count", "prompt_number", "traceback")


def pytest_configure(config):
    # how fast a loaded machine is is no property of the code, and a run should be like the last one
    settings.register_profile("project", deadline=None, derandomize=True)
    settings.load_profile("project")
    scratch = tempfile.mkdtemp(prefix="analysis-test-")
    Path(scratch, "matplotlibrc").touch()
    os.environ.update(
        IPYTHONDIR=os.path.join(scratch, "ipython"),
        MATPLOTLIBRC=os.path.join(scratch, "matplotlibrc"),
        MPLBACKEND="module://matplotlib_inline.backend_inline",
        PYTHONHASHSEED="0",
    )
    for name in ("ANALYSIS_ARTICLES", "ANALYSIS_ROSTER", "ANALYSIS_RESULTS"):
        os.environ.pop(name, None)


def pytest_collectstart(collector):
    if type(collector).__name__ == "IPyNbFile":
        collector.skip_compare = _NOT_COMPARED


def pytest_runtest_setup(item):
    if type(item).__name__ != "IPyNbCell":
        return
    if item.cell.execution_count is None:
        pytest.fail(f"{item.name} was never run: run `analysis refresh`", pytrace=False)
    if item.options.get("check") is False:
        pytest.fail(f"{item.name} opts out of the comparison of outputs", pytrace=False)
    _same_corpus(item.path)


def _same_corpus(path: Path) -> None:
    """Fail in one line where a notebook's stored outputs are of other articles than those that are there."""
    from analysis.report.notebooks import corpus_digest

    stored = json.loads(path.read_text("utf-8"))["metadata"].get("analysis", {}).get("corpus")
    if stored != corpus_digest():
        pytest.fail(f"the outputs of {path.name} are of other articles: run `analysis refresh`", pytrace=False)
