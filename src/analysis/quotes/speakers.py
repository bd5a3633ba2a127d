"""Speakers: the words that name a source as an actor."""

from typing import TYPE_CHECKING

from analysis.quotes.read import Quote

if TYPE_CHECKING:
    from analysis.actors import Mention


def speaker_of(quote: Quote, mentions: "list[Mention]") -> str | None:
    """Return the key of the actor that the speaker words of `quote` mean, or None where that is not sure.

    The mention must lie within the speaker words and be their head: not a possessor ("Petro's minister") and not the
    object of a preposition ("a friend of Petro").
    """
    if quote.speaker_start is None or quote.speaker_end is None:
        return None
    inside = [m for m in mentions if quote.speaker_start <= m.start and m.end <= quote.speaker_end]
    if not inside:
        return None
    return inside[-1].actor
