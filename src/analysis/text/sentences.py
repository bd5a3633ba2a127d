"""Sentences: NLTK's Punkt with abbreviations of our own, paragraph by paragraph.

Method: Kiss and Strunk, Unsupervised Multilingual Sentence Boundary Detection, Computational Linguistics 32(4), 2006.
The trained English model cannot be shipped, so the abbreviations come from a lexicon; what Punkt never does, to break
after a known abbreviation, is done here where a function word follows ("... in the U.S. The talks").
"""

import re
from collections.abc import Iterator
from functools import cache
from string import ascii_lowercase
from typing import Any

import pandas as pd

from analysis import lexicons
from analysis.text.characters import plain as plain_of
from analysis.text.paragraphs import split_paragraphs

_END = re.compile(r"[.!?][\"')\]]*\s*$")
_INNER_END = re.compile(r"[.!?](?!\w)")  # what Punkt takes a look at
_INNER_DOT = re.compile(r"\.[\"')\]]* ")
_WINDOW = 20_000  # characters: NLTK gives up on a text that takes it more than 5 seconds


@cache
def _tokenizer() -> Any:
    from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer

    initials = {*ascii_lowercase, *(f"{first}.{second}" for first in ascii_lowercase for second in ascii_lowercase)}
    parameters = PunktParameters()
    parameters.abbrev_types = initials.union(lexicons.column("abbreviations", "abbreviation"))
    return PunktSentenceTokenizer(parameters)


@cache
def _hidden_end() -> re.Pattern[str]:
    abbreviation = lexicons.any_of(lexicons.column("abbreviations", "abbreviation", ("ends", "yes")))
    starter = lexicons.any_of(word.capitalize() for word in lexicons.column("sentence_starters", "word"))
    return re.compile(rf"\b(?i:{abbreviation})\.[\"')\]]*( +)(?=[\"'(]?{starter}\b)")


def sentence_spans(plain: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the (start, end) of the sentences of one paragraph of `plain` text."""
    if not _INNER_END.search(plain, start, end - 1):
        return [(start, end)] if start < end else []  # one sentence: most paragraphs of news are
    spans = []
    for begin, finish in _marked(plain, start, end):
        if _INNER_DOT.search(plain, begin, finish):  # most sentences have none, and the next pattern is slow
            for match in _hidden_end().finditer(plain, begin, finish):
                spans.append((begin, match.start(1)))
                begin = match.end(1)
        spans.append((begin, finish))
    return spans


def _marked(plain: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the spans that Punkt finds; a paragraph that is no paragraph any more is given to it in pieces."""
    while start < end:
        stop = min(end, start + _WINDOW)
        if stop < end:
            stop = plain.rfind(". ", start, stop) + 1 or plain.rfind(" ", start, stop) + 1 or stop
        blanks = len(plain[start:stop]) - len(plain[start:stop].lstrip())
        for first, last in _tokenizer().span_tokenize(plain[start + blanks : stop]):
            yield start + blanks + first, start + blanks + last
        start = stop


def ends_sentence(line: str) -> bool:
    """Tell whether a plain line ends as a sentence does: in a full stop or its like, be it inside quotation marks."""
    return _END.search(line) is not None


def split_sentences(text: str) -> pd.DataFrame:
    """Return the sentences of an English `text`, one a row.

    Columns: start, end (0-based, half-open offsets into `text`), text. A paragraph break always ends a sentence.
    """
    plain = plain_of(text)
    spans = [span for paragraph in split_paragraphs(plain) for span in sentence_spans(plain, *paragraph)]
    frame = pd.DataFrame(spans, columns=["start", "end"], dtype="int64")
    frame["text"] = pd.Series([text[start:end] for start, end in spans], dtype="str")
    return frame
