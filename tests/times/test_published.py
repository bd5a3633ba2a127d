import datetime as dt

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.times import Published, parse_published, read_date, refusal


@pytest.mark.parametrize(
    ("text", "day", "precision"),
    [
        ("Aug 12, 2025", "2025-08-12", "day"),
        ("Aug. 12, 2025 at 3:45 p.m. ET", "2025-08-12", "day"),
        ("20 October 2025 14:30", "2025-10-20", "day"),
        ("Tuesday, 12 August 2025", "2025-08-12", "day"),
        ("Mon, 12 Aug 2025 14:30:00 +0000", "2025-08-12", "day"),
        ("10:15 AM · Jan 3, 2026", "2026-01-03", "day"),
        ("the 12th of August, 2025", "2025-08-12", "day"),
        ("12.08.2025", "2025-08-12", "day"),
        ("13/04/2025", "2025-04-13", "day"),
        ("2025/12/03", "2025-12-03", "day"),
        ("20251203", "2025-12-03", "day"),
        ("2025-12-03T10:00:00Z", "2025-12-03", "day"),
        ("December 2025", "2025-12-01", "month"),
        ("2025", "2025-01-01", "year"),
    ],
)
def test_a_date_in_any_usual_form_is_read(text, day, precision):
    assert read_date(text) == Published(dt.date.fromisoformat(day), precision)


@pytest.mark.parametrize(
    "text", ["03/04/2025", "31 February 2025", "2025-13-01", "March", "Updated", "on Aug 12, 2025 he left", "", "12:30"]
)
def test_what_is_no_one_date_is_not_read(text):
    assert read_date(text) is None


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, None),
        (pd.NaT, None),
        (float("nan"), None),
        ("", None),
        ("2025", Published(dt.date(2025, 1, 1), "year")),
        ("2025-12", Published(dt.date(2025, 12, 1), "month")),
        ("2025-12-03", Published(dt.date(2025, 12, 3), "day")),
        ("2025-12-03T23:30:00-05:00", Published(dt.date(2025, 12, 3), "day")),
        (dt.date(2025, 12, 3), Published(dt.date(2025, 12, 3), "day")),
        (dt.datetime(2025, 12, 3, 10), Published(dt.date(2025, 12, 3), "day")),
        (pd.Timestamp(2025, 12, 3), Published(dt.date(2025, 12, 3), "day")),
    ],
)
def test_published_takes_dates_strings_and_nothing(value, expected):
    assert parse_published(value) == expected


@pytest.mark.parametrize("value", ["soon", "2025-13", "0000", "1899-12-31", 20251203, "03/04/2025"])
def test_published_names_what_it_cannot_read(value):
    with pytest.raises(ValueError, match="published must be a date"):
        parse_published(value)


def test_a_date_after_today_is_refused_with_the_reason():
    today = dt.date(2026, 1, 10)
    assert refusal(Published(dt.date(2026, 1, 11), "day"), today) == "published 2026-01-11 lies after today, 2026-01-10"
    assert refusal(Published(dt.date(1899, 1, 1), "year"), today) == "published 1899 lies before 1900"
    assert refusal(Published(today, "day"), today) is None


@given(st.dates(dt.date(1900, 1, 1), dt.date(2200, 1, 1)))
def test_a_date_written_out_is_read_back(day):
    assert read_date(f"{day:%B} {day.day}, {day.year}") == Published(day, "day")
    assert parse_published(day.isoformat()) == Published(day, "day")


@given(st.text(max_size=30))
def test_any_string_is_a_date_or_not(text):
    found = read_date(text)
    assert found is None or found.precision in ("day", "month", "year")
