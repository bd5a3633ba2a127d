"""Organizations: those of the lexicon under their main names, with the state whose organ one is."""

from functools import cache, lru_cache

from analysis import lexicons
from analysis.actors.words import context, fold, key, phrases, traits


@cache
def _table() -> dict[str, tuple[str, str]]:
    table: dict[str, tuple[str, str]] = {}
    for row in lexicons.read("organizations"):
        for name in (row["name"], *lexicons.words(row["aliases"])):
            table.setdefault(key(name), (row["name"], row["country"]))
    return table


@lru_cache(maxsize=50_000)
def known_as(name: str) -> tuple[str, str]:
    """Return the main name of the organization that `name` is, and its country's code; `name` and "" if unknown.

    A company is known with "Inc." or "Corp" and without.
    """
    return _table().get(key(name)) or _table().get(key(without_suffix(name)), (name, ""))


def without_suffix(name: str) -> str:
    """Return a company's name without "Inc." or "Corp", which come and go; but "Boston Corp" is not Boston."""
    words = name.split()
    while len(words) > 1 and "org_suffix" in traits(words[-1]):
        words.pop()
    short = " ".join(words).rstrip(",")
    return name if phrases().get(key(short)) in ("country", "city", "place") else short


def ends_firm(word: str) -> bool:
    """Tell whether a word ends names of companies and comes and goes: "Inc.", "Group"."""
    return "org_suffix" in traits(word) or fold(word) in context("firm_end")
