"""Writing: an article as a text file with front matter, whole or not at all."""

import contextlib
import datetime as dt
import os
import secrets
import time
from pathlib import Path

from analysis.corpus.dates import date_in_name
from analysis.corpus.identity import article_slug
from analysis.corpus.records import Draft
from analysis.corpus.settle import chosen_date, said
from analysis.text.characters import slug
from analysis.text.headline import find_headline

_TEMPORARY = ".analysis-add-"
_OLD = 3600.0  # seconds after which an unfinished file is one of a run that was ended
_LONGEST_TITLE = 60
_LONGEST_OUTLET = 30


def as_text(draft: Draft, *, original: str, read_as: str, retrieved: dt.datetime, today: dt.date) -> str:
    """Return the text file that an article becomes: what is known of it as front matter, and its words as read."""
    import yaml

    published, basis, written, _ = chosen_date(draft, "published", today)
    updated, _, changed, _ = chosen_date(draft, "updated", today)
    front = {
        "title": said(draft, "title"),
        "outlet": said(draft, "outlet"),
        "author": said(draft, "author"),
        "url": said(draft, "url"),
        "language": said(draft, "language"),
        "published": written if published else None,
        "published_basis": basis if published and basis != "metadata" else None,
        "updated": changed if updated else None,
        "retrieved": said(draft, "retrieved") or retrieved.isoformat(timespec="seconds"),
        "read_as": read_as,
        "original": original,
    }
    kept = {name: str(value) for name, value in front.items() if value}
    block = yaml.safe_dump(kept, allow_unicode=True, sort_keys=False, width=10**6)
    return f"---\n{block}---\n{draft.page.strip()}\n"


def file_name(draft: Draft, today: dt.date) -> str:
    """Return a readable name without suffix: date, outlet and headline."""
    published, *_ = chosen_date(draft, "published", today)
    day = (
        "" if not published else f"{published.day:%Y-%m-%d}"[: {"day": 10, "month": 7, "year": 4}[published.precision]]
    )
    title = _short(
        said(draft, "title") or find_headline(draft.text) or " ".join(draft.text.split()[:10]), _LONGEST_TITLE
    )
    outlet = _short(said(draft, "outlet") or "", _LONGEST_OUTLET)
    name = "-".join(part for part in (day, outlet, title) if part)
    if not day and date_in_name(name):  # a headline with a number that would be taken for the day of publication
        return article_slug(f"article {draft.text}")
    return name


def write_new(folder: Path, name: str, text: str) -> Path:
    """Write `text` to a new file in `folder` called `name`, with a number where that is taken; return its path.

    The file appears whole or not at all. Raises OSError.
    """
    folder.mkdir(parents=True, exist_ok=True)
    temporary = folder / f"{_TEMPORARY}{secrets.token_hex(8)}"
    try:
        with temporary.open("xb") as handle:
            handle.write(text.encode("utf-8"))
            handle.flush()
            os.fsync(handle.fileno())
        return _named(temporary, folder, name)
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)


def free_name(folder: Path, name: str, taken: set[str]) -> str:
    """Return the file name that `write_new` would give, where nothing is written."""
    number = 1
    while (found := _numbered(name, number)) in taken or (folder / found).exists():
        number += 1
    return found


def sweep(folder: Path) -> None:
    """Remove what runs that were ended left unfinished in `folder`."""
    for path in folder.glob(f"{_TEMPORARY}*") if folder.is_dir() else ():
        with contextlib.suppress(OSError):
            if time.time() - path.stat().st_mtime > _OLD:
                path.unlink()


def _named(temporary: Path, folder: Path, name: str) -> Path:
    """Give a finished file the first free name; a link, unlike a renaming, never replaces another file."""
    number = 1
    while True:
        path = folder / _numbered(name, number)
        try:
            os.link(temporary, path)
        except FileExistsError:
            number += 1
        except OSError:  # a file system without links
            if not path.exists():
                os.rename(temporary, path)
                return path
            number += 1
        else:
            return path


def _numbered(name: str, number: int) -> str:
    return f"{name}.txt" if number == 1 else f"{name}-{number}.txt"


def _short(text: str, longest: int) -> str:
    """Return the slug of `text`, cut between words; what has no letters of the Latin alphabet gets a mark."""
    found = article_slug(text) if text.strip() else ""
    if len(found) <= longest:
        return found
    return slug(text)[:longest].rpartition("-")[0] or found[:longest]
