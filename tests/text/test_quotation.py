"""Quotation marks of every kind, well paired or not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.text import Document
from analysis.text.quotation import quotation_spans, quotations


def inside(text: str) -> list[str]:
    return [text[start:end] for start, end in quotation_spans(Document(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "we won" and left.', ["we won"]),
        ("He said “we won,” and left.", ["we won,"]),
        ("He said «we won» and left.", ["we won"]),
        ("He said „we won“ and left.", ["we won"]),
        ("He said ``we won'' and left.", ["we won"]),
        ("“We won.\nNobody knew,” he said.", ["We won.\nNobody knew,"]),
        ("“We won.\nThey lost “all”, he said.", ["We won.", "all"]),
        ("He said ''we won'' and left.", ["we won"]),
        ("‘We won,’ he said of the voters’ choice.", ["We won,"]),
        ("'We won,' he said of the voters' choice.", ["We won,"]),
        ("Mayor: Rivals’ ‘hateful talk’ must end", ["hateful talk"]),
        ("“He said ‘we won’ to us,” she said.", ["He said ‘we won’ to us,"]),
        ('"He said “we won” to us," she said.', ["He said “we won” to us,"]),
        ('"He said "we won" to us," she said.', ['He said "we won" to us,']),
    ],
)
def test_kinds(text: str, expected: list[str]) -> None:
    assert inside(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It's the workers' strike of the '90s, rock 'n' roll and all.", []),
        ('He is 6\'2" tall and said "no" twice.', ["no"]),
        ('A stray " mark.', []),
        ('"', []),
        ("", []),
        ("Never closed: “we won.\n\nThe day was “long” for all.", ["we won.", "long"]),
        ("Closed with the wrong mark: “we won“ he said.", ["we won"]),
    ],
)
def test_marks_that_do_not_pair(text: str, expected: list[str]) -> None:
    assert inside(text) == expected


def test_a_quotation_over_paragraphs_is_one() -> None:
    text = "“We won.\n\n“We will win again,” he said. “Soon.”"
    assert inside(text) == ["We won.\n\n“We will win again,", "Soon."]


@given(st.text(alphabet="ab .,\n\"'“”‘’«»`s", max_size=80))
def test_spans_are_in_order_and_apart(text: str) -> None:
    last = 0
    for outer_start, start, end, outer_end in quotations(Document(text)):
        assert last <= outer_start < start < end <= outer_end <= len(text)
        last = outer_end
