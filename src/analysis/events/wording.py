"""Wording: how much two sentences say the same, by the words they share."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import product

import pandas as pd

from analysis import lexicons
from analysis.events.words import classes

_WORD = re.compile(r"[^\W\d_]{2,}")
_AMOUNT = re.compile(r"\d+(?:[.,]\d+)*")
_FULL = 12  # words that tell one thing; fewer say too little
_SUFFIX = re.compile(r"(?:'s|ings?|ed|es|s|ly|e)$")


@cache
def stem(word: str) -> str:
    """Return `word` in lower case without its commonest endings."""
    low = word.lower()
    return _SUFFIX.sub("", low) if len(low) > 4 else low


def content_words(text: str) -> frozenset[str]:
    """Return the stems of the words of `text` that are not grammar."""
    known = classes()
    return frozenset(stem(word) for word in _WORD.findall(text) if word.lower() not in known)


def words_and_amounts(text: str) -> frozenset[str]:
    """Return the content words of `text` and its numbers as they stand."""
    return content_words(text) | frozenset(_AMOUNT.findall(text))


def telling_words(text: str) -> frozenset[str]:
    """Return the content words and the amounts of `text`, without the words of dates: dates are held together apart."""
    return words_and_amounts(_dates().sub(" ", text))


@cache
def _dates() -> re.Pattern[str]:
    month = lexicons.any_of(lexicons.column("time_months", "names"))
    weekday = lexicons.any_of(lexicons.column("time_weekdays", "names"))
    return re.compile(rf"\b(?:\d\d? )?{month}\b\.?(?: \d\d?\b)?|\b{weekday}\b|\b(?:19|20)\d\d\b", re.IGNORECASE)


def rarity(sets: Iterable[frozenset[str]]) -> dict[str, float]:
    """Return for each word how rare it is among `sets`: log(1 + sets / sets that have it)."""
    listed = list(sets)
    counts = Counter(word for words in listed for word in words)
    return {word: math.log(1 + len(listed) / count) for word, count in counts.items()}


class Likeness:
    """How much two sets of words say the same: the share of the lesser set's weight that both have, from 0 to 1."""

    def __init__(self, weights: dict[str, float]) -> None:
        self._weights = weights
        self._sums: dict[frozenset[str], float] = {}
        self._numbers: dict[frozenset[str], frozenset[str]] = {}
        self._halves: dict[frozenset[str], frozenset[str]] = {}

    def __call__(self, one: frozenset[str], two: frozenset[str]) -> float:
        """Return the likeness of two sets, a fifth of it where both give amounts and none is the same."""
        lesser = min(self._sum(one), self._sum(two))
        share = self._weigh(one & two) / lesser if lesser else 0.0
        amounts, others = self._amounts(one), self._amounts(two)
        return share / 5 if amounts and others and amounts.isdisjoint(others) else share

    def most(self, ones: Iterable[frozenset[str]], others: Iterable[frozenset[str]]) -> float:
        """Return the likeness of the most alike of `ones` and `others`."""
        return max((self(one, other) for one, other in product(ones, others)), default=0.0)

    def shared(self, told: Sequence[tuple[str, frozenset[str]]]) -> dict[frozenset[str], float]:
        """Return for the words of each telling, given with its article, how far they are those of other articles.

        0 for nothing shared, 1 for the telling that shares most.
        """
        articles: dict[str, set[str]] = defaultdict(set)
        for article, words in told:
            for word in words:
                articles[word].add(article)
        weights = {word: (len(found) - 1) * self._weights.get(word, 1.0) for word, found in articles.items()}
        sums = {words: math.fsum(weights[word] for word in words) / (_FULL + len(words)) for _, words in told}
        most = max(sums.values(), default=0.0)
        return {words: weight / most if most else 0.0 for words, weight in sums.items()}

    def heavier_half(self, words: frozenset[str]) -> frozenset[str]:
        """Return the fewest words of a set that together weigh more than half of it."""
        if words not in self._halves:
            weight, half = 0.0, set()
            for word in sorted(words, key=lambda word: (-self._weights.get(word, 1.0), word)):
                if weight > self._sum(words) / 2:
                    break
                weight += self._weights.get(word, 1.0)
                half.add(word)
            self._halves[words] = frozenset(half)
        return self._halves[words]

    def _sum(self, words: frozenset[str]) -> float:
        if words not in self._sums:
            self._sums[words] = self._weigh(words)
        return self._sums[words]

    def _amounts(self, words: frozenset[str]) -> frozenset[str]:
        if words not in self._numbers:
            self._numbers[words] = frozenset(word for word in words if word[0].isdigit())
        return self._numbers[words]

    def _weigh(self, words: frozenset[str]) -> float:
        return math.fsum(self._weights.get(word, 1.0) for word in words)


def sentence_texts(sentences: pd.DataFrame) -> dict[tuple[str, int], str]:
    """Return the texts of the sentences table by article and sentence."""
    keys = zip(sentences["article_id"].tolist(), sentences["sentence"].tolist(), strict=True)
    return dict(zip(keys, sentences["text"].tolist(), strict=True))
