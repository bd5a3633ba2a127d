"""Descriptions: the phrases that tell an office ("the Colombian president", "Defense Secretary"), and whose it is."""

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from analysis import lexicons
from analysis.actors.countries import of_capital, of_modifier
from analysis.actors.names import Name
from analysis.actors.words import fold, traits
from analysis.text import Document

_WORD = re.compile(r"[^\W\d_][\w-]*(?:\.(?=\w))?[\w-]*")
_BEFORE = re.compile(r"([^\W\d_][\w.-]*)(?: ?'s?)?(?: - | |\n|-)$")
_DETERMINER = frozenset(("the", "a", "an", "his", "her", "its", "their", "our", "this", "that"))
_OF = re.compile(r"[ \n](?:of|for|in)[ \n](?:the[ \n])?")
_TOP = frozenset(
    ("president", "leader", "prime minister", "premier", "chancellor", "dictator", "ruler", "strongman", "king", "emir")
)


class Description(NamedTuple):
    """A phrase with an office in it; `person` is the name that the office belongs to, where the phrase stands at one."""

    sentence: int
    start: int
    end: int
    determiner: str
    office: str
    modifiers: frozenset[str]
    country: str | None
    person: Name | None
    before: bool  # the phrase is a title in front of the name, and no reference of its own

    def fits(self, other: "Description") -> bool:
        """Tell whether both can be of one person: the same office, country and field, as far as they are told."""
        same = self.office == other.office or (
            "leader" in (self.office, other.office) and {self.office, other.office} <= _TOP
        )
        if not same or (self.country and other.country and self.country != other.country):
            return False
        return not self.modifiers or not other.modifiers or bool(self.modifiers & other.modifiers)


@cache
def _offices() -> dict[str, str]:
    """Return the last word of each office with the office: "minister" may end "prime minister"."""
    return {row["word"]: row["word"] for row in lexicons.read("titles") if row["kind"] == "role"}


_VAGUE = frozenset(
    [
        "former",
        "ex",
        "acting",
        "interim",
        "outgoing",
        "incoming",
        "deputy",
        "then",
        "late",
        "leftist",
        "rightist",
        "right-wing",
        "left-wing",
        "far-right",
        "far-left",
        "moderate",
        "hardline",
        "veteran",
        "longtime",
        "long-time",
        "retired",
        "disgraced",
        "embattled",
        "newly",
        "elected",
        "appointed",
        "popular",
        "controversial",
        "authoritarian",
        "autocratic",
        "deposed",
        "ousted",
        "captured",
        "detained",
        "jailed",
        "exiled",
        "convicted",
        "alleged",
        "suspected",
        "supreme",
        "paramount",
        "senior",
        "junior",
        "chief",
        "republican",
        "democratic",
    ]
)


def read_descriptions(document: Document, names: list[Name]) -> list[Description]:
    """Return the phrases of `document` that tell an office, in order."""
    ends = {name.end: name for name in names}
    starts = {name.start: name for name in names}
    found: list[Description] = []
    for sentence in document.sentences:
        for match in _WORD.finditer(document.plain, sentence.start, sentence.end):
            word = match.group().lower()
            office = word if word in _offices() else word[:-1] if word.endswith("s") and word[:-1] in _offices() else ""
            if not office or match.end() in ends:
                continue
            if found and match.start() < found[-1].end:
                continue
            read = _read(document.plain, sentence.number, sentence.start, match, office, ends, starts)
            if read:
                if found and found[-1].end > read.start:
                    found.pop()
                found.append(read)
    return found


def _read(
    plain: str,
    number: int,
    first: int,
    match: re.Match[str],
    office: str,
    ends: Mapping[int, Name],
    starts: Mapping[int, Name],
) -> Description | None:
    start, determiner, modifiers, country = _backwards(plain, first, match.start(), ends)
    end = match.end()
    if of := _OF.match(plain, end):
        name = starts.get(of.end())
        if name and (place := of_modifier(name.text) or of_capital(name.text)):
            end, country = name.end, country or place.code
    if office in ("minister", "premier") and "prime" in modifiers:
        office, modifiers = "prime minister", modifiers - {"prime"}
    if match.group().lower() != office and not match.group().lower().endswith(office.split()[-1]):
        return None  # a plural names no one person
    person, before = _bearer(plain, start, end, ends, starts)
    return Description(number, start, end, determiner, office, frozenset(modifiers), country, person, before)


def _backwards(plain: str, first: int, start: int, ends: Mapping[int, Name]) -> tuple[int, str, set[str], str | None]:
    """Read the words before an office: return where the phrase begins, its determiner, its field and its country."""
    modifiers: set[str] = set()
    country: str | None = None
    while match := _BEFORE.search(plain, max(first, start - 40), start):
        word_end = match.end(1)
        name = ends.get(word_end)
        if name is not None and name.start >= first:
            if name.kind == "person":
                break
            place = of_modifier(name.text)
            country = country or (place.code if place else None)
            if not place:
                modifiers.add(fold(name.text))
            start = name.start
            continue
        word = match.group(1).lower()
        if word in _DETERMINER:
            return match.start(1), word, modifiers, country
        found = traits(word)
        if not found & {"modifier", "role"} and "-" not in word:
            break
        if word not in _VAGUE and "modifier" in found:
            modifiers.add(word)
        start = match.start(1)
    return start, "", modifiers, country


_GAP = re.compile(r" |\n| ?, |: ")


def _bearer(
    plain: str, start: int, end: int, ends: Mapping[int, Name], starts: Mapping[int, Name]
) -> tuple[Name | None, bool]:
    """Return the person the phrase stands at: "President X", "the president, X" or "X, the president"."""
    if gap := _GAP.match(plain, end):
        name = starts.get(gap.end())
        if name and name.kind == "person":
            return name, not gap.group().strip()
    before = plain[max(0, start - 3) : start]
    if before.endswith(", "):
        name = ends.get(start - 2) or ends.get(start - 3)
        if name and name.kind == "person":
            return name, False
    return None, False
