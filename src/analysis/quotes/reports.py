"""Reports: each cue of a unit with what it reports and who is its source."""

from analysis import lexicons
from analysis.quotes.asides import Report, find_aside, find_phrase
from analysis.quotes.clauses import clause_end, content_after, has_verb, content_after_noun, is_clause, phrase_end
from analysis.quotes.cues import Cue, find_cues
from analysis.quotes.sources import Span, clause_subject, main_subject, possessor_before, subject_before
from analysis.quotes.units import QUOTED, Unit

_LONGEST_NAME = 6  # words of a speaker's name in a headline, and the colon
_NOBODY = frozenset(("you", "one", "anyone", "nobody"))


_READERS = {"verb": find_aside, "adverb": find_phrase, "noun": lambda unit, cue: None}


def read_unit(unit: Unit) -> list[Report]:
    """Return the reports of `unit` in the order of their cues."""
    reports: list[Report] = []
    cues = find_cues(unit)
    asides = [
        found for cue in cues if (found := _READERS[cue.entry.part](unit, cue)) and found.content[0] < found.content[1]
    ]
    walls = frozenset(found.start for found in asides) | _new_verbs(unit, cues)
    at_cue = {found.cue.first: found for found in asides}
    subject: Span | None = None
    for cue in cues:
        # what is reported inside a report is part of that report
        if any(r.content[0] <= cue.first < r.content[1] and not r.start <= cue.first for r in asides):
            continue
        if any(
            r.content[0] <= cue.first < r.content[1] for r in reports if r.shape not in ("aside", "inverted", "phrase")
        ):
            continue
        found = at_cue.get(cue.first) or (_after if cue.entry.part == "verb" else _noun)(unit, cue, subject, walls)
        if found is None or _is_empty(unit, found.content):
            continue
        if found.source and cue.form != "gerund":
            subject = found.source
        reports.append(found)
    return reports or _announced(unit) or _headline(unit)


def _is_empty(unit: Unit, content: Span) -> bool:
    """Tell whether nothing, or a pronoun alone, would be what is said."""
    length = content[1] - content[0]
    return length < 1 or (length == 1 and unit.tags[content[0]] in ("subject", "object", "determiner", "wh", "glue"))


def _announced(unit: Unit) -> list[Report]:
    """Return the quotation that a colon announces where no cue is known ("He made his case: ...")."""
    for i in range(1, len(unit) - 1):
        if unit.low[i] == ":" and unit.tags[i + 1] == QUOTED:
            source = main_subject(unit, i)
            return [Report((i + 1, i + 2), None, source, "colon", 0)] if source else []
    return []


def _new_verbs(unit: Unit, cues: list[Cue]) -> frozenset[int]:
    """Return where a conjunction takes up a new verb of reporting, with or without a subject of its own."""
    found = set()
    for cue in cues:
        if cue.entry.part != "verb" or (
            cue.form not in ("past", "third") and unit.tags[cue.group - 1] != "conjunction"
        ):
            continue
        at = cue.group
        if at and unit.tags[at - 1] != "conjunction":
            subject = subject_before(unit, at)
            at = subject[0] if subject else 0
        if at and (unit.low[at - 1] in ("and", "but") or (unit.low[at - 1] == "," and cue.entry.kind == "speech")):
            found.add(at - 1)
    return frozenset(found)


def _headline(unit: Unit) -> list[Report]:
    """Return what a headline reports after the speaker's name and a colon ("Petro: Trump is misinformed")."""
    colon = unit.low.index(":") if ":" in unit.low[1:_LONGEST_NAME] else 0
    if not colon or unit.paragraph or unit.capitals < colon or unit.low[0] in lexicons.column("headline_labels", "word") or not has_verb(unit, colon + 1):
        return []
    return [Report((colon + 1, clause_end(unit, colon + 1)), None, (0, colon), "headline", 0)]


def _after(unit: Unit, cue: Cue, subject: Span | None, walls: frozenset[int]) -> Report | None:
    """Return the report of "he said that ..."."""
    start = content_after(unit, cue)
    if start is None or start >= len(unit):
        return None
    source = None if _hangs(unit, cue) else subject_before(unit, cue.group)
    if cue.form == "gerund" and cue.first == cue.group and _is_thing(unit, cue, source):
        source = clause_subject(unit, source[0]) or source if source else None
    if source is None and _takes_up(unit, cue):
        source = subject or clause_subject(unit, cue.group)
    if (source is None and not cue.passive) or (source and unit.low[source[1] - 1] in _NOBODY):
        return None
    end = clause_end(unit, start, walls) if is_clause(unit, cue, start) else phrase_end(unit, start, walls)
    return Report((start, end), cue, source, "after", start)


def _hangs(unit: Unit, cue: Cue) -> bool:
    """Tell whether `cue` is a participle or gerund that hangs on a clause ("..., saying", "by saying")."""
    return cue.form == "gerund" and cue.group > 0 and unit.tags[cue.group - 1] in (",", "preposition")


def _is_thing(unit: Unit, cue: Cue, source: Span | None) -> bool:
    """Tell whether the words before a participle name a thing, not who says it ("issued a statement saying")."""
    return source is not None and cue.entry.kind != "evidence" and unit.tags[source[1] - 1] in ("word", "time")


def _takes_up(unit: Unit, cue: Cue) -> bool:
    """Tell whether a verb without a subject beside it goes on with the one of the clause before."""
    return (
        cue.form == "gerund" or not cue.group or unit.tags[cue.group - 1] in ("conjunction", ",", ")", "word", "name")
    )


def _noun(unit: Unit, cue: Cue, subject: Span | None, walls: frozenset[int]) -> Report | None:
    """Return the report of "his claim that ..." and "criticism of ..."."""
    source = possessor_before(unit, cue.first)
    start = content_after_noun(unit, cue)
    if start is None or start >= len(unit) or source is None:
        return None
    end = clause_end(unit, start, walls) if unit.low[start] == "that" else phrase_end(unit, start, walls)
    return Report((start, end), cue, source, "noun", start)


def announcement(unit: Unit) -> tuple[Cue, Span] | None:
    """Return the cue and source of a sentence that ends in a colon and so announces a quotation, or None."""
    if not unit.low or unit.low[-1] != ":":
        return None
    for cue in reversed(find_cues(unit)):
        source = subject_before(unit, cue.group) if cue.entry.part == "verb" else None
        if source:
            return cue, source
    return None
