"""The balance of cooperation and conflict between two actors."""

from typing import Any

import pandas as pd
import pytest

from analysis.events import balance
from analysis.tables import frame

ROW = {"summary": "", "status": "happened", "source": "chad", "target": "mali", "articles": 1, "dates_agree": True}


def _chronology(*rows: tuple[str, str, str, dict[str, Any]]) -> pd.DataFrame:
    return frame(
        "chronology",
        [
            {**ROW, "event": str(i), "earliest": first, "latest": last, "kind": kind, "evidence": [], **rest}
            for i, (first, last, kind, rest) in enumerate(rows)
        ],
    )


def test_months_with_none_between_are_there_with_zero() -> None:
    found = balance(
        _chronology(
            ("2024-01-05", "2024-01-05", "ASSAULT", {}),
            ("2024-01-31", "2024-01-31", "AGREE", {"source": "mali", "target": "chad"}),
            ("2024-03-01", "2024-03-31", "AID", {}),
            ("2024-01-09", "2024-01-09", "AID", {"status": "planned"}),
            ("2024-01-09", "2024-02-09", "AID", {}),
            ("2024-01-09", "2024-01-09", "AID", {"target": "niger"}),
        ),
        "chad",
        "mali",
    )
    assert found["period"].dt.strftime("%Y-%m-%d").tolist() == ["2024-01-01", "2024-02-01", "2024-03-01"]
    assert found[["cooperation", "conflict", "n"]].to_numpy().tolist() == [[1, 1, 2], [0, 0, 0], [1, 0, 1]]
    assert found["mean"].fillna(99).tolist() == [-3.0, 99, 7.0]


def test_nothing_between_them_is_an_empty_table() -> None:
    found = balance(_chronology(), "chad", "mali")
    assert found.empty
    assert found.columns.tolist() == ["period", "cooperation", "conflict", "mean", "n"]


def test_a_wrong_period() -> None:
    with pytest.raises(ValueError, match="period must be one of day, week, month, year, got 'decade'"):
        balance(_chronology(), "chad", "mali", period="decade")
