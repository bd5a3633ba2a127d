import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.charts.periods import article_rows, periods
from analysis.tables import frame


def day(written):
    return dt.date.fromisoformat(written)


def articles(*dates):
    rows = [
        {"article_id": f"a{place}", "language": "en", "words": 1, "sentences": 1, "text": "x"}
        for place in range(len(dates))
    ]
    known = [{"published": date, "published_precision": "day" if date else "unknown"} for date in dates]
    return frame("articles", [row | date for row, date in zip(rows, known, strict=True)])


def test_few_articles_have_a_row_each():
    unit, rows = article_rows(articles("2026-01-02", "2026-01-01", None), 3)
    assert unit == "article"
    assert [(row.below, row.articles) for row in rows] == [
        ("1 January 2026", ["a1"]),
        ("2 January 2026", ["a0"]),
        ("date unknown", ["a2"]),
    ]


def test_an_estimated_day_is_told_in_few_words():
    guessed = articles("2026-01-01").assign(outlet="Gazette", published_basis="estimated")
    assert [row.below for row in article_rows(guessed, 3)[1]] == ["Gazette, about 1 January 2026"]


def test_many_articles_share_rows_and_empty_periods_stay():
    unit, rows = article_rows(articles("2026-01-02", "2026-01-20", "2026-03-01", "2026-03-02", None), 4)
    assert unit == "month"
    assert [(row.title, row.below) for row in rows] == [
        ("January 2026", "2 articles"),
        ("February 2026", "0 articles"),
        ("March 2026", "2 articles"),
        ("dated otherwise or not at all", "1 article"),
    ]


def test_weeks_start_on_monday():
    unit, slots = periods([(day("2026-01-07"), day("2026-01-07")), (day("2026-01-12"), day("2026-01-12"))], 5)
    assert unit == "week"
    assert slots == [(day("2026-01-05"), day("2026-01-11")), (day("2026-01-12"), day("2026-01-18"))]


@pytest.mark.parametrize("most", [1, 2, 12])
@given(st.lists(st.none() | st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1)), max_size=40))
def test_every_article_is_in_one_row(most, dates):
    _, rows = article_rows(articles(*dates), most)
    assert sorted(key for row in rows for key in row.articles) == sorted(f"a{place}" for place in range(len(dates)))
    assert len(rows) <= most + 1
