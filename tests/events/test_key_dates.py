"""The days that matter in a corpus."""

from typing import Any

import pandas as pd
import pytest

from analysis.events import key_dates
from analysis.tables import TABLES, Tables, frame


def _tables(articles: dict[str, str], times: list[tuple[str, str, str, str]]) -> Tables:
    """Return tables of articles (name: day of publication) and times (article, day, basis, its sentence)."""
    rows: dict[str, list[dict[str, Any]]] = {"articles": [], "sentences": [], "times": []}
    for name, day in articles.items():
        rows["articles"].append({"article_id": name, "language": "en", "published": pd.Timestamp(day),
                                 "published_precision": "day", "published_basis": "sidecar", "words": 1,
                                 "sentences": 1, "text": ""})  # fmt: skip
    for number, (name, day, basis, text) in enumerate(times):
        place = {"article_id": name, "sentence": number, "start": number, "end": number + 1, "text": text}
        rows["sentences"].append({**place, "paragraph": 0, "part": "body", "language": "en"})
        when = pd.Timestamp(day)
        rows["times"].append({**place, "type": "DATE", "value": day, "earliest": when, "latest": when,
                              "precision": "day", "basis": basis})  # fmt: skip
    return Tables(**{name: frame(name, rows.get(name, [])) for name in TABLES})


QUAKE = "The quake of 3 March flattened the harbour."
FLOOD = _tables(
    {"a": "2024-03-04", "b": "2024-03-10", "c": "2024-03-20", "d": "2024-03-20"},
    [
        ("a", "2024-03-03", "relative", "The quake came on Sunday and flattened the harbour of the old town."),
        ("b", "2024-03-03", "explicit", QUAKE),
        ("c", "2024-03-03", "explicit", "I remember 3 March, when the quake struck the harbour."),
        ("d", "2024-03-20", "explicit", "20 March 2024 | 10.15 GMT"),
        ("d", "2024-04-01", "relative", "The harbour opens again on 1 April."),
    ],
)


def test_the_day_still_written_about_comes_first() -> None:
    found = key_dates(FLOOD, n=1)
    assert found.columns.tolist() == ["date", "weight", "articles", "summary"]
    assert str(found["date"][0].date()) == "2024-03-03"
    assert found["articles"][0] == 3
    assert found["summary"][0] == QUAKE


def test_a_summary_tells_what_was_no_caption_and_not_what_was_to_come() -> None:
    tables = _tables(
        {"a": "2024-03-01", "b": "2024-03-04", "c": "2024-03-05"},
        [
            (
                "a",
                "2024-03-03",
                "relative",
                "The board of the harbour is to vote on its sale on Sunday.",
            ),
            ("b", "2024-03-03", "relative", "The board of the harbour voted for the sale on Sunday."),
            ("c", "2024-03-03", "explicit", "Workers protest against the sale of the harbour, Odra, 3 March 2024."),
        ],
    )
    assert key_dates(tables, n=1)["summary"][0] == "The board of the harbour voted for the sale on Sunday."


def test_an_old_day_that_one_of_many_mentions_is_none() -> None:
    days = {f"a{n}": f"2024-03-{n + 1:02d}" for n in range(12)}
    texts = [("a1", "1996-05-10", "explicit", "It was the worst flood of the river since 10 May 1996.")]
    texts += [(name, "2024-02-01", "explicit", "The flood of 1 February drowned the town.") for name in ("a2", "a3")]
    found = [str(day.date()) for day in key_dates(_tables(days, texts), n=20)["date"]]
    assert "1996-05-10" not in found
    assert "2024-02-01" in found


def test_history_that_few_of_many_articles_mention_is_none() -> None:
    days = {f"a{n:02d}": f"2024-03-{n % 28 + 1:02d}" for n in range(60)}
    texts = [(name, "2001-05-10", "explicit", "It was the worst flood since 10 May 2001.") for name in ("a01", "a02")]
    texts += [(f"a0{n}", "1999-02-01", "explicit", "The flood of 1 February 1999 drowned Odra.") for n in range(3, 6)]
    found = [str(day.date()) for day in key_dates(_tables(days, texts), n=40)["date"]]
    assert "2001-05-10" not in found
    assert "1999-02-01" in found


def test_the_end_of_a_term_of_accounts_is_no_day_of_news() -> None:
    text = "It earned less in the three months ended March 31."
    tables = _tables({"a": "2024-05-01"}, [("a", "2024-03-31", "explicit", text)])
    start = text.index("March")
    tables.articles["text"] = text
    tables.times[["start", "end"]] = start, len(text) - 1
    assert [str(day.date()) for day in key_dates(tables, n=9)["date"]] == ["2024-05-01"]


def test_days_are_in_order_of_time_within_the_span() -> None:
    found = key_dates(FLOOD, n=9, start="2024-03-04", end="2024-03-31")
    assert [str(day.date()) for day in found["date"]] == ["2024-03-04", "2024-03-10", "2024-03-20"]


def test_without_a_number_the_days_above_the_mean() -> None:
    assert [str(day.date()) for day in key_dates(FLOOD)["date"]] == ["2024-03-03"]


def test_an_empty_corpus_has_none() -> None:
    found = key_dates(_tables({}, []), n=3)
    assert found.empty
    assert found.dtypes.astype(str).tolist() == ["datetime64[us]", "float64", "int64", "str"]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"n": 0}, "n must be None or a whole number from 1 on, got 0"),
        ({"start": "2024-05-02", "end": "2024-05-01"}, "end must not be before start '2024-05-02', got '2024-05-01'"),
    ],
)
def test_wrong_arguments(options: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        key_dates(FLOOD, **options)


def test_a_summary_can_be_read_alone_and_is_short() -> None:
    told = "The council of Odra sold the harbour to a fund on Sunday."
    long = f"{told[:-1]}, {', '.join(['after a night of talks with the fund and its banks'] * 5)}."
    leaning = "They sold the harbour of Odra to the fund on Sunday, the council said."
    times = [(name, "2024-03-03", "relative", text) for name, text in (("a", long), ("b", leaning), ("c", told))]
    times += [(name, "2024-02-09", "relative", f"Rain fell on the hills of {name}lvar.") for name in "abc"]
    tables = _tables(dict.fromkeys("abc", "2024-03-04"), times)
    assert key_dates(tables, n=1, start="2024-03-01", end="2024-03-03")["summary"][0] == told
