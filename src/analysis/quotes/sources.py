"""Sources: the words that name who says something, found beside the cue without a parser.

A subject is read leftwards from its verb, one after an inverted verb rightwards, as the longest run of words that a
noun phrase can hold; a phrase between commas ("Lee, the mayor, said") is stepped over.
"""

import re
from functools import cache

from analysis import lexicons
from analysis.quotes.units import QUOTED, Unit
from analysis.text.inflection import verb_forms

Span = tuple[int, int]
_CORE = frozenset(("word", "name", "number", "determiner", "'s", "'", "-", "&", "/", "time"))
_LINKS = frozenset(("of", "for", "at", "from", "in", "on", "with", "to", "against"))
_POSSESSIVES = frozenset(("my", "your", "his", "her", "its", "our", "their"))
_LEADS = frozenset(("preposition", "subordinator", "time", "wh"))
_OPENERS = frozenset(("that", "which", "who", "whom", "if", "whether", "what", "how", "why", "because"))
_BEFORE_VERB = frozenset(("word", "name", "subject", "wh", "glue", "auxiliary", ")", ",", "time", "number"))
_NOT_SUBJECTS = frozenset(("there", "what", "which", "how", "why", "when", "where", "whether"))
_PARTY = re.compile(r"[rdi]-[a-z]")  # of a lawmaker: "D-Ohio"
_LONGEST = 14  # words of a noun phrase
_LONGEST_SUPPORT = 6  # words from a verb to the noun that is its object
_LONGEST_ASIDE = 30  # words between two commas
_PAIRS = {",": ",", ")": "(", "—": "—", "–": "–", "--": "--"}


def subject_before(unit: Unit, at: int) -> Span | None:
    """Return the noun phrase that ends just before word `at`, or None."""
    end: int | None = at
    while at > 1 and (unit.tags[at - 1] == "time" or (unit.low[at - 1] in ("on", "in") and unit.tags[at] == "time")):
        end = at = at - 1
    if at > 0 and unit.tags[at - 1] in _PAIRS:
        end = _step_over(unit, at - 1, _PAIRS[unit.tags[at - 1]])
    if not end:
        return None
    if unit.tags[end - 1] in ("subject", "object", "wh"):
        return (end - 1, end) if unit.low[end - 1] not in _NOT_SUBJECTS else None
    start = _left_edge(unit, end)
    while start > 2 and _is_aside(unit, start):
        end = start - (1 if unit.tags[start - 1] == "," else 2)
        start = _left_edge(unit, end)
    if start > 2 and unit.low[start - 1] == "by" and is_past(unit.low[start - 2]):
        return subject_before(unit, start - 2)  # "a report written by Lee says"
    if start == end and end > 1 and unit.tags[end - 1] == "word" and is_past(unit.low[end - 1]):
        return subject_before(unit, end - 1)  # "a paper filed Thursday says"
    if start + 1 < end and unit.low[start] == "that" and not _is_demonstrative(unit, start, end):
        start += 1
    return (start, end) if start < end else None


def _is_aside(unit: Unit, start: int) -> bool:
    """Tell whether the phrase that begins at `start` says where somebody is from: "Lee, of Troy, N.Y., said"."""
    of_place = unit.low[start - 1] in ("of", "from") and unit.tags[start - 2] == ","
    return of_place or (unit.tags[start - 1] == "," and bool(_PARTY.match("".join(unit.low[start : start + 3]))))


def _is_demonstrative(unit: Unit, at: int, end: int) -> bool:
    """Tell "that report" from a "that" which opens a clause ("that reports")."""
    return unit.tags[at + 1] == "word" and not unit.low[end - 1].endswith("s")


def _step_over(unit: Unit, at: int, opening: str) -> int | None:
    """Return where the phrase between the mark at `at` and an earlier `opening` one begins."""
    for i in range(at - 1, max(0, at - _LONGEST_ASIDE), -1):
        if unit.tags[i] == opening:
            return i
        if unit.tags[i] == QUOTED or unit.tags[i] in ";:":
            return None
    return None


def _left_edge(unit: Unit, at: int) -> int:
    """Return where the noun phrase that ends before `at` begins."""
    tags, low = unit.tags, unit.low
    start = at
    for i in range(at - 1, max(-1, at - 1 - _LONGEST), -1):
        tag = tags[i]
        if tag in _CORE or low[i] == "'s":
            past = tag == "word" and (low[i].endswith("ed") or low[i] in _clear_pasts())
            if past and tags[i - 1 : i] not in (["determiner"], ["-"], ["'s"]):
                break
            start = i
            if tag == "determiner" and not (i and low[i - 1] in _LINKS):
                break
        elif not i or not (_links(unit, i) or (low[i] == "and" and _is_pair(unit, i))):
            break
    while start < at and tags[start] in ("time", "'s", "'", "-", ".", "/"):
        start += 1
    return start


def _links(unit: Unit, i: int) -> bool:
    return unit.low[i] in _LINKS and unit.tags[i - 1] in ("word", "name")


def _is_pair(unit: Unit, i: int) -> bool:
    """Tell whether the "and" at `i` joins two names or two plurals to one subject."""
    before, after = unit.tags[i - 1], unit.tags[i + 1]
    if before == "name" and after in ("name", "determiner"):
        return True
    return before == after == "word" and unit.low[i - 1].endswith("s") and unit.low[i + 1].endswith("s")


def phrase_after(unit: Unit, at: int) -> Span | None:
    """Return the noun phrase that begins at word `at`, or None."""
    tags, low = unit.tags, unit.low
    if at >= len(unit):
        return None
    if tags[at] in ("subject", "object"):
        return (at, at + 1)
    end = at
    for i in range(at, min(len(unit), at + _LONGEST)):
        if tags[i] in _CORE or low[i] == "'s":
            if (tags[i] == "time" and i > at + 1 and low[i - 1] not in _LINKS and tags[i - 1] != "-") or (
                i > at and tags[i] == "determiner" and low[i - 1] not in _LINKS
            ):
                break
            end = i + 1
        elif (
            low[i] in ("of", "for", "at", "and")
            and i > at
            and i + 1 < len(unit)
            and tags[i + 1] in ("name", "determiner", "word")
        ):
            continue
        else:
            break
    while end > at and tags[end - 1] in ("'s", "'", "-", "determiner"):
        end -= 1
    return (at, end) if end > at else None


def possessor_before(unit: Unit, at: int) -> Span | None:
    """Return whose the noun at word `at` is: "his" or "the senator" in "the senator's own claim", or None."""
    for i in range(at - 1, max(-1, at - 4), -1):
        if unit.low[i] in _POSSESSIVES:
            return (i, i + 1)
        if unit.low[i] in ("'s", "'"):
            return _names_before(unit, i) or subject_before(unit, i)
        if unit.tags[i] not in ("word", "glue"):
            return None
    return None


def _names_before(unit: Unit, at: int) -> Span | None:
    """Return the name that ends just before word `at`, or None."""
    start = at
    while start > 0 and unit.tags[start - 1] == "name":
        start -= 1
    return (start, at) if start < at and unit.low[start - 1 : start] != ["'s"] else None


def supported_subject(unit: Unit, at: int) -> Span | None:
    """Return who makes what the noun at word `at` names: "the senator" in "the senator issued a bold plea", or None."""
    for i in range(at - 1, max(0, at - _LONGEST_SUPPORT), -1):
        if unit.low[i] in _supports():
            start = i
            while start > 0 and unit.tags[start - 1] in ("auxiliary", "glue"):
                start -= 1
            if unit.low[i].endswith("ing"):
                return clause_subject(unit, start)
            return subject_before(unit, start)
        if unit.tags[i] not in ("word", "glue", "determiner"):
            return None
    return None


@cache
def _supports() -> frozenset[str]:
    """Return the forms of the verbs that mean, with a noun, that it is uttered: "made" a claim, "issued" a threat."""
    lemmas = (row["lemma"] for row in lexicons.read("reporting_cues") if row["part"] == "support")
    forms = map(verb_forms, lemmas)
    return frozenset(word for form in forms for word in (*form.past, form.third, form.gerund))


@cache
def _irregular_pasts() -> frozenset[str]:
    return lexicons.column("irregular_verbs", "past")


@cache
def _clear_pasts() -> frozenset[str]:
    """Return the irregular pasts that are no base form: "sought", not "put"."""
    return _irregular_pasts() - lexicons.column("irregular_verbs", "lemma")


@cache
def finite_pasts() -> frozenset[str]:
    """Return the pasts that are no participles: "gave", "took"."""
    return _irregular_pasts() - lexicons.column("irregular_verbs", "participle")


def is_past(word: str) -> bool:
    """Tell whether `word` looks like the past of a verb."""
    return word.endswith("ed") or word in _irregular_pasts()


def clause_subject(unit: Unit, before: int) -> Span | None:
    """Return the subject of the last finite verb before word `before` that has one, or the main subject."""
    for i in range(before - 1, 0, -1):
        if unit.tags[i] == QUOTED:
            break
        if unit.tags[i] == "auxiliary" or (
            unit.tags[i] == "word" and unit.tags[i - 1] in _BEFORE_VERB and is_past(unit.low[i])
        ):
            at = i
            while at and unit.tags[at - 1] in ("auxiliary", "glue"):
                at -= 1
            subject = subject_before(unit, at) if at and unit.tags[at - 1] != "," else None
            if subject and not _is_subordinate(unit, subject):
                return subject
    return main_subject(unit, before)


def _is_subordinate(unit: Unit, subject: Span) -> bool:
    first = subject[0]
    return unit.low[first] in _OPENERS or (first > 0 and unit.low[first - 1] in _OPENERS)


def main_subject(unit: Unit, before: int) -> Span | None:
    """Return the noun phrase that opens the main clause, past a leading "In May, ..."; None if not before `before`."""
    start = 0
    while start < before and unit.tags[start] in ("conjunction", "glue", ","):
        start += 1
    if start < before and (unit.tags[start] in _LEADS or unit.low[start].endswith("ing")):
        while start < before and unit.tags[start] != ",":
            start += 1
        start += 1
    phrase = phrase_after(unit, start)
    if phrase is None or phrase[1] > before or unit.low[start] in ("it", *_NOT_SUBJECTS):
        return None
    pasts = (i for i in range(start + 1, phrase[1]) if unit.tags[i] == "word" and is_past(unit.low[i]))
    return start, next(pasts, phrase[1])
