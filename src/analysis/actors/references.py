"""References: governments, capitals and seats that stand for a state."""

import re
from functools import cache
from typing import NamedTuple

from analysis import lexicons
from analysis.actors.cast import Member
from analysis.actors.countries import Country, by_code, of_capital, of_modifier
from analysis.actors.names import Name
from analysis.actors.words import any_of, context
from analysis.text.inflection import verb_forms

_AND_BEFORE = re.compile(r"([A-Z][\w.]+(?: [A-Z]\w+)?) and $")
_AND_AFTER = re.compile(r" and ([A-Z][\w.]+(?: [A-Z]\w+)?)")
_VERB = re.compile(r"[ \n](?:[a-z]+ly[ \n]|also[ \n])?([a-z]+)")
_NO_SUBJECT = re.compile(r"\b(?:in|of|to|from|at|near|capital|city|city of)(?: ,)? $")


class _Patterns(NamedTuple):
    """What follows and comes before the name of a state or capital that acts."""

    organ: re.Pattern[str]
    side: re.Pattern[str]
    own: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    return _Patterns(
        re.compile(rf"(?: ?'s)?[ \n](?:{any_of('adjective')}[ \n])?({any_of('organ')})\b"),
        re.compile(rf"\b{any_of('side')}[ \n]$"),
        re.compile(rf" ?'s[ \n](?!(?:\w+[ \n])?{any_of('local')}\b)"),
    )


@cache
def _acting() -> frozenset[str]:
    """Return the forms of verbs that a government does: those of reports, those of states, and auxiliaries."""
    lemmas = {row["lemma"] for row in lexicons.read("reporting_cues") if row["part"] == "verb"}
    lemmas |= lexicons.column("acting_verbs", "lemma")
    forms = (verb_forms(lemma) for lemma in lemmas if " " not in lemma)
    acting = {form for verb in forms for form in (verb.third, verb.base, *verb.past)}
    return frozenset(acting.union(context("auxiliary")))


def is_subject(plain: str, start: int, end: int) -> bool:
    """Tell whether what stands between two offsets does something: "Velcor said", but not "a suit by Velcor said"."""
    before = plain[max(0, start - 24) : start].removesuffix("the ").rsplit(maxsplit=1)
    if (before and before[-1] in context("oblique")) or not (verb := _VERB.match(plain, end)):
        return False
    word = verb.group(1)
    return word in _acting() or word.endswith("ed") or word in lexicons.column("irregular_verbs", "past")


def acts(plain: str, name: Name, *, pair: bool = True) -> bool:
    """Tell whether a place does something at `name`: "Washington revoked", "between Washington and Paris"."""
    before, after = plain[max(0, name.start - 40) : name.start], plain[name.end : name.end + 40]
    if (verb := _VERB.match(after)) and verb.group(1) in _acting() and not _NO_SUBJECT.search(before):
        return True
    if _patterns().side.search(before) or _patterns().own.match(after):
        return True
    if not pair:
        return False
    if (other := _AND_AFTER.match(after)) and of_capital(other.group(1)):
        start = name.end + other.start(1)
        return acts(plain, Name(start, start + len(other.group(1)), other.group(1), "place"), pair=False)
    if (other := _AND_BEFORE.search(before)) and of_capital(other.group(1)):
        end = name.start - len(" and ")
        return acts(plain, Name(end - len(other.group(1)), end, other.group(1), "place"), pair=False)
    return False


def government(plain: str, name: Name, leader: Member | None) -> tuple[Country | None, int] | None:
    """Return the country and the end of a reference to a government that begins with `name`.

    "the French government", "U.S. officials"; with the name of a head of state, "the Doe administration", whose
    country is None where the article does not tell it.
    """
    match = _patterns().organ.match(plain, name.end)
    if not match:
        return None
    if leader is not None:
        country = by_code(leader.country) if leader.country else None
        return (country, match.end()) if match.group(1) in context("rule") else None
    land = of_modifier(name.text)
    return (land, match.end()) if land else None
