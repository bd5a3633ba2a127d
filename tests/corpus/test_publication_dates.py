import datetime as dt

import pandas as pd
import pytest

from analysis.corpus.dates import date_in_name, date_of_dateline, date_of_line
from analysis.corpus.load import read_corpus


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


BODY = (
    "The president of the country said on Wednesday that the talks would go on until the end of the month.\n\n"
    "His minister told reporters in the capital that nobody had walked out of the room, and that all were content.\n"
)
DAY, NEXT_DAY = "2025-08-12", "2025-08-13"


@pytest.mark.parametrize(
    ("lines", "published", "updated", "basis"),
    [
        ("Published Aug 12, 2025\nUpdated Aug 13, 2025", DAY, NEXT_DAY, "text"),
        ("Aug 12, 2025 | Updated: August 13, 2025 5:30 p.m. ET", DAY, NEXT_DAY, "text"),
        ("12 August 2025 (updated 13 August 2025)", DAY, NEXT_DAY, "text"),
        ("Aug. 12, 2025, 5:00 AM UTC / Updated Aug. 13, 2025, 6:10 PM UTC", DAY, NEXT_DAY, "text"),
        (
            "First published on Tue 12 Aug 2025 08.30 BST\nLast modified on 13 Aug 2025 10.00 BST",
            DAY,
            NEXT_DAY,
            "text",
        ),
        ("Release date 12/08/2025 - 10:20 GMT+1•updated 13/08/2025 - 09:00", DAY, NEXT_DAY, "text"),
        ("Release date 08/12/2025 - 10:20 GMT+1•updated 08/13/2025 - 09:00", DAY, NEXT_DAY, "text"),
        ("Published: 08/07/2025\nUpdated: 09/07/2025", None, None, "unknown"),
        ("By Jane Doe | August 12, 2025", DAY, None, "text"),
        ("Updated 7:15 PM EST, Wed August 13, 2025", NEXT_DAY, NEXT_DAY, "estimated"),
        ("31 February 2025", None, None, "unknown"),
    ],
)
def test_published_and_updated_are_kept_apart(tmp_path, lines, published, updated, basis):
    (tmp_path / "a.txt").write_text(f"A Headline of Some Words\n\n{lines}\n\n{BODY}")
    corpus = read_corpus(tmp_path, today=dt.date(2026, 2, 1))
    (row,) = corpus.articles.to_dict("records")
    days = [None if pd.isna(row[name]) else str(row[name].date()) for name in ("published", "updated")]
    assert [*days, row["published_basis"]] == [published, updated, basis]
    assert corpus.rejected.empty


@pytest.mark.parametrize(
    "tweet",
    [
        "— Presidencia Colombia 🇨🇴 (@infopresidencia) August 12, 2025",
        "10:15 AM · Aug 12, 2025",
        "Jane Doe (@janedoe) August 12, 2025",
    ],
)
def test_the_date_of_a_tweet_is_not_that_of_the_article(tmp_path, tweet):
    (tmp_path / "a.txt").write_text(f"A Headline of Some Words\n\n{BODY}\n{tweet}\n\n{BODY.replace('talks', 'games')}")
    corpus = read_corpus(tmp_path, today=dt.date(2026, 2, 1))
    assert list(corpus.articles["published_basis"]) == ["unknown"]


@pytest.mark.parametrize(
    ("said", "reason", "detail"),
    [
        ("2031-08-12", "impossible date", "published 2031-08-12 lies after today, 2026-02-01, from metadata"),
        ("12 August 1821", "impossible date", "published 1821 lies before 1900, from metadata"),
        ("soon", "bad date", "published 'soon', from metadata"),
    ],
)
def test_a_refused_date_has_its_reason_and_the_next_source_is_asked(tmp_path, said, reason, detail):
    (tmp_path / "a.txt").write_text(f"---\ndate: {said}\n---\nAug 12, 2025\n\n{BODY}")
    corpus = read_corpus(tmp_path, today=dt.date(2026, 2, 1))
    assert list(corpus.rejected.itertuples(index=False, name=None)) == [("a.txt", reason, detail)]
    assert list(corpus.articles["published"]) == [pd.Timestamp(DAY)]


@pytest.mark.parametrize(
    ("said", "day", "precision"), [("2025-08", "2025-08-01", "month"), ("2025", "2025-01-01", "year")]
)
def test_a_partial_date_keeps_its_precision(tmp_path, said, day, precision):
    (tmp_path / "a.txt").write_text(f"---\ndate: {said}\n---\n{BODY}")
    (row,) = read_corpus(tmp_path, today=dt.date(2026, 2, 1)).articles.to_dict("records")
    assert (row["published"], row["published_precision"]) == (pd.Timestamp(day), precision)
