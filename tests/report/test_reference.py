"""The committed outputs are a reference that really compares: a changed number, colour or label fails a notebook."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CHANGES = {
    "number": ("2-actors.ipynb", r"(?<=>)(\d+)(?=</td>)", lambda match: str(int(match[1]) + 1)),
    "colour": ("2-actors.ipynb", r"(?<=%23)07277d", lambda _: "07277e"),
    "label": ("2-actors.ipynb", r"(?<=alt=\")\w+", lambda match: match[0] + "x"),
}
NEVER_RUN = "never-run"
OTHER_ARTICLES = "other-articles"


@pytest.fixture(scope="module")
def outcome(tmp_path_factory):
    """Run nbval over copies of a notebook, each with one change in its stored outputs; return what it printed."""
    folder = tmp_path_factory.mktemp("notebooks")
    (folder / "conftest.py").write_text((ROOT / "conftest.py").read_text("utf-8"), "utf-8")
    (folder / "pytest.ini").write_text("[pytest]\n", "utf-8")
    for change, (name, pattern, replacement) in CHANGES.items():
        notebook = json.loads((ROOT / "notebooks" / name).read_text("utf-8"))
        for cell in notebook["cells"]:
            for output in cell.get("outputs", ()):
                html = "".join(output.get("data", {}).get("text/html", ""))
                changed = re.sub(pattern, replacement, html, count=1)
                if changed != html:
                    output["data"]["text/html"] = changed
                    break
            else:
                continue
            break
        else:
            raise AssertionError(f"{name} holds nothing to change for {change}")
        (folder / f"{change}.ipynb").write_text(json.dumps(notebook), "utf-8")
    notebook = json.loads((ROOT / "notebooks" / "2-actors.ipynb").read_text("utf-8"))
    last = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"][-1]
    last.update(execution_count=None, outputs=[])
    (folder / f"{NEVER_RUN}.ipynb").write_text(json.dumps(notebook), "utf-8")
    notebook["metadata"]["analysis"]["corpus"] = "of other articles"
    (folder / f"{OTHER_ARTICLES}.ipynb").write_text(json.dumps(notebook), "utf-8")
    options = ["--nbval", "--nbval-current-env", "-q", "-rfE", "-p", "no:cacheprovider"]
    command = [sys.executable, "-m", "pytest", *options, str(folder)]
    return subprocess.run(command, capture_output=True, text=True, cwd=folder, check=False).stdout


@pytest.mark.parametrize("change", [*CHANGES, NEVER_RUN])
def test_a_change_fails_one_cell(outcome, change):
    failed = [
        line for line in outcome.splitlines() if line.startswith(("FAILED", "ERROR ")) and f"{change}.ipynb" in line
    ]
    assert len(failed) == 1, outcome[-3000:]


def test_outputs_of_other_articles_are_told_in_one_line(outcome):
    assert f"the outputs of {OTHER_ARTICLES}.ipynb are of other articles: run `analysis refresh`" in outcome
