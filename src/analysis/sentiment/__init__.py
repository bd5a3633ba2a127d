"""Sentiment: the tone of a sentence, the opinion toward an actor, and whose opinion it is."""

from analysis.sentiment.tone import read_tones, score
from analysis.sentiment.toward import score_toward

__all__ = ["read_tones", "score", "score_toward"]
