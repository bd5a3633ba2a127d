"""The words the package knows, as CSV files, and the one reader of them.

A lexicon is a UTF-8 CSV file in this folder. Lines that begin with ``#`` are comments: the first ones say what the
file holds, where the words come from and under which terms. Then one header line, then one entry a line.
A cell that holds several words separates them by ``|``.
"""

import csv
import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files


@cache
def read(name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of lexicon `name` (without ``.csv``), each a dict of its columns, cells stripped.

    Raises ValueError when there is no such lexicon or a line has more or fewer cells than the header.
    """
    path = files(__name__).joinpath(f"{name}.csv")
    if not path.is_file():
        known = ", ".join(names())
        raise ValueError(f"lexicon must be one of {known}, got {name!r}")
    lines = [line for line in path.read_text("utf-8").splitlines() if line.strip() and not line.startswith("#")]
    header, *rows = csv.reader(lines)
    for row in rows:
        if len(row) != len(header):
            raise ValueError(f"lexicon {name}: {row!r} has {len(row)} cells, the header {header!r} has {len(header)}")
    return tuple({key: cell.strip() for key, cell in zip(header, row, strict=True)} for row in rows)


def names() -> list[str]:
    """Return the names of all lexicons, sorted."""
    return sorted(path.name.removesuffix(".csv") for path in files(__name__).iterdir() if path.name.endswith(".csv"))


def words(cell: str) -> list[str]:
    """Return the words of a cell that holds several, separated by ``|``."""
    return [word.strip() for word in cell.split("|") if word.strip()]


@cache
def column(name: str, key: str, where: tuple[str, str] | None = None) -> frozenset[str]:
    """Return the set of all words in column `key` of lexicon `name`.

    `where` is a column and a cell: then only the rows that hold that cell count. Raises ValueError where none does.
    """
    rows = [row for row in read(name) if where is None or row[where[0]] == where[1]]
    if where and not rows:
        known = ", ".join(sorted({row[where[0]] for row in read(name)}))
        raise ValueError(f"{where[0]} of lexicon {name} must be one of {known}, got {where[1]!r}")
    return frozenset(word for row in rows for word in words(row[key]))


def any_of(listed: Iterable[str]) -> str:
    """Return a regular expression, in brackets, that matches any of the words `listed`, the longest first."""
    return "(?:" + "|".join(re.escape(word) for word in sorted(listed, key=lambda word: (-len(word), word))) + ")"
