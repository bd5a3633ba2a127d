"""Speakers: which actor the words are that name a source."""

import re
from bisect import bisect_left
from functools import cache
from operator import attrgetter

from analysis import lexicons
from analysis.actors import Mention
from analysis.quotes.read import Quote

_PREPOSITION = r"\b(?:of|for|to|from|with|in|at|on|by|about|against|near|under|between)\b"
_GOVERNED = re.compile(rf"{_PREPOSITION}(?: (?:the|a|an|his|her|its|their))? ?$", re.IGNORECASE)
_LOOSE = re.compile(rf"^(?:[a-z]|(?:A|An|The|One|Some|Two|His|Her|Their) ).*{_PREPOSITION}")
_TAIL = re.compile(rf"^(?:$|[\s)\"”'’]*$|\s*[,(—–-]|\s+{_PREPOSITION}|\s+(?:himself|herself|itself|themselves|who)\b)")
_START = attrgetter("start")
_SEVERAL = re.compile(r"\b(?:and|or)\b")


def speaker_of(quote: Quote, mentions: list[Mention]) -> str | None:
    """Return the key of the actor that the speaker words of `quote` mean, or None where that is not sure.

    `mentions` are in the order of the text. The mention must be the head of the speaker words: not a possessor ("Lee's
    minister"), not the object of a preposition ("a friend of Lee"), not one of several ("Lee and Roe"), not in front of
    another noun ("Lee supporters"); but who speaks for an actor without a name of their own means the actor ("a Velcor
    spokesman", "officials at Velcor"). A relative pronoun means what stands right before it ("Lee, who said").
    """
    start, end, words = quote.speaker_start, quote.speaker_end, quote.speaker_text
    if start is None or end is None or words is None:
        return None
    first, last = (bisect_left(mentions, offset, key=_START) for offset in (start, end))
    inside = [m for m in mentions[first:last] if m.end <= end]
    if not inside and words.lower() in ("who", "which", "that"):
        return _right_before(mentions[max(first - 2, 0) : first], start, words.lower())
    heads = [m for m in inside if _is_head(words[: m.start - start], words[m.end - start :])]
    if not heads:
        heads = [m for m in inside if _speaks_for(words[: m.start - start], words[m.end - start :])]
    if len({m.actor for m in heads}) != 1 or _SEVERAL.search(_between(words, start, inside)):
        return None
    return heads[0].actor


def _right_before(mentions: list[Mention], start: int, word: str) -> str | None:
    """Return the key of the last of `mentions` if it stands right before a relative pronoun at `start`.

    "Who" means no place: in "Lee of Springfield, who" it means the one before.
    """
    if not mentions or start - mentions[-1].end not in range(len(", ") + 1):
        return None
    *others, last = mentions
    of = bool(others) and word == "who" and last.start - others[0].end == len(" of ")
    return others[0].actor if of else last.actor


@cache
def _voices() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what stands before, and after, the actor whom somebody speaks for."""
    voice = lexicons.any_of(lexicons.column("name_contexts", "words", ("group", "voice")))
    return (
        re.compile(rf"\b{voice} (?:for|from|of|at|with) (?:the )?(?:[A-Z]\S* ){{0,2}}$"),
        re.compile(rf"(?:['’]s?)? (?:(?!former\b)[a-z-]+ ){{0,2}}{voice}(?!\w)(?! [a-z]+ed\b)"),
    )


def _speaks_for(before: str, after: str) -> bool:
    """Tell whether somebody speaks for the actor between these words of a noun phrase."""
    of, own = _voices()
    return "former" not in before and bool(of.search(before) or own.match(after))


def _is_head(before: str, after: str) -> bool:
    """Tell whether a mention between these words of a noun phrase is its head."""
    return bool(_TAIL.match(after)) and not _GOVERNED.search(before) and not _LOOSE.match(before)


def _between(words: str, start: int, inside: list[Mention]) -> str:
    return words[inside[0].end - start : inside[-1].start - start] if len(inside) > 1 else ""
