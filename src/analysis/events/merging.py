"""Merging: which tellings in several articles are of one event."""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from analysis.events.wording import likeness
from analysis.events.words import event_types

_LIKE = 0.5  # share of words for one event where the dates alone don't tell
_SAME_DAY = 0.25  # where both name the same day
_VERY_LIKE = 0.65  # where the dates even differ
_DAY = dt.timedelta(days=1)
_NEAR = 2 * _DAY  # a difference that a time zone or a late report makes
_WEEK = 7 * _DAY
_RECENT = 60 * _DAY  # how far back an undated telling of news reaches
_ONCE = frozenset({"CONSULT", "AGREE"})  # verbal types whose events are occasions, as material ones are


class Telling(NamedTuple):
    """An event as one sentence tells it, with what merging needs; `told` is the day of the article."""

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
    told: dt.date | None


@dataclass
class Story:
    """Tellings of one event; `earliest` and `latest` are the days that all of them allow, else the first's."""

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
        elif self.earliest <= telling.latest and telling.earliest <= self.latest:
            self.earliest, self.latest = max(self.earliest, telling.earliest), min(self.latest, telling.latest)
        else:
            self.agree = self.agree and self.meets(telling)

    def meets(self, telling: Telling) -> bool:
        """Tell whether both can be of one day; news dated by its article may be of the day before."""
        if not (self.earliest and self.latest and telling.earliest and telling.latest):
            return False
        slack = _DAY if telling.basis == "publication date" else 0 * _DAY
        return self.earliest <= telling.latest and telling.earliest - slack <= self.latest

    def near(self, telling: Telling) -> bool:
        """Tell whether both are dated to the day and no more than two days apart."""
        if not (self.earliest and self.latest and telling.earliest and telling.latest):
            return False
        exact = self.latest == self.earliest and telling.latest == telling.earliest
        return exact and abs(self.earliest - telling.earliest) <= _NEAR

    def holds(self, telling: Telling) -> bool:
        """Tell whether the telling's own sentence already tells this story: then it tells something else."""
        return any((other.article, other.sentence) == (telling.article, telling.sentence) for other in self.tellings)


def merge(tellings: Sequence[Telling], weights: dict[str, float]) -> list[Story]:
    """Return the stories that `tellings` tell: alike in kind, actors, status, and day or wording."""
    groups: dict[tuple[str, ...], list[Telling]] = defaultdict(list)
    for telling in tellings:
        groups[_key(telling)].append(telling)
    stories = [story for key in sorted(groups) for story in _merge_group(groups[key], weights)]
    return _absorb(stories, weights)


def _key(telling: Telling) -> tuple[str, ...]:
    kind = telling.kind
    actors = [telling.source or "", telling.target or ""]
    if kind is None or event_types()[kind].mutual:
        actors.sort(reverse=True)
    return (kind or "", *actors, telling.status)


def _merge_group(tellings: list[Telling], weights: dict[str, float]) -> list[Story]:
    """Put each telling, the most surely dated first, to the first story it fits best, or begin a new one."""
    stories: list[Story] = []
    for telling in sorted(tellings, key=_sureness):
        open_to = [story for story in stories if not story.holds(telling)]
        if telling.earliest is None:
            story = _of_undated(open_to, telling, weights)
        else:
            story = _best([(_fit(story, telling, weights), story) for story in open_to])
        if story is None:
            story = Story()
            stories.append(story)
        story.add(telling)
    return stories


def _sureness(telling: Telling) -> tuple[bool, bool, dt.timedelta, dt.date, str, int, str]:
    told = (telling.article, telling.sentence, telling.trigger)
    if telling.earliest is None or telling.latest is None:
        return True, True, 0 * _DAY, dt.date.min, *told
    by_article = telling.basis == "publication date"
    return False, by_article, telling.latest - telling.earliest, telling.earliest, *told


def _best(scored: list[tuple[float, Story]]) -> Story | None:
    """Return the story of the highest score, the earlier of equals; None where no score is above 0."""
    score = max((score for score, _ in scored), default=0.0)
    return next(story for found, story in scored if found == score) if score > 0 else None


def _fit(story: Story, telling: Telling, weights: dict[str, float]) -> float:
    """Return how well a dated telling fits a dated story, 0 where it doesn't."""
    meets = story.meets(telling)
    if not meets and not story.near(telling):
        return 0.0
    like = _like(story, telling, weights)
    if not meets:
        return like if like >= _VERY_LIKE else 0.0
    short = story.earliest and story.latest and min(story.latest - story.earliest, _span(telling)) < _WEEK
    told = short and telling.source and telling.target and telling.kind
    enough = _SAME_DAY if story.earliest == story.latest == telling.earliest == telling.latest else _LIKE
    return 1 + like if told or like >= enough else 0.0


def _span(telling: Telling) -> dt.timedelta:
    return telling.latest - telling.earliest if telling.earliest and telling.latest else 0 * _DAY


def _like(story: Story, telling: Telling, weights: dict[str, float]) -> float:
    wordings = {other.words for other in story.tellings}  # many tellings are copies
    return max(likeness(telling.words, words, weights) for words in wordings)


def _of_undated(stories: list[Story], telling: Telling, weights: dict[str, float]) -> Story | None:
    """Return the story an undated telling is of: the one worded alike, or the only recent occasion of its kind.

    Recent ones that its own article dates come before others.
    """
    alike = [(like if (like := _like(story, telling, weights)) >= _LIKE else 0.0, story) for story in stories]
    best = _best(alike)
    if best or not (telling.source and telling.target and telling.kind and telling.told):
        return best
    if event_types()[telling.kind].mode == "verbal" and telling.kind not in _ONCE:
        return None
    recent = [
        story
        for story in stories
        if story.earliest and story.latest and telling.told - _RECENT <= story.earliest <= telling.told + _NEAR
    ]
    own = [story for story in recent if any(other.article == telling.article for other in story.tellings)]
    found = own or recent
    return found[0] if len(found) == 1 else None


def _absorb(stories: list[Story], weights: dict[str, float]) -> list[Story]:
    """Join stories of one day, kind and status of which one leaves out a side, where the wording is alike."""
    by_day: dict[tuple[str, str, dt.date], list[Story]] = defaultdict(list)
    kept: list[Story] = []
    for story in sorted(stories, key=lambda story: -_sides(story)):
        first = story.tellings[0]
        if story.earliest is None or story.earliest != story.latest:
            kept.append(story)
            continue
        place = by_day[first.kind or "", first.status, story.earliest]
        hosts = [host for host in place if _covers(host, story)] if _sides(story) < 2 else []
        host = _best([(_likest(host, story, weights), host) for host in hosts])
        if host is None:
            place.append(story)
            kept.append(story)
        else:
            host.tellings += story.tellings
            host.agree = host.agree and story.agree
    return kept


def _sides(story: Story) -> int:
    first = story.tellings[0]
    return (first.source is not None) + (first.target is not None)


def _covers(host: Story, story: Story) -> bool:
    """Tell whether the host names the actors that the story names, and no sentence tells both."""
    one, other = host.tellings[0], story.tellings[0]
    named = {one.source, one.target} - {None} >= {other.source, other.target} - {None}
    return named and not any(host.holds(telling) for telling in story.tellings)


def _likest(host: Story, story: Story, weights: dict[str, float]) -> float:
    like = max(_like(host, telling, weights) for telling in story.tellings)
    return like if like >= _LIKE else 0.0
