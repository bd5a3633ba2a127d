"""Clearness: whether a sentence can be read alone, away from the article around it."""

import re
from functools import cache

from analysis import lexicons
from analysis.events.words import classes

_SHORT, _LONG = 10, 30  # words of a sentence that says enough, and of one that fits a phone's screen
_OWN_VOICE = re.compile(r"(?:^|[\s\"'“‘])(?:I|I'm|I've|we|my|our|you|your)\b", re.IGNORECASE)
_FURNITURE = re.compile(
    "|".join(
        (
            r"\b\d{1,2}[.:]\d{2}\b",
            r"^\d{4}\b(?! (?:[a-z]|[A-Z][a-z]+ \d))",
            "https?:",
            "[@|]",
            r"^[A-Z]{3,}:",
            r"[^.!\"')”’]$",
            r"^(?:Photograph|Photo|Picture|Image|Video|As it happened|Live)\b",
            r", \d{1,2} [A-Z][a-z]+ \d{4}\.?$",
            r"\((?:l|c|r|L-R)\)",
            r"\b(?:is|are) (?:seen|pictured) (?:[a-z]+ing|at|in|on|near|during|outside|above)\b",
        )
    )
)
_WORD = re.compile(r"[^\W\d_]+")
_HEAD = 5  # words in which "also" goes on with what was said
_QUOTES = "\"“'‘`"


def own_voice(text: str) -> bool:
    """Tell whether a sentence speaks in the first person or to the reader."""
    return bool(_OWN_VOICE.search(text))


def furniture(text: str) -> bool:
    """Tell whether a sentence holds parts of a page: clock times, links, captions, open ends."""
    return bool(_FURNITURE.search(text) or _captions().search(text)) or text.count("(") != text.count(")")


@cache
def _captions() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{row['pattern']})" for row in lexicons.read("page_captions")))


def glued(text: str) -> bool:
    """Tell whether a heading or caption without a full stop runs into a sentence ("Town in ruins A quake has ...")."""
    return bool(_heads().search(text))


@cache
def _heads() -> re.Pattern[str]:
    starters = lexicons.any_of(word.capitalize() for word in lexicons.column("sentence_starters", "word") - {"i"})
    return re.compile(rf"[^\W_] {starters} [a-z\d]")


def leans(text: str) -> bool:
    """Tell whether a sentence leans on the one before, begins inside a phrase, or leaves open who "he" is."""
    first = _WORD.search(text)
    if first is None or first[0].islower() or first[0].lower() in lexicons.column("leaning_words", "words"):
        return True
    head = [word.lower() for word in _WORD.findall(text)[:_HEAD]]
    return not _leaning("adverb").isdisjoint(head) or _open(text, "person") or _open(text, "thing")


def _leaning(kind: str) -> frozenset[str]:
    return lexicons.column("leaning_words", "words", ("class", kind))


def _open(text: str, kind: str) -> bool:
    """Tell whether the first pronoun for a person or a thing has nobody, or nothing, before it that it can be."""
    found = next((word.start() for word in _WORD.finditer(text) if word[0].lower() in _leaning(kind)), 0)
    if found == 0 or names(text[:found]):
        return False
    before = {word.lower() for word in _WORD.findall(text[:found])}
    return before.isdisjoint(_people()) if kind == "person" else before <= classes().keys() | _dates()


@cache
def _dates() -> frozenset[str]:
    return lexicons.column("time_months", "names") | lexicons.column("time_weekdays", "names")


@cache
def _people() -> frozenset[str]:
    return frozenset().union(
        *(lexicons.column("event_parties", "words", ("class", name)) for name in ("people", "office"))
    )


def names(text: str) -> list[str]:
    """Return the words of a sentence that are written as names, without those of dates and an ordinary first one."""
    words = [word for word in _WORD.findall(text) if word[0].isupper() and word.lower() not in _dates()]
    if words and text.lstrip(_QUOTES).startswith(words[0]) and words[0].lower() in _ordinary():
        del words[0]
    return [word for word in words if word.lower() not in classes()]


@cache
def _ordinary() -> frozenset[str]:
    return lexicons.column("ordinary_words", "word")


def quoted(text: str) -> bool:
    """Tell whether a sentence opens with somebody's words."""
    return text.startswith(tuple(_QUOTES))


def hopes(text: str) -> bool:
    """Tell whether a sentence speaks of what will or may be."""
    kinds = (classes().get(word.lower(), frozenset()) for word in _WORD.findall(text))
    return any(found & {"future", "modal"} for found in kinds)


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
    halves = leans(text) + own_voice(text) + quoted(text)
    return short + too_long(text) + 0.5 * halves + furniture(text) + glued(text)
