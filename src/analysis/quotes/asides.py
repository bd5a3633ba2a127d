"""Asides: reporting clauses inside or after what they report ("...," he said; ..., said Ann Lee; ..., according to)."""

from typing import NamedTuple

from analysis.quotes.clauses import clause_end, has_verb
from analysis.quotes.cues import Cue
from analysis.quotes.sources import Span, phrase_after, subject_before
from analysis.quotes.units import QUOTED, Unit

_BEFORE_ASIDE = frozenset((",", QUOTED, "—", "–", "--", "?", "!"))
_AFTER_ASIDE = frozenset((".", ",", ";", "(", QUOTED, "—", "–", "--", ":"))
_ADJUNCT_STARTS = frozenset(("preposition", "time", "subordinator", "glue"))
_LONGEST_ADJUNCT = 16
_LONGEST_SUBJECT = 40
_RELATIVES = frozenset(("who", "that", "which"))
_MANNERS = frozenset(("speaking", "referring", "citing", "quoting", "this", "that", "the"))
_DASHES = frozenset((",", "—", "–", "--"))
_JOINTS = frozenset((",", ".", ":", "—", "–", "--"))
_STOPS = frozenset((".", ";", "?", "!"))
_BREAKS = frozenset((".", ";", "?", "!", "(", "—", "–", "--"))


class Report(NamedTuple):
    """What a cue reports, in words of a unit.

    `start` is the first word of the reporting clause; `shape` says where that stands: after (cue first), noun, aside,
    inverted, as, phrase.
    """

    content: Span
    cue: Cue | None
    source: Span | None
    shape: str
    start: int


def find_aside(unit: Unit, cue: Cue) -> Report | None:
    """Return the report of a verb in "..., he said", "...," said he or "As he said, ...", or None."""
    if "aside" not in cue.entry.takes or cue.form == "gerund" or cue.passive:
        return None
    found = _inverted(unit, cue) if cue.first == cue.group else None
    if found:
        return found
    end = cue.last
    if "one quote" in cue.entry.takes and (addressee := phrase_after(unit, end)):
        end = addressee[1]
    source = subject_before(unit, cue.group)
    if source and source[0] and unit.low[source[0] - 1] == "as" and unit.low[cue.last : cue.last + 1] == [","]:
        said = (cue.last + 1, clause_end(unit, cue.last + 1))
        return Report(said, cue, source, "as", source[0] - 1)
    if not _ends_aside(unit, end) and not _is_tail(unit, cue, source, end):
        return None
    if not source or not source[0] or unit.tags[source[0] - 1] not in _BEFORE_ASIDE:
        source = _late_subject(unit, cue)
    if not source or unit.tags[source[0]] in ("object", "wh") or unit.low[source[0]] in _RELATIVES:
        return None
    said = _round(unit, source[0], end)
    if unit.tags[said[1] - 1] != QUOTED and QUOTED in unit.tags[end : end + 2]:
        return None  # "When they left, he said, ..."
    return Report(said, cue, source, "aside", source[0]) if _is_said(unit, said, source[0]) else None


def find_phrase(unit: Unit, cue: Cue) -> Report | None:
    """Return the report of "according to ...", or None."""
    source = phrase_after(unit, cue.last)
    if source is None:
        return None
    if cue.first and unit.tags[cue.first - 1] != "conjunction":
        return Report(_round(unit, cue.first, source[1]), cue, source, "phrase", cue.first)
    start = source[1]
    while start < len(unit) and unit.tags[start] != ",":
        start += 1
    if start + 1 >= len(unit):
        return None
    quote = unit.tags[start + 1] == QUOTED
    return Report((start + 1, start + 2 if quote else clause_end(unit, start + 1)), cue, source, "phrase", cue.first)


def _inverted(unit: Unit, cue: Cue) -> Report | None:
    """Return the report of "...," said Ann Lee."""
    at = cue.group
    if not at or unit.tags[at - 1] not in _BEFORE_ASIDE or "one quote" in cue.entry.takes:
        return None
    source = phrase_after(unit, cue.last)
    if source is None or unit.tags[source[0]] == "time" or unit.low[source[0]] == "that":
        return None
    if unit.low[source[1] : source[1] + 1] != ["who"] and not _ends_aside(unit, source[1]):
        return None
    said = _round(unit, at, source[1])
    if unit.tags[said[1] - 1] != QUOTED:
        said = (said[0], min(said[1], at - 1))
        if said[0] >= said[1] or not has_verb(unit, said[0]):
            return None  # "Ann Lee, the mayor, said ..."
    return Report(said, cue, source, "inverted", at)


def _is_tail(unit: Unit, cue: Cue, source: Span | None, end: int) -> bool:
    """Tell whether `source` and `cue` follow a quotation, whatever comes after but something else that is said."""
    at = source[0] - 1 if source else 0
    while at > 0 and unit.tags[at] == ",":
        at -= 1
    return (
        bool(source) and unit.tags[at] == QUOTED and "that" not in unit.low[end : end + 4] and ":" not in unit.low[end:]
    )


def _late_subject(unit: Unit, cue: Cue) -> Span | None:
    """Return the subject that stands right after a quotation, when more stands between it and its verb."""
    for at in range(cue.group - 1, max(0, cue.group - _LONGEST_SUBJECT), -1):
        if unit.tags[at] in _STOPS:
            return None
        if unit.tags[at] == QUOTED:
            while at < cue.group and unit.tags[at] in (QUOTED, ","):
                at += 1
            return phrase_after(unit, at) if at < cue.group else None
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
    if unit.low[at] == "not" or (unit.tags[at] not in _ADJUNCT_STARTS and unit.low[at] not in _MANNERS):
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
    if (
        at + 1 < len(unit)
        and tags[at] in _DASHES
        and tags[at + 1] not in ("conjunction", "subordinator")
        and not unit.low[at + 1].endswith("ing")
    ):
        last = clause_end(unit, at + 1)
    return first, last


def _second_piece(unit: Unit, end: int) -> int | None:
    """Return the end of the piece of a quotation that goes on after its reporting clause [.., end)."""
    tags = unit.tags
    for at in range(end, len(unit)):
        if tags[at] == QUOTED:
            over = all(tag in _JOINTS for tag in tags[at + 1 :])
            new = any(word.endswith("ing") for word in unit.low[end:at]) and tags[at - 1] != "."
            return at + 1 if tags[at - 1] in _JOINTS and (over or "." not in tags[end:at]) and not new else None
    return None


def _clause_start(unit: Unit, last: int) -> int:
    """Return where the clause that ends before word `last` begins: with its quotation where it is nothing else."""
    tags = unit.tags
    first = last
    stops = _BREAKS if last and tags[last - 1] == QUOTED else _STOPS
    while first > 0 and tags[first - 1] not in stops:
        first -= 1
    while first < last and tags[first] in ("conjunction", ","):
        first += 1
    return first
