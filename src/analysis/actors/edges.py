"""Edges: candidate names without the words that are no part of them, told by the other candidates of the text."""

from collections import Counter
from collections.abc import Iterator

from analysis.actors.segments import Segment
from analysis.actors.words import fold, traits


def with_edges(segments: list[Segment], plain: str) -> list[Segment]:
    """Return the candidates, cut where the text shows that one ends.

    A plain word before a name is no part of it where the name stands elsewhere without ("Yesterday Rossi", "Lucky Ann
    Lee"). Two names run together where a sentence or caption ends without a full stop ("Ann Lee Rossi was ...").
    """
    texts = Counter(fold(plain[segment.start : segment.end]) for segment in segments)
    names = {text for text in texts if " " in text}
    last = {text.rsplit(" ", 1)[1] for text in names}
    found: list[Segment] = []
    for segment in segments:
        if len(segment.words) < 2 or segment.known:
            found.append(segment)
        elif len(segment.words) > 2 and texts[fold(plain[segment.start : segment.end])] == 1:
            found += _parted(_without_opener(segment, texts, plain), texts, last, plain)
        else:
            found.append(_without_opener(segment, texts, plain))
    return found


def _without_opener(segment: Segment, texts: Counter[str], plain: str) -> Segment:
    """Return a candidate without a plain word that begins it."""
    first, *rest = segment.words
    found = traits(first.text)
    if "ordinary" not in found or found & {"given", "byname"}:
        return segment
    shorter = segment._replace(words=tuple(rest), opens=False)
    full = len(rest) > 1 and "given" in traits(rest[0].text) and not found - {"ordinary"}
    if full and segment.opens and "byname" in traits(rest[-1].text):  # "Follow Ann Lee"
        return shorter
    return shorter if (full or segment.opens) and fold(plain[shorter.start : shorter.end]) in texts else segment


def _parted(segment: Segment, texts: Counter[str], last: set[str], plain: str) -> Iterator[Segment]:
    """Yield a candidate, or the two names that run together in it.

    Both stand elsewhere too: the first in full, the second in full or as the last name of somebody told in full.
    """
    for size in range(2, len(segment.words)):
        head = segment._replace(words=segment.words[:size])
        tail = segment._replace(words=segment.words[size:], title="")
        one, two = (fold(plain[part.start : part.end]) for part in (head, tail))
        told = one in texts and two in texts and (" " in two or two in last)
        if told and "given" in traits((tail if " " in two else head).words[0].text):
            yield head
            segment = tail
            break
    yield segment
