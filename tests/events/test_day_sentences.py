"""Which sentences are about which day."""

import datetime as dt
from typing import Any

import pandas as pd
import pytest

from analysis.events.day_sentences import DaySentence, Naming, day_sentences
from analysis.tables import TABLES, Tables, frame

DAY = dt.date(2024, 5, 3)


def _about(text: str, day: str = "", event: dict[str, Any] | None = None) -> dict[dt.date, list[DaySentence]]:
    """Return what one article of one sentence is about; `day` is the expression of 3 May in it, `event` a row."""
    article = {"article_id": "a", "language": "en", "published": pd.Timestamp(DAY), "published_precision": "day",
               "published_basis": "sidecar", "words": 1, "sentences": 1, "text": text}  # fmt: skip
    sentence = {"article_id": "a", "sentence": 0, "paragraph": 0, "start": 0, "end": len(text), "part": "body",
                "language": "en", "text": text}  # fmt: skip
    rows = {"articles": [article], "sentences": [sentence], "chronology": [event] if event else []}
    tables = Tables(**{name: frame(name, rows.get(name, [])) for name in TABLES})
    start = text.index(day)
    namings = {DAY: [Naming(("a", 0), start, start + len(day), 1.0)]} if day else {}
    return day_sentences(tables, namings, {"a": DAY})


@pytest.mark.parametrize(
    ("text", "day", "told"),
    [
        ("May 3 - Odra sells its harbour to a fund.", "May 3", "Odra sells its harbour to a fund."),
        ("\\* May 3: Odra sells its harbour to a fund.", "May 3", "Odra sells its harbour to a fund."),
        ("3 May 2024 Odra sells its harbour to a fund.", "3 May 2024", "Odra sells its harbour to a fund."),
        ("The bids have closed 3 May 2024 Odra sells its harbour now.", "3 May 2024", "Odra sells its harbour now."),
        ("Odra sold its harbour on 3 May 2024 Okello said.", "3 May 2024", None),
        ("May 3 was the day of the sale.", "May 3", None),
    ],
)
def test_an_entry_of_a_list_of_days_is_told_without_its_day(text: str, day: str, told: str | None) -> None:
    (found,) = _about(text, day)[DAY]
    assert (found.text, found.entry) == (told or text, told is not None)


@pytest.mark.parametrize(
    ("text", "aside"),
    [
        ("The harbour of Odra was sold on 3 May.", False),
        ("The harbour has stood empty since 3 May.", True),
        ("The harbour has stood empty since the fund came on 3 May.", True),
        ("After the storm, the fund came on 3 May.", False),
        ("The police told of the 3 May raid.", True),
    ],
)
def test_a_day_may_be_named_by_the_way(text: str, aside: bool) -> None:
    (found,) = _about(text, "3 May")[DAY]
    assert found.aside == aside


def test_an_event_of_another_day_is_not_of_the_day_of_its_article() -> None:
    other = dt.date(2024, 5, 1)
    event = {"event": "e", "earliest": other, "latest": other, "status": "happened", "articles": 4, "evidence": ["a:0"]}
    found = _about("The fund has bought the harbour.", event=event)
    assert {day: [one.told for one in ones] for day, ones in found.items()} == {other: [4]}
    assert list(_about("The fund has bought the harbour.")) == [DAY]


def test_what_is_planned_for_a_day_looks_ahead_to_it() -> None:
    event = {"event": "e", "earliest": DAY, "latest": DAY, "status": "planned", "articles": 1, "evidence": ["a:0"]}
    (found,) = _about("The fund is to buy the harbour on 3 May.", "3 May", event=event)[DAY]
    assert (found.ahead, found.told) == (True, 0)
