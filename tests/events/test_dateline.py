"""The dateline of a story: its day anchors what is told, its place does nothing."""

import datetime as dt

import pytest
from reading import events_of

from analysis.events.dateline import find_dateline
from analysis.text import Document


@pytest.mark.parametrize(
    ("text", "dateline"),
    [
        ("NAIROBI, Jan. 4 - Lawyers sued.", "NAIROBI, Jan. 4 -"),
        ("NAIROBI, Jan. 4, 2024 (Wire) -- Lawyers sued.", "NAIROBI, Jan. 4, 2024 (Wire) --"),
        ("NAIROBI — Lawyers sued.", "NAIROBI —"),
        ("Monday 3:15 pm EDT OLD MARSH, Kenya (Wire) - Lawyers sued.", "OLD MARSH, Kenya (Wire) -"),
        ("NATO - the alliance - sued.", None),
        ("Lawyers sued.", None),
    ],
)
def test_where_the_dateline_stands(text: str, dateline: str | None) -> None:
    found = find_dateline(Document(text))
    assert (found and text[slice(*found)]) == dateline


def test_the_city_is_no_side() -> None:
    assert events_of("[NAIROBI] - Lawyers demanded aid on Monday.") == []
    assert [e.source for e in events_of("[NAIROBI] - [Uganda] demanded aid on Monday.")] == ["Uganda"]


@pytest.mark.parametrize(
    ("published", "day"),
    [
        (None, dt.date(2024, 5, 13)),
        ("2024-05-16", dt.date(2024, 5, 13)),
        ("2024-08-01", dt.date(2024, 8, 1)),
    ],
)
def test_the_day_anchors_the_story(published: str | None, day: dt.date) -> None:
    events = events_of("[NAIROBI], May 13, 2024 - [Kenya] attacked [Uganda]. [Okello] condemned [Kenya].", published)
    assert [(e.source, e.earliest, e.date_basis) for e in events] == [
        ("Kenya", day, "publication date"),
        ("Okello", day, "publication date"),
    ]


def test_days_are_told_from_the_day_of_the_dateline() -> None:
    events = events_of("[NAIROBI], May 13, 2024 - [Kenya] attacked [Uganda] today.", "2024-05-16")
    assert [event.earliest for event in events] == [dt.date(2024, 5, 13)]
