"""The date in the name of a file or of the folders it lies in."""

import datetime as dt
import re

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


def _is_day(year: str, month: str, day: str) -> bool:
    try:
        dt.date(int(year), int(month), int(day))
    except ValueError:
        return False
    return True
