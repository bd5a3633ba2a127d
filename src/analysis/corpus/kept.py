"""Files read once: what was read of a file is kept, and is read again as long as the file holds the same.

The key of a file is a checksum of its name, of what it holds, and of what the sidecar says of it: its dates on the disk
are not asked.
"""

import datetime as dt
import hashlib
import platform
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.metadata import version
from os import PathLike
from pathlib import Path
from typing import Any

from analysis.code import digest_of_code
from analysis.corpus.files import read_bytes
from analysis.corpus.gather import Listed, counted, read_listed
from analysis.corpus.guard import Guard
from analysis.corpus.packed import Entry, entry, pack
from analysis.corpus.records import Draft, Facts, Refused, Rejected
from analysis.store import Memory, Results, Store, digest, segments
from analysis.text.headline import find_headline

_FOLDER = "files"
_LIBRARIES = ("ftfy", "htmldate", "lxml", "nltk", "py3langid", "pypdf", "pyyaml", "rensa", "striprtf", "trafilatura")
_BATCH = 50  # files that are packed at once
_TRIES = 3  # readings until all is kept, where something else deletes it meanwhile


def read_files(files: Sequence[Listed], today: dt.date, folder: str | PathLike[str] | None) -> tuple[Results, Any]:
    """Return what the files hold (see `packed`) and the row of each, those that were not kept read and kept."""
    store = Store(Path(folder, _FOLDER), _version()) if folder is not None else Memory()
    passing = Memory()  # what is not kept
    passing.write(pack([]))
    keys = [_key_on_disk(file) for file in files]
    for _ in range(_TRIES):
        results = store.open() + passing.open()
        places = _places(results, keys, today)
        missing = [number for number, place in enumerate(places.is_null().to_pylist()) if place]
        if not missing:
            return results, places
        for segment in segments(_read(files, missing, keys, today)):
            for name, table in segment.items():
                (store.made() if name == "kept" else passing).write(table)
        store.tidy()
    raise OSError(f"results vanish from the store {folder} while they are made")


@cache
def _version() -> str:
    libraries = (f"{name} {version(name)}" for name in _LIBRARIES)
    return digest(digest_of_code(("corpus.*",)), platform.python_version(), *libraries)


def _key(file: Listed, data: bytes) -> str:
    """Return the key of a file that holds `data`."""
    sha = hashlib.sha256(f"{len(file.name)} {file.name} {file.facts!r} ".encode("utf-8", "surrogatepass"))
    sha.update(data)
    return sha.hexdigest()[:32]


def _key_on_disk(file: Listed) -> str:
    try:
        return _key(file, read_bytes(file.path))
    except Refused:
        return _key(file, b"")


def _of_day(key: str, today: dt.date) -> str:
    return f"{key} {today}"


def _places(results: Results, keys: Sequence[str], today: dt.date) -> Any:
    """Return the row of each key, null where there is none; what does not last is kept for its day."""
    import pyarrow.compute as pc

    found = results.places([*keys, *(_of_day(key, today) for key in keys)])
    return pc.coalesce(found[: len(keys)], found[len(keys) :])


def _read(files: Sequence[Listed], missing: Sequence[int], keys: list[str], today: dt.date) -> Iterator[dict[str, Any]]:
    """Yield what the missing files hold, packed: that which is kept, and that which is not; `keys` are set anew."""
    waiting: dict[str, list[tuple[str, Entry]]] = defaultdict(list)

    def packed() -> dict[str, Any]:
        tables = {name: pack(entries) for name, entries in waiting.items()}
        waiting.clear()
        return tables

    with Guard() as guard:
        for number, file in zip(missing, counted([files[number] for number in missing]), strict=True):
            keys[number], made, is_whole = _entry(file, guard, today)
            key = keys[number] if made.lasts else _of_day(keys[number], today)
            waiting["kept" if is_whole else "passing"].append((key, made))
            if sum(map(len, waiting.values())) >= _BATCH:
                yield packed()
    yield packed()


def _entry(file: Listed, guard: Guard, today: dt.date) -> tuple[str, Entry, bool]:
    """Return the key of a file as it is now, what it holds, and whether it was read to its end."""
    try:
        data = read_bytes(file.path)
    except Refused as error:
        return _key(file, b""), entry([Rejected(file.name, error.reason, error.detail)], today), False
    failed = guard.failed
    made = entry(map(_with_text, read_listed(file, data, guard)), today)
    return _key(file, data), made, guard.failed == failed


def _with_text(found: Draft | Rejected) -> Draft | Rejected:
    """Return what was found; of an article, its file and the headline in its text count where nothing else tells."""
    if isinstance(found, Draft):
        found.facts.append(Facts("text", {"file": found.name, "title": find_headline(found.text)}))
    return found
