"""Dates of publication in the name of a file, in a line of a page, and in the dateline of a story."""

import datetime as dt
import re

from analysis.times import Published, read_date

_YEARS = range(1900, 2101)  # a line such as "Oct 4462" is of a table, not a date
_LONGEST = 60
_DOTTED_CLOCK = re.compile(r"\b(\d\d)\.(\d\d)(?= ?(?:GMT|UTC|BST|CES?T|E[SD]T|AE[SD]T)\b)")
_GLUED_CLOCK = re.compile(r"(?<=\b[12]\d{3})(?=\d{1,2}:\d\d)")  # "January 3, 20268:30 AM"
_DATELINE = re.compile(r"(?P<place>[^\W\d_a-z][^\n]{5,80}? \d{4}) ?(?:\(|-|–|—|/)")
_SLASHED = re.compile(r"\b(\d{1,2})([/.])(\d{1,2})\2((?:19|20)\d\d)\b")
_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)([-_./]?)(\d\d)\2(\d\d)(?!\d)")
_MONTH = re.compile(r"(?<!\d)((?:19|20)\d\d)[-_./](\d\d)(?![-_./]?\d)")


def date_in_name(file: str) -> str | None:
    """Return the day ("2025-12-03") or month ("2025-12") that the path of a file names, or None.

    "2025-12-03-some-title.txt", "20251203.txt", "2025/12/03/some-title.txt", "title_2025-12.txt". Numbers that are no
    date of the calendar are passed over; the last of several counts, since it stands nearest to the article.
    """
    days = [f"{year}-{month}-{day}" for year, _, month, day in _DAY.findall(file) if _is_day(year, month, day)]
    if days:
        return days[-1]
    months = [f"{year}-{month}" for year, month in _MONTH.findall(file) if _is_day(year, month, "1")]
    return months[-1] if months else None


def date_of_line(line: str) -> str | None:
    """Return the ISO date that the whole of a line is ("2025-12-03", or "2025-12" where no day is given), or None."""
    if len(line) > _LONGEST or not any(letter.isdigit() for letter in line):
        return None
    date = read_date(_GLUED_CLOCK.sub(" ", _DOTTED_CLOCK.sub(r"\1:\2", line)))
    return _iso(date) if date and date.precision != "year" and date.day.year in _YEARS else None


def in_one_order(lines: list[str]) -> list[str]:
    """Return the lines of a page, dates such as 12/08/2025 in ISO form where a short line shows their order.

    Where 13/08/2025 stands on it, 12/08/2025 has its day first too; where nothing shows it the lines stay as they are.
    """
    found = [match for line in lines if len(line) <= 2 * _LONGEST for match in _SLASHED.finditer(line)]
    day_first = any(int(match[1]) > 12 for match in found)
    if day_first == any(int(match[3]) > 12 for match in found):
        return lines
    month, day = (3, 1) if day_first else (1, 3)
    return [_SLASHED.sub(lambda date: f"{date[4]}-{date[month]:0>2}-{date[day]:0>2}", line) for line in lines]


def date_of_dateline(paragraph: str) -> str | None:
    """Return the ISO date in the dateline that opens a story ("BEIJING, Jan. 3, 2026 (Xinhua) -- "), or None."""
    match = _DATELINE.match(paragraph)
    if not match or not match["place"].split(",")[0].isupper():
        return None
    pieces = match["place"].split(",")
    found = (date_of_line(",".join(pieces[start:]).strip()) for start in range(1, len(pieces)))
    return next((date for date in found if date), None)


def _iso(date: Published) -> str:
    return date.day.isoformat() if date.precision == "day" else f"{date.day:%Y-%m}"


def _is_day(year: str, month: str, day: str) -> bool:
    try:
        dt.date(int(year), int(month), int(day))
    except ValueError:
        return False
    return True
