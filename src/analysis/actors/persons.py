"""Persons' names: their parts, whether two may be of one person, and the name that an id is made from."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from analysis import lexicons
from analysis.actors.words import context, fold


class PersonName(NamedTuple):
    """The parts of a name, folded: "George H.W. Bush" has the initials "hw"; `suffix` is "jr", "sr" or ""."""

    first: str
    middle: tuple[str, ...]
    initials: str
    last: str
    suffix: str

    @property
    def letters(self) -> str:
        """The first letters of all that stands between the first and the last name."""
        return self.initials or "".join(word[0] for word in self.middle)


@lru_cache(maxsize=200_000)
def parts_of(name: str) -> PersonName:
    """Return the parts of a name; of one word, it is the last name."""
    words = [word for word in fold(name).replace(",", " ").split() if word.strip(".")]
    suffix = ""
    while len(words) > 1 and (ending := words[-1].strip(".")) in context("generation") | context("namesake"):
        suffix = ending if ending in context("namesake") else suffix
        words.pop()
    if len(words) < 2:
        return PersonName("", (), "", words[0] if words else "", suffix)
    first, *middle, last = words
    while middle and _is_initial(first) and _is_initial(middle[0]):  # "J. K. Roe" is "J.K. Roe"
        first += middle.pop(0)
    initials = "".join(word.replace(".", "") for word in middle if _is_initial(word))
    return PersonName(first.replace(".", ""), tuple(w for w in middle if not _is_initial(w)), initials, last, suffix)


def may_be_one(name: str, other: str) -> bool:
    """Tell whether two full names may be of one person.

    First names must be the same, or one short for the other, or its initial; names between must not differ. "Doe Jr."
    is not "Doe", but "Doe III" may be. A name may also hold all words of the other ("Luis Ruiz", "Luis Ruiz Vega").
    """
    one, two = parts_of(name), parts_of(other)
    if one.suffix != two.suffix:
        return False
    if (one.initials or two.initials) and one.letters and two.letters:
        shorter, longer = sorted((one.letters, two.letters), key=len)
        if not longer.startswith(shorter):
            return False
    if not one.first or not two.first:
        return one.last == two.last
    if one.first == two.first:
        return True
    words, others = ({p.first, *p.middle, p.last} for p in (one, two))
    return words <= others or others <= words or (one.last == two.last and _is_short_for(one.first, two.first))


def id_name(name: str) -> str:
    """Return the name that a person's id is made from.

    A single initial between first and last name is left out, and so is "III": news gives them or not. Several initials
    stay ("George H.W. Bush"), and so does "Jr.": they tell one person from another.
    """
    parts = parts_of(name)
    initials = parts.initials if len(parts.initials) > 1 else ""
    return " ".join(word for word in (parts.first, *parts.middle, initials, parts.last, parts.suffix) if word)


def _is_initial(word: str) -> bool:
    """Tell whether a folded word is an initial or several: "h.", "h.w."."""
    letters = word.split(".")
    return all(len(letter) <= 1 for letter in letters) and (len(word) == 1 or word.endswith("."))


@cache
def _nicknames() -> dict[str, frozenset[str]]:
    """Return for each first name its short forms, and the names that it is short for."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in lexicons.read("nicknames"):
        for short in lexicons.words(row["short"]):
            found[row["name"]].add(short)
            found[short].add(row["name"])
    return {name: frozenset(others) for name, others in found.items()}


def _is_short_for(one: str, two: str) -> bool:
    """Tell whether one first name is an initial or a short form of the other."""
    if min(len(one), len(two)) == 1:
        return one[0] == two[0]
    return one in _nicknames().get(two, ())


def variants(names: Mapping[str, str]) -> dict[str, set[str]]:
    """Return for each of many persons, by id, those whose names differ from theirs only in some known way.

    One first name is a short form of the other ("Mike Roe", "Michael Roe"), one name goes on where the other ends
    ("Luis Ruiz", "Luis Ruiz Vega"), or the names between are left out ("Ann Roe", "Ann Lee Roe"), unless there is an
    "Ann Lee"; but "Ann Roe Jr." is not "Ann Roe". Initials, and a first name that is one, do not count.
    """
    parts = ((person, parts_of(name)) for person, name in names.items())
    words = {person: (p.suffix, p.first, *p.middle, p.last) for person, p in parts if len(p.first) > 1}
    called: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for person, name in words.items():
        called[name].append(person)
    found: dict[str, set[str]] = defaultdict(set)
    for person, (suffix, first, *more) in words.items():
        shorter = [(suffix, first, *more[:size]) for size in range(1, len(more))]
        if len(more) > 1 and not context("particle") & set(more) and (suffix, first, *more[:-1]) not in called:
            shorter.append((suffix, first, more[-1]))
        short = [(suffix, form, *more) for form in _nicknames().get(first, ())]
        for other in (other for name in (*shorter, *short) for other in called.get(name, ()) if other != person):
            found[person].add(other)
            found[other].add(person)
    return found
