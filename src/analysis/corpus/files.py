"""The files of a folder: which are read, in which order, and which are refused."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from analysis.corpus.decode import LARGEST
from analysis.corpus.readers import largest
from analysis.corpus.records import Refused, Rejected

SIDECAR, ROSTER = "articles.csv", "actors.csv"
_PAGES = (".html", ".htm", ".xhtml")
# what browsers, by their language, put after the name of a page to call its folder
_PAGE_FOLDERS = ("_files", "-files", ".files", "-Dateien", "_fichiers", "_archivos", "_bestanden")


def shown(path: Path, folder: Path) -> str:
    """Return the path of a file inside `folder` with forward slashes; bytes that are no UTF-8 are shown as U+FFFD."""
    return os.fsencode(path.relative_to(folder).as_posix()).decode("utf-8", "replace")


def list_files(folder: Path) -> tuple[list[Path], list[Rejected]]:
    """Return the regular files under `folder`, sorted, and a row for each entry that is none.

    Hidden ones are passed over, as are the sidecar and the roster at the top, and the folder of pictures and scripts
    that a browser saves beside a page ("Story.html" and "Story_files").
    """
    files: list[Path] = []
    rejected: list[Rejected] = []
    for path, problem in _walk(folder, folder):
        if problem:
            rejected.append(Rejected(shown(path, folder), *problem))
        else:
            files.append(path)
    return sorted(files, key=lambda path: path.relative_to(folder).as_posix()), rejected


def is_file_in(folder: Path, name: str) -> bool:
    """Tell whether `name` is the path of a file inside `folder`, and of none outside it."""
    path = PurePosixPath(name)
    return not path.is_absolute() and ".." not in path.parts and "\0" not in name and os.path.isfile(folder / path)


def _walk(current: Path, top: Path) -> Iterator[tuple[Path, tuple[str, str] | None]]:
    try:
        with os.scandir(current) as entries:
            listed = sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        yield current, ("unreadable", error.strerror or "the folder cannot be listed")
        return
    pages = {Path(entry.name).stem for entry in listed if entry.name.lower().endswith(_PAGES)}
    for entry in listed:
        path = current / entry.name
        if entry.name.startswith(".") or (current == top and entry.name in (SIDECAR, ROSTER)):
            continue
        if any(entry.name.removesuffix(ending) in pages for ending in _PAGE_FOLDERS if entry.name.endswith(ending)):
            continue
        if entry.is_symlink():
            yield path, ("symbolic link", "links are not followed")
        elif entry.is_dir(follow_symlinks=False):
            yield from _walk(path, top)
        elif entry.is_file(follow_symlinks=False):
            yield path, None
        else:
            yield path, ("special file", _kind(path))


def _kind(path: Path) -> str:
    mode = path.lstat().st_mode
    kinds = {"pipe": stat.S_ISFIFO, "socket": stat.S_ISSOCK, "device": stat.S_ISBLK, "character device": stat.S_ISCHR}
    return next((name for name, test in kinds.items() if test(mode)), "neither file nor folder")


def read_bytes(path: Path) -> bytes:
    """Return what a file holds. Raises Refused for one that is too large, empty or unreadable."""
    most = largest(path.name)
    try:
        if not path.is_file():
            raise Refused("special file", _kind(path))
        size = path.stat().st_size
        if size > most:
            raise Refused("too large", f"{size:,} bytes; {_what(path.name)} has at most {most:,}")
        with path.open("rb") as handle:
            data = handle.read(most + 1)
    except OSError as error:
        raise Refused("unreadable", error.strerror or type(error).__name__) from None
    if len(data) > most:
        raise Refused("too large", f"more than {most:,} bytes")
    if not data.strip():
        raise Refused("empty", f"{len(data)} bytes, none of them a word")
    return data


def _what(name: str) -> str:
    return "an article" if largest(name) == LARGEST else "a file of its kind"
