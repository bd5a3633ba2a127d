"""Organizations: those of the lexicon under their main names, with the state whose organ one is."""

from functools import cache

from analysis import lexicons
from analysis.actors.words import key


@cache
def _table() -> dict[str, tuple[str, str]]:
    table: dict[str, tuple[str, str]] = {}
    for row in lexicons.read("organizations"):
        for name in (row["name"], *lexicons.words(row["aliases"])):
            table.setdefault(key(name), (row["name"], row["country"]))
    return table


def known_as(name: str) -> tuple[str, str]:
    """Return the main name of the organization that `name` is, and its country's code; `name` and "" if unknown."""
    return _table().get(key(name), (name, ""))
