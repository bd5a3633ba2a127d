import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.text import split_sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mr. Smith met Gen. Jones in Washington, D.C. on Jan. 3. They talked.", 2),
        ("They flew to the U.S. The talks failed.", ["They flew to the U.S.", "The talks failed."]),
        ("He praised the U.S. Congress and the U.N. Security Council.", 1),
        ("Acme Inc. In 2019 it failed.", ["Acme Inc.", "In 2019 it failed."]),
        ("It costs $2.5 million, i.e. 3.1 percent more. Why?", 2),
        ("“He’s a lunatic.” “No,” she said.", ["“He’s a lunatic.”", "“No,” she said."]),
        ("A headline without a stop\nThe story begins. It goes on", 3),
        ("J. R. Smith won. He left", 2),
        ("John R.R. Smith won. J.R. Doe left.", ["John R.R. Smith won.", "J.R. Doe left."]),
        ("", 0),
    ],
)
def test_split_sentences(text, expected):
    frame = split_sentences(text)
    found = list(frame["text"])
    assert (found if isinstance(expected, list) else len(found)) == expected
    assert [text[start:end] for start, end in zip(frame["start"], frame["end"], strict=True)] == found


def test_columns():
    assert {key: str(dtype) for key, dtype in split_sentences("").dtypes.items()} == {
        "start": "int64",
        "end": "int64",
        "text": "str",
    }


@given(st.text(alphabet='aB .\n"”“!?U.S'))
def test_sentences_are_ordered_and_hold_every_letter(text):
    frame = split_sentences(text)
    spans = list(zip(frame["start"], frame["end"], strict=True))
    assert all(start < end for start, end in spans)
    assert all(before[1] <= after[0] for before, after in itertools.pairwise(spans))
    covered = {i for start, end in spans for i in range(start, end)}
    assert all(text[i].isspace() for i in set(range(len(text))) - covered)


@pytest.mark.parametrize("unit", ["One two. ", "a. ", "...", "word ", "?! "])
def test_a_paragraph_without_end_is_split_in_time(unit):
    text = unit * (600_000 // len(unit))
    spans = list(split_sentences(text)[["start", "end"]].itertuples(index=False))
    covered = sum(end - start for start, end in spans)
    assert covered >= len(text.replace(" ", ""))
    if unit == "One two. ":
        assert {text[start:end] for start, end in spans} == {"One two."}
