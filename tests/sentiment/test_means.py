import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.sentiment import compare_with_tone, mean_opinions
from analysis.tables import frame


def opinions(*rows: tuple[str, str, str | None, float]) -> pd.DataFrame:
    """Opinions given as (article, target, holder, score)."""
    return frame(
        "opinions",
        [
            (article, place, 0, 1, target, holder, score, "neutral" if not score else "positive", 0.9, "model")
            for place, (article, target, holder, score) in enumerate(rows)
        ],
    )


ROWS = opinions(
    ("a", "roe", None, 0.5), ("a", "roe", "lee", -0.5), ("b", "roe", None, 0.3), ("b", "lee", None, 0.2),
)  # fmt: skip
SIZES = {"words": 9, "sentences": 1}
ARTICLES = frame(
    "articles",
    [
        {"article_id": "a", "outlet": "Post", "published": pd.Timestamp("2025-03-02"), "published_precision": "day"}
        | SIZES,
        {"article_id": "b", "outlet": None, "published": pd.Timestamp("2025-03-01"), "published_precision": "year"}
        | SIZES,
    ],
)


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        ("target", [("roe", 3, 0.1), ("lee", 1, 0.2)]),
        (["target", "holder"], [("roe", None, 2, 0.4), ("lee", None, 1, 0.2), ("roe", "lee", 1, -0.5)]),
        ("article_id", [("a", 2, 0.0), ("b", 2, 0.25)]),
        ("outlet", [("Post", 2, 0.0)]),
        ("month", [("2025-03", 2, 0.0)]),
    ],
)
def test_means_of_groups(by: str | list[str], expected: list[tuple[object, ...]]) -> None:
    found = mean_opinions(ROWS, by, ARTICLES)
    keys = [by] if isinstance(by, str) else by
    assert list(found.columns) == [*keys, "n", "mean", "low", "high"]
    rows = [[None if pd.isna(cell) else cell for cell in row] for row in found.iloc[:, :-2].to_numpy().tolist()]
    assert [(*row[:-1], pytest.approx(row[-1])) for row in rows] == expected


def test_intervals_need_three_opinions() -> None:
    found = mean_opinions(ROWS).set_index("target")
    assert found.loc["lee", ["low", "high"]].isna().all()
    assert found.loc["roe", ["low", "high"]].tolist() == pytest.approx([-0.5, 0.5])
    many = opinions(*[("a", "roe", None, score) for score in [0.0, 1.0] * 200])
    # a proportion of 400: 1.96 standard errors are 0.049
    assert mean_opinions(many).loc[0, ["low", "high"]].tolist() == pytest.approx([0.451, 0.549], abs=0.006)


@given(st.lists(st.integers(-100, 100), min_size=3, max_size=40))
def test_the_mean_lies_in_its_interval(hundredths: list[int]) -> None:
    row = mean_opinions(opinions(*[("a", "roe", None, n / 100) for n in hundredths])).iloc[0]
    assert min(hundredths) / 100 - 1e-9 <= row["low"] <= row["mean"] + 1e-9
    assert row["mean"] - 1e-9 <= row["high"] <= max(hundredths) / 100 + 1e-9


@pytest.mark.parametrize(
    ("by", "articles", "message"),
    [
        ("speaker", None, "by must be one or more of holder, target, article_id, outlet, month, got 'speaker'"),
        ([], None, "by must be one or more of"),
        ("outlet", None, "articles must be given to group by outlet, got None"),
        ("month", pd.DataFrame(), "articles must have the columns of table articles"),
    ],
)
def test_wrong_arguments(by: str | list[str], articles: pd.DataFrame | None, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        mean_opinions(ROWS, by, articles)


def test_tone_and_opinion_side_by_side() -> None:
    tones = frame("sentiment", [("a", 0, 0.5, "positive"), ("a", 1, 0.0, "neutral"), ("b", 2, -0.5, "negative")])
    assert compare_with_tone(ROWS, tones).to_dict("records") == [
        {"tone": "negative", "negative": 0, "neutral": 0, "positive": 1, "n": 1, "agree": 0},
        {"tone": "neutral", "negative": 0, "neutral": 0, "positive": 1, "n": 1, "agree": 0},
        {"tone": "positive", "negative": 0, "neutral": 0, "positive": 1, "n": 1, "agree": 100},
        {"tone": "all", "negative": 0, "neutral": 0, "positive": 3, "n": 3, "agree": 33},
    ]
    assert compare_with_tone(ROWS, frame("sentiment", [])).loc[3, ["n"]].tolist() == [0]
