"""Points in time as files write them, to ISO strings that keep the offset from UTC."""

import datetime as dt
import re
from email.utils import parsedate_to_datetime
from typing import Any

_COMPACT = re.compile(r"((?:19|20)\d\d)([01]\d)([0-3]\d)(?:T?(\d\d)(\d\d)(\d\d)?(Z|[+-]\d\d:?\d\d)?)?")
_EPOCH = re.compile(r"\d{10}(?:\d{3})?(?:\.\d+)?")
_MAIL = re.compile(r"(?:[A-Za-z]{3}, )?\d{1,2} [A-Za-z]{3} \d{4} \d\d:\d\d")
_SLASHED = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2((?:19|20)?\d\d)\b")
_SHORT_YEAR = re.compile(r"(\d{1,2})[ -]([A-Za-z]{3,9})[ -](\d\d)")  # 13-Jan-26, as spreadsheets write it
_ZONE = re.compile(r"(?<=\d)\s?([+-]\d\d)(\d\d)$")


def iso_stamp(value: Any) -> str:
    """Return `value` in ISO form where it is a mail date, a number of seconds or a compact date, else as it is written.

    An offset that is given is kept: the day of an article is the day where it was published.
    """
    text = " ".join(str(value).split())[:100]
    try:
        if match := _COMPACT.fullmatch(text):
            day = "-".join(match.groups()[:3])
            return f"{day}T{match[4]}:{match[5]}:{match[6] or '00'}{match[7] or ''}" if match[4] else day
        if match := _SHORT_YEAR.fullmatch(text):
            return f"{match[1]} {match[2]} {_year(match[3])}"
        if _EPOCH.fullmatch(text):
            seconds = float(text[:10])
            return dt.datetime.fromtimestamp(seconds, dt.UTC).isoformat()
        if _MAIL.match(text):
            return parsedate_to_datetime(text).isoformat()
    except (ValueError, OverflowError, TypeError, IndexError):
        return text
    return _ZONE.sub(r"\1:\2", text) if ":" in text else text


def days_first(values: list[str]) -> bool | None:
    """Return whether dates such as 03/12/2025 in a column have their day first; None where none of them tells."""
    found = [match for value in values if (match := _SLASHED.match(value))]
    day, month = any(int(match[1]) > 12 for match in found), any(int(match[3]) > 12 for match in found)
    return day if day != month else None


def in_order(value: str, day_first: bool) -> str:
    """Return a date such as 03/12/2025 in ISO form."""
    match = _SLASHED.match(value)
    if not match:
        return value
    day, month = (match[1], match[3]) if day_first else (match[3], match[1])
    return f"{_year(match[4])}-{month:0>2}-{day:0>2}"


def _year(digits: str) -> str:
    """Return a year of four digits; of two digits it is one from 1970 on."""
    return digits if len(digits) == 4 else f"{'20' if digits < '70' else '19'}{digits}"
