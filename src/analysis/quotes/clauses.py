"""Clauses: how far what is said reaches, and whether what follows a cue is something that the cue takes."""

from functools import cache

from analysis import lexicons
from analysis.quotes.cues import Cue
from analysis.quotes.sources import is_past, phrase_after
from analysis.quotes.units import QUOTED, Unit
from analysis.text.inflection import verb_forms

_ENDS = frozenset((".", "!", "?", ";"))
_NOUN_STARTS = frozenset(("determiner", "subject", "object", "name", "word", "number", "glue", "time"))
_OUTSIDE = frozenset(("after", "when", "because", "while", "although", "though", "unless", "during"))
_NEXT_CLAUSE = frozenset(("conjunction", "subordinator", "wh", "subject"))
_PLACES = frozenset(("on", "in", "at", "during", "before", "from", "to"))
_SUBJECTS = frozenset(("subject", "name", "determiner"))
_CLAUSE_STARTS = frozenset(("subject", "name", "determiner", "auxiliary", "glue", "word"))
_CLITICS = frozenset(("'s", "'re", "'ve", "'d", "'ll"))
_LONGEST_SUBJECT = 14
_ADJUNCT = 14  # words that may stand between a cue and its "that"
_BREAKERS = frozenset(("while", "although", "though", "but", "according", "whereas"))


def content_after(unit: Unit, cue: Cue) -> int | None:
    """Return the word at which what `cue` takes begins, to the right of it, or None where it takes nothing there."""
    start = _taken(unit, cue)
    return _colon_at(unit, cue.last) if start is None else start


def _taken(unit: Unit, cue: Cue) -> int | None:
    takes, tags, low = cue.entry.takes, unit.tags, unit.low
    at = cue.last
    while at < len(unit) and tags[at] == "glue" and low[at] not in ("to", "not", "all"):
        at += 1
    if at >= len(unit):
        return None
    quote = _quote_at(unit, at)
    if quote is not None:
        return quote if takes & {"quote", "that", "thing", "one quote"} else None
    if cue.passive and not takes & {"that", "one that"}:
        return None
    if "that" in takes or "one that" in takes:
        that = _that_at(unit, at)
        if that is not None:
            return that
    if cue.passive:
        return None
    if low[at] == "to" and at + 1 < len(unit):
        return at if ("to do" in takes and tags[at + 1] in ("word", "glue", "auxiliary")) or "to" in takes else None
    if tags[at] == "preposition" or low[at] in ("to", "as"):
        return at + 1 if low[at] in takes else _past_adjunct(unit, cue, at)
    if tags[at] == "wh" or low[at] in ("if", "when", "where"):
        return at if takes & {"wh", "thing", "one wh"} else None
    while tags[at] == "time" and "clause" in takes and at + 1 < len(unit):
        at += 1
    if tags[at] not in _NOUN_STARTS and not ("doing" in takes and low[at].endswith("ing")):
        return None
    if (
        "thing" in takes
        or ("clause" in takes and has_verb(unit, at))
        or ("doing" in takes and low[at].endswith("ing"))
    ):
        return at
    return _past_addressee(unit, cue, at)


def content_after_noun(unit: Unit, cue: Cue) -> int | None:
    """Return the word at which what the noun `cue` takes begins, or None."""
    at = cue.last
    if at + 1 >= len(unit):
        return None
    low, takes = unit.low[at], cue.entry.takes
    if low == "that" and "that" in takes:
        return at
    if low == "to":
        infinitive = unit.tags[at + 1] in ("word", "auxiliary")
        return at if "to do" in takes and infinitive else at + 1 if "to" in takes and not infinitive else None
    return at + 1 if unit.tags[at] == "preposition" and low in takes else None


def _colon_at(unit: Unit, at: int) -> int | None:
    """Return the quotation that a colon announces before the sentence is over."""
    for i in range(at, min(len(unit) - 1, at + _ADJUNCT)):
        if unit.tags[i] in _ENDS or unit.tags[i] == QUOTED:
            return None
        if unit.low[i] == ":" and unit.tags[i + 1] == QUOTED:
            return i + 1
    return None


def _quote_at(unit: Unit, at: int) -> int | None:
    """Return the quotation that begins at `at` or after a comma, colon or "that" there."""
    while at < len(unit) and unit.low[at] in (",", ":", "that"):
        at += 1
    return at if at < len(unit) and unit.tags[at] == QUOTED else None


def _that_at(unit: Unit, at: int) -> int | None:
    """Return the "that" of a clause at `at` or after an addressee, a time or a place."""
    for i in range(at, min(len(unit), at + _ADJUNCT)):
        if unit.low[i] == "that":
            return i
        if unit.low[i] == ":" or unit.tags[i] in (QUOTED, "auxiliary", "wh", *_ENDS):
            return None
    return None


def has_verb(unit: Unit, at: int) -> bool:
    """Tell whether the words from `at` can be a clause: a pronoun as subject, or a verb before the next mark."""
    if unit.tags[at] == "subject":
        return True
    for i in range(at + 1, min(len(unit), at + _LONGEST_SUBJECT)):
        if unit.tags[i] in _ENDS or unit.low[i] == ",":
            return False
        if unit.tags[i] == "auxiliary" or is_past(unit.low[i]) or unit.low[i] in _CLITICS:
            return True
        if unit.tags[i] == "word" and unit.low[i].endswith("s") and not unit.low[i - 1].endswith("s"):
            return True
    return False


def _past_adjunct(unit: Unit, cue: Cue, at: int) -> int | None:
    """Return the clause after a time or place ("said on Monday he would")."""
    phrase = phrase_after(unit, at + 1) if "clause" in cue.entry.takes and unit.low[at] in _PLACES else None
    if phrase is None or phrase[1] >= len(unit):
        return None
    return phrase[1] if unit.tags[phrase[1]] in ("subject", "determiner", "name") else None


def _past_addressee(unit: Unit, cue: Cue, at: int) -> int | None:
    takes = cue.entry.takes
    phrase = phrase_after(unit, at)
    if phrase is None or phrase[1] >= len(unit):
        return None
    end = phrase[1]
    quote = _quote_at(unit, end)
    if quote is not None:
        return quote if "one quote" in takes else None
    if unit.low[end] == "to":
        return at if "one to do" in takes else None
    if unit.tags[end] == "wh":
        return end if "one wh" in takes else None
    if unit.tags[end] == "preposition":
        return end + 1 if f"one {unit.low[end]}" in takes else None
    if "one clause" in takes and unit.tags[at] in ("object", "subject", "name") and unit.tags[end] in _NOUN_STARTS:
        return end
    return None


@cache
def _said() -> frozenset[str]:
    """Return the past forms of the verbs of saying: after a comma they take up the subject of the sentence again."""
    verbs = (row for row in lexicons.read("reporting_cues") if row["part"] == "verb" and row["kind"] == "speech")
    return frozenset(form for row in verbs for form in verb_forms(row["lemma"]).past)


def clause_end(unit: Unit, at: int, walls: frozenset[int] = frozenset()) -> int:
    """Return the word after the last of the clause that begins at word `at`."""
    tags, low, said = unit.tags, unit.low, _said()
    for i in range(at + 1, len(unit)):
        if tags[i] in _ENDS or i in walls:
            return i - 1 if i in walls and tags[i - 1] == "," else i
        if low[i] == "," and i + 1 < len(unit):
            after = low[i + 1]
            if after == "according" or (after in _BREAKERS and tags[min(i + 2, len(unit) - 1)] in _CLAUSE_STARTS):
                return i
            if after.endswith("ing") and tags[i + 1] == "word" and len(after) > 5:
                return i
            if (tags[i + 1] == "auxiliary" or (after in said and tags[i + 1] == "word")) and "," not in tags[at:i]:
                return i
            if tags[i + 1] in _SUBJECTS and _is_led(unit, at):
                return i
    return len(unit)


def is_clause(unit: Unit, cue: Cue, at: int) -> bool:
    """Tell whether what begins at `at` is a clause or an infinitive, not a noun phrase alone."""
    if unit.tags[at] in (QUOTED, "wh") or unit.low[at] in ("that", "to", "if"):
        return True
    return bool(cue.entry.takes & {"clause", "one clause", "one to do"})


def phrase_end(unit: Unit, at: int, walls: frozenset[int]) -> int:
    """Return the word after the last of the noun phrase, with what hangs on it, that begins at word `at`."""
    end = clause_end(unit, at, walls)
    for i in range(at + 1, end):
        if (
            unit.low[i] in _OUTSIDE
            or _is_date(unit, i, end)
            or (unit.low[i] == "," and i + 1 < end and unit.tags[i + 1] in _NEXT_CLAUSE)
        ):
            return i
    return end


def _is_date(unit: Unit, i: int, end: int) -> bool:
    """Tell whether a date begins at `i`, which is of the report rather than of what is said."""
    return unit.low[i] in ("on", "in", "at") and i + 1 < end and unit.tags[i + 1] == "time"


def _is_led(unit: Unit, at: int) -> bool:
    """Tell whether `at` stands in a clause that leads up to the main one ("When he said ..., she left")."""
    return unit.tags[0] in ("subordinator", "wh") and "," not in unit.tags[:at]
