"""The year an expression gives or the words near it tell."""

import re

from analysis.times.context import Context
from analysis.times.grammar import Found

STEPS = {"last": -1, "this": 0, "next": 1, "the": 0}
_FROM_SAID = {"that": 0, "same": 0, "following": 1, "previous": -1, "preceding": -1}  # from the year the text has named

# the end of a range or list with its year: "May and July 2010", "4-6 November 2025", "Nov. 4-6, 2025"
_RANGE_END = re.compile(
    r"(?:[-–]| (?:and|or|to|through|until) )"
    r"(?:\d\d? ?(?:[A-Z][a-z]+\.?)?|[A-Z][a-z]+\.?(?: \d\d?)?),? "
    r"(?:((?:1[5-9]|20)\d\d)\b|(?:of )?(last|this|next) year)"
)


def year_of(found: Found) -> int | None:
    """Return the year that an expression gives in digits, or None; of two digits, that between 1931 and 2030."""
    year = found.value("y", "YEAR") or found.value("y", "OLD")
    if year is not None:
        return int(year)
    short = found.value("y", "YY") or found.value("y", "FYEAR")
    if not short:
        return None
    digits = re.sub(r"\D", "", short)
    return int(digits) if len(digits) == 4 else full_year(int(digits))


def full_year(digits: int) -> int:
    """Return the year between 1931 and 2030 that ends in these two digits; a longer number as it is."""
    return digits if digits > 99 else digits + (1900 if digits > 30 else 2000)


def year_told(found: Found, context: Context) -> int | None:
    """Return the year that words near a month tell: "that year", "last year", "between May and July 2010"; or None."""
    word = found.text("z")
    if word in _FROM_SAID:
        said = context.last_said()
        return said.first.year + _FROM_SAID[word] if said else None
    if word:
        now = context.this("year")
        return now.first.year + STEPS.get(word, 0) if now else None
    end = _RANGE_END.match(context.after(40))
    if end and end[2]:
        now = context.this("year")
        return now.first.year + STEPS[end[2]] if now else None
    return int(end[1]) if end else None
