"""Names of fields, as front matter, pages and exports give them, to the columns of the table of articles."""

import re
from functools import cache

from analysis import lexicons

_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_JOINT = re.compile(r"[\s\-./]+")


@cache
def _fields() -> dict[str, tuple[str, int]]:
    return {
        name: (row["field"], rank)
        for row in lexicons.read("corpus_fields")
        for rank, name in enumerate(lexicons.words(row["names"]))
    }


def ranked_field(name: str) -> tuple[str, int] | None:
    """Return the column that `name` means ("Publication Date", "publishedAt", "og:title") and its rank, or None.

    Of several names of one column in a record the one of the lowest rank counts.
    """
    short = name.strip()[:60]
    spellings = (_JOINT.sub("_", short).lower(), _JOINT.sub("_", _HUMP.sub("_", short)).lower())
    return next((_fields()[key] for key in spellings if key in _fields()), None)


def field_of(name: str) -> str | None:
    """Return the column that `name` means, or None."""
    found = ranked_field(name)
    return found[0] if found else None


@cache
def names_of(field: str) -> tuple[str, ...]:
    """Return the names of a column, the usual one first."""
    return tuple(name for name, (column, _) in _fields().items() if column == field)


@cache
def fields_of_export(form: str) -> dict[str, str]:
    """Return the column that each label of a database's exports (`form`: factiva, nexis) means; "" for one of none."""
    rows = [row for row in lexicons.read("export_labels") if row["form"] == form]
    return {name: row["field"] for row in rows for name in lexicons.words(row["names"])}
