"""What the words of relative expressions say: which unit, how many steps from which period."""

from analysis.times.amounts import amount_of, unit_code
from analysis.times.calendar import Period
from analysis.times.context import Context, Meaning
from analysis.times.grammar import Found

_UNITS = {"D": "day", "W": "week", "M": "month", "Q": "quarter", "Y": "year", "DE": "decade", "CE": "century"}
_OPEN = {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX", "quarter": "XXXX-QX"}
_BACK = ("last", "past", "previous", "preceding", "prior", "latest")
_STEPS = {"this": 0, "current": 0, "": 0} | dict.fromkeys(_BACK, -1)


def unit_of(found: Found) -> str | None:
    """Return the unit of the calendar that an expression names, or None (an hour is none)."""
    if found.text("u") in ("weekend", "weekends"):
        return "weekend"
    return _UNITS.get(found.value("u", "UNIT") or found.value("u", "UNITS") or "")


def distance_of(found: Found) -> tuple[str | None, float | None]:
    """Return the unit and how many of it an expression says; a fortnight is two weeks."""
    unit, amount = unit_of(found), amount_of(found)
    if unit is None and unit_code(found) == "2W":
        return "week", amount and amount * 2
    return unit, amount


def steps_of(word: str) -> int:
    """Return how many periods on "this", "last" or "next" is: 0, -1 or 1."""
    return _STEPS.get(word, 1)


def named(period: Period | None, unit: str) -> Meaning:
    """Return a date that is this period, or an open one of this unit where it is not known."""
    return Meaning("DATE", period.value if period else _OPEN.get(unit, "XXXX"))


def today_at(part: str, steps: int, context: Context) -> Meaning:
    """Return a part of the day so many days from the article's."""
    today = context.this("day")
    basis = "publication date" if today and steps == 0 else "relative"
    return Meaning("TIME", f"{today.shift(steps).value if today else 'XXXX-XX-XX'}T{part}", basis)
