"""Frames: where the words begin that a cue takes as what is said: a clause, an infinitive, a phrase, a quotation."""

from analysis.quotes.clauses import has_verb
from analysis.quotes.cues import Cue
from analysis.quotes.sources import phrase_after
from analysis.quotes.units import ENDS, QUOTED, Unit

_NOUN_STARTS = frozenset(("determiner", "subject", "object", "name", "word", "number", "glue", "time"))
_PLACES = frozenset(("on", "in", "at", "during", "before", "from", "to"))
_ADJUNCT = 14  # words that may stand between a cue and its "that"


def content_after(unit: Unit, cue: Cue) -> int | None:
    """Return the word at which what the verb `cue` takes begins, to the right of it, or None if it takes nothing."""
    at, takes = cue.last, cue.entry.takes
    while at < len(unit) and unit.tags[at] == "glue" and unit.low[at] not in ("to", "not", "all"):
        at += 1
    if at >= len(unit):
        return None
    quote = _quote_at(unit, at)
    if quote is not None:
        return quote if takes & {"quote", "that", "thing", "one quote"} else None
    start = _that_at(unit, at, "one that" in takes) if takes & {"that", "one that"} else None
    if start is None and "one quote" in takes:
        start = _colon_at(unit, cue.last)
    if start is None and not cue.passive:
        start = _marked(unit, cue, at)
    return _colon_at(unit, cue.last) if start is None else start


def content_after_noun(unit: Unit, cue: Cue) -> int | None:
    """Return the word at which what the noun `cue` takes begins, or None."""
    at = cue.last
    if at + 1 >= len(unit):
        return None
    low, takes = unit.low[at], cue.entry.takes
    if low == "that" and "that" in takes:
        return at
    if low == QUOTED and "quote" in takes:
        return at
    if low == "to":
        infinitive = unit.tags[at + 1] in ("word", "auxiliary")
        return at if "to do" in takes and infinitive else at + 1 if "to" in takes and not infinitive else None
    return at + 1 if unit.tags[at] == "preposition" and low in takes else None


def _marked(unit: Unit, cue: Cue, at: int) -> int | None:
    """Return where an infinitive, a prepositional phrase or a question begins, which their first word tells."""
    takes, tag, low = cue.entry.takes, unit.tags[at], unit.low[at]
    if low == "to" and at + 1 < len(unit):
        infinitive = "to do" in takes and unit.tags[at + 1] in ("word", "glue", "auxiliary")
        return at if infinitive or "to" in takes else None
    if tag == "preposition" or low in ("to", "as"):
        if "condition" in unit.low[at + 1 : at + 3]:
            return None  # "spoke on condition of anonymity"
        return at + 1 if low in takes else _past_adjunct(unit, cue, at)
    if tag == "wh" or low in ("if", "when", "where"):
        return at if takes & {"wh", "thing", "one wh"} else None
    return _unmarked(unit, cue, at)


def _unmarked(unit: Unit, cue: Cue, at: int) -> int | None:
    """Return where a noun phrase, a gerund or a clause without "that" begins."""
    takes = cue.entry.takes
    while unit.tags[at] == "time" and "clause" in takes and at + 1 < len(unit):
        at += 1
    if "doing" in takes and unit.low[at].endswith("ing"):
        return at
    if unit.tags[at] == "auxiliary" and "clause" in takes:
        return at  # "a figure that he said was low"
    if unit.tags[at] not in _NOUN_STARTS:
        return None
    addressed = _past_addressee(unit, cue, at) if "one quote" in takes else None
    if addressed is not None and unit.tags[addressed] == QUOTED:
        return addressed
    if "thing" in takes or ("clause" in takes and unit.tags[at] != "object" and has_verb(unit, at)):
        return at
    return _past_addressee(unit, cue, at)


def _colon_at(unit: Unit, at: int) -> int | None:
    """Return the quotation that a colon announces before the sentence is over."""
    for i in range(at, min(len(unit) - 1, at + _ADJUNCT)):
        if unit.tags[i] in ENDS or unit.tags[i] == QUOTED:
            return None
        if unit.low[i] == ":" and unit.tags[i + 1] == QUOTED:
            return i + 1
    return None


def _quote_at(unit: Unit, at: int) -> int | None:
    """Return the quotation that begins at `at` or after a comma, colon or "that" there."""
    while at < len(unit) and (unit.low[at] in (",", ":", "that") or unit.tags[at] == "glue"):
        at += 1
    return at if at < len(unit) and unit.tags[at] == QUOTED else None


def _that_at(unit: Unit, at: int, addressed: bool) -> int | None:
    """Return the "that" of a clause at `at` or after a time or a place, or after an addressee where `addressed`."""
    if unit.low[at] == "that":
        return at
    adjunct = unit.tags[at] in ("preposition", "time") or unit.low[at] in ("to", "this", ",")
    for i in range(at, min(len(unit), at + _ADJUNCT) if adjunct or addressed else at):
        if unit.low[i] == "that":
            return None if unit.tags[i + 1 : i + 2] == ["auxiliary"] else i  # "a report that was ..."
        if unit.low[i] == ":" or unit.tags[i] in (QUOTED, "auxiliary", "wh", *ENDS):
            return None
    return None


def _past_adjunct(unit: Unit, cue: Cue, at: int) -> int | None:
    """Return the clause after a time or place ("said on Monday he would")."""
    phrase = phrase_after(unit, at + 1) if cue.entry.takes & {"clause", "quote"} and unit.low[at] in _PLACES else None
    if phrase is None or phrase[1] >= len(unit):
        return None
    quote = _quote_at(unit, phrase[1])
    if quote is not None or "clause" not in cue.entry.takes:
        return quote
    return phrase[1] if unit.tags[phrase[1]] in ("subject", "determiner", "name") else None


def _past_addressee(unit: Unit, cue: Cue, at: int) -> int | None:
    """Return where what is said begins after whom it is said to ("told them that", "urged them to")."""
    takes = cue.entry.takes
    phrase = phrase_after(unit, at)
    if phrase is None or phrase[1] >= len(unit):
        return None
    end = phrase[1]
    while end + 1 < len(unit) and unit.tags[end] == "glue" and unit.low[end] not in ("to", "not"):
        end += 1
    tag, low = unit.tags[end], unit.low[end]
    quote = _quote_at(unit, end)
    if quote is not None:
        return quote if "one quote" in takes else None
    if low == "to":
        return at if "one to do" in takes else None
    if tag == "preposition":
        return end + 1 if f"one {low}" in takes and end + 1 < len(unit) else None
    if tag == "wh":
        return end if "one wh" in takes else None
    if "one clause" not in takes or tag not in _NOUN_STARTS:
        return None
    clear = unit.tags[at] in ("object", "subject", "name") or (tag in ("determiner", "subject") and has_verb(unit, end))
    return end if clear else None
