"""Histories: each date leans on the one told before it; and years of other eras, spans and centuries."""

import datetime as dt

import pytest

from analysis.text import Document
from analysis.times import Published, read_times
from analysis.times.history import is_history

LATER = Published(dt.date(2010, 3, 4), "day")


def values(text, published):
    return "; ".join(f"{time.text} = {time.value}" for time in read_times(Document(text), published))


STORIES = [
    (
        "The campaign began in June 1944. Troops landed on 6 June. Two days later they took the port. By late July the "
        "road was open, and in August the city rose. That winter was hard. The following year the war ended.",
        "June 1944 = 1944-06; 6 June = 1944-06-06; Two days later = 1944-06-08; late July = 1944-07; August = 1944-08; "
        "That winter = 1944-WI; The following year = 1945",
    ),
    (
        "The siege began on 20 September 1870. On 27 October Orvel fell. On 5 January the shelling began.",
        "20 September 1870 = 1870-09-20; 27 October = 1870-10-27; 5 January = 1871-01-05",
    ),
    (
        "The bridge was begun in May 1998. It opened on 3 March of the following year and fell in May of that year.",
        "May 1998 = 1998-05; 3 March of the following year = 1999-03-03; May of that year = 1999-05",
    ),
    (
        "In 1910, on October 5, the king fled. The next day he was seen in Lurne. The following autumn he died.",
        "1910 = 1910; October 5 = 1910-10-05; The next day = 1910-10-06; The following autumn = 1911-FA",
    ),
    (
        "It was banned in 1949, 1952, 1953 and 1955. It began on Tuesday, 23 October 1956. On Wednesday crowds filled "
        "the square. At noon the tanks came.",
        "1949 = 1949; 1952 = 1952; 1953 = 1953; 1955 = 1955; Tuesday, 23 October 1956 = 1956-10-23; "
        "Wednesday = 1956-10-24; noon = 1956-10-24T12:00",
    ),
    (
        "He moved to Tolby in 1893. On Christmas Day his son was born. By the end of the decade he was rich.",
        "1893 = 1893; Christmas Day = 1893-12-25; the end of the decade = 189",
    ),
    (
        "The mill opened in 1921. A flood came in 1957 (the dam of 1930 broke). In April it was shut.",
        "1921 = 1921; 1957 = 1957; 1930 = 1930; April = 1957-04",
    ),
    (
        "Built after the 1954 accords, it burned in March 1961. In the following May it was sold.",
        "1954 = 1954; March 1961 = 1961-03; the following May = 1961-05",
    ),
    ("In 1989 he fell ill. The next day his son called.", "1989 = 1989; The next day = XXXX-XX-XX"),
    (
        "It was built in 1989 and is held every year over Memorial Day.",
        "1989 = 1989; every year = P1Y; Memorial Day = XXXX-XX-XX",
    ),
]


@pytest.mark.parametrize(("text", "expected"), STORIES)
def test_a_history_without_a_date_of_publication_leans_on_its_own_dates(text, expected):
    assert values(text, None) == expected


def test_a_long_history_leans_on_its_own_dates_though_it_was_published_later():
    text = (
        "Anna Roe was born on 14 March 1890. In 1908 she entered the college, and in June 1911 she left it. The "
        "following autumn she sailed, arriving in November. Two years later she fell ill. She died in May."
    )
    assert values(text, LATER).endswith(
        "The following autumn = 1911-FA; November = 1911-11; Two years later = 1913; May = 1913-05"
    )


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("It began in 1990.", None, True),
        ("He left.", None, False),
        ("It began in 1990.", LATER, False),
        ("It began in 1990, grew in 1995 and ended in 2001.", LATER, True),
        ("It began in 2009, grew in 2009 and ended in 2010.", LATER, False),
        ("It began in 1990, grew in 1995 and ended in 2001, she said on Tuesday.", LATER, False),
        ("It began in 1990, grew in 1995 and ended on Tuesday, 3 April 2001.", LATER, True),
        ("Cup 2014-15: 14 Jan, 28 Jan", None, False),
        ("The 1500 men paid 1990 crowns; 1,990 more.", None, False),
    ],
)
def test_a_history_is_known_by_its_years(text, published, expected):
    assert is_history(Document(text), published) is expected


ERAS = [
    ("The fort was built in 43 AD and burned in 61 A.D.", "43 AD = 0043; 61 A.D. = 0061"),
    ("In AD 410 the legions left.", "AD 410 = 0410"),
    ("He landed in 55 BC, as others had in 80 BCE.", "55 BC = BC0055; 80 BCE = BC0080"),
    ("She lived from 384 to 322 BC.", "384 = BC0384; 322 BC = BC0322"),
    ("The battle of 28 May 621, near the river, was lost.", "28 May 621 = 0621-05-28"),
    ("The vase dates from c. 1850, the jug from circa 1600.", "c. 1850 = 1850; circa 1600 = 1600"),
    ("By 1250 it had walls.", "1250 = 1250"),
    ("He counted 1250 sheep and read an ad 410 times.", ""),
    ("The war of 1914-18 and that of 1939–45 killed millions.", "1914 = 1914; 18 = 1918; 1939 = 1939; 45 = 1945"),
    ("the temple of the 5th century BC", "the 5th century BC = BC04"),
    ("in the third millennium BC", "the third millennium BC = BC2"),
    ("The 18th and 19th centuries were calm.", "The 18th = 17; 19th centuries = 18"),
    ("the late 19th and early 20th century", "the late 19th = 18; early 20th century = 19"),
    ("By the end of the 19th century it was rich.", "the end of the 19th century = 18"),
    ("It was rebuilt in the first half of the 20th century.", "the first half of the 20th century = 19"),
    ("in the eighteen-sixties", "the eighteen-sixties = 186"),
    ("in the 1840s and 50s", "the 1840s = 184; 50s = 185"),
    ("on March 23–24, 1862", "March 23 = 1862-03-23; 24, 1862 = 1862-03-24"),
]


@pytest.mark.parametrize(("text", "expected"), ERAS)
def test_years_of_other_eras_spans_and_centuries(text, expected):
    assert values(text, LATER) == expected


def test_the_first_year_of_the_calendar_has_none_before_it():
    text = "In 1 AD he fled, as some had in 1 BC and 1066. In 1 AD, that winter, he was back by the spring."
    assert (
        values(text, None)
        == "1 AD = 0001; 1 BC = BC0001; 1066 = 1066; 1 AD = 0001; that winter = 0001-WI; the spring = 0002-SP"
    )


def test_a_time_before_christ_has_no_days():
    (time,) = read_times(Document("It fell in 55 BC."), None)
    assert (time.type, time.earliest, time.precision) == ("DATE", None, None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It ended on Dec. 22, 2012 AD.", "Dec. 22, 2012 AD = 2012-12-22"),
        ("@mary_2012 asked @tom1999 and @jo_Sept15.", ""),
    ],
)
def test_a_year_of_four_figures(text, expected):
    assert values(text, LATER) == expected
