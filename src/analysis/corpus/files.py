"""The files of a folder: which are read, in which order, and which are refused."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from analysis.corpus.decode import LARGEST
from analysis.corpus.readers import largest
from analysis.corpus.records import Refused, Rejected

SIDECAR, ROSTER = "articles.csv", "actors.csv"
_PAGES = (".html", ".htm", ".xhtml")
# what browsers, by their language, put after the name of a page to call its folder
_PAGE_FOLDERS = ("_files", "-files", ".files", "-Dateien", "_fichiers", "_archivos", "_bestanden")


class File(NamedTuple):
    """A file of a folder: its path in the folder, as it is shown, and where it is."""

    name: str
    path: str


def shown(name: str) -> str:
    """Return a path with forward slashes as it is shown: bytes that are no UTF-8 as U+FFFD."""
    return name if name.isascii() else os.fsencode(name).decode("utf-8", "replace")


def list_files(folder: Path) -> tuple[list[File], list[Rejected]]:
    """Return the regular files under `folder`, sorted, and a row for each entry that is none.

    Hidden ones are passed over, as are the sidecar and the roster at the top, and the folder of pictures and scripts
    that a browser saves beside a page ("Story.html" and "Story_files").
    """
    files: list[tuple[str, str]] = []
    rejected: list[Rejected] = []
    for name, path, problem in _walk(str(folder), ""):
        if problem:
            rejected.append(Rejected(shown(name) or ".", *problem))
        else:
            files.append((name, path))
    return [File(shown(name), path) for name, path in sorted(files)], rejected


def is_file_in(folder: Path, name: str) -> bool:
    """Tell whether `name` is the path of a file inside `folder`, and of none outside it."""
    path = PurePosixPath(name)
    return not path.is_absolute() and ".." not in path.parts and "\0" not in name and os.path.isfile(folder / path)


def _walk(current: str, inside: str) -> Iterator[tuple[str, str, tuple[str, str] | None]]:
    """Yield the path in the folder of each entry, where it is, and what is wrong with it, or None."""
    try:
        with os.scandir(current) as entries:
            listed = sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        yield inside, current, ("unreadable", error.strerror or "the folder cannot be listed")
        return
    pages = {os.path.splitext(entry.name)[0] for entry in listed if entry.name.lower().endswith(_PAGES)}
    for entry in listed:
        if entry.name.startswith(".") or (not inside and entry.name in (SIDECAR, ROSTER)):
            continue
        if entry.name.endswith(_PAGE_FOLDERS) and any(entry.name.removesuffix(end) in pages for end in _PAGE_FOLDERS):
            continue
        name = f"{inside}/{entry.name}" if inside else entry.name
        if entry.is_symlink():
            yield name, entry.path, ("symbolic link", "links are not followed")
        elif entry.is_dir(follow_symlinks=False):
            yield from _walk(entry.path, name)
        elif entry.is_file(follow_symlinks=False):
            yield name, entry.path, None
        else:
            yield name, entry.path, ("special file", _kind(os.lstat(entry.path).st_mode))


def _kind(mode: int) -> str:
    kinds = {"pipe": stat.S_ISFIFO, "socket": stat.S_ISSOCK, "device": stat.S_ISBLK, "character device": stat.S_ISCHR}
    return next((name for name, test in kinds.items() if test(mode)), "neither file nor folder")


def read_bytes(path: str | os.PathLike[str]) -> bytes:
    """Return what a file holds. Raises Refused for one that is too large, empty or unreadable."""
    try:
        found = os.stat(path)
        if not stat.S_ISREG(found.st_mode):
            raise Refused("special file", _kind(found.st_mode))
        most = LARGEST if found.st_size <= LARGEST else largest(str(path))
        if found.st_size > most:
            raise Refused("too large", f"{found.st_size:,} bytes; {_what(str(path))} has at most {most:,}")
        with open(path, "rb", buffering=0) as handle:  # in one go: three times as fast as by way of a buffer
            data = handle.read(found.st_size + 1)
            while len(data) <= most and (more := handle.read(most)):
                data += more
    except OSError as error:
        raise Refused("unreadable", error.strerror or type(error).__name__) from None
    if len(data) > most:
        raise Refused("too large", f"more than {most:,} bytes")
    if not data or data.isspace():
        raise Refused("empty", f"{len(data)} bytes, none of them a word")
    return data


def _what(name: str) -> str:
    return "an article" if largest(name) == LARGEST else "a file of its kind"
