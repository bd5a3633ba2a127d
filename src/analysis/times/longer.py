"""Readings of periods longer than a month: years, decades, centuries, seasons, quarters and half-years."""

import re

from analysis import lexicons
from analysis.times.calendar import Period, period_of, seasons
from analysis.times.context import Context, Meaning, year_before
from analysis.times.dates import by_word, year_of
from analysis.times.grammar import Found
from analysis.times.written import month_names

_STEPS = {"last": -1, "this": 0, "next": 1, "the": 0}
_COUNTED = re.compile(r"\s+(?!and\b|to\b|in\b|on\b|or\b|at\b|as\b|for\b|from\b|by\b|with\b|of\b)[a-z]+s\b")
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
    if _AMOUNT_BEFORE.search(before) and not re.search(r"\bthan\s+$", before):
        return False
    name = re.search(r"([A-Za-z]+)\.?\s+$", before)
    if name and name[1].lower() in lexicons.column("time_not_years", "word"):
        return False
    if re.match(r"\s*(?:%|percent\b|per cent\b|[a-z]*(?:people|men|women|children|troops)\b|°|km\b|miles\b)", after):
        return False
    return not (number < 1950 and _COUNTED.match(after) and not re.search(r"\b(?:in|since|by|of|the)\s+$", before))


def spanyear(found: Found, context: Context) -> Meaning | None:
    """Read a year that runs over New Year, as the first of the two: "2016/17", "the 2024-25 season"."""
    first, second = found.value("y", "YEAR"), found.value("k", "NUM")
    if not isinstance(second, int) or ((first + 1) % 100 != second % 100 and not first < second < 2200):
        return None
    return Meaning("DATE", f"{first:04d}", "explicit")


def decade(found: Found, context: Context) -> Meaning | None:
    """Read a decade: "the 1990s", "the late eighties"."""
    return Meaning("DATE", found.value("y", "DECADE"), "explicit")


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
    now = context.this("season")
    if now is None:
        return Meaning("DATE", f"XXXX-{code}")
    year = now.first.year
    if found.has("z"):
        return Meaning("DATE", f"{year + _STEPS[found.text('z')]:04d}-{code}")
    starts = [now.first.replace(year=year + step, month=seasons()[code]) for step in (-2, -1, 0, 1)]
    periods = [Period("season", start) for start in starts]
    chosen = by_word(found.text("x"), periods, context.this("month") or now) or context.choose(periods)
    return Meaning("DATE", chosen.value if chosen else f"XXXX-{code}")


def quarter(found: Found, context: Context) -> Meaning | None:
    """Read a quarter or half of a year: "the third quarter", "Q3 2025", "the first half of 1990"."""
    number = 2 if found.has("l") else found.value("n", "ORD")
    mark = found.value("q", "QUARTER") or ("H" if found.has("v") else "Q") + str(number)
    if mark not in ("Q1", "Q2", "Q3", "Q4", "H1", "H2"):
        return None
    number = year_of(found)
    if number is not None:
        return Meaning("DATE", f"{number:04d}-{mark}", "explicit")
    now = context.this("quarter")
    if now is None:
        return Meaning("DATE", f"XXXX-{mark}")
    if found.has("z"):
        return Meaning("DATE", f"{now.first.year + _STEPS[found.text('z')]:04d}-{mark}")
    if found.has("b"):
        return Meaning("DATE", f"{now.first.year - 1:04d}-{mark}")
    unit, months = ("half", 6) if mark[0] == "H" else ("quarter", 3)
    start = now.first.replace(month=(int(mark[1]) - 1) * months + 1)
    chosen = context.choose([Period(unit, start.replace(year=start.year + step)) for step in (-1, 0, 1)])
    return Meaning("DATE", chosen.value if chosen else f"XXXX-{mark}")


def samequarter(found: Found, context: Context) -> Meaning | None:
    """Read a quarter that the text has named: "the quarter", "the latest period", "the 1988 quarter"."""
    if "period" in found.text("u") and not context.reported():
        return None
    said = _quarter_ended(context) or context.reported()
    number = year_of(found)
    now = context.this("year")
    if number is None and now and found.has("z"):
        number = now.first.year + _STEPS[found.text("z")]
    if said and said.unit == "quarter":
        value = said.value if number is None else f"{number:04d}{said.value[4:]}"
    elif number is not None:
        value = f"{number:04d}" + ("-QX" if found.text("u") == "quarter" else "")
    elif said and found.text("u") == "period":
        value = said.value
    else:
        quarter = context.this("quarter")
        value = quarter.shift(-1).value if quarter else "XXXX-QX"
    return Meaning("DATE", value)


_ENDED_IN = re.compile(r",? (?:that )?end(?:ed|ing) ([A-Z][a-z]+)")


def _quarter_ended(context: Context) -> Period | None:
    """Return the quarter that "the quarter ended July 31" is: the last one over by the end of that month."""
    match = _ENDED_IN.match(context.after(30))
    month = month_names().get(match[1].lower()) if match else None
    now = context.this("month")
    if month is None or now is None:
        return None
    end = now.first.replace(month=month, year=now.first.year - (month > now.first.month))
    return period_of("quarter", end) if month % 3 == 0 else period_of("quarter", end).shift(-1)


def yearago(found: Found, context: Context) -> Meaning | None:
    """Read a comparison with the year before: "the year-ago quarter", "year-earlier"."""
    said = context.reported()
    now = context.this("year")
    number = found.value("n", "ORD")
    if number:
        return Meaning("DATE", f"{now.first.year - 1:04d}-Q{number}" if now else f"XXXX-Q{number}")
    if said and said.unit == "quarter":
        return Meaning("DATE", year_before(said).value)
    if "quarter" in found.text("u"):
        return Meaning("DATE", f"{now.first.year - 1:04d}-QX" if now else "XXXX-QX")
    return Meaning("DATE", now.shift(-1).value if now else "XXXX")
