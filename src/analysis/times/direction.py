"""Which side of the article's date a time lies on, as far as the words round it tell."""

import re
from functools import cache

from analysis import lexicons
from analysis.text import Document
from analysis.text.tense import tense_at

_BEFORE, _AFTER, _CLAUSE = 24, 24, 200  # characters
_BY = re.compile(r"\bby\s+$")  # a date by which something is to be done, unless it "had been done by" it
_HAD = re.compile(r"\bhad\b[^,]*$")
_PERFECT = re.compile(r"\b(?:had|has|have|was|were)\b")
_ARTICLE = re.compile(r"\b(?:a|an|the|its|their|his|her)\s+$")
_NOUN = re.compile(r"\s+[a-z]{3,}")


@cache
def _ahead() -> re.Pattern[str]:
    words = "|".join(sorted(lexicons.column("time_ahead", "word")))
    return re.compile(rf"\b(?:{words})(?:\s+(?:on|in|by|at|to|until|for|for the|of))?\s*$")


def direction_of(document: Document, sentence: int, start: int, end: int) -> int:
    """Return -1 for the past, 1 for the future, 0 where the words round the expression do not say.

    Words just before it that look ahead decide ("payable", "until", "by"), else the tense of the clause. A time that
    qualifies a noun ("a June agreement") has none.
    """
    plain, (_, first, last, *_) = document.plain, document.sentences[sentence]
    clause = plain[max(first, start - _CLAUSE) : start]
    before = clause[-_BEFORE:]
    if _ahead().search(before) and not _HAD.search(clause):
        return 1
    if _BY.search(before) and not _PERFECT.search(clause):
        return 1
    if _ARTICLE.search(before) and _NOUN.match(plain[end : min(last, end + _AFTER)]):
        return 0
    return {"past": -1, "future": 1}.get(tense_at(document, sentence, start) or "", 0)
