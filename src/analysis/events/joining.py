"""Joining: stories of one event that name its actors, its status or its day in different ways."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from analysis.events.merging import LIKE, SAME_DAY, VERY_LIKE, best
from analysis.events.telling import NEAR, Shelf, Story, Telling, shifted
from analysis.events.wording import Likeness, content_words

_STATUS = ("happened", "denied", "planned", "possible")
_SURER = {"planned": ("happened",), "possible": ("happened", "planned")}  # what may have come of it
_REMEMBERED = 366  # days after a disaster in which it is the one that news means
_MOST = 5  # times as many articles tell an event that a corpus is about
_NEVER = 2.0  # more alike than any wording


def join(stories: Sequence[Story], states: Mapping[str, str], like: Likeness) -> list[Story]:
    """Return `stories` with those joined that are of one event.

    A story joins one of the same sort whose day it can have and whose actors agree: the same ones, one left out, or a
    state and who acts for it (`states` has the state of each). What was planned or possible joins what happened. The
    less the days agree, the more alike the wording must be; "the quake" is the one that most articles tell.
    """
    shelves: dict[tuple[str, str, str], Shelf] = defaultdict(Shelf)
    kept: list[Story] = []
    for story in sorted(stories, key=_order):
        first = story.first
        statuses = (*_SURER.get(first.status, ()), first.status)
        open_to = [shelves[first.kind or "", first.sort.name, status] for status in statuses]
        hosts = (_host(shelf, story, states, like) for shelf in open_to)
        host = next((found for found in hosts if found), None)
        if host:
            host.take(story)
        else:
            kept.append(story)
            open_to[-1].put(story)
    return kept


def _order(story: Story) -> tuple[int, bool, int, int, int, str, int, str]:
    """Return a key by which those come first that others may join: of a known day, told fully, told by many."""
    first = story.first
    sides = 0 if first.sort.disaster else sum(map(bool, first.sides))
    told = (first.article, first.sentence, first.trigger)
    return _STATUS.index(first.status), story.earliest is None, story.span, -sides, -story.articles, *told


def _host(shelf: Shelf, story: Story, states: Mapping[str, str], like: Likeness) -> Story | None:
    """Return the story of the shelf that `story` is of, if any."""
    open_to = (host for host in _reached(shelf, story) if not any(map(host.holds, story.tellings)))
    return best((_score(host, story, states, like), host) for host in open_to)


def _reached(shelf: Shelf, story: Story) -> Iterator[Story]:
    """Go over the stories whose days the story's may stand for."""
    first, last = story.earliest or story.first.told, story.latest or story.first.told
    if first and last and (story.earliest or story.first.known):
        around = NEAR if story.exact else 0
        back = _REMEMBERED if story.first.known else around
        yield from shelf.between(shifted(first, -back), shifted(last, around))
    if story.earliest is None:
        yield from shelf.undated


def _score(host: Story, story: Story, states: Mapping[str, str], like: Likeness) -> float:
    """Return how surely `story` is of the host's event, 0 where it isn't."""
    agree = _agree(host.first, story.first, states) or (story.first.sort.disaster and _names(host, story))
    if agree and _mentions(host, story):
        return 3 - 1 / (1 + host.articles)
    needed = _needed(host, story, agree)
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
    """Return how alike the wording must be."""
    called, main = _called(host, story), _main(host, story)
    if not (agree or (called and _same(host, story) and story.exact)):
        return _NEVER
    if not (story.earliest and story.latest and host.earliest and host.latest):
        return LIKE if story.earliest is host.earliest is None else _NEVER
    if _same(host, story):
        one = called and agree and story.exact and story.first.sort.head
        either = (
            called
            or main
            or host.first.sides == story.first.sides
            or (host.first.sort.disaster and not host.first.sort.head)
        )
        return 0.0 if one else SAME_DAY if either and (story.exact or any(story.first.sides)) else LIKE
    if story.earliest <= host.earliest and host.latest <= story.latest:
        return SAME_DAY if called or main else LIKE
    if abs((story.earliest - host.earliest).days) <= NEAR and host.exact and story.exact:
        return SAME_DAY if called and main else VERY_LIKE
    return _NEVER


def _agree(host: Telling, other: Telling, states: Mapping[str, str]) -> bool:
    """Tell whether the sides of `other` are those of `host`, or left out, or a state's for who acts for it."""
    orders = [other.sides, other.sides[::-1]] if host.mutual else [other.sides]
    return any(all(map(partial(_one_side, states), host.sides, order)) for order in orders)


def _one_side(states: Mapping[str, str], mine: str, theirs: str) -> bool:
    return theirs in ("", mine) or (bool(mine) and (states.get(mine) == theirs or states.get(theirs) == mine))


def _names(host: Story, story: Story) -> bool:
    """Tell whether tellings of the host name a place or owner that the story names."""
    words = [content_words(side.replace("-", " ")) for side in story.actors - host.actors]
    return bool(story.actors & host.actors) or any(side <= told for told in host.wordings for side in words)
