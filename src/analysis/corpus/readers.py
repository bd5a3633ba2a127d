"""Readers: from the bytes of one file to the articles in it. A new format is one function and one line of READERS."""

from collections.abc import Callable
from pathlib import PurePosixPath

from analysis.corpus.clean import clean
from analysis.corpus.dates import date_in_name
from analysis.corpus.decode import decode
from analysis.corpus.front_matter import read_front_matter
from analysis.corpus.markdown import plain_lines
from analysis.corpus.records import Cut, Draft, Facts, Refused, Rejected

Read = tuple[list[Draft], list[Rejected]]


def _read_text(file: str, data: bytes, *, markdown: bool = False) -> Read:
    text = decode(data)
    rejected: list[Rejected] = []
    facts: list[Facts] = []
    cuts: list[Cut] = []
    before = 0
    front = read_front_matter(text)
    if front:
        before = front.lines
        lines = text.split("\n")
        cuts.append(Cut(1, "\n".join(lines[:before]), "front matter"))
        text = "\n".join(lines[before:])
        facts.append(Facts("metadata", front.said))
        if front.problem:
            rejected.append(Rejected(file, "broken front matter", front.problem))
    if markdown:
        text = plain_lines(text)
    cleaned = clean(text, first_line=before + 1)
    if not cleaned.text:
        raise Refused("no text left", f"all {text.count(chr(10)) + 1} lines are page furniture")
    named = date_in_name(file)
    facts += [Facts("file name", {"published": named})] if named else []
    facts.append(Facts("text", cleaned.facts))
    return [Draft(file, cleaned.text, cuts + cleaned.cuts, facts)], rejected


def _read_markdown(file: str, data: bytes) -> Read:
    return _read_text(file, data, markdown=True)


READERS: dict[str, Callable[[str, bytes], Read]] = {
    ".txt": _read_text,
    ".text": _read_text,
    ".md": _read_markdown,
    ".markdown": _read_markdown,
}


def reader_for(file: str) -> Callable[[str, bytes], Read]:
    """Return the reader of a file by its suffix. Raises Refused where there is none."""
    suffix = PurePosixPath(file).suffix.lower()
    if suffix not in READERS:
        found = f"{suffix!r}" if suffix else "no suffix"
        raise Refused("unknown format", f"{found}; known: {', '.join(sorted(READERS))}")
    return READERS[suffix]
