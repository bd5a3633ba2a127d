"""A whole string that is one explicit date, as datelines, metadata and tweets write it."""

import datetime as dt
import re
from functools import cache

from analysis import lexicons
from analysis.text.characters import plain

_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ]\d.*)?|(\d{4})(\d{2})(\d{2})|(\d{4})[/.](\d{1,2})[/.](\d{1,2})")
_SLASHED = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})")
_ZONE = r"(?:\(?(?:GMT|UTC|Z|[ECMP][SD]?T|BST|CET|CEST|IST|[+-]\d{1,2}:?\d{0,2})\)?\s*)*"
_CLOCK = re.compile(
    rf"[\s,·|-]*(?:\bat\s+)?(?:T|\b)\d{{1,2}}(?:(?::\d{{2}}){{1,2}}(?:\.\d+)?\s*(?:[ap]\.?m\b\.?)?|\s*[ap]\.?m\b\.?)\s*{_ZONE}[\s,·|-]*",
    re.IGNORECASE,
)


@cache
def month_names() -> dict[str, int]:
    """Return every name and abbreviation of a month, in small letters, with its number."""
    return {name: int(row["month"]) for row in lexicons.read("time_months") for name in lexicons.words(row["names"])}


@cache
def _worded() -> tuple[re.Pattern[str], ...]:
    month = rf"(?P<month>{'|'.join(sorted(month_names(), key=len, reverse=True))})\.?"
    weekday = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
    day, year = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?", r"(?P<year>\d{4})"
    forms = (
        rf"{weekday}{month}\s*{day}(?:\s*,\s*|\s+){year}",
        rf"{weekday}(?:the\s+)?{day}[\s-]*(?:of\s+)?{month}[\s,-]*{year}",
        rf"{month}(?:\s*,|\s+of)?\s+{year}",
        year,
    )
    return tuple(re.compile(form, re.IGNORECASE) for form in forms)


def explicit_date(text: str) -> tuple[dt.date, str] | None:
    """Return the explicit date that the whole of `text` is, with its precision, or None.

    The pair is what Published holds: the first day of the period, and day, month or year. A time of day and a time zone
    beside the date are allowed and ignored ("20 October 2025 14:30", "10:15 AM · Jan 3, 2026"). A date of two small
    numbers whose order cannot be told ("03/04/2025") is no date, nor is one that no calendar has ("31 February 2025").
    """
    line = " ".join(plain(text).split()).strip(" ,;|·-")
    if not _ISO.fullmatch(line):
        line = _CLOCK.sub(" ", line, count=1).strip() if ":" in line or "m" in line.lower() else line
    iso = _ISO.fullmatch(line)
    if iso:
        return _day(*[part for part in iso.groups() if part])
    slashed = _SLASHED.fullmatch(line)
    if slashed:
        return _numbered(slashed)
    for pattern in _worded():
        match = pattern.fullmatch(line)
        if match:
            return _of_words(match.groupdict())
    return None


def _day(year: str, month: str, day: str) -> tuple[dt.date, str] | None:
    try:
        return dt.date(int(year), int(month), int(day)), "day"
    except ValueError:
        return None


def _numbered(match: re.Match[str]) -> tuple[dt.date, str] | None:
    first, mark, second, year = match.groups()
    if mark == "." or int(first) > 12 or first == second:  # dots are the day-first habit of continental Europe
        return _day(year, second, first)
    return _day(year, first, second) if int(second) > 12 else None


def _of_words(found: dict[str, str]) -> tuple[dt.date, str] | None:
    year, month, day = found["year"], month_names().get(found.get("month", "").lower(), 1), found.get("day")
    if day:
        return _day(year, str(month), day)
    whole = _day(year, str(month), "1")
    return (whole[0], "month" if "month" in found else "year") if whole else None
