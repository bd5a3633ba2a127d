import re

from hypothesis import given
from hypothesis import strategies as st

from analysis.text import Document

TEXT = "One met two. Two left.\n\nThree stayed. It rained."


def test_items_stand_in_each_sentence_they_reach_into():
    document = Document(TEXT)
    items = [(0, len(TEXT)), (4, 7), (8, 16), (24, 24)]
    assert [[TEXT[start:end] for start, end in group] for group in document.by_sentence(items, lambda item: item)] == [
        [TEXT, "met", "two. Two"],
        [TEXT, "two. Two"],
        [TEXT, ""],
        [TEXT],
    ]


@given(st.lists(st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 20))))
def test_no_item_is_missed(found):
    document = Document(TEXT)
    items = [(start, min(start + length, len(TEXT))) for start, length in found]
    for sentence, group in zip(document.sentences, document.by_sentence(items, lambda item: item), strict=True):
        overlapping = {item for item in items if item[0] < sentence.end and sentence.start < item[1]}
        assert overlapping <= set(group)


def test_sentences_are_found_by_their_words():
    document = Document(TEXT)
    assert document.holding(frozenset(("two", "three"))) == [0, 1, 2]
    assert document.holding(frozenset(("rained", "one"))) == [0, 3]
    assert document.holding(frozenset(("Two", "four"))) == []


def test_patterns_are_tried_in_sentences_with_a_needed_word():
    document = Document(TEXT)
    found = document.find(re.compile("[A-Z][a-z]+"), frozenset(("left", "rained")))
    assert [match.group() for match in found] == ["Two", "It"]


def test_what_is_looked_for_may_begin_in_the_line_before():
    found = Document("It met the\nboard.").find(re.compile("the\\sboard"), frozenset(("board",)))
    assert [match.span() for match in found] == [(7, 16)]
