"""Phrases: the heads of the noun phrases that names stand in."""

from collections.abc import Sequence
from itertools import pairwise

from analysis.events.clauses import Clauses, Name
from analysis.events.parties import ACTING, party
from analysis.events.triggers import Trigger

_COUNTED = ACTING | {"amount"}
_PARTICLES = frozenset({"with", "to", "on", "at", "of", "for", "in", "from", "into", "against", "over", "by"})


def led_by(clauses: Clauses, names: list[Name], trigger: Trigger, wanted: Sequence[str]) -> list[Name]:
    """Return the heads among `names` that the first of the prepositions `wanted` to be there leads to."""
    leading = [_leading(clauses, name, trigger.head + 1) for name in names]
    if trigger.group is None:  # "talks with aides of Lee" are no talks of Lee
        leading = [ways[-1:] for ways in leading]
    for preposition in wanted:
        for place, found in enumerate(leading):
            if preposition in found and not _linked(clauses, names[place]):
                return heads(clauses, names[place:])
    return []


def _leading(clauses: Clauses, name: Name, floor: int) -> tuple[str, ...]:
    """Return the prepositions that lead to a name: the one before it, and that of the people who are of it."""
    found = clauses.preposition(name, floor)
    if found == "to" and _infinitive(clauses, name):
        return ()
    if found is None:  # the last word of a phrasal verb may lead straight to the name ("meet with Iran")
        word = clauses.low[name.first - 1] if name.first else ""
        return (word,) if word in _PARTICLES else ()
    ways: tuple[str, ...] = (found,)
    first = name.first
    while ways[-1] == "of":  # "with the leaders of Iran", "to each of the states of Chad"
        first = next(i for i in range(first - 1, floor - 1, -1) if clauses.low[i] == "of") - 1
        outer = clauses.preposition(Name(first, first, ""), floor)
        if outer is None or not party(clauses, first) & _COUNTED:
            break
        ways = (*ways, outer)
    return ways


def _infinitive(clauses: Clauses, name: Name) -> bool:
    """Tell whether the "to" before a name leads to a verb whose object it is ("to disarm the North")."""
    verb = next(i for i in range(name.first - 1, -1, -1) if clauses.low[i] == "to") + 1
    return verb < name.first - 1 and not clauses.kinds[verb] and "determiner" in clauses.kinds[verb + 1]


def _linked(clauses: Clauses, name: Name) -> bool:
    """Tell whether what leads to the name is no preposition of the verb ("in addition to", "according to")."""
    place = next((i for i in range(name.first - 1, 0, -1) if "preposition" in clauses.kinds[i]), 0)
    return bool(place) and "linking" in party(clauses, place - 1)


def heads(clauses: Clauses, names: list[Name]) -> list[Name]:
    """Return the head of the first noun phrase among `names`, and the heads joined to it ("A and B", "A, B and C").

    A name after a comma alone says more of the one before it, unless the list goes on to an "and".
    """
    found: list[Name] = []
    listed = 0  # heads before the first of a list that has not yet come to its "and"
    held = {i for name, holder in pairwise(names) if name.last + 1 == holder.first for i in _office(clauses, name)}
    for name in names:
        if name.first in held:
            continue
        between = [i for i in range(found[-1].last + 1, name.first) if i not in held] if found else []
        words = [clauses.low[i] for i in between]
        if any(clauses.verbs[i] or clauses.kinds[i] & {"preposition", "relative"} for i in between):
            break
        if not found or "and" in words:
            found.append(name)
            listed = len(found)
        elif words == [","]:
            found.append(name)
        elif "," in words:
            break
        else:
            found[-1] = name
    return found[: max(listed, 1)]


def _office(clauses: Clauses, name: Name) -> range:
    """Return the tokens from "of" to the end of a name that only says whose office it is ("President of Chad Lee")."""
    of = next((i for i in range(name.first - 1, max(0, name.first - 3), -1) if clauses.low[i] == "of"), name.last)
    return range(of, name.last + 1) if "office" in party(clauses, of - 1) else range(0)


def free_phrase(clauses: Clauses, region: list[Name], first: int) -> list[Name]:
    """Return the heads of the phrase of `region` that no preposition leads to, else of one tied to a noun by "of"."""
    free = [name for name in region if clauses.preposition(name, first) is None]
    if free:
        return heads(clauses, free)
    held = [name for name in region if clauses.preposition(name, first) in ("of", "from", "for", "in")]
    # "on Monday in Paris" names no subject; "troops from Chad" does
    held = [name for name in held if clauses.preposition(name, first) != clauses.low[first]]
    return heads(clauses, held)
