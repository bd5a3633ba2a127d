"""Quotes: who said what, in quotation marks or not."""

from analysis.quotes.read import Quote, find_quotes, read_quotes
from analysis.quotes.speakers import speaker_of

__all__ = ["Quote", "find_quotes", "read_quotes", "speaker_of"]
