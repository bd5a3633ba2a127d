"""Clauses: how far what is said reaches, and whether what follows a cue is something that the cue takes."""

from analysis.quotes.cues import Cue
from analysis.quotes.sources import phrase_after
from analysis.quotes.units import QUOTED, Unit

_ENDS = frozenset((".", "!", "?", ";"))
_NOUN_STARTS = frozenset(("determiner", "subject", "object", "name", "word", "number", "glue", "time"))
_ADJUNCT = 14  # words that may stand between a cue and its "that"
_BREAKERS = frozenset(("while", "although", "though", "but", "according", "whereas"))


def content_after(unit: Unit, cue: Cue) -> int | None:
    """Return the word at which what `cue` takes begins, to the right of it, or None where it takes nothing there."""
    takes, tags, low = cue.entry.takes, unit.tags, unit.low
    at = cue.last
    colon = _colon_at(unit, at)
    if colon is not None:
        return colon
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
        return at + 1 if low[at] in takes else None
    if tags[at] == "wh" or low[at] in ("if", "when", "where"):
        return at if takes & {"wh", "thing", "one wh"} else None
    if tags[at] not in _NOUN_STARTS:
        return None
    if takes & {"thing", "clause"} or ("doing" in takes and low[at].endswith("ing")):
        return at
    return _past_addressee(unit, cue, at)


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


def clause_end(unit: Unit, at: int, walls: frozenset[int] = frozenset()) -> int:
    """Return the word after the last of the clause that begins at word `at`."""
    tags, low = unit.tags, unit.low
    for i in range(at + 1, len(unit)):
        if tags[i] in _ENDS or i in walls:
            return i - 1 if i in walls and tags[i - 1] == "," else i
        if low[i] == "," and i + 1 < len(unit):
            after = low[i + 1]
            if after in _BREAKERS or (after.endswith("ing") and tags[i + 1] == "word" and len(after) > 5):
                return i
    return len(unit)
