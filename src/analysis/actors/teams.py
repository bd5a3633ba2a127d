"""Teams: in news of sport a town or county by itself is mostly its team: "Leeds lost again", but "in Leeds"."""

import re
from collections.abc import Iterator
from functools import cache

from analysis.actors.segments import Segment
from analysis.actors.words import any_of, context, traits

TEAM = 5.5  # how much that tells for an organization
_LEAST = 3  # words of sport, each counted once
_APART = re.compile(r" ?(?:, [A-Z]|\(|\d{4}-)")


@cache
def _led() -> re.Pattern[str]:
    """Return the pattern of what leads to the town itself."""
    return re.compile(rf"(?:\b(?i:{any_of('location')}|{any_of('way')})|\b{any_of('area')} of|,)(?: the)? $|\( ?$")


def teams(segments: list[Segment], plain: str) -> Iterator[int]:
    """Yield the places of the candidates that are teams with the names of their towns."""
    if not any(map(_is_town, segments)) or sum(f" {word}" in plain for word in context("sport")) < _LEAST:
        return
    for at, segment in enumerate(segments):
        if _is_town(segment):
            before = plain[max(0, segment.start - 30) : segment.start]
            if not _led().search(before) and not _APART.match(plain, segment.end):
                yield at


def _is_town(segment: Segment) -> bool:
    last = segment.words[-1].text
    if segment.known:
        return segment.known == "city" or (segment.known == "place" and "place_last" not in traits(last))
    return len(segment.words) == 1 and last.lower().endswith("shire") and not traits(last)
