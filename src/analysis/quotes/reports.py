"""Reports: each cue of a unit with what it reports and who is its source."""

from typing import NamedTuple

from analysis.quotes.clauses import clause_end, content_after, content_after_noun, is_clause, phrase_end
from analysis.quotes.cues import Cue, find_cues
from analysis.quotes.sources import Span, phrase_after, possessor_before, subject_before
from analysis.quotes.units import QUOTED, Unit

_BEFORE_ASIDE = frozenset((",", QUOTED, "—", "–", "--", "?", "!"))
_AFTER_ASIDE = frozenset((".", ",", ";", QUOTED, "—", "–", "--", ":"))
_ADJUNCT_STARTS = frozenset(("preposition", "time", "subordinator", "glue", "name"))
_LONGEST_ADJUNCT = 16
_RELATIVES = frozenset(("who", "that", "which"))
_NOBODY = frozenset(("you", "one", "anyone", "nobody"))
_MANNERS = frozenset(("speaking", "referring", "citing", "quoting", "this", "that", "the"))
_DASHES = frozenset((",", "—", "–", "--"))
_JOINTS = frozenset((",", ".", ":", "—", "–", "--"))
_STOPS = frozenset((".", ";", "?", "!"))


class Report(NamedTuple):
    """What a cue reports: word spans of a unit; `shape` says where it stands: after, aside, inverted, phrase."""

    content: Span
    cue: Cue
    source: Span | None
    shape: str
    start: int  # the first word of the reporting clause


def read_unit(unit: Unit) -> list[Report]:
    """Return the reports of `unit` in the order of their cues."""
    reports: list[Report] = []
    cues = find_cues(unit)
    asides = [found for cue in cues if (found := _aside(unit, cue) if cue.entry.part == "verb" else _phrase(unit, cue))]
    walls = frozenset(found.start for found in asides) | _new_verbs(unit, cues)
    at_cue = {found.cue.first: found for found in asides}
    subject: Span | None = None
    for cue in cues:
        # what is reported inside a report is part of that report
        if any(r.content[0] <= cue.first < r.content[1] and not r.start <= cue.first for r in asides):
            continue
        if any(r.content[0] <= cue.first < r.content[1] for r in reports if r.shape not in ("aside", "inverted", "phrase")):
            continue
        found = at_cue.get(cue.first) or (_after if cue.entry.part == "verb" else _noun)(unit, cue, subject, walls)
        if found is None or found.content[0] >= found.content[1]:
            continue
        if found.source and cue.form != "gerund":
            subject = found.source
        reports.append(found)
    return reports


def _new_verbs(unit: Unit, cues: list[Cue]) -> frozenset[int]:
    """Return where a conjunction takes up a new verb of reporting, with or without a subject of its own."""
    found = set()
    for cue in cues:
        if cue.entry.part != "verb" or cue.form not in ("past", "third"):
            continue
        at = cue.group
        if at and unit.tags[at - 1] != "conjunction":
            subject = subject_before(unit, at)
            at = subject[0] if subject else 0
        if at and unit.low[at - 1] in ("and", "but"):
            found.add(at - 1)
    return frozenset(found)


def _aside(unit: Unit, cue: Cue) -> Report | None:
    """Return the report of "..., he said" and "...," said he, in or after what is said."""
    if not cue.entry.takes & {"aside"} or cue.form == "gerund" or cue.passive:
        return None
    before = unit.tags[cue.group - 1] if cue.group else ""
    if before in _BEFORE_ASIDE and cue.first == cue.group:
        source = phrase_after(unit, cue.last)
        if source and _ends_aside(unit, source[1]):
            said = _round(unit, cue.group, source[1])
            if unit.tags[said[1] - 1] != QUOTED:
                said = (said[0], min(said[1], cue.group - 1))
            return Report(said, cue, source, "inverted", cue.group) if said[0] < said[1] else None
    source = subject_before(unit, cue.group)
    over = cue.last
    if "one quote" in cue.entry.takes and (addressee := phrase_after(unit, over)):
        over = addressee[1]
    if source and source[0] and unit.low[source[0] - 1] == "as" and unit.low[cue.last : cue.last + 1] == [","]:
        start = cue.last + 1
        return Report((start, clause_end(unit, start)), cue, source, "as", source[0] - 1) if start < len(unit) else None
    if source and source[0] and unit.tags[source[0] - 1] in _BEFORE_ASIDE and _ends_aside(unit, over):
        said = _round(unit, source[0], over)
        if unit.tags[source[0]] not in ("object", "wh") and unit.low[source[0]] not in _RELATIVES and _is_said(unit, said, source[0]):
            return Report(said, cue, source, "aside", source[0])
    return None


def _is_said(unit: Unit, said: Span, aside: int) -> bool:
    """Tell a statement before a reporting clause from a phrase of time or place ("In May, he said ...")."""
    first, last = said[0], min(said[1], aside)
    if first >= last:
        return False
    led = unit.tags[first] in ("preposition", "subordinator", "time", "glue") or unit.low[first].endswith("ing")
    return unit.tags[last - 1] == QUOTED or not led or "," in unit.tags[first:last]


def _ends_aside(unit: Unit, at: int) -> bool:
    """Tell whether the reporting clause is over at `at`, or after an adjunct of time, place or manner."""
    if at >= len(unit) or unit.tags[at] in _AFTER_ASIDE:
        return True
    if unit.low[at] == "not" or unit.tags[at] not in _ADJUNCT_STARTS and unit.low[at] not in _MANNERS:
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
    last = start
    while last > 0 and tags[last - 1] in _DASHES:
        last -= 1
    first = _clause_start(unit, last)
    if last and tags[last - 1] == QUOTED:
        last = _second_piece(unit, end) or last
        return first, last
    at = end
    while at < len(unit) and tags[at] not in _AFTER_ASIDE:
        at += 1
    if at + 1 < len(unit) and tags[at] in _DASHES and tags[at + 1] not in ("conjunction", "subordinator") and not unit.low[at + 1].endswith("ing"):
        last = clause_end(unit, at + 1)
    return first, last


def _second_piece(unit: Unit, end: int) -> int | None:
    """Return the end of the piece of a quotation that goes on after its reporting clause [.., end)."""
    tags = unit.tags
    for at in range(end, len(unit)):
        if tags[at] == QUOTED:
            over = all(tag in _JOINTS for tag in tags[at + 1 :])
            return at + 1 if tags[at - 1] in _JOINTS and (over or "." not in tags[end:at]) else None
    return None


def _clause_start(unit: Unit, last: int) -> int:
    """Return where the clause that ends before word `last` begins: with its quotation where it is nothing else."""
    tags = unit.tags
    first = last
    while first > 0 and tags[first - 1] not in _STOPS:
        first -= 1
    while first < last and tags[first] in ("conjunction", ","):
        first += 1
    return first


def _after(unit: Unit, cue: Cue, subject: Span | None, walls: frozenset[int]) -> Report | None:
    """Return the report of "he said that ..."."""
    start = content_after(unit, cue)
    if start is None or start >= len(unit):
        return None
    source = subject_before(unit, cue.group)
    if source is None:
        source = subject
    if (source is None and not cue.passive) or (source and unit.low[source[0]] in _NOBODY):
        return None
    end = clause_end(unit, start, walls) if is_clause(unit, cue, start) else phrase_end(unit, start, walls)
    return Report((start, end), cue, source, "after", start)


def _phrase(unit: Unit, cue: Cue) -> Report | None:
    """Return the report of "according to ..."."""
    source = phrase_after(unit, cue.last) if cue.entry.part == "adverb" else None
    if source is None:
        return None
    if cue.first == 0 or unit.tags[cue.first - 1] in ("conjunction",):
        at = source[1]
        while at < len(unit) and unit.tags[at] != ",":
            at += 1
        if at + 1 >= len(unit):
            return None
        return Report((at + 1, clause_end(unit, at + 1)), cue, source, "phrase", cue.first)
    first, last = _round(unit, cue.first, source[1])
    return Report((first, last), cue, source, "phrase", cue.first) if last > first else None


def _noun(unit: Unit, cue: Cue, subject: Span | None, walls: frozenset[int]) -> Report | None:
    """Return the report of "his claim that ..." and "criticism of ..."."""
    source = possessor_before(unit, cue.first)
    start = content_after_noun(unit, cue)
    if start is None or start >= len(unit) or source is None:
        return None
    end = clause_end(unit, start, walls) if unit.low[start] == "that" else phrase_end(unit, start, walls)
    return Report((start, end), cue, source, "noun", start)
