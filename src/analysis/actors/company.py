"""Company: what the names beside a name, and its own words elsewhere in the text, tell of its kind."""

import re
from collections.abc import Iterator

from analysis.actors.segments import Segment
from analysis.actors.words import fold, traits

_LISTED = re.compile(r" and | or |, (?:and |or )?")
_SHORT_FORM = re.compile(r"((?: [a-z][a-z-]*){2,7}) ?\( ?$")
PEER = 2.0  # how much that tells for an organization


def peers(segments: list[Segment], plain: str) -> Iterator[int]:
    """Yield the places of the candidates of unknown kind that a list joins with a known organization ("BP and Roe")."""
    for at in range(1, len(segments)):
        one, two = segments[at - 1], segments[at]
        if (one.known == "organization") != (two.known == "organization") and one.end < two.start:
            other, place = (two, at) if one.known == "organization" else (one, at - 1)
            if not other.known and not other.title and _LISTED.fullmatch(plain, one.end, two.start):
                yield place


def is_thing(segment: Segment, plain: str) -> bool:
    """Tell whether the text has a name as a common noun too: "a dose of Zelatrin" and "zelatrin"; "pump valve (PV)"."""
    word = segment.words[0].text
    if len(segment.words) > 1 or segment.known or traits(word):
        return False
    if not word.isupper():
        return f" {fold(word)} " in plain
    long_form = _SHORT_FORM.search(plain, max(0, segment.start - 80), segment.start)
    if long_form is None:
        return False
    words = long_form.group(1).split()
    initials = "".join(part[0] for word in words for part in word.split("-") if part)
    return initials.endswith(word.lower()) and not traits(words[-1]) & {"org_last", "org_first"}
