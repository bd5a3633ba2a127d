"""Quotations that stand alone, with no cue beside them: whose they are by what stands around them."""

from typing import NamedTuple

from analysis.quotes.asides import Report
from analysis.quotes.clauses import are_one, has_verb, is_clause
from analysis.quotes.cues import Cue, find_cues
from analysis.quotes.sources import Span, main_subject, phrase_after, subject_before
from analysis.quotes.units import DASHES, ENDS, QUOTED, Unit

_PERSONS = frozenset(("he", "she", "i", "we"))
_STATED = frozenset(("speech", "belief"))
_LONGEST_SIGNATURE = 16


class Announced(NamedTuple):
    """What leads to a quotation: its cue, if there is one, and its source, in words of a unit."""

    cue: Cue | None
    source: Span


def carry_on(unit: Unit, reports: list[Report]) -> list[Report]:
    """Return `reports` with the quotations that follow them as sentences of their own: the last speaker goes on."""
    source = reports[-1].source if reports else None
    if source is None:
        return reports
    taken = {i for report in reports for i in range(*report.content)}
    found = list(reports)
    for i in range(source[1], len(unit)):
        if i in taken or unit.tags[i] != QUOTED or unit.tags[i - 1] not in ENDS:
            continue
        first, last = found[-1].content
        one = are_one((unit.starts[first], unit.ends[last - 1]), (unit.starts[i], unit.ends[i]))
        if last <= i and one and goes_on(unit, found[-1]):
            found[-1] = found[-1]._replace(content=(first, i + 1))
        else:
            found.append(Report((i, i + 1), None, source, "carried", i))
    return found


def goes_on(unit: Unit, report: Report) -> bool:
    """Tell whether a quotation after `report` can go on with it: it quotes too, or its cue has a clause of speech."""
    first, last = report.content
    if QUOTED in unit.low[first:last]:
        return True
    return report.cue is not None and report.cue.entry.kind == "speech" and is_clause(unit, report.cue, first)


def announcement(unit: Unit, near: bool) -> Announced | None:
    """Return what in the unit before a quotation leads to it, or None.

    The unit ends in a colon, or has a verb of speech or belief ("Lee agreed."), or a person as its subject where the
    quotation is `near`, in the same paragraph ("Lee was blunt.").
    """
    leads = unit.low[-1:] == [":"]
    for cue in reversed(find_cues(unit)):
        stated = cue.entry.kind in _STATED and cue.form in ("past", "third") and not cue.passive
        stated = stated and unit.low[cue.last : cue.last + 1] != ["to"]
        if cue.entry.part == "verb" and (leads or stated) and (source := subject_before(unit, cue.group)):
            return Announced(cue, source)
    source = main_subject(unit, len(unit)) if leads or near else None
    if source and (leads or unit.tags[source[0]] == "name" or unit.low[source[0]] in _PERSONS):
        return Announced(None, source)
    return None


def signature(unit: Unit) -> Span | None:
    """Return the name in a line that signs the quotation before it ("- Ann Lee, in her speech"), or None."""
    if len(unit) > _LONGEST_SIGNATURE or unit.tags[:1] not in (["-"], *([dash] for dash in DASHES)):
        return None
    name = phrase_after(unit, 1)
    return name if name and unit.tags[1] == "name" and not has_verb(unit, 1) else None
