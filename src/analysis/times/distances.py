"""Readings of a distance from now or from a time in the text: "two years ago", "three days earlier", "in a week"."""

from analysis.times.amounts import amount_of, duration_value, unit_code
from analysis.times.calendar import PERIODS, Period, period_of
from analysis.times.context import Context, Meaning, year_before
from analysis.times.durations import duration
from analysis.times.grammar import Found
from analysis.times.steps import distance_of, named

_ONE_STEP = ("following", "previous", "preceding", "prior")
_AHEAD = ("later", "after", "afterward", "afterwards", "hence", "following")
# a part of a unit is counted in smaller ones: so many of them make one
_SMALLER = {"year": ("month", 12), "month": ("week", 4), "decade": ("year", 10), "century": ("year", 100)}


def distance(found: Found, context: Context) -> Meaning | None:
    """Read a distance back ("ago", "earlier") or on ("later", "from now"); of the vague ones only the side is known."""
    (unit, amount), word = distance_of(found), found.text("g")
    from_now = word == "ago" or word.startswith("from")
    ahead = word in _AHEAD or word.startswith("from")
    if word in _ONE_STEP:
        amount = 1.0
    if amount is None and (from_now or word == "earlier"):
        return Meaning("DATE", "FUTURE_REF" if ahead else "PAST_REF")
    if unit is None:
        return _time_of_day(found)
    if amount is None:
        return Meaning("DURATION", f"PX{unit[0].upper()}", "explicit")
    if amount == 1 and unit == "year" and word in ("ago", "earlier"):
        reported = context.reported()
        if reported:
            return Meaning("DATE", year_before(reported).value)
    base = context.this(unit) if from_now else _told(unit, word, context)
    there = moved(base, amount if ahead else -amount, unit, context)
    now = context.this(unit)
    ahead_of_now = base and now and there.value > now.value
    if word == "later" and ahead_of_now and context.direction() <= 0:  # "today, five months later"
        return Meaning("DURATION", duration_value(amount_of(found), str(unit_code(found))), "explicit")
    return there


def _time_of_day(found: Found) -> Meaning | None:
    """Return a time of an unknown day: hours and minutes are not counted from a day."""
    code = unit_code(found) or ""
    return Meaning("TIME", "XXXX-XX-XXTXX:XX") if code.startswith("T") else None


def _told(unit: str, word: str, context: Context) -> Period | None:
    """Return the period that holds the time named last so exactly; "earlier", where none is named, counts from now."""
    said = context.last_said(*PERIODS[: PERIODS.index(unit) + 1])
    if said:
        return period_of(unit, said.first)
    return context.this(unit) if word == "earlier" else None


def moved(base: Period | None, steps: float, unit: str, context: Context) -> Meaning:
    """Return the period `steps` units from `base`, an open one where that is not known."""
    if base is None:
        return named(None, unit)
    if steps != int(steps):
        unit, factor = _SMALLER.get(unit, ("day", 7))
        base, steps = context.this(unit) or period_of(unit, base.first), steps * factor
    return named(base.shift(round(steps)), unit)


def within(found: Found, context: Context) -> Meaning | None:
    """Read "in two weeks", "in a year's time": of what lies ahead the date it gives, else the time it takes."""
    unit, amount = distance_of(found)
    ahead = found.has("s") or (
        context.direction() > 0 and (amount == 1 or found.value("u", "UNITS"))
    )  # in five-year notes
    if unit and unit != "weekend" and amount and not found.has("k") and ahead:
        return moved(context.this(unit), amount, unit, context)
    return duration(found, context)
