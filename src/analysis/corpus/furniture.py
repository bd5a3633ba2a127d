"""The rules of page furniture, read from the lexicon, and their match on one paragraph."""

import re
from collections import defaultdict
from functools import cache
from typing import NamedTuple

from analysis import lexicons
from analysis.corpus.dates import date_of_line
from analysis.corpus.persons import particles, writers_only

_SHORT = 16  # words: a longer paragraph is tried only on the rules that one of its words triggers
_LONGEST = 2000  # characters: a longer paragraph is no furniture
_TAIL = 400
_WORD = re.compile(r"[^\W_]+|©")
_PIECE = re.compile(
    r"\s*[|•·]\s*|\s+[/–—-]\s+|\s*(?=(?:(?<!Last )Updated|Last [Uu]pdated|Modified)\b)|\s+(?=Published:? (?:\d|[A-Z]))"
)
_TIME_OF_DAY = re.compile(r"\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?(?: [A-Z][\w+-]*)?")
_IN_BRACKETS = re.compile(
    r" ?\(((?:last )?(?:updated|modified)[^()]*)\)$", re.IGNORECASE
)  # after the date of publication
_DATES = ("published", "updated")
_OPENING = 300  # characters of a page in which a stamp may part the headline from the story
_STORY = re.compile(r"\s+[^\sa-z,;.]|\s*$")  # begins behind it
_SENTENCE_END = re.compile(r"[.!?][\"')]* ")
_CAPITAL = r"[^\W\d_a-z][\w'.-]*"

# where a paragraph stands, and the places of rules that hold there
PLACES = {
    "top": frozenset(("anywhere", "top", "edges")),
    "middle": frozenset(("anywhere", "below")),
    "end": frozenset(("anywhere", "below", "edges", "end")),
}


class Rule(NamedTuple):
    """A rule of page_furniture.csv."""

    name: str
    scope: str
    place: str
    pattern: re.Pattern[str]


class Hit(NamedTuple):
    """A rule that a paragraph matched, and what the paragraph says of the article."""

    rule: str
    scope: str
    facts: dict[str, str]


@cache
def _rules() -> tuple[dict[str, tuple[int, ...]], tuple[int, ...], tuple[Rule, ...]]:
    """Return the rules by trigger, those without one, and all of them, in the order of the lexicon."""
    shared = {
        row["kind"]: lexicons.any_of(lexicons.words(row["words"])) + r"(?!\w)" for row in lexicons.read("page_words")
    }
    # a name of two words or more, as bylines write it: "Jane Doe", "J. R. van der Doe", "JANE DOE", "Jane O'Doe-Roe"
    name = rf"(?-i:{_CAPITAL}(?: (?:{_CAPITAL}|{lexicons.any_of(particles())}))* [^\W\d_a-z][\w'-]+)"
    rules, triggered, bare = [], defaultdict(list), []
    for number, row in enumerate(lexicons.read("page_furniture")):
        pattern = row["pattern"].replace("{name}", name)
        for kind, words in shared.items():
            pattern = pattern.replace("{" + kind + "}", words)
        rules.append(Rule(row["rule"], row["scope"], row["place"], re.compile(pattern, re.IGNORECASE)))
        for trigger in lexicons.words(row["trigger"]):
            triggered[trigger].append(number)
        if not row["trigger"]:
            bare.append(number)
    return {word: tuple(numbers) for word, numbers in triggered.items()}, tuple(bare), tuple(rules)


def _candidates(text: str) -> list[Rule]:
    triggered, bare, rules = _rules()
    found = _WORD.findall(text.lower())
    numbers = {number for word in set(found) for number in triggered.get(word, ())}
    if len(found) <= _SHORT:
        numbers.update(bare)
    return [rules[number] for number in sorted(numbers)]


def match_paragraph(text: str, place: str) -> Hit | None:
    """Return the first rule that the whole of a paragraph matches; `place` is top, middle or end.

    `text` has straight quotes and single blanks. Several pieces of furniture with bars or dots between them are
    furniture too; at the top, so is a line that is nothing but a date.
    """
    if len(text) > _LONGEST:
        return None
    text = _IN_BRACKETS.sub(r" | \1", text)
    hit = _match(text, place)
    pieces = [piece for piece in _PIECE.split(text) if piece]
    if hit:
        return _with_date(hit, pieces) if place == "top" else hit
    if not 1 < len(pieces) < 8:
        return None
    hits = [_match(piece, place) for piece in pieces]
    known = [hit for hit in hits if hit and hit.scope == "line"]
    # beside a date or an author one short piece may be anything: a place, a section
    strange = [piece for hit, piece in zip(hits, pieces, strict=True) if not hit and not _TIME_OF_DAY.fullmatch(piece)]
    allowed = any(hit.facts for hit in known)
    if not known or len(strange) > allowed or any(len(piece.split()) > 4 for piece in strange):
        return None
    facts = {name: value for hit in reversed(known) for name, value in hit.facts.items()}
    return Hit(known[0].rule, "line", facts)


def _with_date(hit: Hit, pieces: list[str]) -> Hit:
    """Return the hit with the date that one of its pieces is ("By Jane Doe | January 3, 2026")."""
    dates = (found.facts.get("published") for piece in pieces[1:] if (found := _match(piece, "top")))
    date = next(filter(None, dates), None)
    return hit._replace(facts={"published": date, **hit.facts}) if date and "updated" not in hit.facts else hit


def _match(text: str, place: str) -> Hit | None:
    if place == "top" and (date := date_of_line(text)):
        return Hit("date line", "line", {"published": date})
    for rule in _candidates(text):
        if rule.scope == "words" or rule.place not in PLACES[place]:
            continue
        match = rule.pattern.fullmatch(text)
        facts = _facts(match) if match else None
        if facts is not None:
            return Hit(rule.name, rule.scope, facts)
    return None


def _facts(match: re.Match[str]) -> dict[str, str] | None:
    """Return what the groups of a match say, dates in ISO form; None where one that should be a date is none."""
    facts = {name: value.strip(" .,") for name, value in match.groupdict().items() if value}
    if "author" in facts:
        facts["author"] = writers_only(facts["author"])
    for name in _DATES:
        if name in facts:
            date = date_of_line(facts[name])
            if not date:
                return None
            facts[name] = date
    return facts


def find_stamp(text: str) -> tuple[int, int] | None:
    """Return where in the opening of a page a stamp stands between its headline and its story in one line, or None."""
    opening = text[:_OPENING].replace("\n", " ")
    for rule in _rules()[2]:
        match = rule.pattern.search(opening) if rule.scope == "stamp" else None
        if match and _STORY.match(opening, match.end()) and not _SENTENCE_END.search(opening[: match.start()]):
            return match.span()
    return None


def match_tail(text: str, place: str) -> tuple[int, str] | None:
    """Return where furniture at the end of a paragraph begins, and its rule, by rules of scope words; None without."""
    before = max(0, len(text) - _TAIL)
    for rule in _candidates(text[before:]):
        if rule.scope == "words" and rule.place in PLACES[place]:
            match = rule.pattern.search(text, before)
            if match and match.end() == len(text) and match.start() > 0:
                return match.start(), rule.name
    return None
