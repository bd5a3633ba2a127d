"""Notebooks run in one kernel, each as in a new one; what goes wrong in one stays there."""

import asyncio
import os
import signal
import subprocess
import sys
import time

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook

from analysis.report import notebooks
from analysis.report.notebooks import run_all

STATE = """\
import os, warnings
import matplotlib, pandas
print(sorted(name for name in globals() if name[0] != "_"))
print(os.path.basename(os.getcwd()), os.environ.get("STORY"), os.environ.get("OTHER"))
print(pandas.get_option("display.max_rows"), matplotlib.rcParams["font.size"], len(warnings.filters))
warnings.warn("look", stacklevel=1)
"""
SPOIL = """\
left = 1
os.chdir("/")
os.environ["STORY"], os.environ["OTHER"] = "changed", "new"
pandas.set_option("display.max_rows", 7)
matplotlib.rcParams["font.size"] = 3
warnings.simplefilter("ignore")
"""
STOPPED = """\
import sys
from pathlib import Path
from analysis import cli
from analysis.report import notebooks
notebooks.FOLDER = Path(sys.argv[1])
sys.exit(cli.main(["report", sys.argv[2], "--out", sys.argv[3]]))
"""


@pytest.fixture
def use(tmp_path, monkeypatch):
    """Let notebooks of the test's own be run, each given by the sources of its cells."""

    def write(*sources):
        folder = tmp_path / "notebooks"
        folder.mkdir()
        for number, cells in enumerate(sources, start=1):
            nbformat.write(new_notebook(cells=list(map(new_code_cell, cells))), folder / f"{number}-own.ipynb")
        monkeypatch.setattr(notebooks, "FOLDER", folder)
        return folder

    return write


def _told(run):
    """Return what each cell put out, in words."""
    cells = (
        [output.get("text") or output.get("ename") for output in cell["outputs"]] for cell in run.notebook["cells"]
    )
    return ["".join(map(str, words)) for words in cells]


def test_all_notebooks_run_in_one_kernel(use):
    use(*[["import os\nprint(os.getpid())"]] * 4)
    assert len({_told(run)[0] for run in run_all({})}) == 1


def test_a_notebook_finds_nothing_of_the_one_before(use):
    use([STATE, SPOIL], [STATE])
    first, second = run_all({"STORY": "given"})
    assert (first.error, second.error) == (None, None)
    assert "notebooks given None\n60 10.0 " in _told(first)[0]
    assert "UserWarning: look" in _told(first)[0]
    assert _told(second)[0] == _told(first)[0]
    assert [cell["execution_count"] for cell in second.notebook["cells"]] == [1]


def test_what_a_cell_puts_out(use):
    show = "from IPython.display import HTML, display\ndisplay(HTML('<b>'))"
    use(["print('so'); print('far')\n1 + 1", "one = 1", show])
    cells = run_all({})[0].notebook["cells"]
    assert [cell["outputs"] for cell in cells] == [
        [
            {"output_type": "stream", "name": "stdout", "text": "so\nfar\n"},
            {"output_type": "execute_result", "data": {"text/plain": "2"}, "metadata": {}, "execution_count": 1},
        ],
        [],
        [
            {
                "output_type": "display_data",
                "data": {"text/html": "<b>", "text/plain": "<IPython.core.display.HTML object>"},
                "metadata": {},
            }
        ],
    ]


def test_a_notebook_that_fails_is_returned_as_far_as_it_came(use):
    use(["print(1)", "1 / 0", "print(3)"], ["print(4)"])
    first, second = run_all({})
    assert (first.error, second.error) == ("ZeroDivisionError: division by zero", None)
    assert [_told(first), _told(second)] == [["1\n", "ZeroDivisionError", ""], ["4\n"]]
    assert [cell["execution_count"] for cell in first.notebook["cells"]] == [1, 2, None]


def test_a_kernel_that_dies_takes_one_notebook_with_it(use):
    use(["print(1)"], ["print(2)", "import os\nos._exit(1)", "print(3)"], ["print(4)"])
    runs = run_all({})
    assert [run.error for run in runs] == [None, "the kernel died", None]
    assert [_told(run) for run in runs] == [["1\n"], ["2\n", "", ""], ["4\n"]]


def test_a_kernel_that_cannot_be_cleared_is_replaced(use):
    use(["from analysis.report import forgetting\nforgetting.forget = None\nleft = 1"], ["print('left' in globals())"])
    runs = run_all({})
    assert [run.error for run in runs] == [None, None]
    assert _told(runs[1]) == ["False\n"]


def test_each_notebook_is_told_of(use):
    use(["1"], ["2"])
    told = []
    run_all({}, lambda: told.append(len(told)))
    assert told == [0, 1]


def test_notebooks_can_be_run_from_a_notebook(use):
    use(["print(1)"])

    async def caller():
        return run_all({})

    assert _told(asyncio.run(caller())[0]) == ["1\n"]


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_ctrl_c_stops_the_kernel_at_once(use, tmp_path):
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "one.txt").write_text("Ana Ruiz met Tom Hall. They talked for an hour.", "utf-8")
    running = tmp_path / "running"
    folder = use([f"import os, time\nopen({str(running)!r}, 'w').write(str(os.getpid()))\ntime.sleep(300)"])
    command = [sys.executable, "-c", STOPPED, folder, tmp_path / "articles", tmp_path / "report.html"]
    report = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True)
    while not (running.exists() and running.read_text()):
        assert report.poll() is None
        time.sleep(0.1)
    os.killpg(report.pid, signal.SIGINT)
    assert (report.communicate(timeout=30)[0], report.returncode) == (b"analysis: stopped\n", 130)
    with pytest.raises(ProcessLookupError):
        os.kill(int(running.read_text()), 0)
    assert not (tmp_path / "report.html").exists()
