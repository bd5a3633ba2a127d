"""The day an article was published, with how exactly it is known."""

import datetime as dt
import re
from typing import Any, NamedTuple

from analysis.times.written import explicit_date

FIRST_YEAR = 1900
_PARTIAL = re.compile(r"(\d{4})(?:-(\d{1,2}))?$")


class Published(NamedTuple):
    """A day of publication: `precision` is day, month or year; `day` is the first day of that period."""

    day: dt.date
    precision: str


def parse_published(value: Any) -> Published | None:
    """Return the publication date that `value` gives, or None where it gives none (None, NaT, NaN, an empty string).

    `value` is a date, a datetime or Timestamp (the day as written in its own time zone counts), or a string: "2025",
    "2025-12", "2025-12-03", an ISO date and time, or a date written out in full. Raises ValueError for anything else
    and for a year before 1900.
    """
    if value is None or value != value or str(value).strip() in ("", "NaT", "<NA>"):
        return None
    published = _of_date(value) or _of_text(value)
    if published is None or published.day.year < FIRST_YEAR:
        raise ValueError(
            f"published must be a date from {FIRST_YEAR} on, an ISO string such as '2025-12-03', '2025-12' or '2025', "
            f"or None, got {value!r}"
        )
    return published


def read_date(text: str) -> Published | None:
    """Return the explicit date that the whole of `text` is, in any usual written form, or None.

    "Aug 12, 2025", "20 October 2025 14:30", "2025-12-03T10:00Z", "10:15 AM · Jan 3, 2026", "December 2025", "2025".
    """
    found = explicit_date(text)
    return Published(*found) if found else None


def refusal(published: Published, today: dt.date) -> str | None:
    """Return why a publication date cannot be right, in a few words, or None: it lies after `today` or before 1900."""
    if published.day > today:
        return f"published {published.day:%Y-%m-%d} lies after today, {today:%Y-%m-%d}"
    if published.day.year < FIRST_YEAR:
        return f"published {published.day.year} lies before {FIRST_YEAR}"
    return None


def _of_date(value: Any) -> Published | None:
    if isinstance(value, dt.datetime):  # a pandas Timestamp is one
        return Published(value.date(), "day")
    if isinstance(value, dt.date):
        return Published(value, "day")
    return None


def _of_text(value: Any) -> Published | None:
    if not isinstance(value, str):
        return None
    text = value.strip()
    partial = _PARTIAL.match(text)
    if partial:
        year, month = int(partial[1]), int(partial[2] or 1)
        if not (year >= 1 and 1 <= month <= 12):
            return None
        return Published(dt.date(year, month, 1), "month" if partial[2] else "year")
    return read_date(text)
