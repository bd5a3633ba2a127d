"""Readings of quarters and half-years, as reports of results speak of them.

"A year ago" and "the year-ago period" of such a report are the same quarter of the year before.
"""

import re

from analysis.times.calendar import Period, period_of
from analysis.times.context import Context, Meaning, year_before
from analysis.times.grammar import Found
from analysis.times.written import month_names
from analysis.times.years import STEPS, year_of

_ENDED_IN = re.compile(r",? (?:that )?end(?:ed|ing) ([A-Z][a-z]+)")


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
        return Meaning("DATE", f"{now.first.year + STEPS[found.text('z')]:04d}-{mark}")
    unit, months = ("half", 6) if mark[0] == "H" else ("quarter", 3)
    start = now.first.replace(month=(int(mark[1]) - 1) * months + 1)
    chosen = context.choose([Period(unit, start.replace(year=start.year + step)) for step in (-1, 0, 1)])
    return Meaning("DATE", chosen.value if chosen else f"XXXX-{mark}")


def same_quarter(found: Found, context: Context) -> Meaning | None:
    """Read a quarter that the text has named: "the quarter", "the latest period", "the 1988 quarter"."""
    if "period" in found.text("u") and not context.reported():
        return None
    said = _quarter_ended(context) or context.reported()
    number = year_of(found)
    now = context.this("year")
    if number is None and now and found.has("z"):
        number = now.first.year + STEPS[found.text("z")]
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


def _quarter_ended(context: Context) -> Period | None:
    """Return the quarter that "the quarter ended July 31" is: the last one over by the end of that month."""
    match = _ENDED_IN.match(context.after(30))
    month = month_names().get(match[1].lower()) if match else None
    now = context.this("month")
    if month is None or now is None:
        return None
    end = now.first.replace(month=month, year=now.first.year - (month > now.first.month))
    return period_of("quarter", end) if month % 3 == 0 else period_of("quarter", end).shift(-1)


def year_ago(found: Found, context: Context) -> Meaning | None:
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
