"""Exports of press databases, many articles in one text: which form it is, and where each article begins and ends.

LexisNexis numbers its articles ("3 of 25 DOCUMENTS"), Nexis Uni closes each with "End of Document", Factiva with
"Document" and a code, under labels of two letters or without them; ProQuest rules a line between them, and gives each
an id.
"""

import re
from collections.abc import Callable, Iterator

from analysis.corpus.formats.factiva import read_factiva
from analysis.corpus.formats.nexis import read_nexis
from analysis.corpus.formats.proquest import read_proquest
from analysis.corpus.formats.record import cuts_around
from analysis.corpus.records import Draft, Found, Refused, Rejected

_NUMBERED = re.compile(r"^[^\S\n]*(?:Document )?\d{1,5} of \d{1,5} DOCUMENTS?[^\S\n]*$", re.IGNORECASE | re.MULTILINE)
_NEXIS_END = re.compile(r"^[^\S\n]*End of Document[^\S\n]*$", re.MULTILINE)
_FACTIVA_END = re.compile(r"^[^\S\n]*Document [A-Z][A-Z0-9]{2,9}[0-9]{8}[a-z0-9]{6,14}[^\S\n]*$", re.MULTILINE)
_PROQUEST = re.compile(r"^[^\S\n]*ProQuest document ID:", re.MULTILINE)
_RULE = re.compile(r"^[^\S\n]*(?:_{20,}|Document \d{1,5} of \d{1,5})[^\S\n]*$", re.MULTILINE)
# the number that EBSCO and NewsBank give an article
_OTHER = re.compile(r"^(?:Accession Number:|Record(?: Number)?: (?=\w*\d)\w{6,}[^\S\n]*$)", re.MULTILINE)
_MARKS = ("ocument", "DOCUMENT")  # of which each holds one

Reader = Callable[[str, str], Draft | None]

_FORMS: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (_NUMBERED, read_nexis),
    (_NEXIS_END, read_nexis),
    (_FACTIVA_END, read_factiva),
    (_PROQUEST, read_proquest),
)


def is_export(text: str) -> bool:
    """Tell whether a text is an export: it has a mark that no article has, on a line of its own.

    Raises Refused for one of a form that is not read, whose articles would pass for one.
    """
    if (count := len(_OTHER.findall(text))) > 1 and not _PROQUEST.search(text):
        raise Refused("no reader", f"{count} articles of EBSCO or NewsBank: save them one by one, or as a table")
    return any(mark.search(text) for mark, _ in _FORMS)


def may_be_export(page: str) -> bool:
    """Tell whether the words of a page may be an export, sooner than they are known."""
    return any(mark in page for mark in _MARKS)


def read_export(file: str, text: str) -> Found:
    """Yield the articles of an export, and a row for each piece of it that is none."""
    number = 0
    for line, piece, reader in _pieces(text):
        if not piece.strip():
            continue
        number += 1
        name = f"{file}:{number}"
        draft = reader(name, piece)
        if draft is None:
            yield Rejected(name, "no text", f"from line {line} on: no words of an article")
            continue
        lines = ((line + number, " ".join(words.split())) for number, words in enumerate(piece.split("\n")))
        draft.cuts += cuts_around(lines, draft.text, "labels of an export")
        draft.first_line = line
        yield draft


def _pieces(text: str) -> Iterator[tuple[int, str, Reader]]:
    """Yield each article as (first line, text, its reader)."""
    ends, reader = next(form for form in _FORMS if form[0].search(text))
    marks = [(match.start(), match.end()) for match in (_RULE if ends is _PROQUEST else ends).finditer(text)]
    bounds = [0, *(end for _, end in marks)], [*(start for start, _ in marks), len(text)]
    spans = list(zip(*bounds, strict=True))
    # what stands before the first number, and after the last end, is the page of the search itself
    if ends is _PROQUEST:
        spans = [(start, end) for start, end in spans if _PROQUEST.search(text, start, end)]
    else:
        spans = spans[1:] if ends is _NUMBERED else spans[:-1]
    line, done = 1, 0
    for start, end in spans:
        line += text.count("\n", done, start)
        done = start
        yield line, text[start:end], reader
