"""Joining: stories of one event that name its actors, its status or its day in different ways."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from analysis.events.merging import LIKE, SAME_DAY, VERY_LIKE, best
from analysis.events.shelf import WordedShelf
from analysis.events.telling import NEAR, Story, shifted
from analysis.events.who import Known, agree, named, says_where, says_whom
from analysis.events.wording import Likeness

_STATUS = ("happened", "denied", "planned", "possible")
_SURER = {"planned": ("happened",), "possible": ("happened", "planned")}  # what may have come of it
_REMEMBERED = 366  # days after a disaster in which it is the one that news means
_MOST = 5  # times as many articles tell an event that a corpus is about
_COPIED = 0.8  # share of words where the sides differ too
_NEVER = 2.0  # more alike than any wording


def join(stories: Sequence[Story], known: Known, like: Likeness) -> list[Story]:
    """Return `stories` with those joined that are of one event.

    A story joins one of the same sort whose day it can have and whose actors agree: the same ones, one left out, or a
    state and who acts for it. What was planned or possible joins what happened. The less the days, or the names of the
    actors, agree, the more alike the wording must be; "the quake" is the one that most articles tell, and a person dies
    once.
    """
    sorts: dict[tuple[str, str, str], WordedShelf] = defaultdict(lambda: WordedShelf(like))
    deaths: dict[str, Story] = {}
    kept: list[Story] = []
    for story in sorted(stories, key=_order):
        first = story.first
        statuses = (*_SURER.get(first.status, ()), first.status)
        alike = [sorts[_shelf_of(story, status)] for status in statuses]
        dead = sorted(named(story) & known.persons) if first.sort.death and first.status == "happened" else []
        host = next((found for found in map(deaths.get, dead) if found and _of_death(found, story)), None)
        host = host or next(filter(None, (_host(shelf, story, known, like) for shelf in alike)), None)
        if host:
            host.take(story)
            sorts[_shelf_of(host)].reword(host)
            continue
        kept.append(story)
        alike[-1].put(story)
        deaths |= {key: story for key in dead if key not in deaths}
    return kept


def _shelf_of(story: Story, status: str = "") -> tuple[str, str, str]:
    return story.first.kind or "", story.first.sort.name, status or story.first.status


def _of_death(host: Story, story: Story) -> bool:
    """Tell whether a story of a person's death can be of the day that the host has: it may tell no day of its own."""
    standing = all(telling.earliest is None or telling.by_article for telling in story.tellings)
    if not (story.earliest and story.latest and host.earliest and host.latest):
        return standing
    first, last = shifted(story.earliest, -NEAR), shifted(story.latest, NEAR)
    return (standing and host.earliest <= story.earliest) or (first <= host.earliest and host.latest <= last)


def _order(story: Story) -> tuple[int, bool, int, int, int, str, int, str]:
    """Return a key by which those come first that others may join: of a known day, told fully, told by many."""
    first = story.first
    sides = 0 if first.sort.disaster or first.sort.death else len(named(story))
    told = (first.article, first.sentence, first.trigger)
    return _STATUS.index(first.status), story.earliest is None, story.span, -sides, -story.articles, *told


def _host(shelf: WordedShelf, story: Story, known: Known, like: Likeness) -> Story | None:
    """Return the story of the shelf that `story` is of, if any."""
    open_to = (host for host in _reached(shelf, story) if not any(map(host.holds, story.tellings)))
    return best((_score(host, story, known, like), host) for host in open_to)


def _reached(shelf: WordedShelf, story: Story) -> Iterator[Story]:
    """Go over the stories that `story` can be of: of its day or worded alike; any disaster that its days can mean."""
    first, last = story.earliest or story.first.told, story.latest or story.first.told
    if not story.first.sort.disaster:
        if story.exact and first and last:
            yield from shelf.of_days(shifted(first, -NEAR), shifted(last, NEAR))
        else:
            yield from (host for host in shelf.alike(story) if _within(host, story))
        return
    if first and last and (story.earliest or story.first.known):
        around = NEAR if story.exact else 0
        back = _REMEMBERED if story.first.known else around
        yield from shelf.between(shifted(first, -back), shifted(last, around))
    if story.earliest is None:
        yield from shelf.undated


def _within(host: Story, story: Story) -> bool:
    """Tell whether the host's days are among those that the story can be of, or neither has any."""
    if not (story.earliest and story.latest and host.earliest and host.latest):
        return story.earliest is host.earliest is None
    return story.earliest <= host.earliest and host.latest <= story.latest


def _score(host: Story, story: Story, known: Known, like: Likeness) -> float:
    """Return how surely `story` is of the host's event, 0 where it isn't."""
    same = agree(host, story, known) or (story.first.sort.disaster and says_where(host, story))
    if same and _mentions(host, story):
        return 3 - 1 / (1 + host.articles)
    needed = _needed(host, story, same)
    alike = like.most(host.wordings, story.wordings) if needed < _NEVER else 0.0
    if alike < needed:
        return 0.0
    return alike + (1 if _same(host, story) else 0)


def _mentions(host: Story, story: Story) -> bool:
    """Tell whether `story` only mentions the disaster that the corpus is about ("the quake"), whatever day it has."""
    first = story.first
    return first.known and first.status == "happened" and _main(host, story) and _called(host, story)


def _main(host: Story, story: Story) -> bool:
    return host.exact and host.articles >= _MOST * story.articles


def _called(host: Story, story: Story) -> bool:
    """Tell whether tellings of the host call the disaster what `story` calls it, if it says more than "disaster"."""
    sort = story.first.sort
    return sort.disaster and (not sort.head or sort.head in host.heads)


def _same(host: Story, story: Story) -> bool:
    return story.earliest is not None and (story.earliest, story.latest) == (host.earliest, host.latest)


def _needed(host: Story, story: Story, agree: bool) -> float:
    """Return how alike the wording must be; `agree` says that the sides do."""
    called, main = _called(host, story), _main(host, story)
    if not (agree or (called and _same(host, story) and story.exact)):
        return _needed_of_others(host, story) if _same(host, story) and story.exact else _NEVER
    if not (story.earliest and host.earliest):
        return LIKE if _within(host, story) else _NEVER
    if _same(host, story):
        one = called and agree and story.exact and story.first.sort.head
        either = (
            called
            or main
            or _retold(host, story)
            or host.sides == story.sides
            or (host.first.sort.disaster and not host.first.sort.head)
        )
        where = story.first.sort.disaster and any(story.sides)
        return 0.0 if one else SAME_DAY if either and (story.exact or where) else LIKE
    if _within(host, story):
        return SAME_DAY if called or (main and story.first.sort.disaster) else LIKE
    if abs((story.earliest - host.earliest).days) <= NEAR and host.exact and story.exact:
        return SAME_DAY if called and main else VERY_LIKE
    return _NEVER


def _needed_of_others(host: Story, story: Story) -> float:
    """Return how alike the wording must be of two stories of one day that name other sides."""
    if not says_whom(host, story):
        return _COPIED
    return SAME_DAY if named(host) & named(story) and _retold(host, story) else LIKE


def _retold(host: Story, story: Story) -> bool:
    """Tell whether other articles use the same verb; within one article it tells another event."""
    return not host.verbs.isdisjoint(story.verbs) and host.told_in.isdisjoint(story.told_in)
