import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import lexicons
from analysis.times.calendar import PERIODS, Period, period_of
from analysis.times.holidays import holiday
from analysis.times.interval import interval_of, period_of_value

_DAYS = st.dates(dt.date(1000, 1, 1), dt.date(3000, 1, 1))


@given(st.sampled_from(PERIODS), _DAYS)
def test_a_period_holds_its_day_and_its_value_names_it(unit, day):
    period = period_of(unit, day)
    assert unit == "weekend" or period.first <= day <= period.last
    assert period_of_value(period.value) == period


@given(st.sampled_from(PERIODS), _DAYS, st.integers(-5, 5))
def test_steps_there_and_back_end_where_they_began(unit, day, steps):
    period = period_of(unit, day)
    assert period.shift(steps).shift(-steps) == period


def test_the_ends_of_the_calendar_stop_a_step():
    assert Period("year", dt.date(9999, 1, 1)).shift(5).first == dt.date.max
    assert Period("day", dt.date(1, 1, 1)).shift(-5).first == dt.date.min


@pytest.mark.parametrize("value", ["P3M", "XXXX-10", "1989-QX", "PAST_REF", "2025-XX-XX", "2025-02-30", "2025-W60", ""])
def test_open_values_cover_no_days(value):
    assert interval_of(value) is None


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [
        ("Easter", 2025, "2025-04-20"),
        ("Good Friday", 2024, "2024-03-29"),
        ("Thanksgiving", 2025, "2025-11-27"),
        ("Black Friday", 2025, "2025-11-28"),
        ("Memorial Day", 2025, "2025-05-26"),
        ("Christmas Eve", 2025, "2025-12-24"),
    ],
)
def test_holidays_fall_where_calendars_have_them(name, year, day):
    assert holiday(name, year) == dt.date.fromisoformat(day)


def test_every_holiday_of_the_lexicon_has_a_day():
    assert all(holiday(row["name"], 2026) for row in lexicons.read("time_holidays"))
