"""Readings of fixed expressions that point to the past, the present or the future: "now", "recently", "the future"."""

import re
from functools import cache

from analysis import lexicons
from analysis.times.context import Context, Meaning
from analysis.times.grammar import Found
from analysis.times.near import is_title

_COUNTED = re.compile(r" (?:\d+|two|three|four|five|six|seven|eight|nine|ten|few|several|couple)\b")
_ADJECTIVES = ("current", "recent")
_NOUN = re.compile(
    r"(?:,? [a-z]+,| (?:and|or) [a-z]+)? (?!(?:and|or|of|in|on|to|at|is|was|that|from|by|for)\b)[A-Za-z\d]|-"
)


@cache
def _fixed() -> dict[str, Meaning]:
    return {
        row["expression"]: Meaning(row["type"], row["value"], "relative")
        for row in lexicons.read("time_vague")
        if row["type"]
    }


def fixed(found: Found, context: Context) -> Meaning | None:
    """Read an expression as its lexicon says; "current" without a noun is that of a river, "Now" in a name no time."""
    words = " ".join(word.text.lower() for word in found.words[found.first : found.last])
    if is_title(found, context) or (words in _ADJECTIVES and not _NOUN.match(context.after())):
        return None
    if words == "the past" and _COUNTED.match(context.after()):  # the past three games
        return None
    return _fixed()[words]
