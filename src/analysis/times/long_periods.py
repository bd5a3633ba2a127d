"""Readings of years, decades, centuries and seasons."""

import datetime as dt
import re
from functools import cache

from analysis import lexicons
from analysis.times.calendar import Period, seasons
from analysis.times.context import Context, Meaning
from analysis.times.grammar import Found
from analysis.times.months import by_word
from analysis.times.years import STEPS, year_of

_COUNTED = re.compile(r"\s+(?!and\b|to\b|in\b|on\b|or\b|at\b|as\b|for\b|from\b|by\b|with\b|of\b)[a-z]+s\b")
_FALL_OF = re.compile(r"-| of\b| in (?!the\b)")
_SEASON_BEFORE = re.compile(
    r"\b(?:in|by|during|since|until|till|for|from|through|throughout|to|late|early|before|after|over|and|or|than|of)\s+$",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r" (?:[A-Z]\w+ ){1,2}(?:Road|Street|Avenue|Drive|Lane|Boulevard|Rd|St|Ave|Blvd)\b")
_PHONE_BEFORE = re.compile(r"(?<!\d)(?:\d{3}|[3-9]\d{3})-$")
_MONEY = re.compile(r"\s+(?:dollars|euros|pounds|pesos|rupees|roubles|rubles|francs)\b")
_AMOUNT_BEFORE = re.compile(
    r"(?:[$£€#]|\bNo\.|\b(?:number|than|about|some|nearly|almost|all|flight|room|highway))\s*$", re.I
)
_OF_STORY = ("that", "same", "following", "subsequent")
_YEAR_BEFORE = re.compile(
    r"(?:\b(?:in|since|by|until|till|from|to|of|for|during|early|mid|late|before|after|between|and|or|than|the|year|"
    r"circa|around|as of|through|fiscal)|[(,–-])\s*$",
    re.IGNORECASE,
)


def year(found: Found, context: Context) -> Meaning | None:
    """Read a year in digits or words: "2025", "fiscal 1989", "the year two thousand", "'98"."""
    era = found.value("y", "ERA")
    if era:
        return Meaning("DATE", era, "explicit")
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
    if (
        _ADDRESS.match(context.after(40)) or _PHONE_BEFORE.search(before) or (number < 1500 and _is_counting(after))
    ):  # 1000 lost children
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


def _is_counting(after: str) -> bool:
    """Tell whether the word after a number is one of no closed class, such as what it counts ("1000 lost children")."""
    word = re.match(r"\s+([a-z]+)", after)
    return word is not None and word[1] not in _closed_classes()


@cache
def _closed_classes() -> frozenset[str]:
    return frozenset(word for row in lexicons.read("function_words") for word in lexicons.words(row["words"]))


def before_era(found: Found, context: Context) -> Meaning | None:
    """Read the first year of a span before Christ: "384" of "384 to 322 BC"."""
    last = str(found.words[found.last + 1].kinds["ERA"])
    return Meaning("DATE", f"{last[:-4]}{found.value('y', 'NUM'):04d}", "explicit")


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
    value = str(found.value("y", "DECADE"))
    said = context.said[-1] if context.said else None
    if found.has("c"):
        value = f"{found.value('c', 'NUM'):02d}{value[2]}"
    elif _SHORT.fullmatch(found.text("y")) and said and said.sentence == context.sentence and len(said.value) == 3:
        value = said.value[:2] + value[2]
    return Meaning("DATE", value, "explicit")


_SHORT = re.compile(r"'?\d0'?s")  # of the century said before: "the 1840s and 50s"
_AGE_BEFORE = re.compile(r"\b(?:her|his|their|my|our|your)\s+(?:early |mid-?|late )?$")  # "in her 60s"


def century(found: Found, context: Context) -> Meaning | None:
    """Read a century or a thousand years: "the 20th century", "the 5th century BC"; BC04 holds the years 499 to 400."""
    number = found.value("n", "ORD")
    if number is None or not 1 <= number <= 30:
        return None
    before_christ = "BC" if found.text("b").startswith("b") else ""
    figures = 1 if found.text("u") == "millennium" else 2
    return Meaning("DATE", f"{before_christ}{number - 1:0{figures}d}", "explicit")


def season(found: Found, context: Context) -> Meaning | None:
    """Read a season: "this summer", "the winter of 2019", "last fall"."""
    code, number = found.value("s", "SEASON"), year_of(found)
    if number is not None:
        return Meaning("DATE", f"{number:04d}-{code}", "explicit")
    if _is_fall(found, context):
        return None
    if found.words_in("s")[0].text.istitle() and context.before().strip():  # The Fall, the Arab Spring
        return None
    word = found.text("x")

    def of_year(year: int) -> Period:
        return Period("season", dt.date(year, seasons()[code], 1))

    told = context.beside_said(word, of_year) if _is_told(found, word) else None if word else context.in_story(of_year)
    if told:
        return Meaning("DATE", told.value)
    now = context.this("season")
    if now is None or word in _OF_STORY:
        return Meaning("DATE", f"XXXX-{code}")
    year = now.first.year
    if found.has("z"):
        return Meaning("DATE", f"{year + STEPS[found.text('z')]:04d}-{code}")
    periods = [of_year(year + step) for step in (-2, -1, 0, 1)]
    chosen = by_word(word, periods, context.this("month") or now) or context.choose(periods)
    return Meaning("DATE", chosen.value if chosen else f"XXXX-{code}")


def _is_fall(found: Found, context: Context) -> bool:
    """Tell whether "the fall" is one of a wall or of prices, or part of a longer word ("the fall-out")."""
    words = [word.text.lower() for word in found.words[found.first : found.last]]
    return words == ["the", "fall"] and (
        bool(_FALL_OF.match(context.after())) or not _SEASON_BEFORE.search(context.before())
    )


def _is_told(found: Found, word: str) -> bool:
    """Tell whether the season is counted from the time that the text has named: "that winter", "the next spring"."""
    return word in _OF_STORY or (
        word in ("next", "previous", "preceding") and found.words[found.first].text.lower() == "the"
    )
