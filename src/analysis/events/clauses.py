"""Clauses: a sentence's tokens with their classes, its names, and where one clause ends and the next begins.

A shallow reading by closed-class words, marks and verb forms; no tagger and no parser, so it is fast and says only
what such signs can say.
"""

from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from analysis.events.words import classes, finite_forms, nouns
from analysis.text import Token

_NONE: frozenset[str] = frozenset()
_MARKS = frozenset({";", ":", "(", ")", "--", "—", "–", "…"})
_AUXILIARY = frozenset({"be", "have", "do", "future", "modal", "negated"})
_SAID_SPAN = 3  # words back from reported words without "that" to the word of saying
_SMALL = frozenset({"determiner", "pronoun", "preposition", "break"})
_MONEY = "$£€#"
_ABOUT = frozenset({("at", "least"), ("more", "than"), ("up", "to"), ("as", "many"), ("fewer", "than")})
_REACH = 8  # tokens from a name back to the preposition that leads to it
_SPAN = 9  # words in which a verb must follow a conjunction that is a preposition too


class Name(NamedTuple):
    """A name of an actor by its first and last token; `actor` is who it is."""

    first: int
    last: int
    actor: str


class Clauses:
    """A sentence read into clauses. All positions are token indexes."""

    def __init__(self, tokens: Sequence[Token], low: list[str], mentions: Iterable[tuple[int, int, str]]) -> None:
        self.tokens, self.low = tokens, low
        known = classes()
        self.kinds = [known.get(word, _NONE) for word in self.low]
        for i, word in enumerate(self.low):
            if word == "may" and i and tokens[i].text == "May":  # the month
                self.kinds[i] = _NONE
        self.names = self._place(mentions)
        self.named = {i for name in self.names for i in range(name.first, name.last + 1)}

    def _place(self, mentions: Iterable[tuple[int, int, str]]) -> list[Name]:
        names, i, count = [], 0, len(self.tokens)
        for start, end, actor in mentions:
            while i < count and self.tokens[i].end <= start:
                i += 1
            last = i
            while last + 1 < count and self.tokens[last + 1].start < end:
                last += 1
            if i < count and self.tokens[i].start < end:
                names.append(Name(i, last, actor))
        return names

    @cached_property
    def verbs(self) -> list[bool]:
        """Whether each token looks like a finite verb or an auxiliary."""
        finite = finite_forms()
        return [
            i not in self.named
            and (
                not _AUXILIARY.isdisjoint(kinds)
                or ((word in finite or (len(word) > 4 and word.endswith("ed"))) and not self._attributive(i))
            )
            for i, (word, kinds) in enumerate(zip(self.low, self.kinds, strict=True))
        ]

    def _attributive(self, i: int) -> bool:
        """Tell whether a form stands before a noun, as in "the affected villages"."""
        before = self.kinds[i - 1] if i else _NONE
        return bool(i) and (
            self.low[i - 1] == "-"
            or (self.low[i - 1].endswith("ed") and not before and self.low[i + 1 : i + 2] != ["by"])
            or ("determiner" in before and self.low[i - 1] != "that")
            or before == {"preposition"}
        )

    @cached_property
    def clause(self) -> list[int]:
        """The number of the clause each token stands in."""
        numbers, number, seen = [], 0, False
        for i in range(len(self.low)):
            if self._breaks(i, seen):
                number += 1
                seen = "relative" in self.kinds[i]
            numbers.append(number)
            seen = seen or self.verbs[i] or self.gerund(i)
        return numbers

    def _breaks(self, i: int, seen: bool) -> bool:
        word, kinds = self.low[i], self.kinds[i]
        if word in _MARKS or i in self._dashes:
            return True
        if not kinds and word != ",":
            return i in self._after_saying and self._reported(i) and self._verb_follows(i - 1)
        if self._opens(i):
            return True
        if word == ",":
            return (seen or self.gerund(i + 1)) and self._verb_follows(i)
        if "relative" in kinds:
            return i > 0
        if "break" in kinds:
            return "preposition" not in kinds or self.gerund(i + 1) or self._verb_follows(i)
        if "preposition" in kinds:
            return i > 0 and self.gerund(i + 1)
        if "join" in kinds:
            return (seen or self.gerund(i + 1)) and self._verb_follows(i)
        return i in self._after_saying and self._reported(i) and self._verb_follows(i - 1)

    @cached_property
    def _dashes(self) -> set[int]:
        """The hyphens between spaces that stand round an aside ("Kenya - which lies near - left")."""
        spaced = [
            i
            for i in range(1, len(self.low) - 1)
            if self.low[i] == "-" and self.tokens[i - 1].end < self.tokens[i].start < self.tokens[i + 1].start - 1
        ]
        opened = next((i for i in spaced if "relative" in self.kinds[i + 1] or self.low[i + 1] == "including"), None)
        return set() if opened is None else {i for i in spaced if i >= opened}

    @cached_property
    def _after_saying(self) -> set[int]:
        """The tokens so near after a word of saying that reported words may begin there."""
        said = (i for i, kinds in enumerate(self.kinds) if "saying" in kinds)
        return {i + step for i in said for step in range(1, _SAID_SPAN + 1)}

    def _opens(self, i: int) -> bool:
        """Tell whether a small word begins with a capital amid the sentence: a caption or a headline ran into it."""
        text = self.tokens[i].text
        if text == self.low[i] or i == 0 or _SMALL.isdisjoint(self.kinds[i]) or i in self.named:
            return False
        if text == "I" or (len(text) > 1 and text.isupper()):
            return False
        return self.low[i - 1][0].isalnum() and (i - 1 in self.named or self.tokens[i - 1].text[0].islower())

    def _reported(self, i: int) -> bool:
        """Tell whether reported words may begin here, right after "said" or "said Monday" without "that"."""
        plural = not self.kinds[i] and self.low[i].endswith("s") and "saying" in self.kinds[i - 1] if i else False
        counted = any(word[0].isdigit() or word[0] in _MONEY for word in self._amount(i))
        subject = not self.kinds[i] and not _AUXILIARY.isdisjoint(self.kinds[i + 1]) if i + 1 < len(self.low) else False
        if not (i in self.named or plural or counted or subject or self.kinds[i] & {"determiner", "pronoun"}):
            return False
        for j in range(i - 1, max(-1, i - 1 - _SAID_SPAN), -1):
            if "saying" in self.kinds[j]:
                return self.verbs[j]
            if self.low[j] == "," or self.kinds[j] - {"adverb"} or j in self.named:
                return False
        return False

    def _amount(self, i: int) -> list[str]:
        """Return the word at token `i`, or the one that "at least", "more than" and the like lead to."""
        step = 2 if tuple(self.low[i : i + 2]) in _ABOUT else 1 if "adverb" in self.kinds[i] else 0
        return self.low[i + step : i + step + 1]

    def gerund(self, i: int) -> bool:
        """Tell whether an -ing form that opens a clause stands at token `i` ("of failing to", ", easing tensions")."""
        if not 0 < i < len(self.low) or i in self.named:
            return False
        word = self.low[i]
        if not word.endswith("ing") or len(word) < 6 or word in nouns() or self.kinds[i]:
            return False
        before = i - 1 - (self.low[i - 1] == '"' and i > 1)
        opened = self.low[before] == "," or bool(self.kinds[before] & {"preposition", "join", "adverb"})
        after = self.kinds[i + 1] if i + 1 < len(self.low) else _NONE
        named = self.low[i + 1 : i + 2] in ([","], ["."], ["of"])
        return opened and not named and not after & {"be", "have", "modal", "future"}

    def _verb_follows(self, i: int) -> bool:
        """Tell whether a verb comes soon after token `i`, before another mark or conjunction."""
        if self.gerund(i + 1) or (self.low[i + 1 : i + 2] == ['"'] and self.gerund(i + 2)):
            return True
        for j in range(i + 1, min(i + 1 + _SPAN, len(self.low))):
            if self.verbs[j]:
                return True
            if self.low[j] in _MARKS or self.low[j] == "," or (self.kinds[j] & {"relative"} and j > i + 1):
                return False
        return False

    def bounds(self, i: int) -> tuple[int, int]:
        """Return the first token of the clause of token `i`, and the one after its last."""
        return self._bounds[self.clause[i]]

    @cached_property
    def _bounds(self) -> dict[int, tuple[int, int]]:
        firsts = [i for i, number in enumerate(self.clause) if i == 0 or self.clause[i - 1] != number]
        return {self.clause[first]: (first, end) for first, end in pairwise([*firsts, len(self.clause)])}

    def within(self, first: int, end: int) -> list[Name]:
        """Return the names that stand in tokens [first, end)."""
        return [name for name in self.names if first <= name.first and name.last < end]

    def owns(self, name: Name) -> bool:
        """Tell whether `name` stands in the possessive."""
        return self.low[name.last + 1 : name.last + 2] == ["'s"]

    def preposition(self, name: Name, floor: int) -> str | None:
        """Return the preposition that leads to `name`, looking back no further than token `floor`."""
        for i in range(name.first - 1, max(floor, name.first - _REACH) - 1, -1):
            kinds = self.kinds[i]
            if "preposition" in kinds:
                return self.low[i]
            if self.verbs[i] or kinds & {"relative", "join"} or self.low[i] == "to":
                return "to" if self.low[i] == "to" else None
            if self.low[i] == ",":
                return None
        return None
