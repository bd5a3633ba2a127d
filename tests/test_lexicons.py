"""Every lexicon can be read, says what it is, and has no line twice."""

import csv
import re
from collections import Counter
from importlib.resources import files

import pytest

from analysis import lexicons


@pytest.mark.parametrize("name", lexicons.names())
def test_lexicon_is_well_formed(name):
    text = files(lexicons).joinpath(f"{name}.csv").read_text("utf-8")
    assert text.startswith("# "), "the first line says what the lexicon holds"
    head = " ".join(line.strip("# ") for line in text.splitlines() if line.startswith("#"))
    assert re.search(r"\bby hand\b|\bFrom\b|\bknowledge\b|\bSource\b|Written by", head), "it says where they are from"
    rows = lexicons.read(name)
    assert rows
    assert all(any(row.values()) for row in rows)
    counts = Counter(tuple(row.values()) for row in rows)
    assert [line for line, count in counts.items() if count > 1] == []
    header = next(csv.reader(line for line in text.splitlines() if line.strip() and not line.startswith("#")))
    assert header == [cell.strip().lower() for cell in header]


def test_unknown_lexicon_is_named():
    with pytest.raises(ValueError, match=r"lexicon must be one of .*abbreviations.*, got 'nonsense'"):
        lexicons.read("nonsense")


def test_words_of_a_cell():
    assert lexicons.words("a | b||c ") == ["a", "b", "c"]


def test_column_of_some_rows():
    assert lexicons.column("function_words", "words", ("class", "conjunction")) >= {"and", "or", "but"}
    with pytest.raises(ValueError, match=r"class of lexicon function_words must be one of .*conjunction.*, got 'noun'"):
        lexicons.column("function_words", "words", ("class", "noun"))


def test_any_of_takes_the_longest_word():
    assert re.match(lexicons.any_of(["a", "a.m.", "am"]), "a.m. and").group() == "a.m."
