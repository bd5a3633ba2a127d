"""The chronology: the same event told by several articles is one row."""

from typing import Any

import pandas as pd

from analysis.events import build_chronology
from analysis.tables import frame

_TOLD = {
    "sentence": 0,
    "start": 0,
    "kind": "CONSULT",
    "mode": "verbal",
    "polarity": "cooperation",
    "source": "okello",
    "target": "banda",
    "precision": "day",
    "date_basis": "explicit",
    "status": "happened",
}


def _chronology(*told: dict[str, Any], duplicates: dict[str, str] | None = None) -> list[dict[str, Any]]:
    """Build a chronology of one event an article; each is its sentence's `words`, its days, and what else differs."""
    events, sentences, articles = [], [], []
    for number, one in enumerate(told):
        name = one.get("article_id", f"a{number}")
        words = one["words"]
        days = {key: pd.Timestamp(one[key]) for key in ("earliest", "latest") if one.get(key)}
        rest = {key: value for key, value in one.items() if key not in ("words", "earliest", "latest")}
        events.append({**_TOLD, "article_id": name, "end": len(words), "text": words.split()[0], **rest, **days})
        sentences.append({"article_id": name, "sentence": one.get("sentence", 0), "paragraph": 0, "start": 0,
                          "end": len(words), "part": "body", "language": "en", "text": words})  # fmt: skip
        articles.append({"article_id": name, "language": "en", "published": pd.Timestamp("2024-05-16"),
                         "published_precision": "day", "published_basis": "sidecar", "words": 5, "sentences": 1,
                         "duplicate_of": (duplicates or {}).get(name), "text": words})  # fmt: skip
    return build_chronology(frame("events", events), _once("sentences", sentences), _once("articles", articles))


def _once(name: str, rows: list[dict[str, Any]]) -> pd.DataFrame:
    return frame(name, rows).drop_duplicates("article_id", ignore_index=True)


MET = {"words": "Met in Nairobi for talks on grain prices", "earliest": "2024-05-13", "latest": "2024-05-13"}
WEEK = {"words": "Spoke this week about grain", "earliest": "2024-05-13", "latest": "2024-05-19", "precision": "week"}


def test_a_day_and_the_week_round_it_are_one_event() -> None:
    (row,) = _chronology(MET, WEEK)
    assert (str(row["earliest"]), str(row["latest"]), row["precision"]) == ("2024-05-13", "2024-05-13", "day")
    assert (row["articles"], row["evidence"], row["dates_agree"]) == (2, ["a0:0", "a1:0"], True)
    assert row["summary"] == MET["words"]


def test_mutual_events_merge_whoever_is_named_first() -> None:
    assert len(_chronology(MET, {**MET, "source": "banda", "target": "okello"})) == 1


def test_other_days_other_actors_other_status_are_other_events() -> None:
    later = {**MET, "earliest": "2024-05-20", "latest": "2024-05-20"}
    assert len(_chronology(MET, later, {**MET, "target": "mutua"}, {**MET, "status": "planned"})) == 4


def test_days_that_differ_by_one_are_shown_not_averaged() -> None:
    (row,) = _chronology(MET, {**MET, "earliest": "2024-05-14", "latest": "2024-05-14"})
    assert (str(row["earliest"]), row["articles"], row["dates_agree"]) == ("2024-05-13", 2, False)


def test_news_dated_by_its_article_may_be_of_the_day_before() -> None:
    (row,) = _chronology(
        MET, {**MET, "earliest": "2024-05-14", "latest": "2024-05-14", "date_basis": "publication date"}
    )
    assert (str(row["earliest"]), row["dates_agree"]) == ("2024-05-13", True)


def test_an_undated_telling_joins_the_only_recent_event_of_its_kind_and_actors() -> None:
    undated = {"words": "Conferred lately", "precision": None, "date_basis": None}
    (row,) = _chronology(MET, undated)
    assert row["articles"] == 2
    old = {**MET, "earliest": "2023-05-13", "latest": "2023-05-13"}
    assert len(_chronology(old, undated)) == 2


def test_two_events_of_one_sentence_stay_two() -> None:
    rows = _chronology(MET, {**MET, "article_id": "a0", "start": 4})
    assert len(rows) == 2
    assert len({row["event"] for row in rows}) == 2


def test_a_reprint_counts_once() -> None:
    (row,) = _chronology(MET, MET, duplicates={"a1": "a0"})
    assert (row["articles"], row["evidence"]) == (1, ["a0:0", "a1:0"])


def test_ids_stay_when_articles_are_added() -> None:
    before = _chronology(MET)[0]["event"]
    after = [row["event"] for row in _chronology(MET, WEEK, {**MET, "target": "mutua"})]
    assert before == "2024-05-13-consult-banda-okello"
    assert before in after


def test_dated_rows_come_first_in_order_of_time_and_undated_last() -> None:
    undated = {"words": "Conferred lately", "target": "mutua", "precision": None, "date_basis": None}
    rows = _chronology(undated, {**MET, "earliest": "2024-05-14", "latest": "2024-05-14", "target": "kamau"}, MET)
    assert [row["event"][:10] for row in rows] == ["2024-05-13", "2024-05-14", "undated-co"]


def test_no_events_no_rows() -> None:
    assert build_chronology(frame("events", []), frame("sentences", []), frame("articles", [])) == []
