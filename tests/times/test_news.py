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
    ("He was elected president in May 2022 and took office that August.", "May 2022 = 2022-05; that August = 2022-08"),
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

WORLD = [
    ("He was born on Feb. 29 and turns 50 next year.", "Feb. 29 = 2024-02-29; next year = 2026"),
    ("The suit followed the singer's death on 25 December.", "25 December = 2024-12-25"),
    ("Following Monday's debate both camps claimed victory.", "Monday = 2025-12-08"),
    ("She is raising questions about Friday's vote.", "Friday = 2025-12-05"),
    ("Protests went on until Sunday.", "Sunday = 2025-12-07"),
    ("Flights were suspended until Sunday.", "Sunday = 2025-12-14"),
    ("Growth was slower than forecast in July.", "July = 2025-07"),
    ("It may be back, but on Monday it was gone.", "Monday = 2025-12-08"),
    ("They expect him to win Sunday's vote.", "Sunday = 2025-12-14"),
    (
        "Russia launched more than 400 drones overnight into Wednesday, Ukraine's air force said.",
        "overnight = 2025-12-09TNI; Wednesday = 2025-12-10",
    ),
    (
        "The summit, originally scheduled for Nov. 30, was moved to Dec. 17.",
        "Nov. 30 = 2025-11-30; Dec. 17 = 2025-12-17",
    ),
    ("Officials said Tuesday that schools would reopen Jan. 5.", "Tuesday = 2025-12-09; Jan. 5 = 2026-01-05"),
    ("Since taking office in January, Trump has signed 200 orders.", "January = 2025-01"),
    ("The election, set for April 12, 2026, will be the first since 2022.", "April 12, 2026 = 2026-04-12; 2022 = 2022"),
    ("Two years after the coup, the country is still at war.", "Two years = P2Y"),
    ("The tariff is to take effect at midnight on Friday.", "midnight on Friday = 2025-12-12T24:00"),
    (
        "He was first elected in 1998, re-elected four years later and died in 2013.",
        "1998 = 1998; four years later = 2002; 2013 = 2013",
    ),
    (
        "Police were called at around 3.20am on Sunday 7 December.",
        "around 3.20am on Sunday 7 December = 2025-12-07T03:20",
    ),
    ("The inquest was opened on Monday and adjourned for six months.", "Monday = 2025-12-08; six months = P6M"),
    ("The hurricane season runs from June 1 to Nov. 30.", "June 1 = 2025-06-01; Nov. 30 = 2025-11-30"),
    ("The 27-nation bloc agreed in the small hours of Friday.", "the small hours of Friday = 2025-12-05TMO"),
    ("Exports rose 5.9% year-on-year in November.", "November = 2025-11"),
    ("The figure is down from 4.2% a month earlier and 5% a year ago.", "a month earlier = 2025-11; a year ago = 2024"),
    ("The court will hear arguments on the week of Jan. 12.", "the week of Jan. 12 = 2026-W03"),
    ("They have been married for 30 years.", "30 years = P30Y"),
    ("A vote on the measure is expected later this week.", "later this week = 2025-W50"),
    ("She will step down at the end of the month.", "the end of the month = 2025-12"),
    ("In the early 2000s, under President George W. Bush, the U.S. spent more.", "the early 2000s = 200"),
    ("It was the deadliest day since the Oct. 7 attack that began the war.", "Oct. 7 = 2023-10-07"),
    ("He spent last Christmas in prison.", "last Christmas = 2024-12-25"),
    ("The film opens in theaters Christmas Day.", "Christmas Day = 2025-12-25"),
    ("On the eve of Thanksgiving two guardsmen were shot.", "Thanksgiving = 2025-11-27"),
    ("Talks on Thursday and Friday in Doha ended without a deal.", "Thursday = 2025-12-04; Friday = 2025-12-05"),
    (
        "The team flies home on Thursday and plays again next Tuesday.",
        "Thursday = 2025-12-11; next Tuesday = 2025-12-16",
    ),
    (
        "In the third quarter of this year, profit fell 8% from the same period last year.",
        "the third quarter of this year = 2025-Q3; the same period last year = 2024-Q3",
    ),
    ("The bank will publish its results on 5 February.", "5 February = 2026-02-05"),
    ("It was built between 1961 and 1989.", "1961 = 1961; 1989 = 1989"),
    ("Every four years the town holds a fair.", "Every four years = P4Y"),
    ("He reports to police twice a week.", "twice a week = P1W"),
    ("The company, founded 25 years ago, has 1,500 workers.", "25 years ago = 2000"),
    (
        "The measure passed in the House in September 2024 but died in the Senate that December.",
        "September 2024 = 2024-09; that December = 2024-12",
    ),
    ("A week ago, on Dec. 3, the two men spoke.", "A week ago = 2025-W49; Dec. 3 = 2025-12-03"),
    ("In the run-up to the 2028 election, he may run again.", "2028 = 2028"),
    ("The Boeing 737 carried 189 people on Flight 2025.", ""),
    ("Resolution 1701, which ended the 2006 war, calls for this.", "2006 = 2006"),
    ("The ship sank in about 20 minutes.", "about 20 minutes = PT20M"),
    ("He died Tuesday at 79.", "Tuesday = 2025-12-09"),
    ("It is now 50 days since the truce.", "now = PRESENT_REF; 50 days = P50D"),
    ("The pair will meet on the sidelines of the G20 in Miami next December.", "next December = 2026-12"),
    ("Rebels have held the city since late January.", "late January = 2025-01"),
    ("By Monday morning the water had reached the roofs.", "Monday morning = 2025-12-08TMO"),
    ("The strike begins at 6 a.m. Thursday.", "6 a.m. Thursday = 2025-12-11T06:00"),
    ("Within days of the verdict, he fled.", "days = PXD"),
    ("The president's term ends on 7 August 2026.", "7 August 2026 = 2026-08-07"),
    ("From 2018 to 2022 he was a senator.", "2018 = 2018; 2022 = 2022"),
    ("The law of 9 December 1905 stands.", "9 December 1905 = 1905-12-09"),
    (
        "He had been due to appear on Monday, but the hearing was put back to Dec 15.",
        "Monday = 2025-12-08; Dec 15 = 2025-12-15",
    ),
    ("The minister, 52, said the next round would be held in Rome on Saturday.", "Saturday = 2025-12-13"),
    ("Israel struck Beirut on Sunday, the first such strike in months.", "Sunday = 2025-12-07; months = PXM"),
    ("The United Nations Security Council is scheduled to vote Friday.", "Friday = 2025-12-12"),
    ("He resigned Dec. 1, a day after the vote.", "Dec. 1 = 2025-12-01; a day = P1D"),
    ("Temperatures could drop below zero on Thursday night.", "Thursday night = 2025-12-11TNI"),
    ("In 2024 alone, 3,000 migrants died.", "2024 = 2024"),
    ("U.S. forces seized a tanker off Venezuela on Wednesday, Trump said.", "Wednesday = 2025-12-10"),
    ("The weekend talks produced no breakthrough.", "The weekend = 2025-W49-WE"),
    ("Machado arrived in Oslo early Thursday.", "early Thursday = 2025-12-04"),
]

RANGES = [
    ("The talks will be held from Monday to Wednesday.", "Monday = 2025-12-15; Wednesday = 2025-12-17"),
    ("The talks were held from Monday to Friday.", "Monday = 2025-12-01; Friday = 2025-12-05"),
    ("The shop is open Thursday through Sunday.", "Thursday = 2025-12-04; Sunday = 2025-12-07"),
    ("He ruled the town in 1999-2003.", "1999 = 1999; 2003 = 2003"),
    ("Fares rose in 2024-25 and the 2022-2023 season.", "2024-25 = 2024; the 2022-2023 season = 2022"),
    (
        "Output fell in the first and second quarters of 2024.",
        "the first = 2024-Q1; second quarters of 2024 = 2024-Q2",
    ),
    ("Orders come in the second and fourth quarters.", "the second = 2025-Q2; fourth quarters = 2025-Q4"),
    ("Demand will hold in the first two quarters of 2026.", "the first two quarters of 2026 = 2026-H1"),
    ("It flies on Monday and Tuesday nights.", "Monday = XXXX-WXX-1TNI; Tuesday nights = XXXX-WXX-2TNI"),
    ("It rained on Sunday and Monday night.", "Sunday = 2025-12-07TNI; Monday night = 2025-12-08TNI"),
]

BESIDE = [
    ("The fair is on the weekend of Dec. 20-21.", "the weekend of Dec. 20 = 2025-W51-WE; 21 = 2025-12-21"),
    ("It was the week before last.", "the week before last = 2025-W48"),
    ("He left the year before last.", "the year before last = 2023"),
    ("She will speak on the Tuesday before Christmas.", "the Tuesday before Christmas = 2025-12-23"),
    ("They vote on the first Monday after Dec. 25.", "the first Monday after Dec. 25 = 2025-12-29"),
    ("It falls on the third Tuesday of November.", "the third Tuesday of November = 2025-11-18"),
    ("It fell on the last Sunday in October 2024.", "the last Sunday in October 2024 = 2024-10-27"),
    ("They wed a year and a half ago.", "a year and a half ago = 2024-06"),
    ("He fled a fortnight ago.", "a fortnight ago = 2025-W48"),
    ("It is shut on weekends.", "weekends = XXXX-WXX-WE"),
    ("It will be gone in 10 years' time.", "10 years = 2035"),
    ("In a week's time we shall know.", "a week = 2025-W51"),
    ("The final is this coming weekend.", "this coming weekend = 2025-W50-WE"),
    ("The coming Friday is a holiday.", "The coming Friday = 2025-12-12"),
    ("In the last week of the war the bridge fell.", ""),
    ("In the last century wars were many.", "the last century = P1C"),
    ("It was built early last century.", "early last century = 19"),
    ("Markets fell in 1987. Many lost all that day.", "1987 = 1987; that day = XXXX-XX-XX"),
    ("He won in May 2022. Later that year he left.", "May 2022 = 2022-05; Later that year = 2022"),
    ("The October Revolution of 1917 began it.", "1917 = 1917"),
    ("By May the talks had failed.", "May = 2025-05"),
    ("She visits on Tuesday.", "Tuesday = 2025-12-16"),
    ("Their visits on Tuesday went well.", "Tuesday = 2025-12-09"),
    ("Prices rose 3% over the past year.", "the past year = P1Y"),
    ("He fell ill in the past week.", "the past week = P1W"),
    ("Crime fell this past year.", "this past year = P1Y"),
    ("Net for the year-earlier nine months was down.", "the year-earlier nine months = P9M"),
    ("Half of the then current price was paid.", "then current = PAST_REF"),
    ("It would be wrong at this crucial moment.", "this crucial moment = PRESENT_REF"),
    ("The payout will be twice as high this year as last.", "this year = 2025; last = 2024"),
    ("It made money after several quarters of losses.", "several quarters = PXQ"),
    ("Sales in the latest fiscal year were flat.", "the latest fiscal year = 2024"),
    ("A quarter-to-quarter comparison of the day-to-day cost.", ""),
    ("They are the leaders of tomorrow.", "tomorrow = FUTURE_REF"),
    ("It is due as of tomorrow.", "tomorrow = 2025-12-11"),
    ("By mid afternoon the square was empty.", "mid afternoon = 2025-12-10TAF"),
    ("From time to time it floods.", ""),
    ("The fair is usually held in March or on Oct. 3.", "March = XXXX-03; Oct. 3 = XXXX-10-03"),
    ("He usually rests, but in March he left.", "March = 2025-03"),
    ("Both parties head towards key elections in April.", "April = 2026-04"),
    ("The band, The Fall, played The Arab Spring.", ""),
    ("In the fall they left; it was early spring.", "the fall = 2025-FA; early spring = 2025-SP"),
    ("It is Jan and Hilda; since Jan 3 both wait.", "Jan 3 = 2025-01-03"),
    (
        "It ended at 1930 CDT on 1 June (0030 GMT 2 June).",
        "1930 CDT on 1 June = 2025-06-01T19:30; 0030 GMT 2 June = 2025-06-02T00:30",
    ),
    (
        "The well blew on 20 October. Today, three months later, it leaks.",
        "20 October = 2025-10-20; Today = 2025-12-10; three months later = P3M",
    ),
    (
        "On Nov. 3 he fell, as in 1989. He died two days later.",
        "Nov. 3 = 2025-11-03; 1989 = 1989; two days later = 2025-11-05",
    ),
    ("He fell ill in 1989 and died two days later.", "1989 = 1989; two days later = XXXX-XX-XX"),
    ("The index, base 1980, fell in November.", "1980 = 1980; November = 2025-11"),
    ("It will issue $45 million in five year notes.", "five year = P5Y"),
    ("In the year ago quarter it lost money.", "the year ago quarter = 2024-QX"),
    ("He fed 1000 lost children and called 773-1077 in 2000 cases for 1999 dollars.", ""),
    ("It stood in 1066 and fell in 1204.", "1066 = 1066; 1204 = 1204"),
    ("Ahead of congressional hearings on Thursday and Friday, they met.", "Thursday = 2025-12-11; Friday = 2025-12-12"),
    ("It is a key issue in April congressional elections.", "April = 2026-04"),
    ("A plane is standing by to fly there with supplies on Saturday.", "Saturday = 2025-12-13"),
    (
        "The well blew on 5 December. Today, a fortnight later, it leaks.",
        "5 December = 2025-12-05; Today = 2025-12-10; a fortnight later = P2W",
    ),
    ("Inspectors searched the quarters of the crew.", ""),
    (
        "Third-quarter profit rose after a weak second quarter. It lost money a year ago.",
        "Third-quarter = 2025-Q3; second quarter = 2025-Q2; a year ago = 2024-Q3",
    ),
]


@pytest.mark.parametrize(
    ("text", "expected"), [*RANGES, *BESIDE, *POLITICS, *COURTS, *DISASTERS, *SPORTS, *BUSINESS, *WORLD]
)
def test_news_of_today(text, expected):
    found = read_times(Document(text), WEDNESDAY)
    assert "; ".join(f"{time.text} = {time.value}" for time in found) == expected
