"""The comments of readers below a story: where they begin."""

from collections.abc import Sequence

from analysis.corpus.furniture import Hit

_FEWEST = 2  # paragraphs of running text above them
_CLOSE = 6  # paragraphs


def comments_at(hits: Sequence[Hit | None], is_prose: Sequence[bool]) -> int | None:
    """Return the place of the heading under which readers comment, or None.

    `hits` are the rules of page furniture that the paragraphs of a page match, `is_prose` tells which are running text.
    A heading counts where buttons or signatures of comments stand close below it.
    """
    told = 0
    for i, (hit, prose) in enumerate(zip(hits, is_prose, strict=True)):
        below = [other.rule for other in hits[i + 1 : i + 1 + _CLOSE] if other]
        if hit and hit.scope == "onward" and told >= _FEWEST and "comment widget" in below:
            return i
        told += prose and not hit
    return None
