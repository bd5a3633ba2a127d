"""Countries: the state that a name, a nationality, a capital or a seat of government stands for."""

from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from analysis import lexicons
from analysis.actors.words import key

_KEPT = 50_000


class Country(NamedTuple):
    """A country: its ISO code and its name."""

    code: str
    name: str


@cache
def _index() -> dict[str, dict[str, Country]]:
    index: dict[str, dict[str, Country]] = {"name": {}, "demonym": {}, "capital": {}, "seat": {}}
    for row in lexicons.read("countries"):
        country = Country(row["code"], row["name"])
        columns = (("name", row["name"] + "|" + row["aliases"]), ("demonym", row["demonyms"]))
        for group, cell in (*columns, ("capital", row["capitals"]), ("seat", row["seats"])):
            for word in lexicons.words(cell):
                index[group].setdefault(key(word), country)
    return index


@lru_cache(maxsize=_KEPT)
def named(text: str) -> Country | None:
    """Return the country that `text` names ("U.S.", "France"), or None."""
    return _index()["name"].get(key(text))


def of_people(text: str) -> Country | None:
    """Return the country that a word for its people or things belongs to ("French"), or None."""
    return _index()["demonym"].get(key(text))


@lru_cache(maxsize=_KEPT)
def of_capital(text: str) -> Country | None:
    """Return the country whose capital `text` is ("Paris"), or None."""
    return _index()["capital"].get(key(text))


@lru_cache(maxsize=_KEPT)
def of_seat(text: str) -> Country | None:
    """Return the country whose seat of government `text` is ("Kremlin"), or None."""
    return _index()["seat"].get(key(text))


@lru_cache(maxsize=_KEPT)
def of_modifier(text: str) -> Country | None:
    """Return the country that `text` before a role means: "French", "U.S." or "Kremlin"."""
    return of_people(text) or named(text) or of_seat(text)


def halves(names: Iterable[str]) -> dict[str, Country]:
    """Return the countries that "the North" and "the South" are in a text with these names."""
    said = {key(name) for name in names}
    whole = {half: f"{half} Korea" for half in ("North", "South")}
    return {half: country for half, name in whole.items() if key(name) in said and (country := named(name))}


@cache
def _by_code() -> dict[str, Country]:
    return {row["code"]: Country(row["code"], row["name"]) for row in lexicons.read("countries")}


def by_code(code: str) -> Country | None:
    """Return the country with this ISO alpha-3 code, or None."""
    return _by_code().get(code)
