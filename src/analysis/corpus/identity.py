"""The id of an article: a slug of its file's path, unique in the corpus."""

import hashlib
from collections import defaultdict
from pathlib import PurePosixPath
from posixpath import splitext

from analysis.corpus.records import RECORD
from analysis.text.characters import slug, unaccented

_LONGEST = 80


def article_slug(text: str) -> str:
    """Return the slug of `text`, at most 80 letters; what is lost or too long leaves eight digits of a hash of it."""
    out = slug(text)
    lossy = not text.isascii() and any(letter.isalnum() and not letter.isascii() for letter in unaccented(text))
    if lossy or len(out) > _LONGEST or not out:
        out = f"{out[:_LONGEST].strip('-')}-{_mark(text)}".strip("-")
    return out


def article_ids(files: list[str]) -> dict[str, str]:
    """Return the id of each file.

    The id is the slug of the path, folders included, without the suffix, so that it stays when files are added. Where
    two come to the same slug, the one nearest to it (a text file, in fewest folders, already spelled so) keeps it and
    the others get a mark of their path.
    """
    groups: dict[str, list[str]] = defaultdict(list)
    for file in files:
        groups[article_slug(_without_suffix(file))].append(file)
    ids = {}
    for name, members in groups.items():
        first, *others = sorted(members, key=lambda file: _distance(file, name)) if len(members) > 1 else members
        ids[first] = name
        ids.update({file: f"{name}-{_mark(file)}" for file in others})
    return ids


def _without_suffix(file: str) -> str:
    """Return a path without its suffix; of a record in a file ("export.csv:3") the number stays."""
    record = RECORD.fullmatch(file)
    path, _ = splitext(record[1] if record else file)
    return f"{path}-{record[2]}" if record else path


def _distance(file: str, name: str) -> tuple[bool, int, bool, str]:
    path = PurePosixPath(file)
    return path.suffix != ".txt", len(path.parts), path.stem != name, file


def _mark(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]
