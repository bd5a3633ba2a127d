"""Tellings of events, and the stories they make."""

import datetime as dt
from collections import Counter
from dataclasses import dataclass, field
from typing import NamedTuple

from analysis.events.sorts import Sort
from analysis.events.wording import stem
from analysis.events.words import event_types

_PART = 0.05  # of the tellings
_COMPARED = 12  # wordings of a story that others are held against
NEAR = 2  # days of difference that a time zone or a late report makes
RECENT = 60  # days that an undated telling of news reaches back
_LEAD = 3  # sentences of an article that tell its news


def shifted(day: dt.date, days: int) -> dt.date:
    """Return the day so many days later, or the calendar's end."""
    return dt.date.fromordinal(min(max(day.toordinal() + days, 1), dt.date.max.toordinal()))


class Telling(NamedTuple):
    """An event as one sentence tells it, with what merging needs; `told` is the day of the article."""

    article: str
    sentence: int
    trigger: str
    kind: str | None
    sort: Sort
    known: bool  # a disaster told as known ("the quake")
    source: str | None
    target: str | None
    earliest: dt.date | None
    latest: dt.date | None
    precision: str | None
    basis: str | None
    status: str
    words: frozenset[str]
    told: dt.date | None
    place: float  # of its words in the sentence, from 0 to 1
    mention: bool  # by a noun alone ("the visit")

    @property
    def by_article(self) -> bool:
        """Whether it has no other date than its article's: the last day it can have been."""
        return self.basis == "publication date"

    @property
    def looks_back(self) -> bool:
        """Whether it may be of an event long before its article."""
        return self.earliest is None or (self.by_article and (self.known or self.sentence >= _LEAD))

    @property
    def span(self) -> int:
        """The days between the first and the last it can have been; 0 too where it has no date."""
        return (self.latest - self.earliest).days if self.earliest and self.latest else 0

    @property
    def mutual(self) -> bool:
        """Whether its sides take part alike."""
        return self.kind is None or event_types()[self.kind].mutual

    @property
    def sides(self) -> tuple[str, str]:
        """Source and target, "" for none; in a fixed order where both take part alike."""
        ends = (self.source or "", self.target or "")
        return (max(ends), min(ends)) if self.mutual else ends


@dataclass
class Story:
    """Tellings of one event, the surest first; `earliest` and `latest` are the days all allow, else the first's.

    `sides` are those of the surest, `told_in` the articles that tell it, `verbs` the stems of the words that do.
    """

    tellings: list[Telling] = field(default_factory=list)
    wordings: list[frozenset[str]] = field(default_factory=list)
    earliest: dt.date | None = None
    latest: dt.date | None = None
    agree: bool = True
    sides: tuple[str, str] = ("", "")
    told_in: set[str] = field(default_factory=set)
    verbs: set[str] = field(default_factory=set)
    _heads: Counter[str] = field(default_factory=Counter)
    _sides: Counter[str] = field(default_factory=Counter)

    @property
    def first(self) -> Telling:
        """The surest telling."""
        return self.tellings[0]

    @property
    def own(self) -> list[Telling]:
        """The tellings of its own status: others may have planned what these tell."""
        return [telling for telling in self.tellings if telling.status == self.first.status]

    @property
    def heads(self) -> frozenset[str]:
        """What a good part of the tellings say it was."""
        return self._common(self._heads)

    @property
    def actors(self) -> frozenset[str]:
        """The sides that a good part of the tellings name."""
        return self._common(self._sides)

    def _common(self, counts: Counter[str]) -> frozenset[str]:
        return frozenset(word for word, count in counts.items() if count >= _PART * len(self.tellings))

    @property
    def exact(self) -> bool:
        """Whether the day is known."""
        return self.earliest is not None and self.earliest == self.latest

    @property
    def span(self) -> int:
        """The days between the first and the last it can have been; 0 too where it has no date."""
        return (self.latest - self.earliest).days if self.earliest and self.latest else 0

    @property
    def articles(self) -> int:
        """How many articles tell it."""
        return len(self.told_in)

    def add(self, telling: Telling) -> None:
        """Add a telling, narrowing the interval where they meet."""
        if not self.tellings:
            self.sides = telling.sides
        self.tellings.append(telling)
        self.told_in.add(telling.article)
        self.verbs.add(stem(telling.trigger.partition("-")[0]))
        self._heads[telling.sort.head] += 1
        self._sides.update(side for side in telling.sides if side)
        if len(self.wordings) < _COMPARED and telling.words not in self.wordings:
            self.wordings.append(telling.words)
        if telling.earliest is None or telling.latest is None:
            return
        if self.earliest is None or self.latest is None:
            self.earliest, self.latest = telling.earliest, telling.latest
        elif self.earliest <= telling.latest and telling.earliest <= self.latest:
            self.earliest, self.latest = max(self.earliest, telling.earliest), min(self.latest, telling.latest)
        elif not (telling.by_article and self.latest <= telling.earliest):
            self.agree = False

    def take(self, story: "Story") -> None:
        """Add the tellings of another story; a disaster only mentioned is told with the day of something else."""
        for telling in story.tellings:
            self.add(telling._replace(earliest=None, latest=None) if story.first.known else telling)
        self.agree = self.agree and (story.agree or story.first.known)

    def settle(self) -> None:
        """Forget the day of what articles only mention, weeks apart, none telling when."""
        days = [telling.told for telling in self.tellings if telling.told]
        standing = all(telling.looks_back for telling in self.tellings)
        if standing and days and (max(days) - min(days)).days > NEAR:
            self.earliest = self.latest = None

    def meets(self, telling: Telling) -> bool:
        """Tell whether both can be of one day; news dated by its article may be of the day before."""
        if not (self.earliest and self.latest and telling.earliest and telling.latest):
            return False
        return self.earliest <= telling.latest and shifted(telling.earliest, -int(telling.by_article)) <= self.latest

    def near(self, telling: Telling) -> bool:
        """Tell whether both are dated to the day and no more than two days apart."""
        if not (self.earliest and telling.earliest) or not self.exact or telling.earliest != telling.latest:
            return False
        return abs((self.earliest - telling.earliest).days) <= NEAR

    def holds(self, telling: Telling) -> bool:
        """Tell whether the telling's own sentence already tells this story: then it tells something else.

        But one disaster, and one meeting, is named again and again ("the quake that struck", "met to discuss").
        """
        if telling.sort.disaster or (telling.kind == "CONSULT" and telling.earliest == self.earliest):
            return False
        return any((other.article, other.sentence) == (telling.article, telling.sentence) for other in self.tellings)
