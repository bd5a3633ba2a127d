"""Whether a text tells of years long past rather than of the days before it was written."""

import re
from functools import cache

from analysis.text import Document
from analysis.times.published import Published
from analysis.times.written import month_names

_NOW = re.compile(
    r"\b(?:today|yesterday|tomorrow|tonight"
    r"|(?:this|last|(?<![Tt]he )next) (?:week|weekend|month|year|spring|summer|autumn|fall|winter)"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b(?!,? (?:the )?\d|,? [A-Z][a-z]+\.? \d))\b",
)
_FIGURES = re.compile(r"[12]\d\d\d(?!\d)")
_BEFORE = "in|since|by|of|until|till|from|to|and|between|during|before|after|early|late|around|circa"
_YEARS = 3  # of the past, where the text has a date of publication: a report may name one or two
_SHARE = 4  # times as many years as words that count from the day of writing


@cache
def _year() -> re.Pattern[str]:
    """Return the pattern of a year that dates something: after a preposition, a month, a comma or an open bracket."""
    months = "|".join(sorted((name.capitalize() for name in month_names()), key=len, reverse=True))
    return re.compile(
        rf"(?:\b(?:{_BEFORE}|{_BEFORE.title()}|(?:{months})\.?),? |(?<=[a-z0-9]{{2}}, )|(?<=[(–-]))"
        r"(1\d\d\d|20\d\d)\b(?![%\d]|[,.]\d|-\w| (?:[a-z]+s|men|women|people|troops)\b)"
    )


def is_history(document: Document, published: Published | None) -> bool:
    """Tell whether `document` is a history, by its years and its words for the days round its own."""
    first, fewest = (published.day.year - 1, _YEARS) if published else (10000, 1)
    if sum(int(year) < first for year in _FIGURES.findall(document.plain)) < fewest:  # as in most news
        return False
    years = [int(year) for year in _year().findall(document.plain)]
    old = sum(year < first for year in years)
    if old < fewest:
        return False
    return old > _SHARE * (len(years) - old + len(_NOW.findall(document.plain)))
