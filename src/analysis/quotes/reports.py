"""Reports: each cue of a unit with what it reports and who is its source."""

from collections.abc import Iterable

from analysis import lexicons
from analysis.quotes.asides import Report, find_aside, find_phrase
from analysis.quotes.carried import carry_on
from analysis.quotes.clauses import clause_end, is_clause, naming_end, phrase_end
from analysis.quotes.cues import Cue, find_cues
from analysis.quotes.frames import content_after, content_after_noun
from analysis.quotes.sources import (
    Span,
    clause_subject,
    main_subject,
    possessor_before,
    subject_before,
    supported_subject,
)
from analysis.quotes.units import QUOTED, Unit

_LONGEST_NAME = 6  # words of a speaker's name in a headline, and the colon
_FEWEST_SAID = 4  # words of a headline from its colon on
_MORE = frozenset(("add", "note"))  # what else the main speaker said
_NOBODY = frozenset(("you", "one", "anyone", "nobody"))


def read_unit(unit: Unit) -> list[Report]:
    """Return the reports of `unit` in the order of their cues; what is reported inside a report is part of it."""
    headline = _headline(unit)
    if headline:
        return headline
    cues = find_cues(unit)
    asides = _asides(unit, cues)
    walls = frozenset(found.start for found in asides.values()) | _new_verbs(unit, cues)
    reports: list[Report] = []
    subject: Span | None = None
    asked: Span | None = None
    for cue in cues:
        if _is_inside(unit, cue, asides.values(), reports):
            asks = "one to do" in cue.entry.takes and cue.form != "gerund"
            asked = subject_before(unit, cue.group) if asks else asked
            continue
        if cue.entry.part == "verb":
            hangs = cue.form == "gerund" and cue.entry.lemma not in _MORE  # "Lee said Roe had urged ..., warning"
            found = asides.get(cue.first) or _after(unit, cue, (hangs and asked) or subject, walls)
        else:
            found = asides.get(cue.first) or _noun(unit, cue, walls)
        if found is None or _is_empty(unit, found.content):
            continue
        if found.source and cue.form != "gerund":
            subject = found.source
        reports.append(found)
    return carry_on(unit, reports) or _announced(unit)


def _asides(unit: Unit, cues: list[Cue]) -> dict[int, Report]:
    """Return the reports of the reporting clauses inside or after what they report, each by its cue's first word."""
    readers = {"verb": find_aside, "adverb": find_phrase}
    found = {cue.first: readers[cue.entry.part](unit, cue) for cue in cues if cue.entry.part in readers}
    return {first: report for first, report in found.items() if report and report.content[0] < report.content[1]}


def _is_inside(unit: Unit, cue: Cue, asides: Iterable[Report], reports: list[Report]) -> bool:
    """Tell whether `cue` stands in what another one reports."""
    if any(aside.cue != cue and aside.content[0] <= cue.first < _told_from(unit, aside) for aside in asides):
        return True
    plain = (report for report in reports if report.shape not in ("aside", "inverted", "phrase"))
    return any(report.content[0] <= cue.first < report.content[1] for report in plain)


def _told_from(unit: Unit, aside: Report) -> int:
    """Return the word before which all that `aside` holds is what is said, and not its reporting clause."""
    first, last = aside.content
    if aside.start < first:
        return last
    resumes = aside.cue is not None and unit.tags[aside.cue.last : aside.cue.last + 1] == [","]
    plain = QUOTED not in unit.tags[first:last]  # "Lee, he said, called her"
    return last if resumes and plain else min(aside.start, last)


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
    """Return where a conjunction or comma takes up a new verb of reporting, with or without a subject of its own."""
    found = set()
    for cue in cues:
        joined = cue.group > 0 and unit.tags[cue.group - 1] == "conjunction"
        if cue.entry.part != "verb" or cue.form == "participle" or not (joined or cue.form in ("past", "third")):
            continue
        subject = None if joined else subject_before(unit, cue.group)
        at = cue.group if joined else subject[0] if subject else 0
        if at and (unit.low[at - 1] in ("and", "but") or (unit.low[at - 1] == "," and cue.entry.kind == "speech")):
            found.add(at - 1)
    return frozenset(found)


def _headline(unit: Unit) -> list[Report]:
    """Return what a headline reports after the speaker's name and a colon ("Lee: Roe is misinformed")."""
    colon = unit.low.index(":") if ":" in unit.low[1:_LONGEST_NAME] else 0
    if unit.paragraph or not 0 < colon <= unit.capitals or len(unit) < colon + _FEWEST_SAID:
        return []
    if unit.low[0] in lexicons.column("headline_labels", "word") or unit.tags[0] in ("determiner", "wh"):
        return []
    return [Report((colon + 1, clause_end(unit, colon + 1)), None, (0, colon), "headline", 0)]


def _after(unit: Unit, cue: Cue, subject: Span | None, walls: frozenset[int]) -> Report | None:
    """Return the report of "he said that ..."."""
    start = content_after(unit, cue)
    if start is None or start >= len(unit):
        return None
    source = _source(unit, cue, subject)
    if source and cue.passive and unit.low[source[0]] == "it":
        source = None  # "it was reported"
    if (source is None and not cue.passive) or (source and unit.low[source[1] - 1] in _NOBODY):
        return None
    clause = is_clause(unit, cue, start)
    end: int | None = clause_end(unit, start, walls) if clause else phrase_end(unit, start, walls)
    if end and "name" in cue.entry.takes and unit.low[start] != "that":
        end = naming_end(unit, cue, source, start, end)
    if end is None or (cue.entry.kind == "judgement" and not clause and QUOTED not in unit.low[start:end]):
        return None  # who or what is praised or blamed is not what is said
    return Report((start, end), cue, source, "after", start)


def _source(unit: Unit, cue: Cue, subject: Span | None) -> Span | None:
    """Return the source of a verb: its subject, or the one it takes up from the clause before (`subject`)."""
    hangs = cue.form == "gerund" and cue.group > 0 and unit.tags[cue.group - 1] in (",", "preposition")
    source = None if hangs else subject_before(unit, cue.group)
    if source and cue.form == "gerund" and cue.first == cue.group and _is_thing(unit, cue, source):
        if source[0] and (unit.tags[source[0] - 1] == "auxiliary" or unit.low[source[0] - 1] == "to"):
            return None  # "must balance defending"
        source = clause_subject(unit, source[0]) or source
    if source is None and _takes_up(unit, cue):
        source = subject or clause_subject(unit, cue.group)
    return source


def _is_thing(unit: Unit, cue: Cue, source: Span) -> bool:
    """Tell whether the words before a participle name a thing, not who says it ("issued a statement saying")."""
    return cue.entry.kind != "evidence" and unit.tags[source[1] - 1] in ("word", "time")


def _takes_up(unit: Unit, cue: Cue) -> bool:
    """Tell whether a verb without a subject beside it goes on with the one of the clause before."""
    return (
        cue.form == "gerund" or not cue.group or unit.tags[cue.group - 1] in ("conjunction", ",", ")", "word", "name")
    )


def _noun(unit: Unit, cue: Cue, walls: frozenset[int]) -> Report | None:
    """Return the report of "his claim that ..." and "criticism of ..."."""
    source = possessor_before(unit, cue.first) or supported_subject(unit, cue.first)
    start = content_after_noun(unit, cue)
    if start is None or start >= len(unit):
        return None
    if source is None and not ("quote" in cue.entry.takes and unit.low[start] == QUOTED):
        return None  # chants and shouts need nobody
    end = clause_end(unit, start, walls) if unit.low[start] == "that" else phrase_end(unit, start, walls)
    return Report((start, end), cue, source, "noun", start)
