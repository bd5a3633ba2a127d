"""Asides: reporting clauses inside or after what they report ("...," he said; ..., said Ann Lee; ..., according to)."""

from typing import NamedTuple

from analysis.quotes.clauses import around, clause_end, has_verb, main_start
from analysis.quotes.cues import Cue
from analysis.quotes.sources import Span, phrase_after, subject_before
from analysis.quotes.units import DASHES, ENDS, QUOTED, Unit

_BEFORE_ASIDE = frozenset((",", QUOTED, "?", "!", *DASHES))
_AFTER_ASIDE = frozenset((".", ",", ";", "(", QUOTED, ":", *DASHES))
_ADJUNCT_STARTS = frozenset(("preposition", "time", "subordinator", "glue"))
_MANNERS = frozenset(("speaking", "referring", "citing", "quoting", "this", "that", "the"))
_NO_SUBJECTS = frozenset(("who", "that", "which"))
_LONGEST_ADJUNCT = 16
_NEAR = 4
_LONGEST_SUBJECT = 40


class Report(NamedTuple):
    """What a cue reports, in words of a unit.

    `start` is the first word of the reporting clause; `shape` says where that stands: after (cue first), noun, aside,
    inverted, as, phrase; or that there is no cue: colon, headline, carried (from the report before).
    """

    content: Span
    cue: Cue | None
    source: Span | None
    shape: str
    start: int


def find_aside(unit: Unit, cue: Cue) -> Report | None:
    """Return the report of a verb in "..., he said", "...," said he or "As he said, ...", or None."""
    if cue.form == "gerund" or cue.passive:
        return None
    source = subject_before(unit, cue.group)
    if "aside" not in cue.entry.takes and not (cue.entry.kind == "speech" and _follows_quote(unit, source, cue.last)):
        return None
    return _inverted(unit, cue) or _as_said(unit, cue, source) or _trailing(unit, cue, source)


def find_phrase(unit: Unit, cue: Cue) -> Report | None:
    """Return the report of "according to ...", or None."""
    source = phrase_after(unit, cue.last)
    if source is None or (cue.first and unit.low[cue.first - 1] == "that"):
        return None  # "said that according to ...": part of what is said
    if cue.first and unit.tags[cue.first - 1] != "conjunction" and not _leads_on(unit, cue.first):
        return Report(around(unit, cue.first, source[1], named=True), cue, source, "phrase", cue.first)
    start = source[1]
    while start < len(unit) and unit.tags[start] != ",":
        start += 1
    if start + 1 >= len(unit):
        return None
    quote = unit.tags[start + 1] == QUOTED
    return Report((start + 1, start + 2 if quote else clause_end(unit, start + 1)), cue, source, "phrase", cue.first)


def _leads_on(unit: Unit, at: int) -> bool:
    """Tell whether what is said comes after the phrase at `at`: "... because, according to Lee, ..."."""
    joints = ("conjunction", "subordinator")
    return at > 1 and unit.tags[at - 1] == "," and (unit.tags[at - 2] in joints or unit.low[at - 2] == "that")


def _inverted(unit: Unit, cue: Cue) -> Report | None:
    """Return the report of "...," said Ann Lee."""
    at = cue.group
    if not at or cue.first != at or unit.tags[at - 1] not in _BEFORE_ASIDE or "one quote" in cue.entry.takes:
        return None
    source = phrase_after(unit, cue.last)
    if source is None or unit.tags[source[0]] == "time" or unit.low[source[0]] in ("that", QUOTED):
        return None
    if unit.low[source[1] : source[1] + 1] != ["who"] and not _ends_aside(unit, source[1]):
        return None
    said = around(unit, at, source[1], named=True)
    if unit.tags[said[1] - 1] != QUOTED:
        said = (said[0], min(said[1], at - 1))
        if said[0] >= said[1] or not (unit.low[said[1] - 1] == QUOTED or has_verb(unit, main_start(unit, *said))):
            return None  # "Ann Lee, the mayor, said ..."
    return Report(said, cue, source, "inverted", at)


def _as_said(unit: Unit, cue: Cue, source: Span | None) -> Report | None:
    """Return the report of "As he said, ..."."""
    if not source or not source[0] or unit.low[source[0] - 1] != "as" or not _ends_aside(unit, cue.last):
        return None
    start = unit.tags.index(",", cue.last) + 1 if "," in unit.tags[cue.last :] else len(unit)
    opens = source[0] == 1 and cue.entry.kind == "speech"
    if start > cue.last + 1 and not opens and unit.tags[start : start + 1] != [QUOTED]:
        return None
    return Report((start, clause_end(unit, start)), cue, source, "as", source[0] - 1)


def _trailing(unit: Unit, cue: Cue, source: Span | None) -> Report | None:
    """Return the report of "..., he said"."""
    end = cue.last
    if "one quote" in cue.entry.takes and (addressee := phrase_after(unit, end)):
        end = addressee[1]
    wants = unit.low[end : end + 1] == ["to"] and "to do" in cue.entry.takes
    announces = unit.low[end : end + 1] == [":"] and QUOTED not in unit.tags[:end]
    if wants or announces or (not _ends_aside(unit, end) and not _follows_quote(unit, source, end)):
        return None
    late = _late_subject(unit, cue)
    if source and late and late[1] == source[0] - 1:
        source = late  # "...," Lee, mayor of the town, said
    if not source or not source[0] or unit.tags[source[0] - 1] not in _BEFORE_ASIDE:
        source = late
    if not source or unit.tags[source[0]] in ("object", "wh") or unit.low[source[0]] in _NO_SUBJECTS:
        return None
    if not _follows_quote(unit, source, end) and _quotes_anew(unit, end):
        return None  # "When they left, he said, ..."
    said = around(unit, source[0], end)
    return Report(said, cue, source, "aside", source[0]) if _is_said(unit, said, source[0], end) else None


def _follows_quote(unit: Unit, source: Span | None, end: int) -> bool:
    """Tell whether `source` follows a quotation and its verb, which ends at `end`, does not report something else."""
    if source is None:
        return False
    at = source[0] - 1
    while at > 0 and unit.tags[at] == ",":
        at -= 1
    near = 1 if at < source[0] - 1 else _NEAR  # after a comma, nothing but the quotation can be what is said
    return unit.tags[at] == QUOTED and "that" not in unit.low[end : end + near] and ":" not in unit.low[end:]


def _quotes_anew(unit: Unit, end: int) -> bool:
    """Tell whether a quotation that begins with a capital follows the reporting clause that ends at `end`."""
    at = end + 1 if unit.low[end : end + 1] == [","] else end
    return at < len(unit) and unit.tags[at] == QUOTED and at not in unit.lowered


def _late_subject(unit: Unit, cue: Cue) -> Span | None:
    """Return the subject that stands right after a quotation, when more stands between it and its verb."""
    if unit.tags[cue.group - 1] in ("subordinator", "preposition"):
        return None
    for at in range(cue.group - 1, max(-1, cue.group - _LONGEST_SUBJECT), -1):
        if unit.tags[at] in ENDS:
            return None
        if unit.tags[at] == QUOTED:
            while at < cue.group and unit.tags[at] in (QUOTED, ","):
                at += 1
            return phrase_after(unit, at) if at < cue.group and not unit.low[at].endswith("ing") else None
    return None


def _is_said(unit: Unit, said: Span, aside: int, end: int) -> bool:
    """Tell a statement before a reporting clause from a phrase of time or place ("In May, he said ...")."""
    first, last = said[0], min(said[1], aside)
    if first >= last:
        return first > aside  # "But, he said, ..."
    inner = unit.tags[first:last] if unit.tags[end : end + 1] == [","] else unit.tags[first : last - 1]
    led = unit.tags[first] in ("preposition", "subordinator", "time", "glue") or unit.low[first].endswith("ing")
    return unit.tags[last - 1] == QUOTED or not led or "," in inner


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
