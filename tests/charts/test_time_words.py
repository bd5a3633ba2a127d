"""What expressions of time mean, in words."""

import pytest

from analysis.charts.timewords import meaning


@pytest.mark.parametrize(
    ("kind", "value", "said"),
    [
        ("DATE", "PAST_REF", "some time before"),
        ("DATE", "PRESENT_REF", "now"),
        ("DATE", "FUTURE_REF", "some time to come"),
        ("DURATION", "P1Y", "1 year"),
        ("DURATION", "P2W", "2 weeks"),
        ("DURATION", "PXD", "some days"),
        ("DURATION", "PXE", "some decades"),
        ("DURATION", "P1C", "1 century"),
        ("DURATION", "P2C", "2 centuries"),
        ("DURATION", "PT72H", "72 hours"),
        ("DURATION", "P1Y6M", "1 year and 6 months"),
        ("DURATION", "P1DT12H", "1 day and 12 hours"),
        ("DURATION", "P2.5Y", "2.5 years"),
        ("DURATION", "P1WE", "1 weekend"),
        ("SET", "P1D", "every day"),
        ("SET", "P2Y", "every 2 years"),
        ("DURATION", "PXX", "no day could be told"),
        ("DATE", "XXXX-XX", "no day could be told"),
        ("DURATION", "P", "no day could be told"),
        ("DATE", None, "no day could be told"),
    ],
)
def test_what_has_no_day(kind, value, said):
    assert meaning(kind, value, None, None) == said


def test_days_are_told_as_dates():
    assert meaning("DATE", "2025-11", "2025-11-01", "2025-11-30") == "November 2025"
