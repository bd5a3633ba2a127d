"""The method "lexicon": a sentence's clues, each weighed by its role to the target, as chances of the three labels.

The clues (opinion verbs and words, VADER's tones) add up to the log odds of negative and positive against neutral. The
weights are few and public: the lexicon toward_weights, fitted by training/fit_toward.py. Names carry no weight: two
targets in the same place have the same chances.
"""

from functools import cache
from math import exp

from analysis import lexicons
from analysis.sentiment.clues import SentenceWords
from analysis.sentiment.evidence import Feature, evidence

BIAS = ("is", "there")


@cache
def _weights() -> dict[Feature, tuple[float, float]]:
    rows = lexicons.read("toward_weights")
    return {(row["clue"], row["role"]): (float(row["negative"]), float(row["positive"])) for row in rows}


def weighed(words: SentenceWords, start: int, end: int) -> tuple[float, float, float]:
    """Return the chances of negative, neutral and positive toward the target at the characters [start, end)."""
    weights = _weights()
    negative, positive = weights.get(BIAS, (0.0, 0.0))
    for feature, value in evidence(words, start, end).items():
        pair = weights.get(feature)
        if pair:
            negative += pair[0] * value
            positive += pair[1] * value
    powers = exp(negative), 1.0, exp(positive)
    return powers[0] / sum(powers), powers[1] / sum(powers), powers[2] / sum(powers)
