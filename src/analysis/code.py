"""The code behind a result, as a digest: when any of it changes, what it made counts as not kept.

A result depends on the modules that make it, on those that these import, and on the data files of the package that any
of them names.
"""

import re
from fnmatch import fnmatch
from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

from analysis.store import digest

_IMPORT = re.compile(r"^ *from (analysis[\w.]*) import (\([^)]*\)|[^\n]*)", re.MULTILINE)
_NAME = re.compile(r"\w+")


@cache
def digest_of_code(made_by: tuple[str, ...], alone: tuple[str, ...] = ()) -> str:
    """Return a digest of modules and what they use ("times.published"; "corpus.*" is a whole room).

    Of those named by `alone`, what they use does not count.
    """
    code = _code()
    needed = {f"analysis.{name}" for name in alone}
    waiting = [name for name in code if any(fnmatch(name, f"analysis.{pattern}") for pattern in made_by)]
    while waiting:
        name = waiting.pop()
        if name in code and name not in needed:
            needed.add(name)
            waiting += _imports(code[name])
    source = "\n".join(code[name] for name in sorted(needed))
    named = (path for path in _data() if f'"{path.stem}"' in source or f'"{path.name}"' in source)
    return digest(source, *((path.name, sha256(path.read_bytes()).hexdigest()) for path in named))


def _root() -> Path:
    return Path(str(files("analysis")))


@cache
def _code() -> dict[str, str]:
    """Return the source of every module of every room by its name."""
    paths = [path.relative_to(_root().parent) for path in sorted(_root().rglob("*.py"))]
    names = [path.parent if path.name == "__init__.py" else path.with_suffix("") for path in paths]
    return {
        ".".join(name.parts): (_root().parent / path).read_text("utf-8")
        for name, path in zip(names, paths, strict=True)
        if len(name.parts) > 1
    }


def _data() -> list[Path]:
    found = (path for path in _root().rglob("*") if path.suffix not in (".py", ".pyc") and path.is_file())
    return sorted(found, key=lambda path: path.relative_to(_root()).as_posix())


def _imports(source: str) -> list[str]:
    """Return the modules that a source imports: each name of `from room import name` may be one."""
    return [
        module
        for found in _IMPORT.finditer(source)
        for module in (found[1], *(f"{found[1]}.{name}" for name in _NAME.findall(found[2])))
    ]
