"""The size of a text: its words and sentences."""

import re

from analysis.text.characters import plain
from analysis.text.paragraphs import split_paragraphs
from analysis.text.sentences import sentence_spans

_IN_WORD = re.compile(r"\w")


def count(text: str) -> tuple[int, int]:
    """Return the words (runs of characters that hold a letter or digit) and the sentences of a text."""
    flat = plain(text)
    sentences = sum(len(sentence_spans(flat, start, end)) for start, end in split_paragraphs(flat))
    return sum(bool(_IN_WORD.search(run)) for run in flat.split()), sentences
