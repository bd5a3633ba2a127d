"""Words: what the lexicons know of a capitalised word or a sequence of them."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from analysis import lexicons
from analysis.text.characters import unaccented

_BRITISH = re.compile(r"is(?=e$|ed$|es$|ing$|ation)|our(?=$|s$|ed$|ing$|able$|ful$)")
_EMPTY: frozenset[str] = frozenset()
_ORDINARY = frozenset(("ordinary",))
_PLAIN = frozenset(("ordinary", "function", "time"))


@lru_cache(maxsize=200_000)
def fold(text: str) -> str:
    """Return `text` in lower case, without accents, with single blanks."""
    return " ".join(unaccented(text).lower().split())


@cache
def _traits() -> dict[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    for word, found in _noted():
        table.setdefault(fold(word), set()).update(trait for trait in found if trait)
    return {word: frozenset(found) for word, found in table.items()}


def _noted() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each word of the lexicons with what the lexicon says of it."""
    ordinary = lexicons.column("ordinary_words", "word")
    for row in lexicons.read("given_names"):
        yield row["name"], ("given", "ambiguous" if row["name"].lower() in ordinary else "", row["gender"])
    for row in lexicons.read("titles"):
        if " " not in row["word"]:
            yield row["word"], (row["kind"], row["gender"])
    for name, prefix in (("organization_words", "org_"), ("place_words", "place_"), ("other_words", "other_")):
        for row in lexicons.read(name):
            ends = ("first", "last") if row["where"] == "any" else (row["where"],)
            yield row["word"], tuple(prefix + end for end in ends)
    for row in lexicons.read("not_names"):
        yield from ((word, (row["kind"],)) for word in lexicons.words(row["word"]))
    for row in lexicons.read("function_words"):
        if row["class"] != "time":
            yield from ((word, ("function",)) for word in lexicons.words(row["words"]))
    for row in lexicons.read("surnames"):
        telling = row["alone"] or row["name"].lower() not in ordinary
        yield row["name"], ("byname", "surname" if telling else "")
    yield from ((word, ("ordinary",)) for word in ordinary)


@lru_cache(maxsize=200_000)
def traits(word: str) -> frozenset[str]:
    """Return what the lexicons say of one `word`.

    given, ambiguous (a given name that is an English word), surname, byname (a surname, be it a word too), ordinary,
    function, time, furniture, honorific, rank, role, family, modifier, m, f, org_first, org_last, org_suffix,
    place_first, place_last, other_first, other_last. A regular form of an ordinary word and a compound of ordinary
    words ("One-year", "Jan-May") are ordinary too.
    """
    folded = fold(word)
    found = _traits().get(folded, _EMPTY)
    if found or len(folded) < 4:
        return found
    for ending in ("ly", "ally", "s", "ed", "ing", "er", "ers", "r", "rs", "ist", "ists", "ness"):
        if folded.endswith(ending) and "ordinary" in _traits().get(folded.removesuffix(ending), _EMPTY):
            return _ORDINARY
    if folded[-1].isdigit() and folded.isalnum():  # "Sep7"
        return _traits().get(folded.rstrip("0123456789"), _EMPTY) & {"time"}
    if folded.endswith("'s"):
        return _traits().get(folded[:-2], _EMPTY)
    if british := _BRITISH.search(folded):
        return _traits().get(_american(folded, british), _EMPTY) & _ORDINARY
    parts = folded.split("-")
    if len(parts) > 1 and all(
        _traits().get(part, _EMPTY) & _PLAIN or len(part) < 2 or part.isdigit() for part in parts
    ):
        return _ORDINARY
    return _EMPTY


def _american(word: str, match: re.Match[str]) -> str:
    return word[: match.start()] + match.group().replace("is", "iz").replace("our", "or") + word[match.end() :]


@cache
def phrases() -> dict[str, str]:
    """Return every name the lexicons know, in the form of `key`, with what it is.

    country, demonym, seat, city, place, organization, following or thing; the first listed wins.
    """
    table: dict[str, str] = {}
    for name, kind in _known_names():
        table.setdefault(key(name), kind)
        table.setdefault(key(name.replace(" the ", " ")), kind)  # a run of words keeps only "of" of "of the"
    return table


def _known_names() -> Iterator[tuple[str, str]]:
    countries = lexicons.read("countries")
    for row in countries:
        for cell, kind in ((row["name"] + "|" + row["aliases"], "country"), (row["demonyms"], "demonym")):
            yield from ((name, kind) for name in lexicons.words(cell))
        yield from ((name, "seat") for name in lexicons.words(row["seats"]))
    for row in lexicons.read("other_names"):
        yield from ((name, row["kind"]) for name in lexicons.words(row["name"]))
    for row in lexicons.read("organizations"):
        yield from ((name, "organization") for name in lexicons.words(row["name"] + "|" + row["aliases"]))
    yield from ((name, "place") for row in lexicons.read("places") for name in lexicons.words(row["name"]))
    yield from ((name, "city") for row in countries for name in lexicons.words(row["capitals"]))
    yield from ((row["name"], "city") for row in lexicons.read("cities"))


def key(name: str) -> str:
    """Return the form under which `name` is looked up: folded, but a short acronym as it is ("US" is not "us")."""
    return name if len(name) <= 5 and name.isupper() else fold(name)


@cache
def longest() -> dict[str, int]:
    """Return, for the first word of each known name of several words, how many words the longest has."""
    table: dict[str, int] = {}
    for phrase in phrases():
        words = phrase.split()
        if len(words) > 1:
            first = fold(words[0])
            table[first] = max(table.get(first, 0), len(words))
    return table


@cache
def context(group: str) -> frozenset[str]:
    """Return the words of one group of the lexicon of name contexts."""
    return lexicons.column("name_contexts", "words", ("group", group))


def any_of(group: str) -> str:
    """Return a pattern that matches any word of a group of name contexts."""
    return lexicons.any_of(context(group))
