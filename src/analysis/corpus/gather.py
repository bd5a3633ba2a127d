"""Files to drafts: those of a folder, each read under guard, with what the sidecar says of them."""

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from analysis.corpus.files import SIDECAR, File, is_file_in, list_files, read_bytes, shown
from analysis.corpus.guard import Guard
from analysis.corpus.records import RECORD, Draft, Facts, Found, Refused, Rejected, Source
from analysis.corpus.sidecar import read_sidecar

_MANY = 20  # files from which progress is shown on a terminal


class Listed(NamedTuple):
    """A file to read, and what the sidecar says of the articles in it, by their names."""

    name: str
    path: str
    facts: Mapping[str, Facts] = {}


def listed(path: Path) -> tuple[list[Listed], list[Rejected]]:
    """Return the files of a folder, or the file itself, and a row for all that is none or cannot be used."""
    folder = path if path.is_dir() else path.parent
    files, rejected = list_files(path) if path.is_dir() else ([File(shown(path.name), str(path))], [])
    if not files and not rejected:
        rejected = [Rejected(".", "no articles", "the folder holds no file to read")]
    sidecar, problems = _sidecar(folder)
    names = {file.name for file in files}
    facts: dict[str, dict[str, Facts]] = defaultdict(dict)
    for name, said in sidecar.items():
        facts[name if name in names else _outer(name)][name] = said
    return [Listed(*file, facts.get(file.name, {})) for file in files], rejected + problems


def stream(
    path: Path, guard: Guard, columns: Mapping[str, str] | None = None, *, is_shown: bool = True
) -> Iterator[tuple[Path, Draft | Rejected]]:
    """Yield the drafts of a folder or a file one by one, and a row for all that cannot be read, each with its file.

    `columns` names the column of a field for tables whose names do not tell it; `is_shown` tells whether progress is
    shown on a terminal.
    """
    files, rejected = listed(path)
    for row in rejected:
        yield (path if path.is_dir() else path.parent) / row.file, row
    for file in counted(files) if is_shown else files:
        try:
            for one in read_listed(file, read_bytes(file.path), guard, columns):
                yield Path(file.path), one
        except Refused as error:
            yield Path(file.path), Rejected(file.name, error.reason, error.detail)


def read_listed(file: Listed, data: bytes, guard: Guard, columns: Mapping[str, str] | None = None) -> Found:
    """Yield the drafts of a file that holds `data`, and a row for all that cannot be read."""
    for one in guard.read(Source(file.name, data, columns or {})):
        if isinstance(one, Draft) and one.name in file.facts:
            one.facts.insert(int(one.is_own), file.facts[one.name])
        yield one


def counted(files: list[Listed]) -> Iterable[Listed]:
    """Return the files, which a bar on a terminal counts where they are many."""
    if len(files) < _MANY:
        return files
    from tqdm import tqdm

    found: Iterable[Listed] = tqdm(files, desc="files", unit="file", disable=None, leave=False)
    return found


def beside(folder: Path, name: str) -> Path | None:
    """Return the file of this name in a folder or next to it, or None; one in a locked folder is not there."""
    return next((path for path in (folder / name, folder.parent / name) if os.path.isfile(path)), None)


def _sidecar(folder: Path) -> tuple[dict[str, Facts], list[Rejected]]:
    path = beside(folder, SIDECAR)
    if not path:
        return {}, []
    try:
        return read_sidecar(read_bytes(path), lambda name: is_file_in(folder, name) or is_file_in(folder, _outer(name)))
    except Refused as error:
        return {}, [Rejected(SIDECAR, error.reason, error.detail)]


def _outer(name: str) -> str:
    """Return the file of many that an article of this name is in, or the name."""
    record = RECORD.fullmatch(name)
    return name[: name.lower().find(".zip/") + 4] if ".zip/" in name.lower() else record[1] if record else name
