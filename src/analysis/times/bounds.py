"""Bounds of sentences where only times are wanted: cheap, and right nearly everywhere Punkt is.

A full stop, question or exclamation mark before a capital or a figure ends a sentence, unless a known abbreviation or
an initial stands before it; some abbreviations end one where a function word follows ("... in the U.S. The talks").
"""

import re
from functools import cache

from analysis import lexicons
from analysis.text.document import Document, Sentence

_END = re.compile(r"([.!?])[\"')\]]* +(?=[\"'(\[]*([A-Z\d]\w*))")
_WORD_BEFORE = re.compile(r"[\w.&-]*$")
_LONGEST = 16  # characters of an abbreviation


@cache
def _abbreviations() -> dict[str, bool]:
    """Return the known abbreviations, in small letters, and whether a sentence may end with each."""
    return {row["abbreviation"]: row["ends"] == "yes" for row in lexicons.read("abbreviations")}


@cache
def _starters() -> frozenset[str]:
    return frozenset(word.capitalize() for word in lexicons.column("sentence_starters", "word"))


def bound_sentences(document: Document) -> None:
    """Give `document` its sentences by these bounds."""
    sentences: list[Sentence] = []
    for number, (start, end) in enumerate(document.paragraphs):
        for match in _END.finditer(document.plain, start, end):
            if match[1] != "." or _ends(document.plain, match.start(), match[2]):
                sentences.append(Sentence(len(sentences), start, match.end(1), number, "body", "en"))
                start = match.end()
        sentences.append(Sentence(len(sentences), start, end, number, "body", "en"))
    document.sentences = sentences


def _ends(plain: str, dot: int, following: str) -> bool:
    """Tell whether the full stop at `dot` ends a sentence, by the words on both sides."""
    before = _WORD_BEFORE.search(plain, max(0, dot - _LONGEST), dot)
    word = before[0].lower() if before else ""
    if word not in _abbreviations():
        return len(word) != 1 or word.isdigit()
    return _abbreviations()[word] and following in _starters()
