"""The scoring itself, on tables built by hand: the labels score 1, and each kind of error costs what it should."""

from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from labels import Label, place, raw, read
from score import score

from analysis import tables


def _clean(file: str) -> str:
    cut = {int(row["line"]) for row in read("removed") if row["file"] == file}
    return "\n\n".join(line for n, line in enumerate(raw(file).split("\n"), 1) if n not in cut and line)


def _articles() -> pd.DataFrame:
    rows = []
    for row in read("articles"):
        day = row["published"] + ("-01" if row["precision"] == "month" else "")
        rows.append(
            {
                "article_id": Path(row["file"]).stem,
                "file": row["file"],
                "title": row["title"] or None,
                "published": day,
                "published_precision": row["precision"],
                "published_basis": row["basis"],
                "words": 0,
                "sentences": 1,
                "text": _clean(row["file"]),
            }
        )
    return tables.frame("articles", rows)


ARTICLES = _articles()


def _span(label: Label) -> dict[str, Any]:
    texts = dict(zip(ARTICLES["article_id"], ARTICLES["text"], strict=True))
    words = texts[label.article_id][label.start : label.end]
    return {"article_id": label.article_id, "sentence": 0, "start": label.start, "end": label.end, "text": words}


def _placed(name: str) -> list[Label]:
    return [label for label in place(read(name), ARTICLES) if label.start >= 0]


def _first(cell: str) -> str | None:
    return cell.split("|")[0] or None


def _mentions() -> list[dict[str, Any]]:
    rows = [_span(g) | {"actor": g.row["actor"], "how": g.row["how"], "quoted": False} for g in _placed("references")]
    for row in read("mentions"):
        base = {"article_id": Path(row["file"]).stem, "sentence": 0, "text": "", "how": "name", "quoted": False}
        rows += [base | {"actor": row["actor"], "start": -5, "end": -5} for _ in range(int(row["by_name"]))]
    return rows


@pytest.fixture
def perfect() -> dict[str, pd.DataFrame]:
    """The labels as tables."""
    whole = [
        {"article_id": row.article_id, "sentence": 0, "paragraph": 0, "start": 0, "end": len(row.text), "part": "body"}
        | {"language": "en", "text": row.text}
        for row in ARTICLES.itertuples()
    ]
    persons = {row["actor"] for row in read("mentions")}
    return {
        "articles": ARTICLES,
        "removed": tables.frame(
            "removed",
            [
                {"article_id": Path(r["file"]).stem, "line": int(r["line"]), "text": r["text"], "rule": "by hand"}
                for r in read("removed")
            ],
        ),
        "sentences": tables.frame("sentences", whole),
        "actors": tables.frame(
            "actors",
            [
                {"actor": actor, "name": actor, "kind": "person", "basis": "roster", "mentions": 1, "articles": 1}
                for actor in sorted(persons)
            ],
        ),
        "mentions": tables.frame("mentions", _mentions()),
        "times": tables.frame(
            "times",
            [
                _span(g) | {"type": "DATE", "value": _first(g.row["value"]) or "", "basis": "x"}
                for g in _placed("times")
            ],
        ),
        "quotes": tables.frame(
            "quotes",
            [
                _span(g) | {"form": g.row["form"], "speaker": g.row["speaker"] or None}
                for g in _placed("quotes")
                if g.row["speech"] != "no"
            ],
        ),
        "opinions": tables.frame(
            "opinions",
            [
                _span(g)
                | {"target": g.row["target"], "holder": g.row["holder"] or None, "score": 0.0, "label": g.row["sign"]}
                | {"confidence": 1.0, "method": "by hand"}
                for g in _placed("opinions")
            ],
        ),
        "events": tables.frame(
            "events",
            [
                _span(g)
                | {key: _first(g.row[key]) for key in ("kind", "source", "target", "earliest", "latest", "status")}
                for g in _placed("events")
            ],
        ),
    }


class _Tables:
    def __init__(self, frames: dict[str, pd.DataFrame]) -> None:
        self.__dict__.update(frames)


def _figures(frames: dict[str, pd.DataFrame]) -> dict[str, tuple[float, float]]:
    return {row.what: (row.precision, row.recall) for row in score(_Tables(frames)).itertuples()}


def test_labels_as_tables_score_one(perfect: dict[str, pd.DataFrame]) -> None:
    wrong = {what: pair for what, pair in _figures(perfect).items() if pair != (1.0, 1.0)}
    assert not wrong


def test_empty_tables_score_nothing(perfect: dict[str, pd.DataFrame]) -> None:
    empty = {name: table if name == "articles" else table.iloc[:0] for name, table in perfect.items()}
    figures = _figures(empty)
    assert {pair for what, pair in figures.items() if not what.startswith("articles")} == {(0.0, 0.0)}


@pytest.mark.parametrize(
    ("table", "column", "value", "falls"),
    [
        ("times", "value", "1999-01-01", {"times: value"}),
        ("quotes", "speaker", "nobody", {"quotes: in marks, speaker", "quotes: indirect, speaker"}),
        ("events", "earliest", pd.Timestamp("1999-01-01"), {"events: dates"}),
        ("events", "kind", "AID", {"events: kind"}),
        ("events", "source", "nobody", {"events: who to whom"}),
        ("events", "status", "unknown", {"events: status"}),
        ("articles", "title", "A title", {"articles: title"}),
        ("articles", "published_basis", "metadata", {"articles: basis"}),
    ],
)
def test_a_wrong_column_costs_its_own_figure_alone(
    perfect: dict[str, pd.DataFrame], table: str, column: str, value: Any, falls: set[str]
) -> None:
    figures = _figures(perfect | {table: perfect[table].assign(**{column: value})})
    assert {what for what, pair in figures.items() if pair != (1.0, 1.0)} == falls
    assert all(pair[1] < 0.2 for what, pair in figures.items() if what in falls)


def test_reversed_signs_are_wrong_and_neutral_ones_stay(perfect: dict[str, pd.DataFrame]) -> None:
    reverse = {"negative": "positive", "positive": "negative", "neutral": "neutral"}
    opinions = perfect["opinions"].assign(label=perfect["opinions"]["label"].map(reverse))
    figures = _figures(perfect | {"opinions": opinions})
    neutral = (perfect["opinions"]["label"] == "neutral").mean()
    assert figures["opinions: sign"] == pytest.approx((neutral, neutral))
    assert figures["opinions: negative or positive"] == (0.0, 0.0)


def test_a_row_with_no_label_costs_precision_alone(perfect: dict[str, pd.DataFrame]) -> None:
    times = perfect["times"]
    extra = times.iloc[[0]].assign(start=0, end=2)
    precision, recall = _figures(perfect | {"times": pd.concat([times, extra])})["times: words"]
    assert precision < 1
    assert recall == 1


def test_counts_may_leave_out_what_is_optional_and_nothing_else(perfect: dict[str, pd.DataFrame]) -> None:
    mentions, row = perfect["mentions"], next(row for row in read("mentions") if int(row["optional"]))
    own = (
        (mentions["article_id"] == Path(row["file"]).stem) & (mentions["actor"] == row["actor"]) & mentions["end"].lt(0)
    )
    fewer = mentions.drop(mentions[own].index[: int(row["optional"])])
    assert _figures(perfect | {"mentions": fewer})["mentions: exact counts"] == (1.0, 1.0)
    fewest = mentions.drop(mentions[own].index[: int(row["optional"]) + 1])
    assert _figures(perfect | {"mentions": fewest})["mentions: exact counts"][1] < 1


def test_words_of_a_name_in_marks_cost_precision(perfect: dict[str, pd.DataFrame]) -> None:
    label = next(g for g in _placed("quotes") if g.row["speech"] == "no")
    row = tables.frame("quotes", [_span(label) | {"form": "mixed", "speaker": "gustavo-petro"}])
    quotes = pd.concat([perfect["quotes"], row], ignore_index=True)
    precision, recall = _figures(perfect | {"quotes": quotes})["quotes: in marks, speaker"]
    assert precision < 1
    assert recall == 1
