"""The order of the rooms: a module imports only from rooms above its own, and what is heavy is loaded when used."""

import ast
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest

ROOMS = (
    "lexicons",
    "tables",
    "store",
    "code",
    "text",
    "times",
    "corpus",
    "collect",
    "actors",
    "quotes",
    "sentiment",
    "events",
    "annotation",
    "charts",
    "report",
    "cli",
)
HEAVY = (
    *("jinja2", "joblib", "jupyter_client", "matplotlib", "mistune", "nltk", "py3langid", "rensa", "tqdm", "yaml"),
    *("certifi", "htmldate", "lxml", "protego", "pypdf", "striprtf", "trafilatura", "urllib3"),
)


def _modules():
    root = Path(str(files("analysis")))
    found = {}
    for path in root.rglob("*.py"):
        parts = path.relative_to(root.parent).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


MODULES = _modules()


def _imports(path):
    """Yield the modules of the package that a file imports; `from room import module` is of the module alone."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in MODULES)
        elif isinstance(node, ast.ImportFrom) and node.module in MODULES:
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                yield inner if inner in MODULES else node.module


IMPORTS = {name: sorted(set(_imports(path))) for name, path in MODULES.items()}


def _room(name):
    return name.split(".")[1] if "." in name else ""


@pytest.mark.parametrize("name", sorted(MODULES))
def test_imports_from_rooms_above(name):
    room = _room(name)
    if not room:
        return  # the package's own face may show any room
    below = ROOMS[ROOMS.index(room) + 1 :]
    assert [other for other in IMPORTS[name] if _room(other) in ("", *below)] == []


def test_no_module_imports_itself_in_a_circle():
    settled = {name for name in MODULES if not _room(name)}
    waiting = set(MODULES) - settled
    while ready := {name for name in waiting if settled.issuperset(IMPORTS[name])}:
        settled |= ready
        waiting -= ready
    assert {name: [other for other in IMPORTS[name] if other in waiting] for name in sorted(waiting)} == {}


def test_heavy_libraries_are_loaded_when_used():
    code = f"import sys, analysis, analysis.charts, analysis.cli; print([n for n in {HEAVY} if n in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
