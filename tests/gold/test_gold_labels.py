"""The labels agree with the files they are about, and with each other."""

from datetime import date

import pytest
from labels import ARTICLES, locate, raw, read

from analysis import tables

PLACED = ("quotes", "references", "events", "times", "opinions")
KINDS = {
    *("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"),
    *("REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
}
VALUES = {
    ("articles", "precision"): {"day", "month", "year", "unknown"},
    ("articles", "basis"): {"text", "estimated"},
    ("articles", "cut_off"): {"yes", "no"},
    ("quotes", "form"): {"direct", "mixed", "indirect"},
    ("quotes", "speech"): {"yes", "no", "open"},
    ("references", "how"): {"role", "metonym", "pronoun"},
    ("times", "open"): {"yes", "no"},
    ("events", "open"): {"yes", "no"},
    ("events", "status"): {"happened", "planned", "possible", "denied"},
    ("opinions", "sign"): {"negative", "neutral", "positive"},
}


@pytest.mark.parametrize("name", PLACED)
def test_labelled_words_stand_in_the_file(name: str) -> None:
    for row in read(name):
        start, end = locate(row)
        assert raw(row["file"])[start:end] == (row.get("words") or row["text"])


@pytest.mark.parametrize("name", PLACED)
def test_no_label_stands_on_a_cut_line(name: str) -> None:
    cut = {(row["file"], int(row["line"])) for row in read("removed")}
    for row in read(name):
        line = raw(row["file"]).count("\n", 0, locate(row)[0]) + 1
        assert (row["file"], line) not in cut or row.get("open") == "yes", row


@pytest.mark.parametrize("name", PLACED)
def test_no_label_stands_twice(name: str) -> None:
    spans = [(row["file"], *locate(row), row.get("target") if name == "opinions" else "") for row in read(name)]
    assert len(spans) == len(set(spans))


@pytest.mark.parametrize(("name", "column"), VALUES)
def test_labels_use_the_words_of_the_tables(name: str, column: str) -> None:
    assert {row[column] for row in read(name)} <= VALUES[name, column]


def test_cut_lines_are_the_lines_of_the_files() -> None:
    for row in read("removed"):
        assert raw(row["file"]).split("\n")[int(row["line"]) - 1] == row["text"]


def test_titles_are_first_lines() -> None:
    rows = read("articles")
    assert {row["file"] for row in rows} == {path.name for path in ARTICLES.glob("*.txt")}
    assert all(row["title"] in ("", raw(row["file"]).split("\n")[0]) for row in rows)


def test_days_are_in_order_and_kinds_known() -> None:
    for row in read("events"):
        assert not row["kind"] or set(row["kind"].split("|")) <= KINDS, row
        assert bool(row["earliest"]) == bool(row["latest"])
        if row["earliest"]:
            assert date.fromisoformat(row["earliest"]) <= date.fromisoformat(row["latest"])
            assert row["open"] == "no", "a date that is told is scored"


def test_counts_hold_what_is_optional() -> None:
    assert all(0 <= int(row["optional"]) <= int(row["by_name"]) for row in read("mentions"))


def test_label_columns_of_the_tables_exist() -> None:
    assert {"form", "speaker"} <= set(tables.columns("quotes"))
    assert {"kind", "source", "target", "earliest", "latest", "status"} <= set(tables.columns("events"))
