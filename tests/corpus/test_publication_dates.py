import pytest

from analysis.corpus.dates import date_in_name, date_of_dateline, date_of_line


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        ("2025-12-03-some-title.txt", "2025-12-03"),
        ("some-title-2025_12_03.txt", "2025-12-03"),
        ("20251203.txt", "2025-12-03"),
        ("2025/12/03/some-title.txt", "2025-12-03"),
        ("title_2025-12.txt", "2025-12"),
        ("2025-12/title.txt", "2025-12"),
        ("2025-13-45-title.txt", None),
        ("2025-02-30.txt", None),
        ("2025-in-review.txt", None),
        ("story-120251203.txt", None),
        ("title.txt", None),
    ],
)
def test_date_in_name(file, expected):
    assert date_in_name(file) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Aug 12, 2025", "2025-08-12"),
        ("Tue 4 Nov 2025 08.30 GMT", "2025-11-04"),
        ("November 4, 20258:30 AM GMT+1", "2025-11-04"),
        ("December 2025", "2025-12"),
        ("2025", None),
        ("Oct 4462", None),
        ("Monday", None),
        ("On Aug 12, 2025, he left", None),
    ],
)
def test_date_of_line(line, expected):
    assert date_of_line(line) == expected


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("BEIJING, Jan. 3, 2026 (Xinhua) -- The minister said", "2026-01-03"),
        ("BOGOTA, Colombia, 3 January 2026 (AFP) - The minister", "2026-01-03"),
        ("WASHINGTON, January 3, 2026 — The minister", "2026-01-03"),
        ("LISBON, Nov 4 (Reuters) - The minister said on Nov. 3, 2025 - as", None),
        ("In Paris, Jan. 3, 2026 - a day like others", None),
        ("The minister resigned on Jan. 3, 2026 - a day", None),
    ],
)
def test_date_of_dateline(paragraph, expected):
    assert date_of_dateline(paragraph) == expected
