"""Sentences as news of today writes them, read against an article of Wednesday, 10 December 2025."""

import datetime as dt

import pytest

from analysis.text import Document
from analysis.times import Published, read_times

WEDNESDAY = Published(dt.date(2025, 12, 10), "day")

POLITICS = [
    ("The president arrives in Brussels on Thursday.", "Thursday = 2025-12-11"),
    ("Lawmakers meet Monday to vote on the bill.", "Monday = 2025-12-15"),
    ("The two leaders were to meet on Friday in Geneva.", "Friday = 2025-12-12"),
    ("He could not be reached for comment on Tuesday.", "Tuesday = 2025-12-09"),
    ("The minister did not appear before the panel on Monday.", "Monday = 2025-12-08"),
    ("Parliament may vote as early as Sunday.", "Sunday = 2025-12-14"),
    ("Voters go to the polls on Dec. 21.", "Dec. 21 = 2025-12-21"),
    ("He has been in office since November 2022.", "November 2022 = 2022-11"),
    ("The ceasefire, agreed in October, has held since then.", "October = 2025-10; then = 2025-10"),
    ("Ahead of a Friday deadline, talks went on.", "Friday = 2025-12-12"),
    ("She planned a Sunday trip to the border.", "Sunday = 2025-12-14"),
    ("He was elected president in May 2022 and took office that August.", "May 2022 = 2022-05; August = 2022-08"),
    ("The sanctions expire on Jan. 31 unless renewed.", "Jan. 31 = 2026-01-31"),
    ("Ministers will meet again in the new year, in early February.", "early February = 2026-02"),
    ("He said last week that talks would resume next month.", "last week = 2025-W49; next month = 2026-01"),
    ("His decision to meet her in June was criticised.", "June = 2025-06"),
    ('Speaking on NBC\'s "Today," she denied it.', ""),
    ("USA TODAY reported it on Tuesday.", "Tuesday = 2025-12-09"),
    ("It is the first such visit in more than two decades.", "more than two decades = P2E"),
    ("The emirate has mediated for a quarter-century.", "a quarter-century = P25Y"),
]

COURTS = [
    ("He is accused of killing two men on Nov. 3.", "Nov. 3 = 2025-11-03"),
    ("She is due to be sentenced on 29 January.", "29 January = 2026-01-29"),
    ("The judge is to rule on Tuesday.", "Tuesday = 2025-12-16"),
    ("He faces up to 20 years in prison.", "up to 20 years = P20Y"),
    (
        "The trial, which began on 1 December, is expected to last six weeks.",
        "1 December = 2025-12-01; six weeks = P6W",
    ),
    ("The hearing was adjourned until 14 January.", "14 January = 2026-01-14"),
    ("A 34-year-old man was arrested late on Monday.", "34-year-old = P34Y; Monday = 2025-12-08"),
    ("He was arrested on Tuesday and held overnight.", "Tuesday = 2025-12-09; overnight = 2025-12-09TNI"),
    ("The court hears the appeal on Friday.", "Friday = 2025-12-12"),
    ("The murder happened in the early hours of Saturday.", "the early hours of Saturday = 2025-12-06TMO"),
    ("The law took effect on 1 July this year.", "1 July this year = 2025-07-01"),
    ("The seven-year sentence was cut to five years.", "seven-year = P7Y; five years = P5Y"),
]

DISASTERS = [
    ("The storm is forecast to hit the coast by late Friday.", "late Friday = 2025-12-12"),
    ("Rain was forecast through Sunday.", "Sunday = 2025-12-14"),
    ("Survivors of the April earthquake still live in tents.", "April = 2025-04"),
    ("The quake struck at 7:15 a.m. on Tuesday.", "7:15 a.m. on Tuesday = 2025-12-09T07:15"),
    ("The fire broke out overnight.", "overnight = 2025-12-09TNI"),
    ("Two days later rescuers gave up.", "Two days later = XXXX-XX-XX"),
    (
        "The plane crashed on Monday. Two days later rescuers gave up.",
        "Monday = 2025-12-08; Two days later = 2025-12-10",
    ),
    (
        "The dam burst on 3 November. By the following Friday the town was empty.",
        "3 November = 2025-11-03; the following Friday = 2025-11-07",
    ),
    ("If the leak is not stopped in February, the lake will die.", "February = 2026-02"),
    ("Three quarters of the town burned, and one quarter of its people fled.", ""),
    ("The month-old fire is out.", "month-old = P1M"),
    ("Power may not return for weeks or months.", "weeks or months = PXW"),
    ("It was the worst flood in 50 years.", "50 years = P50Y"),
    ("In the past 24 hours, 12 people died.", "the past 24 hours = PT24H"),
]

SPORTS = [
    ("Arsenal play Chelsea at 17:30 GMT on Saturday.", "17:30 GMT on Saturday = 2025-12-13T17:30"),
    ("They won 2-1 on Sunday after losing 3-0 last Wednesday.", "Sunday = 2025-12-07; last Wednesday = 2025-12-03"),
    ("The 2026 World Cup begins on 11 June.", "2026 = 2026; 11 June = 2026-06-11"),
    ("He scored in the 89th minute of the second half.", ""),
    ("England lost the second One Day International.", ""),
    ("He has missed the past three matches and is out for four weeks.", "four weeks = P4W"),
    ("She won gold in 2012, and again four years later.", "2012 = 2012; four years later = 2016"),
    ("The Tour runs from Tuesday 20 to Friday 23 January.", "Tuesday 20 = 2026-01-20; Friday 23 January = 2026-01-23"),
]

BUSINESS = [
    ("Shares rose 3% in October from a year earlier.", "October = 2025-10; a year earlier = 2024"),
    ("Sales fell in the three months to September.", "the three months = P3M; September = 2025-09"),
    ("The deal should close by year-end.", "year-end = 2025-12-31"),
    ("The bank expects growth of 2% in 2026 and 2.5% in 2027.", "2026 = 2026; 2027 = 2027"),
    ("Profit for the quarter ended Sept. 30 rose.", "the quarter = 2025-Q3; Sept. 30 = 2025-09-30"),
    (
        "Prices have risen in recent months and may fall in the coming weeks.",
        "recent months = PAST_REF; the coming weeks = FUTURE_REF",
    ),
    ("It will cut 300 jobs by the end of next year.", "the end of next year = 2026"),
    ("Its record high was set on Aug. 6.", "Aug. 6 = 2025-08-06"),
    ("The shop will close the day after Christmas.", "the day after Christmas = 2025-12-26"),
    ("It will open two days before Christmas.", "two days before Christmas = 2025-12-23"),
    ("The plant was built in the mid-1980s for $1,999 a unit.", "the mid-1980s = 198"),
    ("A strike is planned for Dec. 23-24.", "Dec. 23 = 2025-12-23; 24 = 2025-12-24"),
    ("He invested months ago, in late spring.", "months ago = PAST_REF; late spring = 2025-SP"),
    ("The loop current flows north; the current, disputed rules do not change.", "current = PRESENT_REF"),
]


@pytest.mark.parametrize(("text", "expected"), [*POLITICS, *COURTS, *DISASTERS, *SPORTS, *BUSINESS])
def test_news_of_today(text, expected):
    found = read_times(Document(text), WEDNESDAY)
    assert "; ".join(f"{time.text} = {time.value}" for time in found) == expected
