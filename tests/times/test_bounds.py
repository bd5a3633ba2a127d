import pytest

from analysis.text import Document
from analysis.times.bounds import bound_sentences


@pytest.mark.parametrize(
    "text",
    [
        "He left. She stayed! Did they? He said yes.",
        "Mr. Trump met Gen. J. R. Doe in the U.S. The talks failed.",
        "The U.S. Congress met at 5 p.m. Monday. It cost $2.5 million.",
        "It began in Sept. 2001 and ended in 2021. 40 men died.",
        "One paragraph. Two sentences.\n\nAnother one\nand a line",
        "",
    ],
)
def test_sentences_end_where_punkt_ends_them(text):
    document = Document(text)
    expected = [(sentence.start, sentence.end) for sentence in document.sentences]
    bound_sentences(document)
    assert [(sentence.start, sentence.end) for sentence in document.sentences] == expected
