"""Parties: what a noun can be in an event, and whether the nouns beside a verb can be the sides of what it tells."""

from collections import defaultdict
from functools import cache
from typing import NamedTuple

from analysis import lexicons
from analysis.events.clauses import Clauses, Name
from analysis.events.words import Frame, event_types
from analysis.text.inflection import plural

NAME = frozenset({"name"})
ACTING = frozenset({"name", "people", "body", "force"})
_NONE: frozenset[str] = frozenset()
_UNNAMED = frozenset({"state", "speaker"})  # what a name is not known to be
_THING = frozenset({"thing"})


class Nouns(NamedTuple):
    """The heads of who acts and of who or what is acted on, None where they are not seen.

    `shared`: the object comes after another verb ("visited and praised the town").
    """

    doer: int | None
    object: int | None
    shared: bool = False


def fits(clauses: Clauses, nouns: Nouns, frame: Frame, passive: bool) -> bool:
    """Tell whether the nouns beside a verb can be the sides of what its frame tells."""
    kind = event_types().get(frame.kind or "")
    acting = frame.subject - {"doer"} or (_speaking(kind.mode) if kind else _NONE)
    if nouns.doer is None:
        if "doer" in frame.subject:
            return False
    elif acting and not party(clauses, nouns.doer) & _wanted(acting):
        return False
    if not frame.object:
        return True
    if "nothing" in frame.object:
        return nouns.object is None
    if nouns.object is None:
        return passive or bool(frame.target) or nouns.shared
    return bool(party(clauses, nouns.object) & (frame.object | NAME))


def _wanted(classes: frozenset[str]) -> frozenset[str]:
    return classes if classes & _UNNAMED else classes | NAME


def _speaking(mode: str) -> frozenset[str]:
    return ACTING | {"paper", "place"} if mode == "verbal" else ACTING | {"place"}


def party(clauses: Clauses, i: int) -> frozenset[str]:
    """Return what the noun at token `i` can be: a name, people, a body, a force, a place, a paper, or a thing."""
    if i in clauses.named:
        return _of_name(clauses, i)
    word = clauses.low[i]
    found = _classes().get(word)
    if found:
        return found
    if word[0].isdigit():
        return frozenset({"people"})  # "killed 12"
    return NAME if i and clauses.tokens[i].text[0].isupper() else _THING


def _of_name(clauses: Clauses, i: int) -> frozenset[str]:
    name = name_at(clauses, i)
    first = max(0, name.first - 1)
    if "storm" in _classes().get(clauses.low[first], ()):
        return _THING  # "tropical storm Alex"
    office = any("office" in _classes().get(word, ()) for word in clauses.low[first : name.last + 1])
    state = " ".join(clauses.low[name.first : name.last + 1]) in _states()
    return NAME | {"office"} if office else NAME | {"state"} if state else NAME


def name_at(clauses: Clauses, i: int) -> Name:
    """Return the name that holds token `i`."""
    return next(name for name in clauses.names if name.first <= i <= name.last)


@cache
def _classes() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for row in lexicons.read("event_parties"):
        for word in lexicons.words(row["words"]):
            found[word].add(row["class"])
            found[plural(word)].add(row["class"])
    for word in titles():
        found[word].add("people")
    for word in lexicons.column("function_words", "words", ("class", "time")):
        found[word] = {"time"}
    return {word: frozenset(kinds) for word, kinds in found.items()}


@cache
def _states() -> frozenset[str]:
    return frozenset(
        name.lower() for row in lexicons.read("countries") for name in (row["name"], *lexicons.words(row["aliases"]))
    )


@cache
def titles() -> frozenset[str]:
    """Return the words for a role that stand before a name, and their plurals."""
    single = lexicons.column("titles", "word", ("kind", "role"))
    return single | {plural(word) for word in single}


def is_time(clauses: Clauses, i: int) -> bool:
    """Tell whether the word at token `i` is a span or a day of the calendar."""
    return "time" in _classes().get(clauses.low[i], _NONE)
