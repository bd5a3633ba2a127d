"""Company: what the names beside a name, and its own words elsewhere in the text, tell of its kind."""

import itertools
import re
from collections.abc import Iterator

from analysis.actors.kinds import Scores
from analysis.actors.segments import Segment
from analysis.actors.words import fold, traits

_LISTED = re.compile(r" and | or |, (?:and |or )?")
_LONGEST = 7  # characters of such a link
_SHORT_FORM = re.compile(r"((?: [a-z][a-z-]*){2,7}) ?\( ?$")
PEER = 2.0  # how much that tells for the kind of the other
SURE = 4.0  # evidence beyond which a kind is sure


def peers(segments: list[Segment], weights: list[Scores], plain: str) -> Iterator[tuple[int, str]]:
    """Yield (place, kind) for each candidate of unknown kind that a list joins with one of a kind that is sure.

    "BP and Roe" are two companies, "Tom Lind and Roe" two persons, "Oslo and Roe" two places.
    """
    for one, two in itertools.pairwise(range(len(segments))):
        between = segments[two].start - segments[one].end
        if 0 < between < _LONGEST and _LISTED.fullmatch(plain, segments[one].end, segments[two].start):
            kinds = [_sure(weights[at]) for at in (one, two)]
            if any(kinds) and not all(kinds):
                unsure, kind = (two, kinds[0]) if kinds[0] else (one, kinds[1])
                if _is_open(segments[unsure], weights[unsure], kind):
                    yield unsure, kind


def _is_open(segment: Segment, weight: Scores, kind: str) -> bool:
    """Tell whether little tells the kind of a candidate, and it can be `kind`: a mere word with a capital is a body."""
    plain = len(segment.words) == 1 and "ordinary" in traits(segment.words[0].text) and kind != "organization"
    return not (segment.known or segment.title or plain) and max(weight.values()) < PEER


def _sure(weight: Scores) -> str:
    """Return the kind of a candidate that is sure without the others, or ""."""
    kind = max(weight, key=weight.__getitem__)
    return kind if kind != "other" and weight[kind] > SURE else ""


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
