"""Whether a text tells of years long past rather than of the days before it was written."""

import re

from analysis.text import Document
from analysis.times.published import Published

_YEAR = re.compile(r"(?<![\d.,:/$-])(1\d\d\d|20\d\d)\b(?![%\d]|[,.]\d|-\w| (?:[a-z]+s|men|women|people|troops)\b)")
_NOW = re.compile(
    r"\b(?:today|yesterday|tomorrow|tonight"
    r"|(?:this|last|(?<![Tt]he )next) (?:week|weekend|month|year|spring|summer|autumn|fall|winter)"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b(?!,? (?:the )?\d|,? [A-Z][a-z]+\.? \d))\b",
)
_YEARS = 3  # of the past, where the text has a date of publication: a report may name one or two
_SHARE = 4  # times as many years as words that count from the day of writing


def is_history(document: Document, published: Published | None) -> bool:
    """Tell whether `document` is a history, by its years and its words for the days round its own."""
    years = [int(year) for year in _YEAR.findall(document.plain)]
    old = sum(published is None or year < published.day.year - 1 for year in years)
    if old < (1 if published is None else _YEARS):
        return False
    return old > _SHARE * (len(years) - old + len(_NOW.findall(document.plain)))
