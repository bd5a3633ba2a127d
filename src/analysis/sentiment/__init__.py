"""Sentiment: the tone of a sentence, the opinion toward an actor, and whose opinion it is."""

from analysis.sentiment.means import compare_with_tone, mean_opinions
from analysis.sentiment.opinions import Opinion, read_opinions
from analysis.sentiment.tone import read_tones, score
from analysis.sentiment.toward import METHODS, method_for, score_toward

__all__ = [
    "METHODS",
    "Opinion",
    "compare_with_tone",
    "mean_opinions",
    "method_for",
    "read_opinions",
    "read_tones",
    "score",
    "score_toward",
]
