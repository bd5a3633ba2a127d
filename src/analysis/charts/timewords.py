"""What an expression of time was read as, in words: its days, or the sense of its TIMEX3 value."""

import re
from typing import Any

from analysis.charts.dates import written
from analysis.charts.words import count, listing, missing

_REFERENCES = {"PAST_REF": "some time before", "PRESENT_REF": "now", "FUTURE_REF": "some time to come"}
_UNITS = {
    "Y": "year", "Q": "quarter", "S": "season", "M": "month", "W": "week", "D": "day", "WE": "weekend",
    "E": "decade", "C": "century", "L": "millennium", "TH": "hour", "TM": "minute", "TS": "second",
}  # fmt: skip
_SEVERAL = {"century": "centuries", "millennium": "millennia"}
_PART = re.compile(r"(\d+(?:\.\d+)?|X)(WE|[A-Z])")
_NO_DAY = "no day could be told"


def meaning(kind: object, value: object, earliest: Any, latest: Any) -> str:
    """Return what an expression of time means: "12 August 2025", "2 weeks", "some days", "every year", "now"."""
    if not missing(earliest):
        return written(earliest, latest)
    if missing(value):
        return _NO_DAY
    said = _REFERENCES.get(str(value)) or _length(str(value))
    if not said:
        return _NO_DAY
    return f"every {said.removeprefix('1 ')}" if kind == "SET" else said


def _length(value: str) -> str:
    """Return a length of time in words, or nothing for another value."""
    if not re.fullmatch(rf"P(?:{_PART.pattern})*(?:T(?:{_PART.pattern})+)?", value) or value == "P":
        return ""
    days, _, hours = value[1:].partition("T")
    parts = [*_PART.findall(days), *((many, f"T{unit}") for many, unit in _PART.findall(hours))]
    if any(unit not in _UNITS for _, unit in parts):
        return ""
    return listing([_counted(many, _UNITS[unit]) for many, unit in parts])


def _counted(many: str, unit: str) -> str:
    several = _SEVERAL.get(unit, f"{unit}s")
    if many == "X":
        return f"some {several}"
    return f"{many} {several}" if "." in many else count(int(many), unit, several)
