"""Day summaries: of the sentences about a day, the one that best tells what happened on it."""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from analysis.events.clearness import furniture, glued, hopes, leans, names, own_voice, quoted, too_long
from analysis.events.day_sentences import DaySentence
from analysis.events.wording import content_words

_FULL = 12  # content words of a sentence that tells one thing; fewer say too little
_OWN = 0.9  # share of a word's weight that the telling itself brings, which says little


class Rarity:
    """How rare each word is among all sentences that are about days."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._words = {text: content_words(text) for text in texts}
        self._counts = Counter(word for words in self._words.values() for word in words)

    def words(self, text: str) -> frozenset[str]:
        """Return the content words of a sentence."""
        return self._words[text]

    def of(self, word: str) -> float:
        """Return log(sentences / sentences with the word)."""
        return math.log(len(self._words) / self._counts[word])


def summarize(sentences: Sequence[DaySentence], rarity: Rarity) -> str:
    """Return the sentence whose words most others use of this day and few of other days; "" where there is none.

    Sentences that tell an event of the day come first, the more articles tell it, and entries of a list of days; those
    about other days too, that name this one by the way, that can't be read alone or are too long for a phone come
    after others, those that look ahead to the day and page furniture last. What articles repeat in the same words
    counts once, and more the longer after the day it is told.
    """
    weights = _weights(sentences, rarity)
    ordered = sorted(sentences, key=lambda sentence: (sentence.article, sentence.sentence))
    return max(ordered, key=lambda sentence: _merit(sentence, rarity, weights)).text if ordered else ""


def _weights(sentences: Sequence[DaySentence], rarity: Rarity) -> dict[str, float]:
    """Return for each word how much of what others tell of the day has it, and how rare it is elsewhere."""
    tellings: dict[str, dict[frozenset[str], float]] = defaultdict(dict)
    for sentence in sentences:
        words = rarity.words(sentence.text)
        for word in words:
            tellings[word][words] = max(tellings[word].get(words, 0.0), math.sqrt(sentence.weight))
    return {
        word: (math.fsum(found.values()) - _OWN * max(found.values())) * rarity.of(word)
        for word, found in tellings.items()
    }


def _merit(sentence: DaySentence, rarity: Rarity, weights: Mapping[str, float]) -> float:
    words = rarity.words(sentence.text)
    merit = math.fsum(weights[word] for word in words) / (_FULL + len(words))
    if sentence.ahead:
        merit /= 10
    elif sentence.told:
        merit *= (2 if sentence.dated else 1) * (1 + math.log(sentence.told) / 2)
    merit *= 1.5 if sentence.entry else 1
    return merit / _drawbacks(sentence)


def _drawbacks(sentence: DaySentence) -> float:
    text = sentence.text
    found = 1 + 2 * too_long(text)
    for is_so, times in (
        (sentence.aside, 1.5),
        (not sentence.alone, 1.5),
        (quoted(text), 1.5),
        (not names(text), 1.5),
        (hopes(text), 1.5),
        (leans(text), 3),
        (own_voice(text), 3),
        (glued(text), 3),
        (furniture(text), 4),
    ):
        found *= times if is_so else 1
    return found
