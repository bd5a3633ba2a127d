"""Who: whether two stories have the same sides, however each names them."""

from collections.abc import Mapping, Set
from functools import partial
from typing import NamedTuple

from analysis.events.telling import Story
from analysis.events.wording import content_words, stem


class Known(NamedTuple):
    """What is known of actors: the state of each that acts for one, and which are persons."""

    states: Mapping[str, str]
    persons: Set[str]


def agree(host: Story, story: Story, known: Known) -> bool:
    """Tell whether the sides of `story` are those of `host`, or left out, or a state's for who acts for it."""
    orders = [story.sides, story.sides[::-1]] if host.first.mutual else [story.sides]
    return any(all(map(partial(_one_side, known), host.sides, order)) for order in orders)


def _one_side(known: Known, mine: str, theirs: str) -> bool:
    if theirs in ("", mine) or not mine:
        return theirs in ("", mine)
    if known.states.get(mine) == theirs or known.states.get(theirs) == mine:
        return True
    return _fuller(mine, theirs, known) or _fuller(theirs, mine, known)


def _fuller(one: str, other: str, known: Known) -> bool:
    """Tell whether a name is another with words added ("john-f-doe", "john-doe"); one word alone is a person's."""
    last = one.endswith(f"-{other.rpartition('-')[2]}") and ("-" in other or one in known.persons)
    return last and set(other.split("-")) < set(one.split("-"))


def says_where(host: Story, story: Story) -> bool:
    """Tell whether tellings of the host name a place or owner that the story names."""
    words = [content_words(side.replace("-", " ")) for side in story.actors - host.actors]
    return bool(story.actors & host.actors) or any(side <= told for told in host.wordings for side in words)


def says_whom(host: Story, story: Story) -> bool:
    """Tell whether one names in its words whom the other has ("met the president of BP"), both where no side is shared.

    Who acts for the one and is acted on for the other is no shared side.
    """
    mine, theirs = named(host), named(story)
    if not host.first.mutual and mine & theirs and not any(map(_is, host.sides, story.sides)):
        return False
    told = [_told(theirs - mine, host), _told(mine - theirs, story)]
    return any(told) if mine & theirs or not (mine and theirs) else all(told)


def _is(one: str, other: str) -> bool:
    return one == other != ""


def named(story: Story) -> set[str]:
    """Return the sides that a story names."""
    return set(story.sides) - {""}


def _told(sides: Set[str], story: Story) -> bool:
    """Tell whether a story's words name all of these, a person by the last name."""
    return all(any(stem(side.rpartition("-")[2]) in words for words in story.wordings) for side in sides)
