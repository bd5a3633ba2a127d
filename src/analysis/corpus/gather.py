"""Files to drafts: those of a folder, each read under guard, with what the sidecar says of them."""

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from analysis.corpus.files import SIDECAR, is_file_in, list_files, read_bytes, shown
from analysis.corpus.guard import Guard
from analysis.corpus.records import RECORD, Draft, Facts, Found, Refused, Rejected, Source
from analysis.corpus.sidecar import read_sidecar

_MANY = 20  # files from which progress is shown on a terminal


def gather(path: Path) -> tuple[dict[str, Draft], list[Rejected]]:
    """Return the drafts of a folder or a file by name, and a row for all that cannot be read."""
    found: dict[str, Draft] = {}
    rejected: list[Rejected] = []
    with Guard() as guard:
        for _, one in stream(path, guard):
            if isinstance(one, Draft):
                found[one.name] = one
            else:
                rejected.append(one)
    return found, rejected


def stream(
    path: Path, guard: Guard, columns: Mapping[str, str] | None = None, *, is_shown: bool = True
) -> Iterator[tuple[Path, Draft | Rejected]]:
    """Yield the drafts of a folder or a file one by one, and a row for all that cannot be read, each with its file.

    `columns` names the column of a field for tables whose names do not tell it; `is_shown` tells whether progress is
    shown on a terminal.
    """
    folder = path if path.is_dir() else path.parent
    files, rejected = list_files(path) if path.is_dir() else ([path], [])
    if not files and not rejected:
        rejected = [Rejected(".", "no articles", "the folder holds no file to read")]
    sidecar, problems = _sidecar(folder)
    for row in rejected + problems:
        yield folder / row.file, row
    for file in _counted(files) if is_shown else files:
        for one in _read(file, folder, columns or {}, guard):
            if isinstance(one, Draft) and one.name in sidecar:
                one.facts.insert(int(one.is_own), sidecar[one.name])
            yield file, one


def beside(folder: Path, name: str) -> Path | None:
    """Return the file of this name in a folder or next to it, or None; one in a locked folder is not there."""
    return next((path for path in (folder / name, folder.parent / name) if os.path.isfile(path)), None)


def _sidecar(folder: Path) -> tuple[dict[str, Facts], list[Rejected]]:
    path = beside(folder, SIDECAR)
    if not path:
        return {}, []
    try:
        return read_sidecar(read_bytes(path), lambda name: _is_there(folder, name))
    except Refused as error:
        return {}, [Rejected(SIDECAR, error.reason, error.detail)]


def _is_there(folder: Path, name: str) -> bool:
    """Tell whether a name is that of a file, or of an article in a file of many."""
    record = RECORD.fullmatch(name)
    outer = name[: name.lower().find(".zip/") + 4] if ".zip/" in name.lower() else record[1] if record else name
    return is_file_in(folder, name) or is_file_in(folder, outer)


def _read(path: Path, folder: Path, columns: Mapping[str, str], guard: Guard) -> Found:
    file = shown(path, folder)
    try:
        yield from guard.read(Source(file, read_bytes(path), columns))
    except Refused as error:
        yield Rejected(file, error.reason, error.detail)


def _counted(files: list[Path]) -> Iterable[Path]:
    if len(files) < _MANY:
        return files
    from tqdm import tqdm

    counted: Iterable[Path] = tqdm(files, desc="files", unit="file", disable=None, leave=False)
    return counted
