"""One article of an export of LexisNexis or Nexis Uni: what the lines around its text say of it, and the text."""

import re
from typing import NamedTuple

from analysis.corpus.fields import fields_of_export
from analysis.corpus.formats.record import kept, with_title
from analysis.corpus.records import Draft, Facts
from analysis.times import read_date

_COPYRIGHT = re.compile(r"(?:copyright|©|\(c\))\W{0,4}(?:19|20)\d\d|all rights reserved", re.IGNORECASE)
_DATE = re.compile(
    r"(?:[A-Z][a-z]+day,? )?([A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}|\d{1,2} [A-Z][a-z]{2,8} \d{4}|[A-Z][a-z]{2,8},? \d{4})\b"
)
_LABEL = re.compile(r"([A-Z][A-Z-]+(?: [A-Z]+)?):\s*(.*)", re.DOTALL)  # the old form
_NEW_LABEL = re.compile(r"([A-Z][A-Za-z]+(?:-[A-Z][a-z]+)?):\s*(.*)", re.DOTALL)
_COVER = re.compile(r"(?:Job Number|Client/Matter|Search Terms):.*|Documents? \(\d+\)")
_AFTER = re.compile(r"(?:Load-Date:.*|Classification|Link to (?:Image|PDF).*|Graphic|Notes|Correction|URL: \S+)")
_LONGEST_LABEL = 6  # lines
_BY = re.compile(r"by:?\s+", re.IGNORECASE)


class _Parts(NamedTuple):
    """The paragraphs above the labels, the labels, and the paragraphs of the text."""

    head: list[str]
    labels: list[tuple[str, str]]
    body: list[str]


def read_nexis(name: str, text: str) -> Draft | None:
    """Return the article of one piece of an export, or None where it holds no words of one."""
    lines = [line.strip() for line in text.split("\n")]
    body = next((i for i, line in enumerate(lines) if line == "Body"), None)
    parts = _old(_paragraphs(lines)) if body is None else _new(lines, body)
    words = "\n\n".join(parts.body)
    if not words:
        return None
    said = _from_head(parts.head, is_new=body is not None)
    load = ""
    for label, value in parts.labels:
        field = fields_of_export("nexis").get(label.upper(), "")
        load = value if field == "load" else load
        if field in ("title", "author", "url", "published") and value:
            said[field] = _BY.sub("", value, count=1) if field == "author" else value
    facts = [Facts("metadata", kept(said)), Facts("metadata", {"published": _day(load)}, "estimated")]
    return Draft(name, with_title(said.get("title"), words), facts=facts)


def _new(lines: list[str], body: int) -> _Parts:
    """Split an article of Nexis Uni, whose text stands under the line Body."""
    end = next((i for i in range(body + 1, len(lines)) if _AFTER.fullmatch(lines[i])), len(lines))
    around = [line for line in lines[:body] + lines[end:] if line]
    labels = [(match[1], match[2]) for line in around if (match := _NEW_LABEL.fullmatch(line))]
    head = [line for line in lines[:body] if line]
    first = next((i for i, line in enumerate(head) if _known(_NEW_LABEL, line) or _COPYRIGHT.search(line)), len(head))
    return _Parts(head[:first], labels, _paragraphs(lines[body + 1 : end]))


def _old(paragraphs: list[str]) -> _Parts:
    """Split an article of LexisNexis, whose text stands between a first and a second group of labels."""
    parts = _Parts([], [], [])
    below = False
    for words in paragraphs:
        label = _known(_LABEL, words)
        if label:
            below = below or bool(parts.body)
            parts.labels.append(label)
        elif _COPYRIGHT.search(words) and len(words) < 200:
            continue
        elif not parts.labels:
            parts.head.append(words)
        elif not below:
            parts.body.append(words)
    return parts


def _known(pattern: re.Pattern[str], words: str) -> tuple[str, str] | None:
    match = pattern.fullmatch(words)
    return (match[1], " ".join(match[2].split())) if match and match[1].upper() in fields_of_export("nexis") else None


def _paragraphs(lines: list[str]) -> list[str]:
    """Return the paragraphs: what stands between blank lines, or each line where nearly none is blank."""
    blank = sum(not line for line in lines)
    if blank * 10 < len(lines):
        return [line for line in lines if line]
    groups: list[list[str]] = [[]]
    for line in lines:
        if not line:
            groups.append([])
        elif _known(_LABEL, line) or (len(groups[-1]) >= _LONGEST_LABEL and _known(_LABEL, groups[-1][0])):
            groups.append([line])
        else:
            groups[-1].append(line)
    return ["\n".join(group) for group in groups if group]


def _from_head(head: list[str], *, is_new: bool) -> dict[str, str]:
    """Return title, outlet and date: the title stands first in the new form, last in the old one."""
    lines = [line for words in head for line in words.split("\n")]
    place = next((i for i, line in enumerate(lines) if _DATE.match(line)), None)
    said: dict[str, str] = {}
    if place is not None:
        match = _DATE.match(lines[place])
        said["published"] = _day(match[1]) if match else ""
        said["outlet"] = lines[place - 1] if place else ""
    if is_new:
        above = lines[: place - 1] if place and place > 1 else lines[:1]
        # the page of the search stands above the first article
        said["title"] = above[-1] if any(map(_COVER.fullmatch, above)) else " ".join(above)
    elif head and not _DATE.match(head[-1]):
        said["title"] = " ".join(head[-1].split("\n"))
    return said


def _day(text: str) -> str:
    found = read_date(text)
    return "" if not found else found.day.isoformat() if found.precision == "day" else f"{found.day:%Y-%m}"
