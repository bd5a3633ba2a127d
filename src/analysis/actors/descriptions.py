"""Descriptions: the phrases that tell an office ("the French president", "Defense Secretary"), and whose it is."""

import re
from functools import cache
from typing import NamedTuple

from analysis import lexicons
from analysis.actors.countries import of_capital, of_modifier
from analysis.actors.names import Name
from analysis.actors.words import fold, traits
from analysis.text import Document

_WORD = re.compile(r"[^\W\d_][\w-]*")
_BEFORE = re.compile(r"([^\W\d_][\w.-]*)(?: ?'s?)?(?: - | |\n|-)$")
_OF = re.compile(r"[ \n](?:of|for|in)[ \n](?:the[ \n])?")
_GAP = re.compile(r" |\n| ?, |: ")
_DETERMINER = frozenset(("the", "a", "an", "his", "her", "its", "their", "our", "this", "that", "my", "your"))
HEADS = frozenset(
    ("president", "prime minister", "premier", "chancellor", "dictator", "leader", "ruler", "strongman", "king", "emir")
)


class Description(NamedTuple):
    """A phrase with an office in it.

    `field` is what the office is over ("defense"), `country` the ISO code of whose it is, `person` the name that the
    phrase stands at, `before` whether it is a title in front of that name and so no reference of its own.
    """

    sentence: int
    start: int
    end: int
    determiner: str
    office: str
    field: frozenset[str]
    country: str | None
    person: Name | None
    before: bool

    def fits(self, other: "Description") -> bool:
        """Tell whether both can be of one person: the same office, country and field, as far as they are told."""
        return fits(self, other.office, other.country, other.field)

    @property
    def refers(self) -> bool:
        """Whether the phrase stands for one certain person: "the president", "France's leader"."""
        return self.person is None and (self.determiner == "the" or (not self.determiner and self.country is not None))


def fits(description: Description, office: str, country: str | None, field: frozenset[str]) -> bool:
    """Tell whether a description can be of who holds `office` of `country`, over `field`."""
    told = description.office
    if told != office and not ("leader" in (told, office) and {told, office} <= HEADS):
        return False
    if description.country and country and description.country != country:
        return False
    return not description.field or not field or bool(description.field & field)


@cache
def _offices() -> frozenset[str]:
    return frozenset(row["word"] for row in lexicons.read("titles") if row["kind"] == "role" and " " not in row["word"])


@cache
def _vague() -> frozenset[str]:
    """Return the words before an office that tell nothing of what it is over ("former", "leftist")."""
    return frozenset(
        row["word"] for row in lexicons.read("titles") if row["kind"] == "modifier" and row["gender"] == "-"
    )


def read_descriptions(document: Document, names: list[Name]) -> list[Description]:
    """Return the phrases of `document` that tell an office, in order and without overlaps."""
    reader = _Reader(document.plain, names)
    found: list[Description] = []
    for sentence in document.sentences:
        for match in _WORD.finditer(document.plain, sentence.start, sentence.end):
            office = match.group().lower()
            if office not in _offices() or (found and match.start() < found[-1].end):
                continue
            read = reader.read(sentence.number, sentence.start, match.start(), match.end(), office)
            if found and found[-1].end > read.start:
                found.pop()
            found.append(read)
    return found


class _Reader:
    def __init__(self, plain: str, names: list[Name]) -> None:
        self.plain = plain
        self.ends = {name.end: name for name in names}
        self.starts = {name.start: name for name in names}

    def read(self, sentence: int, first: int, start: int, end: int, office: str) -> Description:
        """Read the phrase round the office at [start, end) of a sentence that begins at `first`."""
        start, determiner, field, country = self._backwards(first, start)
        if of := _OF.match(self.plain, end):
            name = self.starts.get(of.end())
            place = name and (of_modifier(name.text) or of_capital(name.text))
            if name and place:
                end, country = name.end, country or place.code
            elif name and name.kind == "organization":
                field.add(fold(name.text))
        if office == "minister" and "prime" in field:
            office, field = "prime minister", field - {"prime"}
        person, before = self._bearer(start, end)
        return Description(sentence, start, end, determiner, office, frozenset(field), country, person, before)

    def _backwards(self, first: int, start: int) -> tuple[int, str, set[str], str | None]:
        """Read the words before an office: where the phrase begins, its determiner, its field and its country."""
        field: set[str] = set()
        country: str | None = None
        while match := _BEFORE.search(self.plain, max(first, start - 40), start):
            name = self.ends.get(match.end(1))
            if name is not None and name.start >= first:
                if name.kind == "person":
                    break
                place = of_modifier(name.text)
                if place:
                    country = country or place.code
                else:
                    field.add(fold(name.text))
                start = name.start
                continue
            word = match.group(1).lower()
            if word in _DETERMINER:
                return match.start(1), word, field, country
            if not traits(word) & {"modifier", "role"} and "-" not in word:
                break
            if word not in _vague() and "-" not in word:
                field.add(word)
            start = match.start(1)
        return start, "", field, country

    def _bearer(self, start: int, end: int) -> tuple[Name | None, bool]:
        """Return the person the phrase stands at: "President X", "the president, X" or "X, the president"."""
        if gap := _GAP.match(self.plain, end):
            name = self.starts.get(gap.end())
            if name and name.kind == "person":
                return name, not gap.group().strip()
        if self.plain[max(0, start - 2) : start] == ", ":
            name = self.ends.get(start - 2) or self.ends.get(start - 3)
            if name and name.kind == "person":
                return name, False
        return None, False
