"""The tables have the columns and dtypes they promise, filled or empty."""

from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from analysis import tables


@pytest.mark.parametrize("name", tables.TABLES)
def test_empty_table_has_its_dtypes(name):
    assert tables.check(name, tables.frame(name, [])).empty


def test_keys_are_columns():
    assert list(tables.KEYS) == list(tables.TABLES)
    assert [name for name, key in tables.KEYS.items() if not set(key) <= set(tables.columns(name))] == []


def test_frame_sorts_by_key_and_types():
    rows = [("b", 1, 0.5, "positive"), ("a", 2, -0.5, "negative"), ("a", 0, 0.0, "neutral")]
    made = tables.frame("sentiment", rows)
    assert made.to_dict("list") == {
        "article_id": ["a", "a", "b"],
        "sentence": [0, 2, 1],
        "score": [0.0, -0.5, 0.5],
        "label": ["neutral", "negative", "positive"],
    }


@pytest.mark.parametrize("day", [date(1492, 10, 12), "1492-10-12", pd.Timestamp("1492-10-12")])
def test_days_before_the_range_of_nanoseconds_survive(day):
    made = tables.frame("times", [{"article_id": "a", "sentence": 0, "start": 0, "end": 4, "earliest": day}])
    assert made.loc[0, "earliest"] == pd.Timestamp("1492-10-12")
    assert pd.isna(made.loc[0, "latest"])


def test_check_names_the_table():
    with pytest.raises(ValueError, match="table sentiment must have the columns"):
        tables.check("sentiment", pd.DataFrame({"score": [1.0]}))


def test_readme_tells_every_column():
    readme = (Path(__file__).parents[1] / "README.md").read_text("utf-8")
    told = [f"| `{c.name}` | {c.dtype} | {c.meaning} |" for columns in tables.TABLES.values() for c in columns]
    assert [line for line in told if line not in readme] == []


def test_tables_saved_are_those_read(tmp_path):
    told = {"event": "e", "summary": "Ana left.", "articles": 1, "evidence": ["a:0", "b:3"], "dates_agree": True}
    quote = {"article_id": "a", "sentence": 0, "start": 0, "end": 9, "text": "Ana left.", "speaker_start": 4}
    time = {"article_id": "a", "sentence": 0, "start": 0, "end": 4, "earliest": "1492-10-12"}
    given = {"chronology": [told], "quotes": [quote, {**quote, "start": 2, "speaker_start": None}], "times": [time]}
    made = tables.Tables(**{name: tables.frame(name, given.get(name, [])) for name in tables.TABLES})
    tables.save(made, tmp_path, "parquet")
    for name, table in tables.saved(tmp_path):
        pd.testing.assert_frame_equal(tables.check(name, table), getattr(made, name), check_column_type=True)
    assert [type(cell) for cell in tables.saved(tmp_path).chronology["evidence"]] == [list]
