"""One article of an export of Factiva: under labels of two letters, or in the fixed order of its plain form."""

import re

from analysis import lexicons
from analysis.corpus.fields import fields_of_export
from analysis.corpus.formats.record import kept, with_title
from analysis.corpus.records import Draft, Facts
from analysis.times import read_date

_CODE = re.compile(r"([A-Z]{2,4})(?:[^\S\n]{2,}|\t|$|[^\S\n](?=\S))(.*)")
_CLEAR_CODE = re.compile(r"([A-Z]{2,4})(?:[^\S\n]{2,}|\t|$)(.*)")  # what a line of running text does not begin with
_COUNT = re.compile(r"[\d.,]+ words", re.IGNORECASE)
_CLOCK = re.compile(r"\d{1,2}:\d\d(?: ?[AP]M)?(?: [A-Z]{2,4})?", re.IGNORECASE)
_COPYRIGHT = re.compile(r"(?:copyright|©|\(c\)).*|.*all rights reserved.{0,20}", re.IGNORECASE)
_BY = re.compile(r"by\s+", re.IGNORECASE)
_SAID = ("title", "author", "published", "time", "outlet")
_HEAD = 20  # lines


def read_factiva(name: str, text: str) -> Draft | None:
    """Return the article of one piece of an export, or None where it holds no words of one."""
    lines = [line.strip() for line in text.split("\n")]
    codes = {match[1] for line in lines if (match := _CODE.match(line))}
    said, words = _coded(lines) if "HD" in codes and codes & {"PD", "SN", "WC"} else _ordered(lines)
    if not words:
        return None
    said["published"] = _stamp(said.get("published", ""), said.pop("time", ""))
    said["author"] = _BY.sub("", said.get("author", ""), count=1)
    return Draft(name, with_title(said.get("title"), words), facts=[Facts("metadata", kept(said))])


def _coded(lines: list[str]) -> tuple[dict[str, str], str]:
    values: dict[str, list[str]] = {}
    field = ""
    for line in lines:
        match = (_CLEAR_CODE if field in ("lead", "body") else _CODE).match(line)
        if match and match[1] in fields_of_export("factiva"):
            field = fields_of_export("factiva")[match[1]] or "other"
            line = match[2]
        values.setdefault(field, []).append(line)
    said = {name: " ".join(" ".join(found).split()) for name, found in values.items()}
    words = "\n".join([*values.get("lead", []), "", *values.get("body", [])])
    return {name: said[name] for name in _SAID if name in said}, words.strip()


def _ordered(lines: list[str]) -> tuple[dict[str, str], str]:
    """Return what the plain form says, whose lines stand in one order around the count of words, and the text."""
    filled = [i for i, line in enumerate(lines) if line]
    place = next((n for n, i in enumerate(filled[:_HEAD]) if _COUNT.fullmatch(lines[i])), None)
    if not place:
        return {}, ""
    above = [lines[i] for i in filled[:place]]
    below = [lines[i] for i in filled[place + 1 : place + _HEAD]]
    said: dict[str, str] = {}
    if len(above) > 1 and _BY.match(above[-1]):
        said["author"] = above.pop()
    said["title"] = above[-1]
    if below and read_date(below[0]):
        said["published"] = below.pop(0)
    if below and _CLOCK.fullmatch(below[0]):
        said["time"] = below.pop(0)
    said["outlet"] = below[0] if below else ""
    last = next((n for n, line in enumerate(below) if _COPYRIGHT.fullmatch(line)), None)
    if last is None:
        last = next((n for n, line in enumerate(below) if line in lexicons.column("language_names", "name")), 0)
    begin = place + 1 + (len(filled[place + 1 : place + _HEAD]) - len(below)) + last + 1
    if begin < len(filled) - 1 and lines[filled[-1]].casefold() in below[last].casefold():
        filled.pop()  # the owner of the rights, who closes the text
    return said, "\n".join(lines[filled[begin] : filled[-1] + 1]).strip() if begin < len(filled) else ""


def _stamp(day: str, clock: str) -> str:
    found = read_date(day)
    if not found:
        return day
    if found.precision != "day":
        return f"{found.day:%Y-%m}"
    time = re.fullmatch(r"(\d{1,2}):(\d\d)", clock)
    return f"{found.day.isoformat()}T{time[1]:0>2}:{time[2]}" if time else found.day.isoformat()
