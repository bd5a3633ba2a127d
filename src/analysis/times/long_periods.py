"""Readings of years, decades, centuries and seasons."""

import re

from analysis import lexicons
from analysis.times.calendar import Period, seasons
from analysis.times.context import Context, Meaning
from analysis.times.grammar import Found
from analysis.times.months import by_word
from analysis.times.years import STEPS, year_of

_COUNTED = re.compile(r"\s+(?!and\b|to\b|in\b|on\b|or\b|at\b|as\b|for\b|from\b|by\b|with\b|of\b)[a-z]+s\b")
_PHONE_BEFORE = re.compile(r"(?<!\d)\d{3}-$")
_WORD_AFTER = re.compile(r"\s+(?!and\b|or\b|to\b|in\b|on\b|the\b|by\b|with\b|when\b|until\b|a\b|as\b|at\b|from\b)[a-z]")
_MONEY = re.compile(r"\s+(?:dollars|euros|pounds|pesos|rupees|roubles|rubles|francs)\b")
_AMOUNT_BEFORE = re.compile(
    r"(?:[$£€#]|\bNo\.|\b(?:number|than|about|some|nearly|almost|all|flight|room|highway))\s*$", re.I
)
_YEAR_BEFORE = re.compile(
    r"(?:\b(?:in|since|by|until|till|from|to|of|for|during|early|mid|late|before|after|between|and|or|than|the|year|"
    r"circa|around|as of|through|fiscal)|[(,-])\s*$",
    re.IGNORECASE,
)


def year(found: Found, context: Context) -> Meaning | None:
    """Read a year in digits or words: "2025", "fiscal 1989", "the year two thousand", "'98"."""
    number = year_of(found)
    if number is None:
        return None
    bare = found.last - found.first == 1
    if bare and found.has("y") and found.value("y", "YEAR") and not _is_year(number, found, context):
        return None
    return Meaning("DATE", f"{number:04d}", "explicit")


def _is_year(number: int, found: Found, context: Context) -> bool:
    """Tell whether four digits that stand alone are a year, not a price, a count or part of a name."""
    before, after = context.before(), context.after()
    if not 1900 <= number <= 2100 and not _YEAR_BEFORE.search(before):
        return False
    if _PHONE_BEFORE.search(before) or (number < 1500 and _WORD_AFTER.match(after)):  # 1000 lost children
        return False
    if _COUNTED.match(after) and (number % 100 == 0 or _MONEY.match(after)):  # 2000 cases, 1999 dollars
        return False
    if _AMOUNT_BEFORE.search(before) and not re.search(r"\bthan\s+$", before):
        return False
    name = re.search(r"([A-Za-z]+)\.?\s+$", before)
    if name and name[1].lower() in lexicons.column("time_not_years", "word"):
        return False
    if re.match(r"\s*(?:%|percent\b|per cent\b|[a-z]*(?:people|men|women|children|troops)\b|°|km\b|miles\b)", after):
        return False
    return not (number < 1950 and _COUNTED.match(after) and not re.search(r"\b(?:in|since|by|of|the)\s+$", before))


def span_of_years(found: Found, context: Context) -> Meaning | None:
    """Read a year that runs over New Year, as the first of the two: "2016/17", "the 2024-25 season"."""
    first, second = found.value("y", "YEAR"), found.value("k", "NUM")
    if not isinstance(second, int) or ((first + 1) % 100 != second % 100 and not first < second < 2200):
        return None
    return Meaning("DATE", f"{first:04d}", "explicit")


def decade(found: Found, context: Context) -> Meaning | None:
    """Read a decade: "the 1990s", "the late eighties"."""
    if _AGE_BEFORE.search(context.before()):
        return None
    return Meaning("DATE", found.value("y", "DECADE"), "explicit")


_AGE_BEFORE = re.compile(r"\b(?:her|his|their|my|our|your)\s+(?:early |mid-?|late )?$")  # "in her 60s"


def century(found: Found, context: Context) -> Meaning | None:
    """Read a century: "the 20th century"."""
    number = found.value("n", "ORD")
    if number is None or not 1 <= number <= 30:
        return None
    return Meaning("DATE", f"{number - 1:02d}", "explicit")


def season(found: Found, context: Context) -> Meaning | None:
    """Read a season: "this summer", "the winter of 2019", "last fall"."""
    code, number = found.value("s", "SEASON"), year_of(found)
    if number is not None:
        return Meaning("DATE", f"{number:04d}-{code}", "explicit")
    if found.words_in("s")[0].text.istitle() and context.before().strip():  # The Fall, the Arab Spring
        return None
    now = context.this("season")
    if now is None:
        return Meaning("DATE", f"XXXX-{code}")
    year = now.first.year
    if found.has("z"):
        return Meaning("DATE", f"{year + STEPS[found.text('z')]:04d}-{code}")
    starts = [now.first.replace(year=year + step, month=seasons()[code]) for step in (-2, -1, 0, 1)]
    periods = [Period("season", start) for start in starts]
    chosen = by_word(found.text("x"), periods, context.this("month") or now) or context.choose(periods)
    return Meaning("DATE", chosen.value if chosen else f"XXXX-{code}")
