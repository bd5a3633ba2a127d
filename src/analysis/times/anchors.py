"""Readings of days told from another day beside them: "two days before Christmas", "the day after Dec. 3"."""

from analysis.times.amounts import amount_of
from analysis.times.calendar import period_of
from analysis.times.context import Context, Meaning
from analysis.times.days import date, next_such
from analysis.times.distances import moved
from analysis.times.grammar import Found
from analysis.times.interval import period_of_value
from analysis.times.named_days import holiday_day
from analysis.times.steps import named, unit_of


def anchored(found: Found, context: Context) -> Meaning | None:
    """Read a distance from a holiday or a date, or the weekday beside one; of a vague distance nothing is known."""
    anchor = holiday_day(found, context) if found.has("h") else date(found, context)
    unit = unit_of(found) if found.has("u") else "day"
    amount = amount_of(found) if found.has("n") else 1.0
    if anchor is None or unit is None:
        return None
    day = period_of_value(anchor.value)
    if day and found.has("o"):
        return named(next_such(day, found.value("o", "WEEKDAY"), 1 if found.text("g") == "after" else -1), "day")
    if day is None or amount is None:
        return named(None, unit)
    return moved(period_of(unit, day.first), amount if found.text("g") == "after" else -amount, unit, context)
