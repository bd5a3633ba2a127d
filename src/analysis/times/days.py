"""Readings of days: "Wednesday, 3 December 2025", "Dec. 3", "Sunday", "yesterday"."""

import datetime as dt
import re
from functools import cache

from analysis import lexicons
from analysis.times.calendar import Period, date_of, period_of
from analysis.times.context import Context, Meaning
from analysis.times.grammar import Found
from analysis.times.kinds import known
from analysis.times.years import year_of, year_told

# after a list of days ("Jan. 3 and 7"): a word that the last number counts ("Jan. 3 and 7 people")
_COUNTED = re.compile(r" (?!and|or|to|in|at|on|of|for|from|by|with|the|when|as|after|before|through|until)[a-z]+")
_TO_BEFORE = re.compile(r"day(?: (?:to|through|until|till) |-)$")
_TO_AFTER = re.compile(r"(?: (?:to|through|until|till) |-)([A-Z][a-z]+day)\b")
_IN_STORY = ("previous", "preceding", "following", "subsequent")  # told from the day the text has named
_ALONE = re.compile(r"\s*(?:[.,;:!?)\"]|$)|\s+(?:and|but|or|at|in|to|for|from|with|he|she|they|we|it|when|as|after)\b")
_ROUND = 45  # days before and after a day of the year within which that of the same year may be meant
_WORD_BEFORE = re.compile(r"(\w+)[ -]$")
_NEXT_WORD = re.compile(r"[ -]([a-z]+)")


def date(found: Found, context: Context) -> Meaning | None:
    """Read a day named by its month or its place in the week."""
    given = day_of(found, context)
    return Meaning("DATE", *given) if given else None


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
        return _weekday(found, context), "relative"
    return None


def _month_day(found: Found, context: Context) -> tuple[str, str] | None:
    month, day = found.value("m", "MONTH"), found.value("d", "DAY")
    year = year_of(found)
    if year is not None:
        date = date_of(year, month, day)
        return (date.isoformat(), "explicit") if date else None
    if date_of(2000, month, day) is None or (found.has("l") and _COUNTED.match(context.after())):
        return None
    event = _event_day(month, day, context)
    if event:
        return event, "explicit"
    year = year_told(found, context)
    if year is not None:
        date = date_of(year, month, day)
        return (date.isoformat(), "relative") if date else None
    chosen = _of_story(month, day, found.value("w", "WEEKDAY"), context)
    return (chosen.value if chosen else f"XXXX-{month:02d}-{day:02d}"), "relative"


def _event_day(month: int, day: int, context: Context) -> str | None:
    """Return the date of the event that is named after this day ("the Sept. 11 attacks"), or None."""
    for row in _events().get((month, day), ()):
        following, before = _NEXT_WORD.match(context.after()), _WORD_BEFORE.search(context.before())
        if following and following[1] in lexicons.words(row["words"]):
            return row["date"]
        if before and before[1].lower() in lexicons.words(row["before"]) and not _is_coming_round(month, day, context):
            return row["date"]
    return None


@cache
def _events() -> dict[tuple[int, int], list[dict[str, str]]]:
    events: dict[tuple[int, int], list[dict[str, str]]] = {}
    for row in lexicons.read("time_events"):
        events.setdefault((int(row["month"]), int(row["day"])), []).append(row)
    return events


def _is_coming_round(month: int, day: int, context: Context) -> bool:
    """Tell whether the article was written near this day of the year, or it is not known when."""
    today = context.this("day")
    this_year = date_of(today.first.year, month, day) if today else None
    return today is None or this_year is None or abs((today.first - this_year).days) < _ROUND


def _of_story(month: int, day: int, weekday: int | None, context: Context) -> Period | None:
    """Return the day of a year that the story, the article's date or the day of the week implies, or None."""

    def days(*years: int) -> list[Period]:
        dates = [date for year in years if (date := date_of(year, month, day))]
        fitting = [date for date in dates if date.isoweekday() == weekday]
        return [Period("day", date) for date in fitting or dates]

    told = context.told_year()
    if told:
        return context.narrated(days(told, told + 1))
    story = context.in_story(lambda year: next(iter(days(year)), None))
    if story or context.published is None:
        return story
    year = context.published.day.year
    near = days(year - 1, year, year + 1) or days(*range(year - 8, year + 9))  # the 29th of February is rare
    return context.choose(near)


def _weekday(found: Found, context: Context) -> str:
    number = found.value("w", "WEEKDAY")
    today, story = context.this("day"), context.told()
    if story and story.unit == "day" and not found.has("x") and context.direction() < 0:
        return next_such(story.shift(-1), number, 1).value
    if today is None or found.words[found.first].text.lower() in ("a", "an"):
        return f"XXXX-WXX-{number}"
    same = today.shift(number - 1 - today.first.weekday())
    word = found.text("x")
    told = context.last_said("day") if found.text("x") in _IN_STORY else None
    if told:
        step = -1 if word in ("previous", "preceding") else 1
        return next_such(told, number, step).value
    if word:
        return _beside(same, today, word).value
    ranged = _of_range(number, today, context)
    if ranged:
        return ranged.value
    week = [same.shift(-7), same, same.shift(7)]
    if context.direction() > 0:
        return next(day for day in week if day.first >= today.first).value
    return next(day for day in reversed(week) if day.first <= today.first).value


def _of_range(number: int, today: Period, context: Context) -> Period | None:
    """Return the weekday at an end of a range: the last one follows the first, and a range of the past is over."""
    said = context.said[-1] if context.said else None
    if said and said.period and said.period.unit == "day" and _TO_BEFORE.search(context.before()):
        return next_such(said.period, number, 1) if said.sentence == context.sentence else None
    last = _TO_AFTER.match(context.after())
    end = known().get(last[1].lower(), {}).get("WEEKDAY") if last else None
    return next_such(next_such(today.shift(1), end, -1), number, -1) if end and context.direction() < 0 else None


def day_alone(found: Found, context: Context) -> Meaning | None:
    """Read a day of the month told last, or of this or the month beside it: "on the 21st"."""
    if not _ALONE.match(context.after()):
        return None
    said, now = context.last_said("day", "month"), context.this("month")
    base = period_of("month", said.first) if said else now
    if base is None:
        return Meaning("DATE", f"XXXX-XX-{found.value('n', 'ORD'):02d}")
    months = [base] if said else [base.shift(-1), base, base.shift(1)]
    dates = [date_of(one.first.year, one.first.month, found.value("n", "NTH")) for one in months]
    days = [Period("day", date) for date in dates if date]
    chosen = (days[0] if said else context.choose(days)) if days else None
    return Meaning("DATE", chosen.value) if chosen else None


def next_such(day: Period, weekday: int, step: int) -> Period:
    """Return the first day of this name after `day`, or before it where `step` is -1."""
    gap = (step * (weekday - day.first.isoweekday())) % 7 or 7
    return day.shift(step * gap)


def _beside(same: Period, today: Period, word: str) -> Period:
    """Return the weekday that "last", "this" or "next" makes of the one in today's week."""
    if word in ("last", "past", "previous", "preceding"):
        return same if same.first < today.first else same.shift(-7)
    if word in ("this", "current"):
        return same
    return same if same.first > today.first else same.shift(7)


def weekday(found: Found, context: Context) -> Meaning | None:
    """Read a day of the week: "Sunday", "last Friday", "Tuesday next week"; "Mondays" recur."""
    word = found.words_in("w")[0]
    number = found.value("w", "WEEKDAY")
    if "DOUBTFUL" in word.kinds and found.last - found.first == 1:
        return None
    if word.text.lower().endswith("days"):
        return Meaning("SET", f"XXXX-WXX-{number}", "explicit")
    week = context.this("week")
    if found.words[found.last - 1].text.lower() == "week" and week and context.this("day"):
        step = {"this": 0, "last": -1, "previous": -1, "past": -1}.get(found.text("x"), 1)
        return Meaning("DATE", Period("day", week.shift(step).first + dt.timedelta(number - 1)).value)
    return date(found, context)
