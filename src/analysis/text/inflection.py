"""Inflection: the forms of a verb and the plural of a noun, so that lexicons list lemmas only."""

import re
from functools import cache
from typing import NamedTuple

from analysis import lexicons

_DOUBLED = re.compile(r"^[^aeiou]*(?:qu)?[aeiou][bdgklmnprtvz]$")  # one syllable, one vowel, one consonant
_HISSING = ("s", "x", "z", "ch", "sh")


class VerbForms(NamedTuple):
    """The forms of a verb; past and participle may have several."""

    base: str
    third: str
    past: tuple[str, ...]
    participle: tuple[str, ...]
    gerund: str


@cache
def _irregular() -> dict[str, dict[str, str]]:
    return {row["lemma"]: row for row in lexicons.read("irregular_verbs")}


@cache
def verb_forms(lemma: str) -> VerbForms:
    """Return the forms of the verb `lemma` ("step down" inflects its first word)."""
    verb, space, rest = lemma.partition(" ")
    known = _irregular().get(verb, {"past": _past(verb), "participle": _past(verb), "gerund": ""})
    past, participle = ([form + space + rest for form in lexicons.words(known[key])] for key in ("past", "participle"))
    third = {"be": "is", "have": "has"}.get(verb) or plural(verb)
    gerund = known["gerund"] or _gerund(verb, lexicons.words(known["past"])[0])
    return VerbForms(lemma, third + space + rest, tuple(past), tuple(participle), gerund + space + rest)


def plural(noun: str) -> str:
    """Return the regular plural of `noun`, which is also the third person of a verb."""
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(_HISSING) or noun in ("go", "do", "undergo", "veto", "echo") else "s")


def _past(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return verb[:-1] + "ied"
    return (verb + verb[-1] if _DOUBLED.match(verb) else verb) + "ed"


def _gerund(verb: str, past: str) -> str:
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")) and verb != "be":
        return verb[:-1] + "ing"
    # a regular past that doubles its consonant shows that the gerund does ("admitted")
    doubles = _DOUBLED.match(verb) or past == verb + verb[-1] + "ed"
    return (verb + verb[-1] if doubles else verb) + "ing"


@cache
def lemma_index(lemmas: frozenset[str]) -> dict[str, tuple[str, str]]:
    """Return every form of the verbs `lemmas` with (lemma, form name); the first form listed wins.

    Form names: base, past, third, gerund, participle. A form that is past and participle alike is "past".
    """
    index: dict[str, tuple[str, str]] = {}
    for lemma in sorted(lemmas):
        forms = verb_forms(lemma)
        named = [
            (forms.base, "base"),
            *((f, "past") for f in forms.past),
            (forms.third, "third"),
            (forms.gerund, "gerund"),
        ]
        for form, name in [*named, *((f, "participle") for f in forms.participle)]:
            index.setdefault(form, (lemma, name))
    return index
