"""Which actors are the press: they tell the story, and opinions by them or of them are seldom part of it."""

import re

import pandas as pd

from analysis import lexicons
from analysis.charts.words import clean

_MARKS = ("'s", "’s", ":")
_OWNED = (
    r"(?:['’]s|:)\s(?:[a-z-]+,?\s){0,5}"  # between an outlet and its reporter: "the Herald's correspondent Ann Lee"
)


def press(actors: pd.DataFrame, articles: pd.DataFrame) -> frozenset[str]:
    """Return the ids of the actors that are news outlets, agencies, authors of `articles` or reporters.

    Outlets are those that the articles name as theirs and those of the lexicon; reporters are the people whose name
    follows an outlet's: "the Herald's Ann Lee".
    """
    own = {_plain(name) for name in articles["outlet"].dropna().unique()}
    branches = tuple(f"{outlet} " for outlet in own)
    outlets = own | {_plain(name) for name in lexicons.column("press", "name")}
    authors = " ; ".join(map(_plain, articles["author"].dropna().unique()))
    people = actors[actors["kind"] == "person"]
    reporters = _reporters({clean(name) for name in people["name"]}, articles["text"], outlets)
    found = {actor for actor, name in zip(people["actor"], people["name"], strict=True) if clean(name) in reporters}
    for actor, name, kind in zip(actors["actor"], map(_plain, actors["name"]), actors["kind"], strict=True):
        outlet = name in outlets or name.startswith(branches)
        author = kind == "person" and name in authors and re.search(rf"\b{re.escape(name)}\b", authors)
        if author or (outlet and kind not in ("person", "place")):
            found.add(actor)
    return frozenset(found)


def _plain(name: str) -> str:
    return clean(name).casefold().removeprefix("the ")


def _reporters(names: set[str], texts: pd.Series, outlets: set[str]) -> set[str]:
    owned = re.compile(rf"(?i:\b{lexicons.any_of(outlets)}){_OWNED}((?:[^\W\d_][\w’'-]+\s?){{2,3}})")
    ends = tuple(outlet.split()[-1] + mark for outlet in outlets if outlet for mark in _MARKS)
    owning = (text for text in texts if any(_ends(word, ends) for word in text.split()))
    said = [match[1].split() for text in owning for match in owned.finditer(text)]
    return {" ".join(words[:size]) for words in said for size in (2, 3)} & names


def _ends(word: str, ends: tuple[str, ...]) -> bool:
    return word.endswith(_MARKS) and word.casefold().endswith(ends)
