"""Reports: each cue of a unit with what it reports and who is its source."""

from typing import NamedTuple

from analysis.quotes.clauses import clause_end, content_after
from analysis.quotes.cues import Cue, find_cues
from analysis.quotes.sources import Span, phrase_after, subject_before
from analysis.quotes.units import QUOTED, Unit

_BEFORE_ASIDE = frozenset((",", QUOTED, "—", "–", "--", "?", "!"))
_AFTER_ASIDE = frozenset((".", ",", ";", QUOTED, "—", "–", "--", ":"))
_ADJUNCT_STARTS = frozenset(("preposition", "time", "subordinator", "glue", "name"))
_LONGEST_ADJUNCT = 16


class Report(NamedTuple):
    """What a cue reports: word spans of a unit; `shape` says where it stands: after, aside, inverted, phrase."""

    content: Span
    cue: Cue
    source: Span | None
    shape: str


def read_unit(unit: Unit) -> list[Report]:
    """Return the reports of `unit` in the order of their cues."""
    reports: list[Report] = []
    subject: Span | None = None
    for cue in find_cues(unit):
        if cue.entry.part == "verb":
            found = _aside(unit, cue) or _after(unit, cue, subject)
        elif cue.entry.part == "adverb":
            found = _phrase(unit, cue)
        else:
            continue
        if found is None:
            continue
        if found.source and cue.form != "gerund":
            subject = found.source
        reports.append(found)
    return reports


def _aside(unit: Unit, cue: Cue) -> Report | None:
    """Return the report of "..., he said" and "...," said he, in or after what is said."""
    if not cue.entry.takes & {"aside"} or cue.form == "gerund" or cue.passive:
        return None
    before = unit.tags[cue.group - 1] if cue.group else ""
    if before in _BEFORE_ASIDE and cue.first == cue.group:
        source = phrase_after(unit, cue.last)
        if source and _ends_aside(unit, source[1]):
            return Report(_round(unit, cue.group, source[1]), cue, source, "inverted")
    source = subject_before(unit, cue.group)
    if source and source[0] and unit.tags[source[0] - 1] in _BEFORE_ASIDE and _ends_aside(unit, cue.last):
        return Report(_round(unit, source[0], cue.last), cue, source, "aside")
    return None


def _ends_aside(unit: Unit, at: int) -> bool:
    """Tell whether the reporting clause is over at `at`, or after an adjunct of time, place or manner."""
    if at >= len(unit) or unit.tags[at] in _AFTER_ASIDE:
        return True
    if unit.tags[at] not in _ADJUNCT_STARTS and not unit.low[at].endswith("ing"):
        return False
    for i in range(at, min(len(unit), at + _LONGEST_ADJUNCT)):
        if unit.tags[i] in _AFTER_ASIDE:
            return True
        if unit.low[i] == "that":
            return False
    return len(unit) <= at + _LONGEST_ADJUNCT


def _round(unit: Unit, start: int, end: int) -> Span:
    """Return what is said round the reporting clause [start, end)."""
    tags = unit.tags
    first = start
    while first > 0 and tags[first - 1] != ";":
        first -= 1
    while first < start and tags[first] in ("conjunction", ","):
        first += 1
    last = start
    while last > first and tags[last - 1] in (",", "—", "–", "--"):
        last -= 1
    at = end
    while at < len(unit) and tags[at] not in _AFTER_ASIDE:
        at += 1
    if at + 1 < len(unit) and tags[at] == "," and tags[at + 1] not in ("conjunction", "subordinator"):
        last = clause_end(unit, at + 1)
    while at < len(unit) and tags[at] in (",", ".", ":"):
        at += 1
    if at < len(unit) and tags[at] == QUOTED and QUOTED in tags[first:start]:
        last = at + 1
    return first, last


def _after(unit: Unit, cue: Cue, subject: Span | None) -> Report | None:
    """Return the report of "he said that ..."."""
    start = content_after(unit, cue)
    if start is None:
        return None
    source = subject_before(unit, cue.group)
    if source is None:
        source = subject
    return Report((start, clause_end(unit, start)), cue, source, "after")


def _phrase(unit: Unit, cue: Cue) -> Report | None:
    """Return the report of "according to ..."."""
    source = phrase_after(unit, cue.last)
    if source is None:
        return None
    if cue.first == 0 or unit.tags[cue.first - 1] in ("conjunction",):
        at = source[1]
        while at < len(unit) and unit.tags[at] != ",":
            at += 1
        if at + 1 >= len(unit):
            return None
        return Report((at + 1, clause_end(unit, at + 1)), cue, source, "phrase")
    first, last = _round(unit, cue.first, source[1])
    return Report((first, last), cue, source, "phrase") if last > first else None
