"""What an expression of time is read against: the article's date, the tense around it, the times said before."""

import datetime as dt
import re
from collections.abc import Callable
from functools import cached_property
from typing import NamedTuple

from analysis.text import Document
from analysis.times.calendar import PERIODS, Period, period_of
from analysis.times.direction import CERTAIN_PAST, direction_of
from analysis.times.history import is_history
from analysis.times.interval import period_of_value
from analysis.times.published import Published

_COMPARED = ("distance", "year_ago")  # these name the year before, not what is reported
_MONTHS_OF_YEAR = re.compile(r"P[369]M|P1Y")
_MEASURE = re.compile(r"\b(?:base|since|than|from)\W{1,3}\d{4}$")  # a year that others are measured by
_FAR = 8  # times as far as the nearest: too far to be meant
_FRESH = 270  # days for which results of a quarter are news
_BESIDE = 40  # characters from a time to one that goes on from it
_HABIT = re.compile(r"\b(?:usually|typically|normally|traditionally|generally|often|always)\b[^,;:]*$")
_CLAUSE = 80  # characters within which such a word tells of a time
_OPENING = 12  # characters of a sentence within which a year ("In 2006, ...") holds for all of it
_NEAR = 4  # sentences back that "a week later" or "the quarter" may reach
_NEXT = 240  # days within which the next date of a history follows the one before
_NAMING = re.compile(r"(?:\b(?:the|a|an|his|her|its|their)|'s) (?:\w+ )?$")  # the 1954 accords date no story


class Meaning(NamedTuple):
    """What an expression means: its TIMEX3 type and value, and what the value rests on."""

    type: str
    value: str
    basis: str = "relative"


class Said(NamedTuple):
    """A time said earlier in the text."""

    sentence: int
    start: int
    end: int
    reading: str
    value: str
    period: Period | None


class Context:
    """Where an expression stands: `document`, its `sentence`, its `start` and `end`, and the times `said` before."""

    def __init__(self, document: Document, published: Published | None) -> None:
        self.document = document
        self.published = published
        self.said: list[Said] = []
        self.old_said = False  # whether one of them lies long before publication
        self.sentence = self.start = self.end = 0

    def at(self, sentence: int, start: int, end: int) -> None:
        """Move on to the expression from `start` to `end` in this sentence."""
        self.sentence, self.start, self.end = sentence, start, end

    def note(self, reading: str, value: str) -> None:
        """Remember a time said here, with the rule that read it."""
        period = period_of_value(value)
        self.said.append(Said(self.sentence, self.start, self.end, reading, value, period))
        if period and (self.published is None or period.first.year < self.published.day.year - 1):
            self.old_said = True

    def before(self, characters: int = 24) -> str:
        """Return the text of the sentence just before the expression."""
        begin = self.document.sentences[self.sentence].start
        return self.document.plain[max(begin, self.start - characters) : self.start]

    def after(self, characters: int = 24) -> str:
        """Return the text of the sentence just after the expression."""
        finish = self.document.sentences[self.sentence].end
        return self.document.plain[self.end : min(finish, self.end + characters)]

    def this(self, unit: str) -> Period | None:
        """Return the period of this unit that holds the article's date, or None where that is not known so exactly."""
        if self.published is None:
            return None
        exact = self.published.precision == "day" or PERIODS.index(unit) >= PERIODS.index(self.published.precision)
        return period_of(unit, self.published.day) if exact else None

    def direction(self) -> int:
        """Return the side of the article's date that the words speak of, as direction_of does."""
        return direction_of(self.document, self.sentence, self.start, self.end)

    def tells(self) -> bool:
        """Tell whether the words tell a story of the past."""
        return self.is_history or self.direction() < 0

    def choose(self, candidates: list[Period]) -> Period | None:
        """Return the one of neighbouring `candidates` that is meant: by direction, else the nearest to the article.

        One of another year that is many times farther than one on the other side is not meant, in spite of the tense:
        nobody writes in October "Nov. 20" without the year of a day eleven months ago. None where it recurs ("usually
        in March").
        """
        if self.published is None:
            return None
        now = period_of(self.published.precision, self.published.day)
        nearest = min(candidates, key=lambda one: _distance(one, now) * _cost_ahead(one, now))
        direction = self.direction()
        if direction < 0:
            chosen = max((one for one in candidates if one.first <= now.last), default=None)
        elif direction > 0:
            chosen = min((one for one in candidates if one.last >= now.first), default=None)
        else:
            return None if _HABIT.search(self.before(_CLAUSE)) else nearest
        if chosen is None or (
            direction > CERTAIN_PAST
            and chosen.unit in ("day", "month", "quarter")
            and chosen.first.year != now.first.year
            and _distance(chosen, now) > _FAR * _distance(nearest, now)
        ):
            return nearest
        return chosen

    def told_year(self) -> int | None:
        """Return the year of the past that the sentence tells of, by the time it named before, or None."""
        said = self.said[-1] if self.said else None
        if said is None or said.period is None:
            return None
        if said.sentence != self.sentence:
            return None
        opens = said.period.unit == "year" and said.end - self.document.sentences[said.sentence].start < _OPENING
        if self.start - said.end > _BESIDE and not opens:
            return None
        if _MEASURE.search(self.document.plain, max(0, said.end - 16), said.end):
            return None
        year = said.period.first.year
        past = self.published is None or year < self.published.day.year - 1
        return year if past and self.direction() <= 0 else None

    def narrated(self, candidates: list[Period]) -> Period | None:
        """Return the first of `candidates` from the time named just before on: a story is told in order."""
        said = self.said[-1].period if self.said else None
        return next((one for one in candidates if said and one.first >= said.first), None)

    @property
    def is_history(self) -> bool:
        """Tell whether the text tells of years long past: each of its dates leans on the one before."""
        return self.old_said and self._is_history

    @cached_property
    def _is_history(self) -> bool:
        return is_history(self.document, self.published)

    def told(self) -> Period | None:
        """Return the time that a history told last, no longer than a year, or None; not one beside its thread."""
        if not self.said or not self.is_history:
            return None
        return next((said.period for said in reversed(self.said) if said.period and self._is_told(said)), None)

    def _is_told(self, said: Said) -> bool:
        if said.reading == "deictic" or not said.period or said.period.unit in ("decade", "century"):
            return False
        before = self.document.plain[self.document.sentences[said.sentence].start : said.start]
        in_brackets = before.rfind("(") > before.rfind(")")
        return not in_brackets and not (said.reading == "year" and _NAMING.search(before))

    def in_story(self, of_year: Callable[[int], Period | None]) -> Period | None:
        """Return which period a history means, of those `of_year` gives: the next from the time told last on.

        One far on is not the next: the history has gone back a little.
        """
        told = self.told()
        if told is None:
            return None
        year = told.first.year
        if told.unit == "year":
            return of_year(year)
        near = _round(year, of_year)
        following = next((one for one in near if one.last >= told.first), None)
        if following and (following.first - told.last).days <= _NEXT:
            return following
        return next((one for one in reversed(near) if one.last < told.first), following)

    def beside_said(self, word: str, of_year: Callable[[int], Period | None]) -> Period | None:
        """Return which period, of those `of_year` gives, "that", "the following" or "the previous" one is, or None."""
        said = self.last_said()
        if said is None:
            return None
        year = said.first.year
        if word in ("that", "same") and said.unit == "year":
            return of_year(year)
        near = _round(year, of_year)
        if word in ("that", "same"):
            return next((one for one in near if one.last >= said.first), None)
        if word in ("previous", "preceding"):
            return next((one for one in reversed(near) if one.last < said.first), None)
        return next((one for one in near if one.first > said.last), None)

    def last_said(self, *units: str) -> Period | None:
        """Return the last period of one of these units (any, where none is given) said just before, or None."""
        for said in reversed(self.said):
            if self.sentence - said.sentence > _NEAR and not self.is_history:
                return None
            if said.period and (not units or said.period.unit in units):
                return said.period
        return None

    def reported(self) -> Period | None:
        """Return the quarter or year whose results the text speaks of, far or near, or None.

        "Nine months" and the like stand for the year they are part of. Of several quarters the latest counts, one that
        is not over, or long over, only where no other has been named.
        """
        quarters: list[Period] = []
        for said in reversed(self.said):
            if said.reading in _COMPARED:
                continue
            if said.period and said.period.unit == "quarter":
                quarters.append(said.period)
            elif _MONTHS_OF_YEAR.fullmatch(said.value) and not quarters:
                return self.this("year")
        published = self.published
        fresh = [one for one in quarters if published is None or self._is_fresh(one, published)]
        return max(fresh or quarters, default=None)

    def _is_fresh(self, quarter: Period, published: Published) -> bool:
        """Tell whether a quarter is over, and not for longer than a year."""
        return 0 < (published.day - quarter.last).days <= _FRESH


def _round(year: int, of_year: Callable[[int], Period | None]) -> list[Period]:
    """Return the periods of the year before, of this one and of the next, as far as the calendar has them."""
    years = range(max(dt.MINYEAR, year - 1), min(dt.MAXYEAR, year + 1) + 1)
    return [period for one in years if (period := of_year(one))]


def year_before(period: Period) -> Period:
    """Return the same period a year earlier."""
    steps = {"quarter": 4, "half": 2, "month": 12, "season": 4}.get(period.unit, 1)
    return period.shift(-steps)


def _cost_ahead(one: Period, now: Period) -> int:
    """Return how much less likely a period is for lying ahead: news tells of the past, of quarters above all."""
    if one.first <= now.last:
        return 1
    return 4 if one.unit == "quarter" else 2


def _distance(one: Period, other: Period) -> int:
    if one.first > other.last:
        return (one.first - other.last).days
    return max(0, (other.first - one.last).days)
