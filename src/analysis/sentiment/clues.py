"""Clues of a sentence: the words that tell well or badly of someone, before it is asked of whom."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from analysis.sentiment import vocabulary
from analysis.sentiment.tone import is_headline
from analysis.text.tokens import tokenize

_NEGATION_REACH = 4  # words between a negation and what it negates
_REVERSAL_REACH = 4
_NEGATED_TONE = -0.6  # "not good" is milder than "bad"; VADER's own factor is -0.74
_WALLS = frozenset(("to", "for", "with", "by", "on", "in"))  # a negation before them does not reach past them
_OF = (["of"], ["on"], ["against"], ["for"], ["toward"], ["towards"])
_SIGNS = {1: "good", 0: "", -1: "bad"}


class Clue(NamedTuple):
    """A word's tale: `name` is its sign and kind ("bad agent", "good quality"), `amount` its strength."""

    token: int
    name: str
    amount: float


class SentenceWords:
    """A sentence as words: lower-case tokens, their clauses, what stands in quotation marks, and the clues.

    Offsets count from the sentence's first character. Words within `names` are names and give no clue.
    """

    def __init__(self, plain: str, names: Iterable[tuple[int, int]] = ()) -> None:
        self.tokens = tokenize(plain, 0, len(plain))
        self.low = [token.text.lower() for token in self.tokens]
        self._headline = is_headline(plain)
        self._named = {i for start, end in names for i in range(*self.span(start, end))}

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return (first, last) so that tokens[first:last], at least one, are those touched by the characters."""
        first = min(bisect_right(self._ends, start), len(self.tokens) - 1)
        return first, max(first + 1, bisect_left(self._starts, end))

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    @cached_property
    def _ends(self) -> list[int]:
        return [token.end for token in self.tokens]

    @cached_property
    def clause(self) -> list[int]:
        """For each token, how many clause marks stand up to it."""
        count, numbers, marks = 0, [], vocabulary.clause_marks()
        for word in self.low:
            count += word in marks
            numbers.append(count)
        return numbers

    @cached_property
    def quoted(self) -> list[bool]:
        """For each token, whether it stands after an odd number of quotation marks."""
        inside, flags = False, []
        for word in self.low:
            inside ^= word == '"'
            flags.append(inside)
        return flags

    def is_common(self, i: int) -> bool:
        """Tell whether the token is an ordinary word: no name, by its capital."""
        text = self.tokens[i].text
        if i in self._named:
            return False
        if text[0].islower():
            return True
        if not text.isalpha() or not text[1:].islower():
            return False
        return self._headline or i == 0 or self.low[i - 1] in ('"', "(", ":") or self._is_emphasis(i)

    def _is_emphasis(self, i: int) -> bool:
        """Tell whether the capital is for show: a run of opinion words after an article ("a Great Honor")."""
        while i > 0 and self.tokens[i].text[0].isupper():
            if not (self.low[i] in vocabulary.words() or vocabulary.tone_of(self.low[i])):
                return False
            i -= 1
        return self.low[i] in ("a", "an", "very", "so", "most")

    @cached_property
    def judgements(self) -> list[tuple[int, int]]:
        """Where each verb or noun of judging stands, and where what it says ends, at the latest with its clause."""
        verbs, walls, found = vocabulary.verbs(), vocabulary.clause_marks() - {'"', "as"}, []
        for i, word in enumerate(self.low):
            verb = verbs.get(word)
            noun = word in vocabulary.grammar("judging_noun") and self.low[i + 1 : i + 2] in _OF
            if (noun or (verb and (verb.judges or verb.names))) and self.is_common(i):
                end = next((j for j in range(i + 1, len(self.low)) if self.low[j] in walls), len(self.low))
                found.append((i, end))
        return found

    @cached_property
    def clues(self) -> list[Clue]:
        """The clues in order; a token may give several."""
        verbs, words = vocabulary.verbs(), vocabulary.words()
        found: list[Clue] = []
        for i, word in enumerate(self.low):
            known = word in verbs or word in words or vocabulary.tone_of(word)
            if known and self.is_common(i):
                found += self._clues_at(i, word)
        return found

    def _clues_at(self, i: int, word: str) -> list[Clue]:
        turn = -1 if self._within(i, vocabulary.negations(), _NEGATION_REACH, walled=True) else 1
        reversed_ = turn == 1 and self._within(i, vocabulary.grammar("reversing"), _REVERSAL_REACH)
        found = []
        verb = vocabulary.verbs().get(word)
        if verb and verb.agent:
            found.append(Clue(i, f"{_SIGNS[verb.agent * turn]} agent", 1.0))
        if verb and verb.patient:
            found.append(Clue(i, f"{_SIGNS[verb.patient * turn]} patient", 1.0))
        if word in vocabulary.grammar("reversing") and self.low[i + 1 : i + 2] == ["of"]:
            return found  # "an enemy of crime"
        opinion, tone = vocabulary.words().get(word), vocabulary.tone_of(word)
        if reversed_ and (opinion.sign < 0 if opinion else tone < 0 and not verb):
            return [*found, Clue(i, "reversed", 1.0)]
        if opinion:
            sign = _SIGNS[opinion.sign * turn]
            found.append(Clue(i, f"{sign} {opinion.kind}".strip(), 1.0))
        merit = verb is not None and verb.agent > 0 > tone  # "fights crime"
        if tone and not merit and not (opinion and opinion.kind in ("harm", "loss")):
            tone *= _NEGATED_TONE if turn < 0 else 1
            found.append(Clue(i, "good tone" if tone > 0 else "bad tone", abs(tone) / 2))
        return found

    def _within(self, i: int, words: frozenset[str], reach: int, *, walled: bool = False) -> bool:
        """Tell whether one of `words` stands up to `reach` words before i; a new clause or phrase is a wall."""
        for word in self.low[max(0, i - reach) : i][::-1]:
            if word in words:
                return True
            if walled and (word in vocabulary.clause_marks() or word in _WALLS):
                return False
        return False
