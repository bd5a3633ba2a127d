"""Names, numbers and lists as people read them."""

import re
from collections.abc import Sequence
from typing import Any

import pandas as pd

MISSING = "–"

# Control characters, halves of pairs, non-characters (none may stand in XML), and marks that turn the direction of text
_HIDDEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
_PICTURES = re.compile("[\U0001f000-\U0001faff\u2600-\u27bf\ufe0f\u200d\u20e3]+")


def clean(value: object) -> str:
    """Return `value` as one line, without control characters and without marks that turn the direction of the text."""
    return " ".join(visible(str(value)).split())


def visible(text: str) -> str:
    """Return `text` without control characters and without marks that turn its direction; its blanks stay."""
    return _HIDDEN.sub("", text)


def without_pictures(text: str) -> str:
    """Return `text` without emoji and flags, which many machines have no font for."""
    return " ".join(_PICTURES.sub(" ", text).split())


def missing(value: Any) -> bool:
    """Tell whether `value` is None, NA or NaT; a list never is."""
    return not isinstance(value, (list, tuple, set)) and bool(pd.isna(value))


def whole(value: object, least: int) -> bool:
    """Tell whether `value` is a whole number from `least`."""
    return isinstance(value, int) and not isinstance(value, bool) and value >= least


def number(value: float) -> str:
    """Return a whole number with thousands marked: 1,234."""
    return f"{int(value):,}".replace("-", "−")


def decimal(value: float, *, signed: bool = False) -> str:
    """Return a number with two decimals and a true minus sign; with `signed` a plus sign too."""
    rounded = round(float(value), 2) + 0.0
    return f"{rounded:+,.2f}".replace("-", "−") if signed and rounded else f"{rounded:,.2f}".replace("-", "−")


def count(amount: float, noun: str, plural: str | None = None) -> str:
    """Return "1 article", "1,234 articles"."""
    return f"{number(amount)} {noun if amount == 1 else plural or noun + 's'}"


def percent(part: float, whole: float) -> str:
    """Return a share as a whole percentage; "0%" of nothing."""
    return f"{round(100 * part / whole) if whole else 0}%"


def listing(items: Sequence[str], joint: str = "and") -> str:
    """Return "a", "a and b", "a, b and c"."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {joint} {items[-1]}"


def rest(shown: int, total: int, noun: str, rule: str = "the most frequent") -> str:
    """Return a sentence on what a chart leaves out, with a blank before it; nothing where it leaves out nothing.

    " Shown: 12 of 40 actors, the most frequent."
    """
    if shown >= total:
        return ""
    return f" Shown: {number(shown)} of {count(total, noun)}, {rule}."


def shorten(text: str, longest: int) -> str:
    """Return `text` in at most `longest` characters, cut between words where that is possible, the cut marked."""
    if len(text) <= longest:
        return text
    head = text[: longest - 1]
    cut = head.rsplit(" ", 1)[0] if text[longest - 1] != " " and " " in head[longest // 2 :] else head
    return cut.rstrip(" ,;:–—-…") + "…"
