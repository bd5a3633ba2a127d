"""Readings of dates by name: days, months, years, seasons, decades, holidays."""

import re

from analysis.times.calendar import Period, date_of, period_of
from analysis.times.context import Context, Meaning
from analysis.times.grammar import Found
from analysis.times.holidays import holiday

_SLASHED = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{2,4})")
_STEPS = {"last": -1, "this": 0, "next": 1}


def year_of(found: Found) -> int | None:
    """Return the year that an expression gives in digits, or None; two digits are the century nearest to 1980."""
    year = found.value("y", "YEAR")
    if year is not None:
        return int(year)
    short = found.value("y", "YY") or found.value("y", "FYEAR")
    if not short:
        return None
    digits = re.sub(r"\D", "", short)
    return int(digits) if len(digits) == 4 else int(digits) + (1900 if int(digits) > 30 else 2000)


def day_of(found: Found, context: Context) -> tuple[str, str] | None:
    """Return the value and basis of the day that the groups t, w, m, d, y of an expression give, or None."""
    if found.has("m") and found.has("d"):
        return _month_day(found, context)
    if found.has("t"):
        today = context.this("day")
        steps = int(found.value("t", "DEICTIC"))
        basis = "publication date" if steps == 0 and today else "relative"
        return (today.shift(steps).value if today else "XXXX-XX-XX"), basis
    if found.has("w"):
        return weekday_value(found, context), "relative"
    return None


def _month_day(found: Found, context: Context) -> tuple[str, str] | None:
    month, day = found.value("m", "MONTH"), found.value("d", "DAY")
    year, basis = year_of(found), "explicit"
    if year is None:
        year, basis = _year_told(found, context), "relative"
    if year is not None:
        date = date_of(year, month, day)
        return (date.isoformat(), basis) if date else None
    if date_of(2000, month, day) is None or (found.has("l") and _COUNT_AFTER.match(context.after())):
        return None
    chosen = None
    if context.published:
        near = range(context.published.day.year - 1, context.published.day.year + 2)
        dates = [date_of(year, month, day) for year in near]
        chosen = context.choose([Period("day", date) for date in dates if date])
    return (chosen.value if chosen else f"XXXX-{month:02d}-{day:02d}"), "relative"


# after a list of days ("Jan. 3 and 7"): a word that the last number counts ("Jan. 3 and 7 people")
_COUNT_AFTER = re.compile(r" (?!and|or|to|in|at|on|of|for|from|by|with|the|when|as|after|before|through|until)[a-z]+")
_YEAR_AFTER = re.compile(r"[^.;]{0,4}\b(?:and|or|to|through|until)\b [A-Z][a-z]+\.?(?: \d\d?)?,? ((?:1[5-9]|20)\d\d)\b")


def _year_told(found: Found, context: Context) -> int | None:
    """Return the year that words near a month tell: "that year", "last year", "between May and July 2010"; or None."""
    if found.has("z"):
        base = context.last_said() if found.text("z") == "that" else context.this("year")
        return base.first.year + _STEPS.get(found.text("z"), 0) if base else None
    later = _YEAR_AFTER.match(context.after(40))
    return int(later[1]) if later else None


def weekday_value(found: Found, context: Context) -> str:
    """Return the value of a day of the week, by the words beside it or the tense of its clause."""
    number = found.value("w", "WEEKDAY")
    today = context.this("day")
    if today is None:
        return f"XXXX-WXX-{number}"
    same = today.shift(number - 1 - today.first.weekday())
    if found.has("z") or found.text("x") in ("last", "next", "previous", "this", "past", "following", "coming"):
        return _weekdayby_word(found, same, today).value
    week = [same.shift(-7), same, same.shift(7)]
    direction = context.direction()
    if direction > 0:
        return min(day for day in week if day.first >= today.first).value
    return max(day for day in week if day.first <= today.first).value


def _weekdayby_word(found: Found, same: Period, today: Period) -> Period:
    word = found.text("x")
    if word in ("last", "past", "previous"):
        return same if same.first < today.first else same.shift(-7)
    if word == "this":
        return same
    return same if same.first > today.first else same.shift(7)


def date(found: Found, context: Context) -> Meaning | None:
    """Read a day: "Wednesday, 3 December 2025", "Dec. 3", "2025-12-03", "Christmas Eve"."""
    if found.has("h"):
        value = _holiday_value(found, context)
        return Meaning("DATE", value, "explicit" if year_of(found) else "relative") if value else None
    if found.has("i"):
        return _numbered(found)
    given = day_of(found, context)
    return Meaning("DATE", *given) if given else None


def _holiday_value(found: Found, context: Context) -> str | None:
    name, year = found.value("h", "HOLIDAY"), year_of(found)
    now = context.this("year")
    if year is None and now and found.has("z"):
        year = now.first.year + _STEPS[found.text("z")]
    if year is not None:
        day = holiday(name, year)
        return day.isoformat() if day else None
    if now is None or context.published is None:
        return "XXXX-XX-XX"
    days = [holiday(name, now.first.year + step) for step in (-1, 0, 1)]
    candidates = [Period("day", day) for day in days if day]
    today = context.this("day")
    word = found.text("x")
    if today and word in ("last", "past", "next"):
        before = word != "next"
        side = [one for one in candidates if (one.first < today.first) == before and one.first != today.first]
        return (max(side) if before else min(side)).value if side else None
    chosen = context.choose(candidates)
    return chosen.value if chosen else None


def _numbered(found: Found) -> Meaning | None:
    iso = found.value("i", "ISO")
    if iso:
        date = date_of(int(iso[:4]), int(iso[5:7]), int(iso[8:10]))
        return Meaning("DATE", date.isoformat(), "explicit") if date else None
    match = _SLASHED.fullmatch(found.value("i", "SLASH"))
    if match is None or (match[2] == "." and len(match[4]) == 2):
        return None
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    year += 0 if year > 99 else 1900 if year > 30 else 2000
    day_first = first > 12 or match[2] == "."
    if not day_first and second <= 12 and first != second:
        return Meaning("DATE", f"{year:04d}-XX-XX", "explicit")  # the order of day and month cannot be told
    date = date_of(year, second, first) if day_first else date_of(year, first, second)
    return Meaning("DATE", date.isoformat(), "explicit") if date else None


def month(found: Found, context: Context) -> Meaning | None:
    """Read a month: "November", "November 2025", "last May", "early January"."""
    number, year = found.value("m", "MONTH"), year_of(found)
    if year is not None:
        return Meaning("DATE", f"{year:04d}-{number:02d}", "explicit")
    if not _is_month(found, context):
        return None
    now = context.this("month")
    open_value = f"XXXX-{number:02d}"
    year = _year_told(found, context)
    if year is not None:
        return Meaning("DATE", f"{year:04d}-{number:02d}")
    if now is None or context.published is None:
        return Meaning("DATE", open_value)
    months = [period_of("month", now.first.replace(year=now.first.year + step, month=number)) for step in (-1, 0, 1)]
    chosen = by_word(found.text("x"), months, now) or context.choose(months)
    return Meaning("DATE", chosen.value if chosen else open_value)


def by_word(word: str, periods: list[Period], now: Period) -> Period | None:
    """Return which of `periods` "last", "this" or "next" means seen from `now`, or None for no such word."""
    if word in ("last", "past", "previous", "preceding"):
        return max((one for one in periods if one.last < now.first), default=None)
    if word in ("next", "coming", "upcoming"):
        return min((one for one in periods if one.first > now.last), default=None)
    if word in ("this", "current"):
        return next((one for one in periods if one.first.year == now.first.year), None)
    return None


_MONTH_BEFORE = re.compile(
    r"\b(?:in|since|by|until|till|through|from|to|of|for|and|during|late|early|mid|every|each|before|after|between|or|"
    r"next|last|this|throughout|between|around|as of|beginning|starting|ending|ended|than|with|is|was|on)\s+$",
    re.IGNORECASE,
)
_MONTH_AFTER = re.compile(r"\s*(?:[,;.:)]|$|'s\b|-|and\b|to\b|through\b|\d)")


def _is_month(found: Found, context: Context) -> bool:
    """Tell whether a month's name that is also a word or a name (May, March, April, June, August) is the month here."""
    word = found.words_in("m")[0]
    if "DOUBTFUL" not in word.kinds and word.text.lower() != "may":
        return True
    if found.last - found.first > 1 and found.words[found.last - 1].text != ".":
        return True
    before, after = context.before(), context.after()
    if word.text.lower() in ("may", "march"):
        return bool(_MONTH_BEFORE.search(before)) and not re.match(r"\s+(?:the|be|not|have)\b", after)
    following = after.split()[:1]
    return bool(_MONTH_BEFORE.search(before)) or not (following and following[0][:1].isupper())
