"""Readings of dates told from another date: "yesterday", "last week", "three days earlier", "that year"."""

import re

from analysis.times.amounts import amount_of
from analysis.times.calendar import Period, period_of
from analysis.times.context import Context, Meaning, year_before
from analysis.times.dates import day_of
from analysis.times.durations import duration
from analysis.times.grammar import Found
from analysis.times.interval import period_of_value

UNITS = {"D": "day", "W": "week", "M": "month", "Q": "quarter", "Y": "year", "DE": "decade", "CE": "century"}
_OPEN = {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX", "quarter": "XXXX-QX"}
_STEPS = {"this": 0, "current": 0, "last": -1, "past": -1, "previous": -1, "preceding": -1}


def _unit(found: Found) -> str | None:
    if found.text("u") in ("weekend", "weekends"):
        return "weekend"
    return UNITS.get(found.value("u", "UNIT") or found.value("u", "UNITS") or "")


def _open(unit: str) -> Meaning:
    return Meaning("DATE", _OPEN.get(unit, "XXXX"))


def deictic(found: Found, context: Context) -> Meaning | None:
    """Read a day told from today: "yesterday", "the day after tomorrow", "later today"."""
    if found.value("t", "TONIGHT"):
        return None
    given = day_of(found, context)
    if given is None or _is_title(found, context):
        return None
    text = found.words[found.first + 2].text.lower() if found.last - found.first == 4 else ""
    if text in ("after", "before") and context.this("day"):
        period = context.this("day")
        steps = int(found.value("t", "DEICTIC")) + (1 if text == "after" else -1)
        return Meaning("DATE", period.shift(steps).value if period else "XXXX-XX-XX")
    return Meaning("DATE", *given)


def _is_title(found: Found, context: Context) -> bool:
    """Tell whether words such as "Today" or "This Week" are (part of) the name of a paper or a programme."""
    words = found.words[found.first : found.last]
    before = context.before()
    if not words[-1].text.istitle() or not before.strip():
        return False
    return (len(words) > 1 and words[0].text.istitle()) or bool(re.search(r"\b[A-Z][\w.]*\s+$", before))


def weekday(found: Found, context: Context) -> Meaning | None:
    """Read a day of the week: "Sunday", "last Friday", "Tuesday next week"."""
    word = found.words_in("w")[0]
    if "DOUBTFUL" in word.kinds and found.last - found.first == 1:
        return None
    if word.text.lower().endswith("s") and word.text.lower() not in ("tues", "thurs"):
        return Meaning("SET", f"XXXX-WXX-{found.value('w', 'WEEKDAY')}")
    if found.words[found.last - 1].text.lower() == "week" and context.this("day"):
        week = period_of("week", context.this("day").first)  # type: ignore[union-attr]
        step = _STEPS.get(found.text("x"), 1)
        return Meaning("DATE", period_of("day", week.shift(step).first).shift(found.value("w", "WEEKDAY") - 1).value)
    given = day_of(found, context)
    return Meaning("DATE", *given) if given else None


def near(found: Found, context: Context) -> Meaning | None:
    """Read the period now, before or after: "this week", "last year", "the coming month", "over the weekend"."""
    unit = _unit(found) or ("year" if not found.has("u") else None)
    if _is_title(found, context):
        return None
    if found.text("u") == "night":
        return _night(found.text("x"), context)
    if unit is None:
        return Meaning("DATE", "PRESENT_REF") if found.text("u") == "moment" else None
    now = context.this(unit)
    if now is None:
        return _open(unit)
    word = found.text("x")
    if unit == "weekend" and not word:
        return Meaning("DATE", _weekend(now, context).value)
    if word == "following":
        said = context.last_said()
        return Meaning("DATE", period_of(unit, said.last).shift(1).value) if said else _open(unit)
    if unit in ("decade", "century") and word in ("last", "past"):
        return Meaning("DURATION", f"P1{'E' if unit == 'decade' else 'C'}", "explicit")
    steps = _STEPS.get(word, 1) if word else 0
    if unit == "week" and steps < 0 and context.published and context.published.day.isoweekday() == 7:
        steps += 1  # on a Sunday, "last week" is the one whose last day it is
    return Meaning("DATE", now.shift(steps).value)


def _night(word: str, context: Context) -> Meaning:
    today = context.this("day")
    return Meaning("TIME", f"{today.shift(_STEPS.get(word, 1)).value if today else 'XXXX-XX-XX'}TNI")


def _weekend(now: Period, context: Context) -> Period:
    """Return the weekend that "the weekend" means: the one going on, else by tense the last or the next."""
    today = context.this("day")
    if today and today.first >= now.first:
        return now
    return now if context.direction() > 0 else now.shift(-1)


def bound(found: Found, context: Context) -> Meaning | None:
    """Read an end of a period known from the text or the article's date: "the end of the month"."""
    unit = _unit(found)
    if unit is None or unit in ("day", "century"):
        return None
    now = context.this(unit)
    return Meaning("DATE", now.value) if now else _open(unit)


def that(found: Found, context: Context) -> Meaning | None:
    """Read a period the text has spoken of: "that day", "the same year"."""
    unit = _unit(found)
    if unit is None:
        return None
    the = found.words[found.first].text.lower() == "the" and found.words[found.first + 1].text.lower() != "same"
    if the and _ENDED.match(context.after()):
        return Meaning("DURATION", f"P1{unit[0].upper()}")
    said = context.last_said()
    if said and unit != "weekend" and not the:
        whole = period_of(unit, said.first)
        if (whole.first <= said.first and said.last <= whole.last) or unit == "day":
            return Meaning("DATE", whole.value)
    if not the:
        return _open(unit)
    if unit == "day":
        return None
    now = context.this(unit)
    return Meaning("DATE", now.value) if now else _open(unit)


_ENDED = re.compile(r"\s*,?\s*(?:that\s+)?(?:end(?:ed|ing|s)|through|to)\b")


def then(found: Found, context: Context) -> Meaning | None:
    """Read "until then" and the like: the day said last."""
    said = context.last_said()
    return Meaning("DATE", said.value) if said else None


_DAYS_BEFORE = re.compile(r"\b(?:for|by|within|only|just|than|in|of|after|and)\s+$")


def one_day(found: Found, context: Context) -> Meaning | None:
    """Read "one day": some day in the future, or the length of a day after "for", "within" and the like."""
    if _DAYS_BEFORE.search(context.before()) or re.match(r"\s+(?:later|earlier|before|after|ago)", context.after()):
        return Meaning("DURATION", "P1D", "explicit")
    return Meaning("DATE", "FUTURE_REF" if context.direction() >= 0 else "PAST_REF")


def shift(found: Found, context: Context) -> Meaning | None:
    """Read a distance from now or from a time in the text: "two years ago", "three days earlier", "a week later"."""
    unit, word = _unit(found), found.text("g")
    amount = amount_of(found)
    if word in ("following", "previous", "preceding", "prior"):
        amount = 1.0
    ahead = word in ("later", "after", "afterward", "afterwards", "hence", "following") or word.startswith("from")
    if unit is None:
        return _hours(found, ahead, amount)
    if amount is None:
        if word in ("ago", "earlier"):
            return Meaning("DATE", "PAST_REF")
        if word.startswith("from"):
            return Meaning("DATE", "FUTURE_REF")
        return Meaning("DURATION", f"PX{unit[0].upper()}", "explicit")
    from_now = word == "ago" or word.startswith("from")
    if amount == 1 and unit == "year" and word in ("ago", "earlier", "before"):
        said = context.reported()
        if said:
            return Meaning("DATE", year_before(said).value)
    steps = (1 if ahead else -1) * amount
    return _moved(unit, steps, from_now or (word == "earlier" and unit == "year"), context)


def within(found: Found, context: Context) -> Meaning | None:
    """Read "in two weeks": of what lies ahead the date it gives, else the time it takes."""
    unit, amount = _unit(found), amount_of(found)
    if unit and amount and not found.has("k") and context.direction() > 0:
        return _moved(unit, amount, True, context)
    return duration(found, context)


def weekof(found: Found, context: Context) -> Meaning | None:
    """Read "the week of Jan. 12"."""
    given = day_of(found, context)
    day = period_of_value(given[0]) if given else None
    return Meaning("DATE", period_of("week", day.first).value if day else "XXXX-WXX")


def _hours(found: Found, ahead: bool, amount: float | None) -> Meaning | None:
    code = found.value("u", "UNIT") or found.value("u", "UNITS") or ""
    if not code.startswith("T"):
        return None
    if amount is None:
        return Meaning("DATE", "FUTURE_REF" if ahead else "PAST_REF")
    return Meaning("TIME", "XXXX-XX-XXTXX:XX")


def _moved(unit: str, steps: float, from_now: bool, context: Context) -> Meaning:
    """Return the period `steps` units from the article's date, or from the last day said in the text."""
    base = context.this(unit) if from_now else _base(unit, context)
    if base is None:
        return _open(unit)
    if steps != int(steps):
        unit, steps, base = _finer(unit, steps, base, context)
    return Meaning("DATE", base.shift(round(steps)).value)


def _base(unit: str, context: Context) -> Period | None:
    said = context.last_said()
    return period_of(unit, said.first) if said else None


def _finer(unit: str, steps: float, base: Period, context: Context) -> tuple[str, float, Period]:
    smaller, factor = {"year": ("month", 12), "month": ("week", 4), "decade": ("year", 10)}.get(unit, ("day", 7))
    now = context.this(smaller)
    return smaller, steps * factor, now if now else period_of(smaller, base.first)
