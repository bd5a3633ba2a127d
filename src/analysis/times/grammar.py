"""The grammar of times: rules from a lexicon, matched against the kinds of the words of a sentence.

Each word becomes one character that stands for the set of kinds it can be, so that a rule is an ordinary regular
expression over those characters. In a rule a name in capitals is a kind, a word in small letters is that word, and
``x=(...)`` names a group; a name in braces is a part of a rule, defined in the rows whose reading is ``part``.
"""

import re
from functools import cache
from typing import Any, NamedTuple

from analysis import lexicons
from analysis.times.kinds import known, spellings
from analysis.times.words import Word

_NONE = chr(0xE000)
_SINGLE = "ERA HOLIDAY NAMED ISO SLASH CLOCK DECADE QUARTER FYEAR YY AMPM COMMA DOT DASH MONEY STROKE POSS OPEN CLOSE"
_NUMBERS = (
    ("NUM",),
    ("NUM", "DAY"),
    ("NUM", "YEAR"),
    ("NUM", "OLD"),
    ("NUM", "FOUR"),
    ("ORD", "DAY"),
    ("ORD",),
    ("ORD", "DAY", "NTH"),
)
_UNNAMED = re.compile(r"(?<!\w=)\((?!\?)")
_ELEMENT = re.compile(r"(?P<name>\w+)=\(|(?P<kind>\b[A-Z]{2,}\b)|(?P<word>\b[a-z]+\b)|(?P<blank>\s+)")


class Rule(NamedTuple):
    """A rule: the reading that gives its meaning, the kinds one of which it needs, and its pattern.

    `groups` has for each group of the lexicon the numbers of those of the pattern: a name may come more than once.
    """

    reading: str
    needs: frozenset[str]
    pattern: re.Pattern[str]
    groups: dict[str, list[int]]


class Found(NamedTuple):
    """Words of a sentence that match a rule: from `first` to before `last`."""

    rule: Rule
    words: list[Word]
    first: int
    last: int
    match: re.Match[str]

    @property
    def reading(self) -> str:
        """The name of the reading that gives the meaning."""
        return self.rule.reading

    def _span(self, group: str) -> tuple[int, int] | None:
        for number in self.rule.groups.get(group, ()):
            if self.match.start(number) >= 0:
                return self.match.span(number)
        return None

    def words_in(self, group: str) -> list[Word]:
        """Return the words of a group, none where the rule has no such group or it took no part."""
        span = self._span(group)
        return self.words[slice(*span)] if span else []

    def has(self, group: str) -> bool:
        """Tell whether the rule has this group and it took part in the match."""
        return self._span(group) is not None

    def value(self, group: str, kind: str) -> Any:
        """Return the value as `kind` of the first word of a group that has one, or None."""
        return next((word.kinds[kind] for word in self.words_in(group) if kind in word.kinds), None)

    def text(self, group: str) -> str:
        """Return the words of a group in small letters, joined by blanks."""
        return " ".join(word.text for word in self.words_in(group)).lower()


class Grammar(NamedTuple):
    """The rules; the sign (a character) of each spelling of a word and of each set of kinds; the rules a sign calls."""

    rules: tuple[Rule, ...]
    of_spelling: dict[str, str]
    of_kinds: dict[frozenset[str], str]
    called: dict[str, frozenset[int]]

    def signs_of(self, words: list[Word]) -> str:
        """Return the signs of `words`, one character each."""
        of_spelling, of_kinds = self.of_spelling, self.of_kinds
        return "".join(
            [
                of_spelling.get(text) or (of_kinds.get(frozenset(kinds), _NONE) if kinds else _NONE)
                for _, _, text, kinds in words
            ]
        )


@cache
def _rows() -> tuple[tuple[str, frozenset[str], str], ...]:
    """The rules with their parts filled in: reading, needed kinds, pattern."""
    parts = {row["needs"]: f"(?:{row['pattern']})" for row in lexicons.read("time_rules") if row["reading"] == "part"}
    rows = []
    for row in lexicons.read("time_rules"):
        if row["reading"] != "part":
            pattern = re.sub(r"\{(\w+)\}", lambda match: parts[match[1]], row["pattern"])
            pattern = re.sub(r"\{(\w+)\}", lambda match: parts[match[1]], pattern)
            rows.append((row["reading"], frozenset(lexicons.words(row["needs"])), pattern))
    rows += [
        ("fixed" if row["type"] else "none", frozenset({_calling(row["expression"].split())}), row["expression"])
        for row in lexicons.read("time_vague")
    ]
    return tuple(rows)


def _calling(words: list[str]) -> str:
    """Return the word of a fixed expression that calls its rule: one that calls others too, else the longest."""
    alone = lexicons.column("time_vague", "expression") | {
        word for word, kinds in known().items() if kinds.keys() & {"AGO", "UNIT", "UNITS"}
    }
    return next((word for word in words if word in alone), max(reversed(words), key=len))


@cache
def _literals() -> frozenset[str]:
    return frozenset(
        match["word"] for _, _, pattern in _rows() for match in _ELEMENT.finditer(pattern) if match["word"]
    )


@cache
def grammar() -> Grammar:
    """Return the compiled grammar."""
    of_kinds: dict[frozenset[str], str] = {frozenset(): _NONE}

    def sign(kinds: frozenset[str]) -> str:
        return of_kinds.setdefault(kinds, chr(ord(_NONE) + len(of_kinds)))

    for kinds in [*((kind,) for kind in _SINGLE.split()), *_NUMBERS]:
        sign(frozenset(kinds))
    of_spelling = {}
    for word in sorted(_literals() | known().keys()):
        for form in (word, word.capitalize(), word.upper()):
            of_spelling[form] = sign(frozenset(spellings().get(form, ())) | ({word} & _literals()))
    for kinds_of_one in spellings().values():  # an abbreviation's dot makes a spelling of its own
        sign(frozenset(kinds_of_one))
    signs: dict[str, str] = {}  # of each kind: all the signs it has a part in
    for kinds_of_sign, one in of_kinds.items():
        for kind in kinds_of_sign:
            signs[kind] = signs.get(kind, "") + one
    rules = tuple(Rule(reading, needs, *_compiled(pattern, signs)) for reading, needs, pattern in _rows())
    called = {
        sign: frozenset(number for number, rule in enumerate(rules) if rule.needs & kinds)
        for kinds, sign in of_kinds.items()
    }
    return Grammar(rules, of_spelling, of_kinds, called)


def needed_words() -> set[str]:
    """Return the words, in small letters, that call a rule."""
    table = grammar()
    return {spelling.lower() for spelling, sign in table.of_spelling.items() if table.called[sign]}


def _compiled(pattern: str, signs: dict[str, str]) -> tuple[re.Pattern[str], dict[str, list[int]]]:
    """Return a rule's pattern over signs, and the numbers of its named groups, the only ones that capture."""
    groups: dict[str, list[int]] = {}

    def element(match: re.Match[str]) -> str:
        if match["name"]:
            groups.setdefault(match["name"], []).append(sum(map(len, groups.values())) + 1)
            return "("
        if match["blank"]:
            return ""
        return f"[{signs[match['kind'] or match['word']]}]"

    return re.compile(_ELEMENT.sub(element, _UNNAMED.sub("(?:", pattern))), groups


def parse(words: list[Word]) -> list[Found]:
    """Return the longest matches of the rules in `words` that do not overlap, in order; an earlier rule wins a tie."""
    table = grammar()
    signs = table.signs_of(words)
    called = table.called
    found = [
        (match.start() - match.end(), number, match.start(), match)
        for number in frozenset().union(*[called[sign] for sign in set(signs)])
        for match in table.rules[number].pattern.finditer(signs)
    ]
    found.sort(key=lambda candidate: candidate[:3])
    taken: set[int] = set()
    chosen = []
    for _, number, start, match in found:
        span = range(start, match.end())
        if taken.isdisjoint(span):
            taken.update(span)
            chosen.append(Found(table.rules[number], words, start, match.end(), match))
    return sorted(chosen, key=lambda found: found.first)
