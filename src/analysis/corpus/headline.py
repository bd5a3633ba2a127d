"""The headline of an article, where its text has one."""

import re

from analysis.text.characters import plain
from analysis.text.paragraphs import split_paragraphs

_WORDS = range(3, 31)
_ENDED = re.compile(r"[.,;:…-][\"')\]]*$")
_SENTENCE_END = re.compile(r"[.!?][\"')\]]*$")
_TITLE_CASE = 0.75  # share of its longer words that begin with a capital
_DATELINE = re.compile(r"^[^a-z]{3,40}(?:,[^-–—]{2,40})?(?: \([\w ]+\))? ?[-–—]+ |\((?:Reuters|AP|AFP|UPI)\)")


def find_headline(text: str) -> str | None:
    """Return the headline that opens a clean `text`, or None: a first paragraph that is no sentence.

    Symbols round it, such as flags, are left off.
    """
    flat = plain(text)
    paragraphs = split_paragraphs(flat)
    if len(paragraphs) < 2:
        return None
    first, *others = (flat[start:end] for start, end in paragraphs[:4])
    start, end = paragraphs[0]
    if not _is_title_like(first) or not any(_is_running(paragraph) for paragraph in others):
        return None
    return re.sub(r"^[^\w\"'“‘¿¡(\[#@$€£]+|[^\w\"'”’?!.)\]%]+$", "", text[start:end]) or None


def _is_title_like(line: str) -> bool:
    words = line.split()
    if len(words) not in _WORDS or "\n" in line or _DATELINE.search(line):
        return False
    long = [word.lstrip("\"'(") for word in words if len(word) > 3]
    capitals = sum(not word[:1].islower() for word in long)
    if _ENDED.search(line):
        return line.endswith(".") and len(long) > 3 and capitals >= len(long) * _TITLE_CASE
    return not line[0].islower()


def _is_running(paragraph: str) -> bool:
    return len(paragraph.split()) >= 8 and bool(_SENTENCE_END.search(paragraph.rstrip()))
