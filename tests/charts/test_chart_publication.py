import pandas as pd
import pytest

from analysis import charts
from analysis.tables import frame


def articles(*dates):
    """A table of articles published on these dates: "2026", "2026-01" or "2026-01-07", or None."""
    precision = {None: "unknown", 4: "year", 7: "month", 10: "day"}
    rows = [
        {"article_id": f"a{place}", "language": "en", "words": 1, "sentences": 1, "text": "x"}
        | {"published": day and day + "-01-01"[len(day) - 4 :] if day and len(day) < 10 else day}
        | {"published_precision": precision[day and len(day)], "published_basis": "sidecar"}
        for place, day in enumerate(dates)
    ]
    return frame("articles", rows)


def spans(chart):
    rows = chart.data.itertuples(index=False)
    return [(f"{pd.Timestamp(row[0]):%Y-%m-%d}", f"{pd.Timestamp(row[1]):%Y-%m-%d}", row[2]) for row in rows]


def test_days_between_are_zero():
    chart = charts.publication_dates(articles("2026-01-07", "2026-01-05", "2026-01-07"))
    assert spans(chart) == [
        ("2026-01-05", "2026-01-05", 1),
        ("2026-01-06", "2026-01-06", 0),
        ("2026-01-07", "2026-01-07", 2),
    ]
    assert chart.alt == (
        "Bar chart of 3 dated articles by day, from 5 January 2026 to 7 January 2026. "
        "Most: 7 January 2026 with 2 and 5 January 2026 with 1."
    )


def test_a_month_is_a_span_under_days_and_undated_ones_are_counted():
    chart = charts.publication_dates(articles("2026-01-07", "2025-12", None))
    assert spans(chart) == [("2026-01-07", "2026-01-07", 1), ("2025-12-01", "2025-12-31", 1)]
    assert "n = 3 articles, by day; 1 without a date and 1 known only to a longer time than a day" in chart.caption


@pytest.mark.parametrize(
    ("last", "unit", "empty"),
    [
        ("2026-02-14", "day", ("2026-01-02", "2026-02-13", 0)),
        ("2026-02-15", "week", ("2026-01-05", "2026-02-08", 0)),
        ("2027-03-01", "month", ("2026-02-01", "2027-02-28", 0)),
        ("2031-03-01", "quarter", ("2026-04-01", "2030-12-31", 0)),
        ("2099-03-01", "year", ("2027-01-01", "2098-12-31", 0)),
    ],
)
def test_the_finest_unit_with_few_bars_and_empty_ones_in_one_row(last, unit, empty):
    chart = charts.publication_dates(articles("2026-01-01", last))
    assert f"by {unit}" in chart.caption
    assert spans(chart)[1] == empty
    assert chart.data["articles"].to_list() == [1, 0, 1]


def test_a_month_falls_into_a_bar_of_months():
    chart = charts.publication_dates(articles("2026-01-09", "2025-12", "2027-03-01"))
    assert spans(chart)[0] == ("2025-12-01", "2025-12-31", 1)
    assert chart.data["articles"].sum() == 3


def test_only_months_are_drawn_as_months():
    assert spans(charts.publication_dates(articles("2025-12", "2026-02"))) == [
        ("2025-12-01", "2025-12-31", 1),
        ("2026-01-01", "2026-01-31", 0),
        ("2026-02-01", "2026-02-28", 1),
    ]
