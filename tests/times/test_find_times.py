import datetime as dt
import itertools

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.text import Document
from analysis.times import Published, find_times, read_times
from analysis.times.kinds import known

WEDNESDAY = Published(dt.date(2025, 12, 10), "day")


def values(text, published=WEDNESDAY):
    return "; ".join(f"{time.text} = {time.value}" for time in read_times(Document(text), published))


EXPLICIT = [
    ("They met on Tuesday, February 3, 2026.", "Tuesday, February 3, 2026 = 2026-02-03"),
    ("It began on 3 January 2024.", "3 January 2024 = 2024-01-03"),
    ("on the 15th of March 2024", "the 15th of March 2024 = 2024-03-15"),
    ("The treaty of Sept. 11, 2001, held.", "Sept. 11, 2001 = 2001-09-11"),
    ("on 2025-12-10 and 12.10.2025", "2025-12-10 = 2025-12-10; 12.10.2025 = 2025-10-12"),
    ("on 10/12/2025", "10/12/2025 = 2025-XX-XX"),
    ("on 10/31/2025", "10/31/2025 = 2025-10-31"),
    ("in October 2025", "October 2025 = 2025-10"),
    ("early in 1998", "1998 = 1998"),
    ("by early 2027", "early 2027 = 2027"),
    ("in nineteen ninety-six", "nineteen ninety-six = 1996"),
    ("the fiscal year 2025", "the fiscal year 2025 = 2025"),
    ("in the late 1980s", "the late 1980s = 198"),
    ("in the 20th century", "the 20th century = 19"),
    ("in the summer of 2019", "the summer of 2019 = 2019-SU"),
    ("in the first quarter of 2024", "the first quarter of 2024 = 2024-Q1"),
    ("in H1 2024", "H1 2024 = 2024-H1"),
    ("the 2023-2024 fiscal year", "the 2023-2024 fiscal year = 2023"),
    ("between May and July 2010", "May = 2010-05; July 2010 = 2010-07"),
    ("on 4-6 November 2024", "4 = 2024-11-04; 6 November 2024 = 2024-11-06"),
    ("Thanksgiving 2025 and Easter 2024", "Thanksgiving 2025 = 2025-11-27; Easter 2024 = 2024-03-31"),
    ("since the 9/11 attacks and the January 6 riot", "9/11 = 2001-09-11; January 6 = 2021-01-06"),
]

RELATIVE = [
    ("He left on Sunday.", "Sunday = 2025-12-07"),
    ("He left on Wednesday.", "Wednesday = 2025-12-10"),
    ("He will leave on Sunday.", "Sunday = 2025-12-14"),
    ("Ruiz said on Monday that he would go on Friday.", "Monday = 2025-12-08; Friday = 2025-12-12"),
    ("last Friday and next Friday", "last Friday = 2025-12-05; next Friday = 2025-12-12"),
    ("They arrived yesterday; they leave tomorrow.", "yesterday = 2025-12-09; tomorrow = 2025-12-11"),
    ("The strikes, which began in early September, go on.", "early September = 2025-09"),
    ("In November, they spoke by phone.", "November = 2025-11"),
    ("It will open in March.", "March = 2026-03"),
    ("He was jailed last January.", "last January = 2025-01"),
    ("The coupon falls due Jan. 15 for owners listed by Dec. 21.", "Jan. 15 = 2026-01-15; Dec. 21 = 2025-12-21"),
    ("He was freed on Oct. 3.", "Oct. 3 = 2025-10-03"),
    (
        "this week, last week, next month, last year",
        "this week = 2025-W50; last week = 2025-W49; next month = 2026-01; last year = 2024",
    ),
    ("They fought over the weekend.", "the weekend = 2025-W49-WE"),
    ("He resigned two years ago and three days ago.", "two years ago = 2023; three days ago = 2025-12-07"),
    ("The truce will end in two weeks.", "two weeks = 2025-W52"),
    ("On Dec. 3 he fled. Three days later he was caught.", "Dec. 3 = 2025-12-03; Three days later = 2025-12-06"),
    ("He won in 2022 and took office on 7 August that year.", "2022 = 2022; 7 August that year = 2022-08-07"),
    (
        "The war began in February 2022. A year later, in March, it went on.",
        "February 2022 = 2022-02; A year later = 2023; March = 2023-03",
    ),
    ("In 1999 he left. The next year he came back.", "1999 = 1999; The next year = 2000"),
    ("Profit rose in the third quarter from a year earlier.", "the third quarter = 2025-Q3; a year earlier = 2024-Q3"),
    ("They will meet in the week of Jan. 12.", "the week of Jan. 12 = 2026-W03"),
    ("Last winter it froze; this summer it burned.", "Last winter = 2024-WI; this summer = 2025-SU"),
]

CLOCKS = [
    ("It aired on Saturday, 21 December at 2030 GMT.", "Saturday, 21 December at 2030 GMT = 2024-12-21T20:30"),
    ("He was shot in the early hours of Sunday.", "the early hours of Sunday = 2025-12-07TMO"),
    ("It ended at 10 p.m. Wednesday.", "10 p.m. Wednesday = 2025-12-10T22:00"),
    ("He spoke on Dec. 3 at 9:30 a.m. EST.", "Dec. 3 at 9:30 a.m. EST = 2025-12-03T09:30"),
    ("at noon on Saturday they left", "noon on Saturday = 2025-12-06T12:00"),
    ("He died late Sunday night.", "late Sunday night = 2025-12-07TNI"),
    (
        "He spoke this morning, last night and tonight.",
        "this morning = 2025-12-10TMO; last night = 2025-12-09TNI; tonight = 2025-12-10TNI",
    ),
    ("On Dec. 3 he fled. The next morning he was caught.", "Dec. 3 = 2025-12-03; The next morning = 2025-12-04TMO"),
]

LENGTHS = [
    ("a two-year plan", "two-year = P2Y"),
    ("for more than three months", "more than three months = P3M"),
    ("for the past two and a half years", "the past two and a half years = P2Y6M"),
    ("over the past decade and for centuries", "the past decade = P1E; centuries = PXC"),
    ("within several weeks, in half an hour", "several weeks = PXW; half an hour = PT30M"),
    ("a 27-year-old man", "27-year-old = P27Y"),
    ("every Tuesday, each year, annually", "every Tuesday = XXXX-WXX-2; each year = P1Y; annually = P1Y"),
    ("It costs $3 million a year.", "a year = P1Y"),
    ("twice a month on Tuesday nights", "twice a month = P1M; Tuesday nights = XXXX-WXX-2TNI"),
    ("until recently, and now, and soon", "recently = PAST_REF; now = PRESENT_REF; soon = FUTURE_REF"),
]

NO_TIMES = [
    "They may march.",
    "The Sunday Times and USA Today reported it.",
    "It cost $1,999; 1,500 men won 21-14.",
    "Agenda 2030 and Windows 2000 are names.",
    "He fell on 31 February and at 25:61.",
    "Jan Egeland went to Mar-a-Lago.",
    "She is in her 60s.",
    "A second man spoke, soon after three-quarters left.",
    "",
]


@pytest.mark.parametrize(("text", "expected"), [*EXPLICIT, *RELATIVE, *CLOCKS, *LENGTHS])
def test_expressions_have_their_words_and_value(text, expected):
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("He left on Sunday or in 1998, he said recently.", ["DATE", "DATE", "DATE"]),
        ("At 5 p.m. he slept; this morning he rose.", ["TIME", "TIME"]),
        ("for three days, for decades, a two-year plan", ["DURATION", "DURATION", "DURATION"]),
        ("every Tuesday, twice a month, $3 a day", ["SET", "SET", "SET"]),
    ],
)
def test_types(text, kinds):
    assert list(find_times(text, "2025-12-10")["type"]) == kinds


@pytest.mark.parametrize("text", NO_TIMES)
def test_other_words_and_impossible_dates_are_no_times(text):
    assert values(text) == ""


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("on Sunday", "XXXX-WXX-7"),
        ("in October", "XXXX-10"),
        ("on Oct. 5", "XXXX-10-05"),
        ("yesterday", "XXXX-XX-XX"),
        ("last week", "XXXX-WXX"),
        ("over the weekend", "XXXX-WXX-WE"),
        ("last year", "XXXX"),
        ("this summer", "XXXX-SU"),
        ("in the third quarter", "XXXX-Q3"),
        ("three days later", "XXXX-XX-XX"),
        ("this morning", "XXXX-XX-XXTMO"),
        ("at Christmas", "XXXX-XX-XX"),
    ],
)
def test_without_a_date_of_publication_relative_expressions_stay_open(text, value):
    (time,) = read_times(Document(text), None)
    assert (time.value, time.earliest, time.latest, time.precision) == (value, None, None, None)


@pytest.mark.parametrize(
    ("published", "text", "value"),
    [
        ("2025-12", "He spoke on Sunday.", "XXXX-WXX-7"),
        ("2025-12", "He spoke last November.", "2025-11"),
        ("2025-12", "He spoke last year.", "2024"),
        ("2025-12", "He spoke last week.", "XXXX-WXX"),
        ("2025", "He spoke in November.", "XXXX-11"),
        ("2025", "He spoke this year.", "2025"),
    ],
)
def test_a_date_of_publication_anchors_no_finer_than_it_is(published, text, value):
    assert list(find_times(text, published)["value"]) == [value]


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "precision", "basis"),
    [
        ("on 3 January 2024", "2024-01-03", "2024-01-03", "day", "explicit"),
        ("today", "2025-12-10", "2025-12-10", "day", "publication date"),
        ("last week", "2025-12-01", "2025-12-07", "week", "relative"),
        ("over the weekend", "2025-12-06", "2025-12-07", "week", "relative"),
        ("in February 2024", "2024-02-01", "2024-02-29", "month", "explicit"),
        ("in the third quarter of 2024", "2024-07-01", "2024-09-30", "quarter", "explicit"),
        ("the winter of 2019", "2019-12-01", "2020-02-29", "season", "explicit"),
        ("in 2024", "2024-01-01", "2024-12-31", "year", "explicit"),
        ("the 1990s", "1990-01-01", "1999-12-31", "decade", "explicit"),
        ("at 5 p.m. Friday", "2025-12-05", "2025-12-05", "hour", "relative"),
    ],
)
def test_days_agree_with_the_value(text, earliest, latest, precision, basis):
    (time,) = read_times(Document(text), WEDNESDAY)
    assert (str(time.earliest), str(time.latest), time.precision, time.basis) == (earliest, latest, precision, basis)


def test_the_frame_has_typed_columns_even_when_empty():
    expected = {
        "start": "int64",
        "end": "int64",
        "text": "str",
        "type": "str",
        "value": "str",
        "earliest": "datetime64[us]",
        "latest": "datetime64[us]",
        "precision": "str",
    }
    for text in ("", "He left in two days or on 3 May 2024."):
        table = find_times(text, "2025-12-10")
        assert {name: str(dtype) for name, dtype in table.dtypes.items()} == expected
    assert table["latest"].iloc[-1] == pd.Timestamp(2024, 5, 3)


def test_curly_quotes_and_odd_blanks_keep_the_offsets():
    text = "“We leave on\u00a0Oct.\u202f5, 2024,” he said; it’s New Year’s Eve."
    spans = find_times(text, "2024-12-31")
    assert [text[row.start : row.end] for row in spans.itertuples()] == ["Oct.\u202f5, 2024", "New Year’s Eve"]


_WORDS = st.sampled_from(
    [*sorted(known()), "1999", "31", "2024-02-30", "Sept.", "9/11", "10:30", "p.m.", "-", "'s", "will", "said"]
)
_TEXTS = st.one_of(st.text(max_size=80), st.lists(_WORDS, max_size=25).map(" ".join))
_DATES = st.builds(
    Published, st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31)), st.sampled_from(["day", "month", "year"])
)


@given(_TEXTS, st.none() | _DATES)
def test_any_text_gives_ordered_expressions_with_ordered_days(text, published):
    times = read_times(Document(text), published)
    for time in times:
        assert text[time.start : time.end] == time.text != ""
        assert (time.earliest is None) == (time.latest is None) == (time.precision is None)
        assert time.earliest is None or time.earliest <= time.latest
    assert all(one.end <= other.start for one, other in itertools.pairwise(times))


@given(st.dates(dt.date(1950, 1, 1), dt.date(2100, 1, 1)))
def test_another_date_of_publication_moves_relative_expressions_and_leaves_explicit_ones(day):
    text = "He was freed on 3 May 2019, three days ago he spoke, and yesterday he left."
    explicit, ago, yesterday = read_times(Document(text), Published(day, "day"))
    assert explicit.value == "2019-05-03"
    assert (ago.earliest, yesterday.earliest) == (day - dt.timedelta(3), day - dt.timedelta(1))


@pytest.mark.parametrize(
    ("published", "value"), [("1900-01-05", "1896-02-29"), ("2026-01-05", "2024-02-29"), ("2028-03-05", "2028-02-29")]
)
def test_the_29th_of_february_is_that_of_a_leap_year(published, value):
    assert list(find_times("He left on Feb. 29.", published)["value"]) == [value]
