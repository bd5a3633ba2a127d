"""Everyday ways of telling the time and words that look like it, against an article of Wednesday, 10 December 2025."""

import datetime as dt

import pytest

from analysis.text import Document
from analysis.times import Published, read_times

WEDNESDAY = Published(dt.date(2025, 12, 10), "day")


def values(text, published=WEDNESDAY):
    return "; ".join(f"{time.text} = {time.value}" for time in read_times(Document(text), published))


LENGTHS = [
    ("It took two hours and 30 minutes.", "two hours and 30 minutes = PT2H30M"),
    ("He was held for three years and two months.", "three years and two months = P3Y2M"),
    ("It was a two-and-a-half-year truce.", "two-and-a-half-year = P2Y6M"),
    ("She was gone for a day and six hours.", "a day and six hours = P1DT6H"),
]

SETS = [
    ("A bus comes every five minutes or so.", "every five minutes or so = PT5M"),
    ("The list is drawn up annually by a jury.", "annually = P1Y"),
    ("They meet every few weeks.", "every few weeks = PXW"),
    ("It is held once every four years.", "once every four years = P4Y"),
    ("The well leaks an estimated 5,000 barrels of oil a day.", "a day = P1D"),
    ("It made 3,000 barrels (126,000 gallons) a day.", "a day = P1D"),
]

CLOCKS = [
    ("Updated at 10.47 BST on Monday 8 December 2025.", "10.47 BST on Monday 8 December 2025 = 2025-12-08T10:47"),
    ("The doors will open at 930pm on Friday.", "930pm on Friday = 2025-12-12T21:30"),
    ("They left at half past six in the evening.", "half past six in the evening = 2025-12-10T18:30"),
    ("He woke at quarter to nine.", "quarter to nine = 2025-12-10T08:45"),
    ("At ten o'clock in the morning the bells rang.", "ten o'clock in the morning = 2025-12-10T10:00"),
    ("At around 1800 CDT (2300 GMT) on Tuesday it fell.", "around 1800 CDT (2300 GMT) on Tuesday = 2025-12-09T18:00"),
    ("They were delayed by 24 hours.", "24 hours = PT24H"),
    ("They marched at 0430 hours.", "0430 hours = 2025-12-10T04:30"),
    ("Prices were up at midday.", "midday = 2025-12-10T12:00"),
    ("The night before last it snowed.", "The night before last = 2025-12-08TNI"),
]

DAYS = [
    ("Local elections are fast approaching in March.", "March = 2026-03"),
    ("She asked how it would fare if he won the vote on March 8.", "March 8 = 2026-03-08"),
    ("If elected in March, he would cut taxes.", "March = 2026-03"),
    ("They would have met on Monday had it not rained.", "Monday = 2025-12-08"),
    ("He has not been seen for the last year.", "the last year = P1Y"),
    ("He was seen the last week.", "the last week = 2025-W49"),
    (
        "On Monday he flew to Rome. Earlier in the day he had resigned.",
        "Monday = 2025-12-08; Earlier in the day = 2025-12-08",
    ),
    ("It opens in mid-to-late January.", "mid-to-late January = 2026-01"),
    ("It is due at the end of the calendar year.", "the end of the calendar year = 2025"),
    ("The sale ends Dec-28-2025.", "Dec-28-2025 = 2025-12-28"),
    ("He spoke on the 3rd and left at once.", "the 3rd = 2025-12-03"),
    ("The play opens on the 21st.", "the 21st = 2025-12-21"),
    ("He came 4th and lives on the 21st floor.", ""),
    ("The world changed after September 11.", "September 11 = 2001-09-11"),
    ("The team played on September 11.", "September 11 = 2025-09-11"),
    (
        "On Monday he was freed. The day before, his wife had called.",
        "Monday = 2025-12-08; The day before = 2025-12-07",
    ),
    ("Sales were lower than the year before.", "the year before = 2024"),
    ("He had slept badly the night before.", "the night before = 2025-12-09TNI"),
    ("The day before the vote he fell ill.", ""),
    ("It rose between June and August last year.", "June = 2024-06; August last year = 2024-08"),
    ("The dam will be ready later in summer.", "later in summer = 2026-SU"),
    ("They met at the start of last spring.", "the start of last spring = 2025-SP"),
    ("In financial year 2010/11 it lost money.", "financial year 2010/11 = 2010"),
    ("They fell out after the 2005/2006 season.", "the 2005/2006 season = 2005"),
    ("She is the current 2025 champion.", "current = PRESENT_REF; 2025 = 2025"),
    ("I gave it up awhile ago.", "awhile ago = PAST_REF"),
    ("He was seized in a raid. The next day he was freed.", "The next day = XXXX-XX-XX"),
]

NO_TIMES = [
    "The fall-out has hurt the town, and the fall of the wall was forgotten.",
    "The fall in prices hurts farmers.",
    "He told CBS's 60 Minutes that he was well.",
    "She spoke to the Evening Standard, the Fox News Sunday show and the Sunday Herald.",
    "Father Christmas and Anna Weeks, a nurse, spoke of the working week on 9373-1800.",
    "The Today programme asked him.",
    "He lives at 1984 Elm Road.",
]


@pytest.mark.parametrize(("text", "expected"), [*LENGTHS, *SETS, *CLOCKS, *DAYS])
def test_everyday_words(text, expected):
    assert values(text) == expected


@pytest.mark.parametrize("text", NO_TIMES)
def test_other_words_and_names(text):
    assert values(text) == ""


def test_a_line_break_is_no_part_of_a_name():
    assert values("Profit rose from\n1986.") == "1986 = 1986"
    assert values("It spread from 22 April - 15 May.") == "22 April = 2025-04-22; 15 May = 2025-05-15"
