"""What the words of relative expressions say: which unit, how many steps from which period."""

from functools import cache

from analysis import lexicons
from analysis.times.amounts import amount_of, unit_code
from analysis.times.calendar import PERIODS, Period
from analysis.times.context import Context, Meaning
from analysis.times.grammar import Found

_OPEN = {
    "day": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "weekend": "XXXX-WXX-WE",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
    "decade": "XXX",
    "century": "XX",
}
_BACK = ("last", "past", "previous", "preceding", "prior", "latest")
_STEPS = {"this": 0, "current": 0, "": 0} | dict.fromkeys(_BACK, -1)


@cache
def _units() -> dict[str, str]:
    """Return the unit of each code that is a period of the calendar; "season" is one of sports as well."""
    rows = [
        row
        for row in lexicons.read("time_units")
        if row["unit"] in PERIODS and row["unit"] not in ("season", "weekend")
    ]
    return {row["code"]: row["unit"] for row in rows}


def unit_of(found: Found) -> str | None:
    """Return the unit of the calendar that an expression names, or None (an hour is none)."""
    unit = _units().get(unit_code(found) or "")
    return "weekend" if found.text("u") in ("weekend", "weekends") else unit


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
