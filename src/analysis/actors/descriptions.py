"""Descriptions: the phrases that tell an office ("the French president", "Defense Secretary"), and whose it is."""

import re
from functools import cache
from typing import NamedTuple

from analysis import lexicons
from analysis.actors.countries import Country, halves, of_capital, of_modifier
from analysis.actors.names import Name
from analysis.actors.organizations import known_as
from analysis.actors.words import context, fold, traits
from analysis.text import Document

_WORD = re.compile(r"[^\W\d_][\w-]*")
_BEFORE = re.compile(r"([^\W\d_][\w.-]*)(?: ?'s?)?(?: - | |\n|-)$")
_OF = re.compile(r"[ \n](?:of|for|in)[ \n](?:the[ \n])?(?=([^\W\d_][\w-]*))")
_GAP = re.compile(r" ?, (?:(?:Dr|Mr|Mrs|Ms|Prof|Sir|Gen|Col)\.? )?| |\n|: ")
_OWNER = re.compile(r" ?'s\b")
_DETERMINER = frozenset(("the", "a", "an", "his", "her", "its", "their", "our", "this", "my", "your"))


class Description(NamedTuple):
    """A phrase with an office in it.

    `field` is what the office is over ("defense"), `country` the ISO code of whose it is, `past` whether it is told as
    a former one, `person` the name that the phrase stands at, `before` whether it is a title in front of that name.
    """

    sentence: int
    start: int
    end: int
    determiner: str
    office: str
    field: frozenset[str]
    country: str | None
    past: bool
    person: Name | None
    before: bool

    @property
    def refers(self) -> bool:
        """Whether the phrase stands for one certain person: "the president", "France's leader"."""
        return self.person is None and (self.determiner == "the" or (not self.determiner and self.country is not None))


@cache
def _offices() -> dict[str, list[str]]:
    """Return the words for an office, with the longer titles that each begins ("attorney": "attorney general")."""
    titles = [row["word"] for row in lexicons.read("titles") if row["kind"] == "role"]
    return {word: [title for title in titles if title.startswith(word + " ")] for word in titles if " " not in word}


@cache
def _office_tokens() -> frozenset[str]:
    return frozenset(token for word in _offices() for token in word.split("-"))


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
    for number in document.holding(_office_tokens()):
        start, end, _ = document.spans[number]
        for match in _WORD.finditer(document.plain, start, end):
            office = match.group().lower()
            if office not in _offices() or (found and match.start() < found[-1].end):
                continue
            read = reader.read(number, start, match.start(), office)
            if found and found[-1].end > read.start:
                found.pop()
            found.append(read)
    return found


class _Reader:
    def __init__(self, plain: str, names: list[Name]) -> None:
        self.plain = plain
        self.ends = {name.end: name for name in names}
        self.starts = {name.start: name for name in names}
        self.halves = halves(name.text for name in names)

    def read(self, sentence: int, first: int, start: int, office: str) -> Description:
        """Read the phrase round the office at `start`, of a sentence that begins at `first`."""
        end = start + len(office)
        for title in _offices()[office]:
            if self.plain[start : start + len(title) + 1].lower().rstrip(" ,.'\n") == title:
                office, end = title, start + len(title)
        start, determiner, words, country = self._backwards(first, start)
        if of := _OF.match(self.plain, end):
            end, country = self._over(of, end, words, country)
        for word in words & context("fused"):
            office = f"{word} {office}"
        field = words - context("past") - context("fused")
        past = bool(words & context("past"))
        person, before = self._bearer(start, end)
        if person and not country and (of := _OF.match(self.plain, person.end)):
            country = place.code if (place := self._place(self.starts.get(of.end()))) else None
        return Description(sentence, start, end, determiner, office, frozenset(field), country, past, person, before)

    def _over(self, of: re.Match[str], end: int, field: set[str], country: str | None) -> tuple[int, str | None]:
        """Read what stands after "of": a place, an organization, or what the office is over ("of state")."""
        name, word = self.starts.get(of.end()), of.group(1).lower()
        if name and (place := self._place(name) or of_capital(name.text)):
            return name.end, country or place.code
        if name:
            return end, country or self._organ(name, field)
        if "modifier" in traits(word) and word not in _vague():
            field.add(word)
            return of.end(1), country
        return end, country

    def _place(self, name: Name | None) -> Country | None:
        """Return the country that a name before or after an office means."""
        if name is None:
            return None
        return of_modifier(name.text) or self.halves.get(name.text)

    def _organ(self, name: Name, field: set[str]) -> str | None:
        """Note the organization an office is of, and return the country whose organ it is."""
        main, country = known_as(name.text)
        field.add(fold(main))
        return country or None

    def _backwards(self, first: int, start: int) -> tuple[int, str, set[str], str | None]:
        """Read the words before an office: where the phrase begins, its determiner, its field and its country."""
        field: set[str] = set()
        country: str | None = None
        told = start
        while match := _BEFORE.search(self.plain, max(first, start - 40), start):
            name = self.ends.get(match.end(1))
            if name is not None and name.start >= first:
                if name.kind == "person":
                    break
                place = self._place(name)
                country = country or (place.code if place else self._organ(name, field))
                start = told = name.start
                continue
            word = match.group(1).lower()
            if word in _DETERMINER:
                return match.start(1), word, field, country
            if "'" in match.group() or word in context("oblique"):
                break  # "the president's adviser", "under Secretary Roe"
            if not (traits(word) & {"modifier", "role"} or "-" in word or self._is_between(match.start(1), first)):
                break
            start = match.start(1)
            if (word not in _vague() or word in context("past")) and "-" not in word:
                field.add(word)
                told = start
        return told, "", field, country

    def _is_between(self, start: int, first: int) -> bool:
        """Tell whether a participle at `start` stands right after a determiner: "the fired director"."""
        if not self.plain.startswith("ed ", self.plain.find(" ", start) - 2):
            return False
        before = _BEFORE.search(self.plain, max(first, start - 40), start)
        return before is not None and before.group(1).lower() in _DETERMINER

    def _bearer(self, start: int, end: int) -> tuple[Name | None, bool]:
        """Return the person the phrase stands at: "President X", "the president, X" or "X, the president"."""
        if gap := _GAP.match(self.plain, end):
            name = self.starts.get(gap.end())
            if name and name.kind == "person":
                return name, not gap.group().strip()
        if self.plain[max(0, start - 2) : start] == ", " and not _OWNER.match(self.plain, end):
            name = self.ends.get(start - 2) or self.ends.get(start - 3)
            if name and name.kind == "person":
                return name, False
        return None, False
