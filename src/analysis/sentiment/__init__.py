"""Sentiment: the tone of a sentence, the opinion toward an actor, and whose opinion it is."""

from analysis.sentiment.opinions import Opinion, read_opinions
from analysis.sentiment.tone import read_tones, score
from analysis.sentiment.toward import score_toward

__all__ = ["Opinion", "read_opinions", "read_tones", "score", "score_toward"]
