"""Wording: how much two sentences say the same, by the words they share."""

import math
import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

import pandas as pd

from analysis.events.words import classes

_WORD = re.compile(r"[^\W\d_]{3,}")
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


def rarity(sets: Iterable[frozenset[str]]) -> dict[str, float]:
    """Return for each word how rare it is among `sets`: log(1 + sets / sets that have it)."""
    listed = list(sets)
    counts = Counter(word for words in listed for word in words)
    return {word: math.log(1 + len(listed) / count) for word, count in counts.items()}


def likeness(one: frozenset[str], two: frozenset[str], weights: dict[str, float]) -> float:
    """Return the share of the lesser set's weight that both share, from 0 to 1."""
    shared = sum(weights.get(word, 1.0) for word in sorted(one & two))
    lesser = min(sum(weights.get(word, 1.0) for word in sorted(words)) for words in (one, two))
    return shared / lesser if lesser else 0.0


def sentence_texts(sentences: pd.DataFrame) -> dict[tuple[str, int], str]:
    """Return the texts of the sentences table by article and sentence."""
    keys = zip(sentences["article_id"].tolist(), sentences["sentence"].tolist(), strict=True)
    return dict(zip(keys, sentences["text"].tolist(), strict=True))
