"""The chart of cooperation and conflict between two actors."""

import pytest

from analysis import charts
from analysis.tables import frame


def _event(day, last, kind, source="ann", target="bor", status="happened"):
    told = {"summary": "", "evidence": [], "articles": 1, "dates_agree": True}
    sides = {"kind": kind, "source": source, "target": target, "status": status}
    return {"event": f"{day} {kind} {target} {status}", "earliest": day, "latest": last, **sides, **told}


ACTORS = frame(
    "actors",
    [
        {"actor": key, "name": name, "kind": "place", "basis": "roster", "mentions": 1, "articles": 1}
        for key, name in (("ann", "Ann Lee"), ("bor", "Boria"), ("cas", "Casa"))
    ],
)
CHRONOLOGY = frame(
    "chronology",
    [
        _event("2026-01-07", "2026-01-07", "ACCUSE"),
        _event("2026-01-09", "2026-01-09", "AID", "bor", "ann"),
        _event("2026-03-01", "2026-03-31", "ASSAULT"),
        _event("2026-01-07", "2026-01-07", "ACCUSE", target="cas"),
        _event("2026-01-07", "2026-01-07", "ACCUSE", status="planned"),
    ],
)


def test_the_two_with_most_events_are_drawn_by_periods_that_leave_none_out(rows):
    chart = charts.balance(CHRONOLOGY, ACTORS)
    assert list(chart.data) == ["period", "conflict", "cooperation", "mean", "n"]
    assert rows(chart.data.fillna({"mean": 99})) == [
        ("January 2026", 1, 1, 2.0, 2),
        ("February 2026", 0, 0, 99.0, 0),
        ("March 2026", 1, 0, -10.0, 1),
    ]
    assert chart.caption.startswith("Cooperation and conflict between Ann Lee and Boria. n = 3 events")
    assert chart.alt == (
        "Bars of 1 event of cooperation and 2 of conflict between Ann Lee and Boria. "
        "Most in: January 2026 1 and 1 and March 2026 0 and 1."
    )


def test_two_actors_can_be_chosen(rows):
    assert rows(charts.balance(CHRONOLOGY, ACTORS, "cas", "ann").data) == [("7 January 2026", 1, 0, -3.0, 1)]
    assert "no dated event is between Boria and Casa" in charts.balance(CHRONOLOGY, ACTORS, "bor", "cas").alt


@pytest.mark.parametrize(
    ("pair", "words"),
    [
        (("ann", None), "one and other must be two actors or neither, got 'ann' and None"),
        (("ann", "dee"), "other must be an id of the actors table, got 'dee'"),
    ],
)
def test_other_actors_are_refused(pair, words):
    with pytest.raises(ValueError, match=words):
        charts.balance(CHRONOLOGY, ACTORS, *pair)


def test_no_events_say_so():
    assert "no two actors have 3 dated events between them" in charts.balance(CHRONOLOGY.head(0), ACTORS).alt
