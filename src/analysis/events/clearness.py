"""Clearness: whether a sentence can be read alone, away from the article around it."""

import re

from analysis import lexicons

_SHORT, _LONG = 10, 30  # words of a sentence that says enough, and of one that fits a phone's screen
_OWN_VOICE = re.compile(r"(?:^|[\s\"'“‘])(?:I|I'm|I've|we|my|our|you|your)\b", re.IGNORECASE)
_FURNITURE = re.compile(
    "|".join(
        (
            r"\b\d{1,2}[.:]\d{2}\b",
            r"^\d{4}\b(?! (?:[a-z]|[A-Z][a-z]+ \d))",
            "https?:",
            "[@|]",
            r"[^.!\"')”’]$",
            r"^(?:Photograph|Photo|Picture|Image|Video|As it happened|Live)\b",
            r", \d{1,2} [A-Z][a-z]+ \d{4}\.?$",
        )
    )
)  # clock times, links, open ends, captions
_WORD = re.compile(r"[^\W\d_]+")


def own_voice(text: str) -> bool:
    """Tell whether a sentence speaks in the first person or to the reader."""
    return bool(_OWN_VOICE.search(text))


def furniture(text: str) -> bool:
    """Tell whether a sentence holds parts of a page: clock times, links, captions, an open end."""
    return bool(_FURNITURE.search(text))


def leans(text: str) -> bool:
    """Tell whether a sentence leans on the one before, or begins inside a phrase."""
    first = _WORD.search(text)
    return first is None or first[0].islower() or first[0].lower() in lexicons.column("leaning_words", "word")


def in_passing(verb: str, text: str) -> bool:
    """Tell whether a verb has no clause of its own: "criticized them for seizing the port"."""
    if not verb.endswith("ing"):
        return False
    kinds = ("preposition", "subordinator")
    before = frozenset().union(*(lexicons.column("function_words", "words", ("class", kind)) for kind in kinds))
    return bool(re.search(rf"\b{lexicons.any_of(before)} {re.escape(verb)}\b", text))


def too_long(text: str) -> float:
    """Return by what share a sentence is longer than reads well, 0 where it is not."""
    return max(0.0, len(text.split()) / _LONG - 1)


def faults(text: str) -> float:
    """Return how much is wrong with a sentence that is to stand alone; 0 is best."""
    short = max(0.0, 1 - len(text.split()) / _SHORT)
    return short + too_long(text) + 0.5 * leans(text) + 0.5 * own_voice(text) + furniture(text)
