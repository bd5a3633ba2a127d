"""Words: what the lexicons know of a capitalised word or a sequence of them."""

import unicodedata
from functools import cache, lru_cache

from analysis import lexicons

_EMPTY: frozenset[str] = frozenset()


@lru_cache(maxsize=200_000)
def fold(text: str) -> str:
    """Return `text` in lower case, without accents, with single blanks."""
    if text.isascii():
        return " ".join(text.lower().split())
    flat = unicodedata.normalize("NFKD", text.replace("ø", "o").replace("Ø", "O").replace("ł", "l").replace("Ł", "L"))
    return " ".join("".join(c for c in flat if not unicodedata.combining(c)).lower().split())


@cache
def _traits() -> dict[str, frozenset[str]]:
    table: dict[str, set[str]] = {}

    def note(word: str, *traits: str) -> None:
        table.setdefault(fold(word), set()).update(trait for trait in traits if trait)

    for row in lexicons.read("given_names"):
        note(row["name"], "given", "ambiguous" if row["ordinary"] else "")
    for row in lexicons.read("titles"):
        if " " not in row["word"]:
            note(row["word"], row["kind"], row["gender"])
    for name, prefix in (("organization_words", "org_"), ("place_words", "place_")):
        for row in lexicons.read(name):
            note(row["word"], *(prefix + end for end in _ends(row["where"])))
    for row in lexicons.read("not_names"):
        for word in lexicons.words(row["word"]):
            note(word, row["kind"])
    for lexicon, trait in (("surnames", "surname"), ("ordinary_words", "ordinary"), ("other_words", "other_last")):
        for word in lexicons.column(lexicon, "name" if trait == "surname" else "word"):
            note(word, trait)
    return {word: frozenset(found) for word, found in table.items()}


def _ends(where: str) -> tuple[str, ...]:
    return ("first", "last") if where == "any" else (where,)


def traits(word: str) -> frozenset[str]:
    """Return what the lexicons say of one `word`.

    given, ambiguous (a given name that is an English word), surname, ordinary, function, time, furniture, honorific,
    rank, role, family, modifier, m, f, org_first, org_last, org_suffix, place_first, place_last, other_last.
    """
    return _traits().get(fold(word), _EMPTY)


@cache
def phrases() -> dict[str, str]:
    """Return every name the lexicons know, folded (acronyms as they are), with what it is.

    country, demonym, city, place, organization, following or thing; the first listed wins.
    """
    table: dict[str, str] = {}

    def note(name: str, kind: str) -> None:
        table.setdefault(key(name), kind)

    for row in lexicons.read("countries"):
        for name in (row["name"], *lexicons.words(row["aliases"])):
            note(name, "country")
        for name in lexicons.words(row["demonyms"]):
            note(name, "demonym")
        for name in lexicons.words(row["seats"]):
            note(name, "seat")
    for row in lexicons.read("other_names"):
        for name in lexicons.words(row["name"]):
            note(name, row["kind"])
    for row in lexicons.read("organizations"):
        for name in (row["name"], *lexicons.words(row["aliases"])):
            note(name, "organization")
    for row in lexicons.read("places"):
        for name in lexicons.words(row["name"]):
            note(name, "place")
    for row in lexicons.read("countries"):
        for name in lexicons.words(row["capitals"]):
            note(name, "city")
    for row in lexicons.read("cities"):
        note(row["name"], "city")
    return table


def key(name: str) -> str:
    """Return the form under which `name` is looked up: folded, but a short acronym as it is ("US" is not "us")."""
    return name if len(name) <= 5 and name.isupper() else fold(name)


@cache
def longest() -> dict[str, int]:
    """Return, for the first word of each known name of several words, how many words the longest has."""
    table: dict[str, int] = {}
    for phrase in phrases():
        words = phrase.replace("-", " ").split()
        if len(words) > 1:
            first = phrase.split()[0]
            table[first] = max(table.get(first, 0), len(words))
    return table
