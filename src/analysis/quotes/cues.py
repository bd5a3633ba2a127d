"""Cues: the words that report that something was said, thought or wanted."""

from functools import cache
from typing import NamedTuple

from analysis import lexicons
from analysis.quotes.sources import finite_pasts, subject_before
from analysis.quotes.units import ENDS, QUOTED, Unit
from analysis.text.inflection import plural, verb_forms

_BE = frozenset(
    ["am", "is", "are", "was", "were", "be", "been", "being", "'re", "'m", "isn't", "aren't", "wasn't", "weren't"]
)
_PLURAL_SUBJECTS = frozenset(["i", "you", "we", "they", "who", "that", "which"])
_PRONOUNS = frozenset(("another", "others", "many", "some", "most", "few", "several"))
_GOVERNORS = frozenset(("of", "from", "with", "by"))
_WENT = frozenset(("went", "goes", "going"))
_RELATIVES = frozenset(("speech", "evidence"))  # kinds of which what is said tells more than who
_WISHES = frozenset(("would",))
_LONGEST_PAIR = 6  # words of a subject
_LONGEST_SUBJECT = 9
_STATED = frozenset(("speech", "belief"))
_GROUP = frozenset(("auxiliary", "glue"))


class Entry(NamedTuple):
    """A line of the lexicon: what kind of report the cue makes and what it takes."""

    lemma: str
    part: str
    kind: str
    takes: frozenset[str]


class Cue(NamedTuple):
    """A cue in a unit: words [group, last) with auxiliaries and adverbs, [first, last) without."""

    group: int
    first: int
    last: int
    form: str
    passive: bool
    entry: Entry


@cache
def _index() -> dict[str, list[tuple[tuple[str, ...], str, Entry]]]:
    """Return for each first word of a cue its (further words, form, entry), longest first."""
    index: dict[str, list[tuple[tuple[str, ...], str, Entry]]] = {}
    for row in lexicons.read("reporting_cues"):
        if row["part"] == "support":
            continue
        entry = Entry(row["lemma"], row["part"], row["kind"], frozenset(lexicons.words(row["takes"])))
        for form, name in _forms(row["lemma"], row["part"]).items():
            first, *rest = form.split()
            index.setdefault(first, []).append((tuple(rest), name, entry))
    for entries in index.values():
        entries.sort(key=lambda item: -len(item[0]))
    return index


@cache
def _nouns() -> frozenset[str]:
    return lexicons.column("reporting_cues", "lemma", ("part", "noun"))


def _forms(lemma: str, part: str) -> dict[str, str]:
    if part == "noun":
        return {lemma: "singular", plural(lemma): "plural"}
    if part == "adverb":
        return {lemma: "adverb"}
    forms = verb_forms(lemma)
    return {
        forms.gerund: "gerund",
        forms.base: "base",
        **dict.fromkeys(forms.participle, "participle"),
        **dict.fromkeys(forms.past, "past"),
        forms.third: "third",
    }


def find_cues(unit: Unit) -> list[Cue]:
    """Return the cues of `unit` in order: verbs where a verb can stand, nouns and fixed phrases anywhere."""
    index, found, upto = _index(), [], 0
    for i in [i for i, word in enumerate(unit.low) if word in index]:
        if i >= upto:
            cue = next((cue for candidate in index[unit.low[i]] if (cue := _cue_at(unit, i, *candidate))), None)
            if cue:
                found.append(cue)
                upto = cue.last
    return found


def _cue_at(unit: Unit, i: int, rest: tuple[str, ...], form: str, entry: Entry) -> Cue | None:
    """Return the cue of `entry` whose first word, in `form`, is the word `i` and whose others are `rest`, or None."""
    last = i + 1 + len(rest)
    if rest and tuple(unit.low[i + 1 : last]) != rest:
        return None
    if entry.part != "verb":
        return Cue(i, i, last, form, False, entry)
    group = _group_start(unit, i)
    capital = i > 0 and unit.tags[i] == "name"  # "the Washington Post"
    relative = form in ("past", "third") and entry.kind in _RELATIVES and _is_relative(unit, group)
    said = form == "base" and entry.kind in _STATED and "clause" in entry.takes and entry.lemma not in _nouns()
    said = said and group > 0 and unit.tags[group - 1] != "determiner"
    sure = relative or (said and _is_plural(unit, group)) or _is_verb(unit, group, i, form)
    if capital or not sure or _is_hypothetical(unit, group, i, form):
        return None
    if form == "third" and entry.lemma in _nouns() and _is_noun(unit, group, last):
        return None
    return Cue(group, i, last, form, form in ("past", "participle") and not _BE.isdisjoint(unit.low[group:i]), entry)


def _group_start(unit: Unit, i: int) -> int:
    """Return where the verb group of the verb at `i` begins, its auxiliaries and adverbs included."""
    while i > 0 and (
        unit.tags[i - 1] in _GROUP or (i > 1 and unit.low[i - 1] == "'s" and unit.tags[i - 2] == "subject")
    ):
        i -= 1
    if i > 1 and unit.low[i - 1] == "on" and unit.low[i - 2] in _WENT:
        return _group_start(unit, i - 2)
    return i


def _is_hypothetical(unit: Unit, group: int, i: int, form: str) -> bool:
    """Tell whether the verb only could, should or is to happen ("will say", "to say", "did not say")."""
    if form != "base" or any(word in _WISHES for word in unit.low[group:i]):
        return False
    if unit.low[i - 1] == "to" and unit.low[i - 2] == "on" and unit.low[i - 3] in _WENT:
        return False
    return any(tag == "auxiliary" for tag in unit.tags[group:i]) or "to" in unit.low[max(group, i - 2) : i]


def _is_verb(unit: Unit, group: int, i: int, form: str) -> bool:
    """Tell whether word `i`, whose verb group would begin at `group`, can be a verb and is not a noun or adjective."""
    before = unit.tags[group - 1] if group else ""
    if before == "-" or unit.low[i + 1 : i + 2] == ["-"]:
        return False
    if form == "gerund":
        return before != "determiner" or "auxiliary" in unit.tags[group:i]
    if form != "third" and ("auxiliary" in unit.tags[group:i] or "to" in unit.low[group:i]):
        return True
    if before == "determiner" and unit.low[group - 1] in _PRONOUNS:
        return form != "base" or unit.low[group - 1] != "another"
    if form == "third" and before == "number":
        return False  # "508 points"
    gave = before == "word" and unit.low[group - 1] in finite_pasts()  # "gave detailed accounts"
    if gave or before in ("determiner", "preposition", "object"):
        return False
    return form in ("past", "participle") or (before != "'s" and _agrees(unit, group, i, form, before))


def _is_relative(unit: Unit, group: int) -> bool:
    """Tell whether the word before a verb group is the "that" of a relative clause ("a report that says")."""
    return group > 1 and unit.low[group - 1] == "that" and unit.tags[group - 2] in ("word", "name")


def _is_noun(unit: Unit, group: int, last: int) -> bool:
    """Tell a plural noun from a verb: "estimates suggest", "of the claims team"."""
    after = unit.tags[last : last + 1]
    if unit.low[last : last + 1] == ["that"]:
        return False
    if after == ["auxiliary"] or (after == ["word"] and any(not rest for rest, *_ in _index().get(unit.low[last], ()))):
        return True
    source = subject_before(unit, group)
    return source is not None and source[0] > 0 and unit.low[source[0] - 1] in _GOVERNORS


def _agrees(unit: Unit, group: int, i: int, form: str, before: str) -> bool:
    """Tell whether a present form agrees with the word before it, of class `before`, as its subject."""
    if not group or before in (",", "conjunction", "wh"):
        return form == "third" or before == "conjunction" or unit.low[i + 1 : i + 2] == ["that"]
    subject = unit.low[group - 1]
    if form == "third":
        return subject not in _PLURAL_SUBJECTS or subject in ("who", "that", "which")
    if before == "name" and not subject.endswith("s"):
        return _is_plural(unit, group)  # not "the TV show"
    return subject in _PLURAL_SUBJECTS or subject.endswith("s") or before == "number"


def _is_plural(unit: Unit, end: int) -> bool:
    """Tell whether a subject of several words that ends at `end` is plural: "Lee and Roe", "voters in the city"."""
    if unit.low[end - 1 : end] in (["percent"], ["%"]):
        return True
    for i in range(end - 1, max(0, end - _LONGEST_SUBJECT), -1):
        if unit.tags[i] in (*ENDS, QUOTED, "auxiliary", "conjunction", "subordinator", "subject"):
            return unit.low[i] == "and" and i > end - _LONGEST_PAIR
        noun = unit.tags[i - 1] == "word" or i == 1
        if noun and unit.tags[i] in ("preposition", "word", ",") and _is_several(unit.low[i - 1]):
            return True
    return False


def _is_several(word: str) -> bool:
    return word.endswith("s") and not word.endswith(("ss", "us", "is"))
