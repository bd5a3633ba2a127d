"""Verbs of saying, by which all rooms tell that words are somebody's."""

from functools import cache

from analysis import lexicons
from analysis.text.inflection import verb_forms


@cache
def said() -> frozenset[str]:
    """Return the finite forms of the verbs that report speech: "said", "says", "told"."""
    verbs = (row for row in lexicons.read("reporting_cues") if row["part"] == "verb" and row["kind"] == "speech")
    forms = (verb_forms(row["lemma"]) for row in verbs if " " not in row["lemma"])
    return frozenset(form for verb in forms for form in (*verb.past, verb.third))
