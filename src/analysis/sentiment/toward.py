"""Opinion toward a target: is a sentence negative, neutral or positive about someone named in it?

Method "lexicon": the clues of the sentence (opinion verbs and words, VADER's tones), each weighed by its role to the
target, summed to the log odds of negative and positive against neutral. The weights are few and public: the lexicon
toward_weights, fitted by training/fit_toward.py. Names carry no weight: two targets in the same place score the same.
"""

from collections.abc import Sequence
from functools import cache
from math import exp
from numbers import Integral
from typing import NamedTuple

import pandas as pd

from analysis import lexicons
from analysis.sentiment.clues import SentenceWords
from analysis.sentiment.evidence import Feature, evidence
from analysis.sentiment.tone import listed
from analysis.text.characters import plain as plain_of

LABELS = ("negative", "neutral", "positive")
_DECIMALS = 3
BIAS = ("is", "there")


class Toward(NamedTuple):
    """An opinion toward a target: score (-1 to 1), label and how likely the label is right (0 to 1)."""

    score: float
    label: str
    confidence: float


@cache
def _weights() -> dict[Feature, tuple[float, float]]:
    rows = lexicons.read("toward_weights")
    return {(row["clue"], row["role"]): (float(row["negative"]), float(row["positive"])) for row in rows}


def toward(words: SentenceWords, start: int, end: int) -> Toward:
    """Return the opinion toward the target at the characters [start, end) of a sentence.

    score is the chance of positive less that of negative; confidence is the chance of the label.
    """
    weights = _weights()
    negative, positive = weights.get(BIAS, (0.0, 0.0))
    for feature, value in evidence(words, start, end).items():
        pair = weights.get(feature)
        if pair:
            negative += pair[0] * value
            positive += pair[1] * value
    powers = exp(negative), 1.0, exp(positive)
    chances = [round(power / sum(powers), _DECIMALS) for power in powers]
    best = max((1, 0, 2), key=chances.__getitem__)  # neutral where two are level
    return Toward(round(chances[2] - chances[0], _DECIMALS), LABELS[best], chances[best])


def score_toward(sentences: Sequence[str], starts: Sequence[int], ends: Sequence[int]) -> pd.DataFrame:
    """Return the opinion that each sentence holds toward the target at [start, end) in it, one a row, in order.

    Columns: score (-1 to 1: chance of positive less chance of negative), label (negative, neutral, positive),
    confidence (0 to 1: the chance that the label is right). Raises ValueError when `sentences` is no list of strings,
    the three differ in length or a target is not a stretch of its sentence.
    """
    sentences = listed(sentences)
    if not len(sentences) == len(starts) == len(ends):
        found = f"{len(sentences)}, {len(starts)} and {len(ends)}"
        raise ValueError(f"sentences, starts and ends must have the same length, got {found}")
    rows: list[Toward] = []
    text, words = "", SentenceWords("")
    for sentence, start, end in zip(sentences, starts, ends, strict=True):
        whole = isinstance(start, Integral) and isinstance(end, Integral)
        if not (whole and 0 <= start < end <= len(sentence)):
            raise ValueError(f"start and end must be a stretch of the sentence, got {(start, end)} of {len(sentence)}")
        if sentence != text:
            text, words = sentence, SentenceWords(plain_of(sentence))
        rows.append(toward(words, int(start), int(end)))
    frame = pd.DataFrame(rows, columns=list(Toward._fields))
    return frame.astype({"score": "float64", "label": "str", "confidence": "float64"})
