"""The public function: text in, table out."""

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from analysis.events import find_events
from analysis.tables import columns

_WORDS = st.sampled_from(
    [
        *("Kenya", "Uganda", "Monday", "3", "May", ",", ".", ";", "—", "(", ")", '"', "'s"),
        *(
            "attacked",
            "was",
            "by",
            "not",
            "to",
            "will",
            "and",
            "after",
            "said",
            "that",
            "who",
            "on",
            "talks",
            "between",
        ),
        *(
            "of",
            "the",
            "attack",
            "visit",
            "visiting",
            "having",
            "been",
            "broke",
            "off",
            "planned",
            "threatened",
            "could",
        ),
        *("it", "which", "held", "called", "for"),
    ]
)


def test_columns_and_types() -> None:
    found = find_events("Germany condemned Russia on 3 May 2024.")
    assert found.columns.tolist() == columns("events")[1:]
    row = found.iloc[0]
    assert (row["text"], row["kind"], row["mode"], row["polarity"]) == ("condemned", "ACCUSE", "verbal", "conflict")
    assert (row["source"], row["target"], row["status"]) == ("Germany", "Russia", "happened")
    assert (row["earliest"], row["precision"], row["date_basis"]) == (pd.Timestamp("2024-05-03"), "day", "explicit")


def test_the_empty_text_has_no_events() -> None:
    found = find_events("")
    assert found.empty
    assert found.columns.tolist() == columns("events")[1:]


@given(st.lists(_WORDS, max_size=30))
def test_any_words_give_offsets_that_fit(words: list[str]) -> None:
    text = " ".join(words)
    for row in find_events(text, "2024-05-16").itertuples(index=False):
        assert text[row.start : row.end] == row.text
        assert row.source != row.target or pd.isna(row.source)


@given(st.text(max_size=80))
def test_any_text_goes_through(text: str) -> None:
    find_events(text)
