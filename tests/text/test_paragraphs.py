import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.text.paragraphs import split_paragraphs

WRAPPED = (
    "The ministry said on Tuesday that it had filed a complaint and\n"
    "would ask the court to hear the case before the end of the\n"
    "year.\n"
    "    It said the hearing, which was put off twice, might still be\n"
    "held in June if both sides agree.\n"
    "\n"
    "A spokesman for the other side said it had not yet received the\n"
    "papers."
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One.\nTwo.\n\n  Three. \n", ["One.", "Two.", "Three."]),
        ("", []),
        (" \n\n ", []),
        (r"He left . \n She stayed .", ["He left .", "She stayed ."]),
        (r"C:\new\notes", [r"C:\new\notes"]),
    ],
)
def test_lines_are_paragraphs(text, expected):
    assert [text[start:end] for start, end in split_paragraphs(text)] == expected


def test_wrapped_lines_are_joined():
    starts = [WRAPPED[start : start + 8] for start, _ in split_paragraphs(WRAPPED)]
    assert starts == ["The mini", "It said ", "A spokes"]


@given(st.text(alphabet="ab .\n\\n"))
def test_paragraphs_hold_every_letter_in_order(text):
    spans = split_paragraphs(text)
    assert all(start < end for start, end in spans)
    assert all(before[1] <= after[0] for before, after in itertools.pairwise(spans))
    outside = set(range(len(text))) - {i for start, end in spans for i in range(start, end)}
    assert all(text[i] in " \n\\n" for i in outside)
