"""Merging: which tellings of the same actors and kind, in several articles, are of one event."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from analysis.events.shelf import Shelf
from analysis.events.telling import NEAR, RECENT, Story, Telling, shifted
from analysis.events.wording import Likeness
from analysis.events.words import event_types

LIKE = 0.5  # share of words for one event where the dates alone don't tell
SAME_DAY = 0.25  # where both name the same day
VERY_LIKE = 0.65  # where the dates even differ
_WEEK = 7
_ONCE = frozenset({"CONSULT", "AGREE"})  # verbal types whose events are occasions, as material ones are


def merge(tellings: Iterable[Telling], like: Likeness) -> list[Story]:
    """Return the stories that `tellings` tell: of the same sort, actors and status, alike in day or wording."""
    groups: dict[tuple[str, ...], list[Telling]] = defaultdict(list)
    for telling in tellings:
        groups[telling.kind or "", telling.sort.name, *telling.sides, telling.status].append(telling)
    return [story for key in sorted(groups) for story in _merge_group(groups[key], like)]


def _merge_group(tellings: list[Telling], like: Likeness) -> list[Story]:
    """Put each telling, the most surely dated first, to the first story it fits best, or begin a new one."""
    stories: list[Story] = []
    shelf = Shelf()
    for telling in sorted(tellings, key=_sureness):
        found = _of_undated(stories, telling, like) if telling.earliest is None else _of_dated(shelf, telling, like)
        story = found or Story()
        story.add(telling)
        if found is None:
            stories.append(story)
            shelf.put(story)
    for story in stories:
        story.settle()
    return stories


def _sureness(telling: Telling) -> tuple[int, int, int, str, int, str]:
    told = (telling.article, telling.sentence, telling.trigger)
    if telling.earliest is None or telling.latest is None:
        return 2, 0, 0, *told
    return int(telling.by_article), telling.span, telling.earliest.toordinal(), *told


def best(scored: Iterable[tuple[float, Story]]) -> Story | None:
    """Return the story of the highest score, the earlier of equals; None where no score is above 0."""
    score, found = 0.0, None
    for mine, story in scored:
        if mine > score:
            score, found = mine, story
    return found


def _of_dated(shelf: Shelf, telling: Telling, like: Likeness) -> Story | None:
    """Return the story a dated telling fits best. What its article alone dates may have been long known."""
    if telling.earliest is None or telling.latest is None:
        return None
    back = RECENT if telling.looks_back else NEAR
    found = shelf.between(shifted(telling.earliest, -back), shifted(telling.latest, NEAR))
    return best((_fit(story, telling, like), story) for story in found if not story.holds(telling))


def _fit(story: Story, telling: Telling, like: Likeness) -> float:
    """Return how well a dated telling fits a dated story, 0 where it doesn't."""
    alike = like.most(story.wordings, [telling.words])
    if not story.meets(telling):
        if not (story.near(telling) or telling.looks_back):
            return 0.0
        return alike if alike >= VERY_LIKE else 0.0
    same = story.exact and telling.earliest == story.earliest and telling.span == 0
    short = min(story.span, telling.span) < _WEEK
    named = short and telling.source and telling.target and telling.kind
    what = same and telling.sort.head and telling.sort == story.first.sort
    return 1 + alike if named or what or alike >= (SAME_DAY if same else LIKE) else 0.0


def _of_undated(stories: Sequence[Story], telling: Telling, like: Likeness) -> Story | None:
    """Return the story an undated telling is of: the one worded alike, or the only recent occasion of its kind.

    Recent ones that its own article dates come before others.
    """
    stories = [story for story in stories if not story.holds(telling)]
    scored = ((like.most(story.wordings, [telling.words]), story) for story in stories)
    alike = best((score, story) for score, story in scored if score >= LIKE)
    if alike or not (telling.source and telling.target and telling.kind):
        return alike
    if event_types()[telling.kind].mode == "verbal" and telling.kind not in _ONCE:
        return None
    recent = list(_recent(stories, telling))
    own = [story for story in recent if any(other.article == telling.article for other in story.tellings)]
    found = own or recent
    return found[0] if len(found) == 1 else None


def _recent(stories: Sequence[Story], telling: Telling) -> Iterator[Story]:
    if telling.told:
        first, last = shifted(telling.told, -RECENT), shifted(telling.told, NEAR)
        yield from (story for story in stories if story.earliest and first <= story.earliest <= last)
