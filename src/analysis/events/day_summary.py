"""Day summaries: of the sentences that refer to a day, the one that best tells what happened on it."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from analysis.events.clearness import furniture, leans, own_voice, too_long
from analysis.events.wording import content_words

_FULL = 12  # content words of a sentence that tells one thing; fewer say too little


class Referring(NamedTuple):
    """A sentence that refers to the day.

    `told`: it tells an event of that day; `ahead`: the day was still to come; `alone`: it names no other day.
    """

    article: str
    sentence: int
    text: str
    told: bool
    ahead: bool
    alone: bool


class Rarity:
    """How rare each word is among all sentences that refer to days."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._words = {text: content_words(text) for text in texts}
        self._counts = Counter(word for words in self._words.values() for word in words)

    def words(self, text: str) -> frozenset[str]:
        """Return the content words of a sentence."""
        return self._words[text]

    def of(self, word: str) -> float:
        """Return log(sentences / sentences with the word)."""
        return math.log(len(self._words) / self._counts[word])


def summarize(sentences: Sequence[Referring], rarity: Rarity) -> str:
    """Return the sentence whose words most articles use of this day and few of others; "" where there is none.

    Sentences that tell an event of the day come before others; those that name other days too, that lean on the
    sentence before, that speak in the first person or are too long for a phone come after others, those that look
    ahead to the day and page furniture last.
    """
    articles: dict[str, set[str]] = {}
    for sentence in sentences:
        for word in rarity.words(sentence.text):
            articles.setdefault(word, set()).add(sentence.article)
    weights = {word: (len(found) - 1 + 0.1) * rarity.of(word) for word, found in articles.items()}
    ordered = sorted(sentences, key=lambda sentence: (sentence.article, sentence.sentence))
    return max(ordered, key=lambda sentence: _merit(sentence, rarity, weights)).text if ordered else ""


def _merit(sentence: Referring, rarity: Rarity, weights: Mapping[str, float]) -> float:
    words = rarity.words(sentence.text)
    merit = math.fsum(weights[word] for word in words) / (_FULL + len(words))
    if sentence.told and not sentence.ahead:
        merit *= 2
    if sentence.ahead:
        merit /= 10
    if not sentence.alone:
        merit /= 1.5
    if leans(sentence.text):
        merit /= 2
    if own_voice(sentence.text):
        merit /= 3
    if furniture(sentence.text):
        merit /= 4
    return merit / (1 + 2 * too_long(sentence.text))
