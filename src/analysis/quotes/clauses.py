"""Clauses: how far what is said reaches, after its cue or round a reporting clause in its midst."""

from analysis.quotes.cues import Cue
from analysis.quotes.sources import Span, is_past
from analysis.quotes.units import DASHES, ENDS, QUOTED, Unit
from analysis.text.saying import said

_BREAKERS = frozenset(("while", "although", "though", "but", "whereas"))
_CLAUSE_STARTS = frozenset(("subject", "name", "determiner", "auxiliary", "glue", "word"))
_SUBJECTS = frozenset(("subject", "name", "determiner"))
_OUTSIDE = frozenset(("after", "when", "because", "while", "although", "though", "unless", "during"))
_NEXT_CLAUSE = frozenset(("conjunction", "subordinator", "wh", "subject"))
_CLITICS = frozenset(("'s", "'re", "'ve", "'d", "'ll"))
_LEADS = frozenset(("subordinator", "preposition", "time", "glue"))
_NAMED = frozenset(("what", "which", "who", "that", "whom"))
_COMPLEMENTS = frozenset(("determiner", "word", "'s", QUOTED))
_JOINTS = frozenset((",", ".", ":", *DASHES))
_MARKS = frozenset((".", ",", ";", "(", QUOTED, ":", *DASHES))
_BREAKS = frozenset((*ENDS, "(", *DASHES))
_LONGEST_SUBJECT = 14
_SHORTEST_GERUND = 6
_BRIEF = 50  # characters: a reporting clause as short never parts a quotation


def has_verb(unit: Unit, at: int) -> bool:
    """Tell whether the words from `at` can be a clause: a pronoun as subject, or a verb before the next mark."""
    if unit.tags[at : at + 1] == ["subject"]:
        return True
    for i in range(at + 1, min(len(unit), at + _LONGEST_SUBJECT)):
        if unit.tags[i] in ENDS or unit.low[i] == ",":
            return False
        clitic = unit.low[i] in _CLITICS and (unit.low[i] != "'s" or unit.tags[i - 1] == "subject")
        if clitic or unit.tags[i] == "auxiliary" or is_past(unit.low[i]):
            return True
        goes_on = i + 1 < len(unit) and unit.tags[i + 1] not in ENDS and unit.low[i + 1] != ","
        if goes_on and unit.tags[i] == "word" and unit.low[i].endswith("s") and not unit.low[i - 1].endswith("s"):
            return True
    return False


def main_start(unit: Unit, first: int, last: int) -> int:
    """Return where the main clause of [first, last) begins: after the comma that ends what leads up to it."""
    if unit.tags[first] in _LEADS and "," in unit.tags[first:last]:
        return unit.tags.index(",", first) + 1
    return first


def is_clause(unit: Unit, cue: Cue, at: int) -> bool:
    """Tell whether what begins at `at` is a clause or an infinitive, not a noun phrase alone."""
    if unit.tags[at] in (QUOTED, "wh") or unit.low[at] in ("that", "to", "if"):
        return True
    return bool(cue.entry.takes & {"clause", "one clause", "one to do"})


def clause_end(unit: Unit, at: int, walls: frozenset[int] = frozenset()) -> int:
    """Return the word after the last of the clause that begins at word `at`.

    It ends with the sentence, at one of `walls`, and at a comma after which the reporter speaks again.
    """
    for i in range(at + 1, len(unit)):
        if unit.tags[i] in ENDS or i in walls:
            return i - 1 if i in walls and unit.tags[i - 1] == "," else i
        if unit.low[i] == "," and i + 1 < len(unit) and _is_over(unit, at, i + 1):
            return i
        if unit.tags[i] in DASHES and not any(tag in DASHES for tag in (*unit.tags[at:i], *unit.tags[i + 1 :])):
            return i  # a remark of the reporter's, not a parenthesis
    return len(unit)


def _is_over(unit: Unit, at: int, after: int) -> bool:
    """Tell whether the word `after` a comma is no longer of the clause that begins at `at`."""
    tag, low = unit.tags[after], unit.low[after]
    if low in _BREAKERS:
        starts = unit.tags[min(after + 1, len(unit) - 1)] in _CLAUSE_STARTS
        return starts and unit.low[after + 1 : after + 2] != ["that"]
    if low == "which" and QUOTED not in unit.low[after:]:
        return True
    if low == "according" or (tag == "word" and low.endswith("ing") and len(low) >= _SHORTEST_GERUND):
        return True
    if tag == "auxiliary" or (tag == "word" and low in said()):  # takes up the subject of the sentence again
        return "," not in unit.tags[at : after - 1]
    return (tag in _SUBJECTS or tag == "word") and _is_led(unit, at)


def _is_led(unit: Unit, at: int) -> bool:
    """Tell whether `at` stands in a clause that leads up to the main one ("When he said ..., she left")."""
    return unit.tags[0] in ("subordinator", "wh") and "," not in unit.tags[:at]


def phrase_end(unit: Unit, at: int, walls: frozenset[int]) -> int:
    """Return the word after the last of the noun phrase, with what hangs on it, that begins at word `at`."""
    end = clause_end(unit, at, walls)
    for i in range(at + 1, end):
        after = unit.tags[i + 1] if i + 1 < end else ""
        # a date is of the report rather than of what is said
        dated = after == "time" and unit.low[i] in ("on", "in", "at")
        if dated or unit.low[i] in _OUTSIDE or (unit.low[i] == "," and after in _NEXT_CLAUSE):
            return i
    return end


def naming_end(unit: Unit, cue: Cue, source: Span | None, start: int, end: int) -> int | None:
    """Return where [start, end), something and what it is called, ends: at the words in quotation marks, if there are.

    None where a thing has only a name ("a show called ...").
    """
    led = source is not None and source[0] > 0 and unit.low[source[0] - 1] in _NAMED
    first = start + 1
    while first < end and unit.tags[start] == unit.tags[first] == "name":
        first += 1
    single = unit.low[start] == QUOTED or unit.tags[start] == "name"
    if not led and source is not None and unit.tags[start] == "word" and unit.low[source[0]] in ("a", "an", "'s", "s"):
        return None  # "a technique called dead reckoning"
    if not led and source is not None and cue.form == "past" and source[1] == cue.group - 1:
        return None  # "the tactic, called ..."
    alone = single and (first >= end or unit.tags[first] not in _COMPLEMENTS)
    if alone and not led and QUOTED not in unit.low[start + 1 : end]:
        return None
    quoted = [i for i in range(start if led else start + 1, end) if unit.low[i] == QUOTED]
    return (quoted[0] if led else quoted[-1]) + 1 if quoted else end


def around(unit: Unit, start: int, end: int, named: bool = False) -> Span:
    """Return what is said round the reporting clause [start, end); it ends in the name of its source where `named`."""
    last = start
    while last > 0 and unit.tags[last - 1] in (",", *DASHES):
        last -= 1
    first = _clause_start(unit, last)
    quoted = last > 0 and unit.tags[last - 1] == QUOTED
    if quoted or (QUOTED in unit.low[first:last] and QUOTED in unit.tags[-2:]):
        return first, _second_piece(unit, first, last, end) or last
    at = end
    while at < len(unit) and unit.tags[at] not in _MARKS:
        at += 1
    if at + 1 < len(unit) and unit.tags[at] in (",", *DASHES) and _resumes(unit, first, last, at + 1, named):
        return first if first < last else at + 1, clause_end(unit, at + 1)
    return first, last


def _resumes(unit: Unit, first: int, last: int, after: int, named: bool) -> bool:
    """Tell whether the clause [first, last) goes on at word `after`, past the reporting clause in its midst.

    Where it is complete, more after a name says who that is ("..., according to Lee, a pollster").
    """
    tag, low = unit.tags[after], unit.low[after]
    led = unit.tags[first] in _LEADS
    if tag in ("conjunction", "subordinator") or (low.endswith("ing") and not led):
        return QUOTED in unit.low[after + 1 : after + 2]
    complete = any(unit.tags[i] == "auxiliary" or is_past(unit.low[i]) for i in range(first + 1, last))
    return not named or not complete or led or tag == "auxiliary" or is_past(low)


def _clause_start(unit: Unit, last: int) -> int:
    """Return where the clause that ends before word `last` begins."""
    stops = _BREAKS if last and unit.tags[last - 1] == QUOTED else ENDS
    first = last
    while first > 0 and unit.tags[first - 1] not in stops:
        first -= 1
    while first < last and unit.tags[first] in ("conjunction", ","):
        first += 1
    return first


def _second_piece(unit: Unit, first: int, last: int, end: int) -> int | None:
    """Return the end of the piece in which the quotation [first, last) goes on after its reporting clause, until `end`.

    It does not where somebody speaks anew in between ("..., he said, adding that ..."), or more is told than quoted.
    """
    at = next((i for i in range(end, len(unit)) if unit.tags[i] == QUOTED), None)
    if at is None or unit.tags[at - 1] not in _JOINTS:
        return None
    if unit.tags[at - 1] != "." and any(word.endswith("ing") for word in unit.low[end:at]):
        return None  # "..., he said, adding, ..."
    quoted, other = (unit.starts[first], unit.ends[last - 1]), (unit.starts[at], unit.ends[at])
    if any(_says_anew(unit, i) for i in range(end, at)) or (unit.tags[at - 1] == "." and not are_one(quoted, other)):
        return None
    alone = all(tag in _JOINTS for tag in unit.tags[at + 1 :])
    return at + 1 if alone or "." not in unit.tags[end:at] else None


def _says_anew(unit: Unit, at: int) -> bool:
    """Tell whether the word at `at` is a verb of saying that has a clause of its own ("who said that ...")."""
    return unit.low[at] in said() and (unit.low[at + 1] == "that" or unit.tags[at + 1] == "subject")


def are_one(piece: Span, other: Span) -> bool:
    """Tell whether two pieces of a quotation, as offsets, are one statement: what is told in between is the less."""
    told = other[0] - piece[1]
    return told <= max(_BRIEF, piece[1] - piece[0] + other[1] - other[0])
