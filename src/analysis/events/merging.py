"""Merging: which tellings in several articles are of one event."""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from analysis.events.wording import likeness
from analysis.events.words import event_types

_LIKE = 0.5  # share of words for one event where the dates alone don't tell
_VERY_LIKE = 0.65  # where the dates even differ
_NEAR = dt.timedelta(days=2)  # a day's difference is a time zone or a late report
_EXACT = dt.timedelta(days=1)


class Telling(NamedTuple):
    """An event as one sentence tells it, with what merging needs."""

    article: str
    sentence: int
    trigger: str
    kind: str | None
    source: str | None
    target: str | None
    earliest: dt.date | None
    latest: dt.date | None
    precision: str | None
    basis: str | None
    status: str
    words: frozenset[str]


@dataclass
class Story:
    """Tellings of one event; `earliest` and `latest` are the days all of them allow, or those of most."""

    tellings: list[Telling] = field(default_factory=list)
    earliest: dt.date | None = None
    latest: dt.date | None = None
    agree: bool = True

    def add(self, telling: Telling) -> None:
        """Add a telling, narrowing the interval where they meet."""
        self.tellings.append(telling)
        if telling.earliest is None or telling.latest is None:
            return
        if self.earliest is None or self.latest is None:
            self.earliest, self.latest = telling.earliest, telling.latest
        elif self.meets(telling):
            self.earliest, self.latest = max(self.earliest, telling.earliest), min(self.latest, telling.latest)
        else:
            self.agree = False

    def meets(self, telling: Telling) -> bool:
        """Tell whether the story and the telling can be of one day."""
        return bool(
            self.earliest
            and self.latest
            and telling.earliest
            and telling.latest
            and self.earliest <= telling.latest
            and telling.earliest <= self.latest
        )

    def near(self, telling: Telling) -> bool:
        """Tell whether both are dated to the day, or nearly, and no more than two days apart."""
        if not (self.earliest and self.latest and telling.earliest and telling.latest):
            return False
        exact = self.latest - self.earliest < _EXACT and telling.latest - telling.earliest < _EXACT
        return exact and abs(self.earliest - telling.earliest) <= _NEAR


def merge(tellings: Sequence[Telling], weights: dict[str, float]) -> list[Story]:
    """Return the stories that `tellings` tell: alike in kind, actors, status, and day or wording."""
    groups: dict[tuple[str, ...], list[Telling]] = defaultdict(list)
    for telling in tellings:
        groups[_key(telling)].append(telling)
    return [story for key in sorted(groups) for story in _merge_group(groups[key], weights)]


def _key(telling: Telling) -> tuple[str, ...]:
    kind = telling.kind
    actors = [telling.source or "", telling.target or ""]
    if kind and event_types()[kind].mutual:
        actors.sort(reverse=True)
    return (kind or f"~{telling.trigger}", *actors, "denied" if telling.status == "denied" else telling.status)


def _merge_group(tellings: list[Telling], weights: dict[str, float]) -> list[Story]:
    """Put each telling, the most exactly dated first, to the first story it fits best, or begin a new one."""
    stories: list[Story] = []
    for telling in sorted(tellings, key=_exactness):
        fits = [(score, -i) for i, story in enumerate(stories) if (score := _fit(story, telling, weights)) > 0]
        if fits:
            stories[-max(fits)[1]].add(telling)
        else:
            stories.append(Story())
            stories[-1].add(telling)
    return stories


def _exactness(telling: Telling) -> tuple[bool, dt.timedelta, dt.date, str, int, str]:
    if telling.earliest is None or telling.latest is None:
        return True, dt.timedelta(0), dt.date.min, telling.article, telling.sentence, telling.trigger
    span = telling.latest - telling.earliest
    return False, span, telling.earliest, telling.article, telling.sentence, telling.trigger


def _fit(story: Story, telling: Telling, weights: dict[str, float]) -> float:
    """Return how well a telling fits a story, 0 where it doesn't."""
    like = max(likeness(telling.words, other.words, weights) for other in story.tellings)
    if telling.earliest is None or telling.latest is None or story.earliest is None or story.latest is None:
        same = bool(telling.source and telling.target) and story.earliest is not None and _recent(telling)
        return like if like >= _LIKE or (same and like >= _LIKE / 2) else 0.0
    if story.meets(telling):
        exact = telling.latest - telling.earliest < 7 * _EXACT
        both = bool(telling.source and telling.target)
        return 1 + like if (exact and both) or like >= _LIKE else 0.0
    return like if story.near(telling) and like >= _VERY_LIKE else 0.0


def _recent(telling: Telling) -> bool:
    return telling.kind is not None and event_types()[telling.kind].mode == "material"
