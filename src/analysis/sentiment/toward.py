"""Opinion toward a target: is a sentence negative, neutral or positive about someone named in it?"""

import warnings
from collections.abc import Sequence
from functools import cache
from numbers import Integral
from typing import NamedTuple

import pandas as pd

from analysis.sentiment.clues import SentenceWords
from analysis.sentiment.model import UnusableModelError, load, modelled
from analysis.sentiment.model_input import model_input
from analysis.sentiment.tone import listed
from analysis.sentiment.weighing import weighed
from analysis.text.characters import plain as plain_of

LABELS = ("negative", "neutral", "positive")
METHODS = ("model", "fast", "lexicon")
_DECIMALS = 2  # more would differ between processors
_LEAD = 0.02  # a label other than neutral leads the next likely one by at least so much


class Target(NamedTuple):
    """A target at the characters [start, end) of a sentence, and the words of that sentence."""

    sentence: str
    words: SentenceWords
    start: int
    end: int


class Toward(NamedTuple):
    """An opinion toward a target: score (-1 to 1), label and how likely the label is right (0 to 1)."""

    score: float
    label: str
    confidence: float


def method_for(asked: str) -> str:
    """Return one of METHODS for it or "auto": "lexicon", with a warning, in place of a model that cannot be used.

    Raises ValueError for any other name.
    """
    if asked not in ("auto", *METHODS):
        raise ValueError(f"method must be one of auto, {', '.join(METHODS)}, got {asked!r}")
    method = "model" if asked == "auto" else asked
    reason = "" if method == "lexicon" else _unusable(method)
    if reason:
        warnings.warn(f"{reason}; opinions are judged by the lexicon", stacklevel=3)
    return "lexicon" if reason else method


@cache
def _unusable(method: str) -> str:
    try:
        load(method)
    except UnusableModelError as error:
        return str(error)
    return ""


def toward(targets: Sequence[Target], method: str) -> list[Toward]:
    """Return the opinion toward each of `targets` by one of METHODS, in order."""
    if method == "lexicon":
        return [_judged(weighed(words, start, end)) for _, words, start, end in targets]
    inputs = [model_input(sentence, start, end) for sentence, _, start, end in targets]
    return [_judged(chances) for chances in modelled(inputs, method)]


def _judged(chances: tuple[float, float, float]) -> Toward:
    """Return score (the chance of positive less that of negative), label, and confidence (the chance of the label)."""
    negative, neutral, positive = chances
    lead = _LEAD + max(neutral, min(negative, positive))
    best = 0 if negative >= lead else 2 if positive >= lead else 1
    return Toward(round(positive - negative, _DECIMALS) + 0.0, LABELS[best], round(chances[best], _DECIMALS))


def score_toward(
    sentences: Sequence[str], starts: Sequence[int], ends: Sequence[int], *, method: str = "auto"
) -> pd.DataFrame:
    """Return the opinion that each sentence holds toward the target at [start, end) in it, one a row, in order.

    method: "model" (an encoder of our own), "fast" (a smaller one, four times as fast), "lexicon" (words and rules),
    or "auto": the model where it can be used. See training/README.md for how each was made and how good it is.
    Columns: score (-1 to 1: chance of positive less chance of negative), label (negative, neutral, positive),
    confidence (0 to 1: the chance that the label is right). Raises ValueError when `sentences` is no list of strings,
    the three differ in length, a target is not a stretch of its sentence, or there is no such method.
    """
    sentences, method = listed(sentences), method_for(method)
    if not len(sentences) == len(starts) == len(ends):
        found = f"{len(sentences)}, {len(starts)} and {len(ends)}"
        raise ValueError(f"sentences, starts and ends must have the same length, got {found}")
    targets: list[Target] = []
    for sentence, start, end in zip(sentences, starts, ends, strict=True):
        whole = isinstance(start, Integral) and isinstance(end, Integral)
        if not (whole and 0 <= start < end <= len(sentence)):
            raise ValueError(f"start and end must be a stretch of the sentence, got {(start, end)} of {len(sentence)}")
        same = targets and targets[-1].sentence == sentence
        words = targets[-1].words if same else SentenceWords(plain_of(sentence))
        targets.append(Target(sentence, words, int(start), int(end)))
    frame = pd.DataFrame(toward(targets, method), columns=list(Toward._fields))
    return frame.astype({"score": "float64", "label": "str", "confidence": "float64"})
