"""One article of an export of ProQuest: its text under one label, what is known of it under others."""

import re

from analysis.corpus.fields import fields_of_export
from analysis.corpus.formats.record import kept, with_title
from analysis.corpus.records import Draft, Facts
from analysis.times import read_date

_LABEL = re.compile(
    r"([A-Z][A-Za-z]+(?: [A-Za-z]+){0,3}):(?:\s+(.*))?|(FULL TEXT|ABSTRACT|LINKS|DETAILS|ProQuest document link)"
)
_MOST_HEAD = 6  # lines above the labels, of which the first is the headline


def read_proquest(name: str, text: str) -> Draft | None:
    """Return the article of one piece of an export, or None where it holds no words of one."""
    values: dict[str, list[str]] = {"": []}
    label = ""
    for line in (line.strip() for line in text.split("\n")):
        match = _LABEL.fullmatch(line)
        named = (match[1] or match[3]).upper() if match else ""
        if match and named in fields_of_export("proquest"):
            label = fields_of_export("proquest")[named] or "other"
            line = match[2] or ""
        values.setdefault(label, []).append(line)
    body = "\n".join(values.pop("body", [])).strip()
    if not body:
        return None
    head = [line for line in values.pop("")[:_MOST_HEAD] if line]
    said = {field: " ".join(" ".join(lines).split()) for field, lines in values.items()}
    said["title"] = said.get("title") or (head[0] if head else "")
    said["outlet"] = said.get("outlet", "").partition(";")[0]
    said["author"] = said.get("author", "").rstrip(". ")
    date = read_date(said.get("published", ""))
    said["published"] = "" if not date else date.day.isoformat() if date.precision == "day" else f"{date.day:%Y-%m}"
    return Draft(name, with_title(said["title"], body), facts=[Facts("metadata", kept(said))])
