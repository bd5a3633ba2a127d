"""Which side of the article's date a time lies on, as far as the words round it tell."""

import re
from functools import cache

from analysis import lexicons
from analysis.text import Document
from analysis.text.tense import tense_at

_BEFORE, _NEAR, _AFTER, _CLAUSE = 30, 50, 40, 200  # characters
_BY = re.compile(r"\bby\s+$")  # a date by which something is to be done, unless it "had been done by" it
_SINCE = re.compile(r"\bsince(?: (?:the|early|late|mid))?\s+$", re.IGNORECASE)
_HAD = re.compile(r"\bhad\b[^,]*$|\bas (?:previously |originally |first )?(?:planned|scheduled|expected)\W+$")
_LASTED = re.compile(
    r"\b(?:kept|lasted|stayed|served|ran|went on|continued|worked|fought)\b[^,;]*\b(?:until|till)\b[^,;]*$"
)
_PROGRESSIVE = re.compile(
    r"\b(?:is|are|am|'re|'s) \w+ing\b[^,;]*$"
)  # no sign of the future in "is asking about Monday's vote"
_WOULD_HAVE = re.compile(r"\b(?:would|could|should|might)(?: \w+)? have\b[^,;]*$")
_IF = re.compile(r"(?<!\b[Aa]s )\b[Ii]f (?!(?:[^,;]* )?had\b)[^,;]*$")  # if he won in May, he would rule
_WOULD = re.compile(r"\b(?:would|could|might)\b|'d\b")
_TOWARDS = re.compile(
    r"\b(?:towards?|upcoming|forthcoming|looming|approaching|[Aa]head of)\b[^,;:.]*$"
)  # elections in April
_ELECTION = re.compile(r"(?: \w+){0,2} (?:elections?|midterms|summit)\b")
_PERFECT = re.compile(r"\b(?:had|has|have|was|were)\b")
_ARTICLE = re.compile(r"\b(?:a|an|the|its|their|his|her)\s+$")
_NOUN = re.compile(r"\s+[a-z]{3,}")

CERTAIN_PAST = -2


@cache
def _ahead() -> re.Pattern[str]:
    words = "|".join(sorted(lexicons.column("time_ahead", "word")))
    article = r"(?:(?<!\bto)\s+(?:a|an|the|its|their|his|her))?"  # "due to its" gives a reason
    return re.compile(rf"\b(?:{words})(?:\s+(?:on|in|by|at|to|until|through|for|of))?{article}\s*$", re.IGNORECASE)


@cache
def _nouns() -> str:
    return "|".join(sorted(lexicons.column("time_happened", "noun")))


@cache
def _happened_on() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_nouns()})s?\s+(?:on|of|in)\s+$")


@cache
def _happened() -> re.Pattern[str]:
    return re.compile(
        rf"(?:'s?)?\s+(?:(?!(?:on|of|in|to|for|after|over|about|by)\b)[\w-]+\s+){{0,2}}(?:{_nouns()})s?\b"
    )


def direction_of(document: Document, sentence: int, start: int, end: int) -> int:
    """Return -1 for the past (-2 where sure), 1 for the future, 0 where the words round the expression do not say.

    Words just before it that look ahead ("payable", "until", "by") or back ("since") decide, or a noun beside it that
    names what has happened ("the April explosion"), else the tense of the clause. A time of another noun ("a June
    visit") has none.
    """
    plain, (_, first, last, *_) = document.plain, document.sentences[sentence]
    clause = plain[max(first, start - _CLAUSE) : start]
    before = clause[-_BEFORE:]
    if _SINCE.search(before) or _happened_on().search(before):
        return CERTAIN_PAST
    if _ahead().search(before) and not _HAD.search(clause) and not _LASTED.search(clause):
        return 1
    if (_BY.search(before) and not _PERFECT.search(clause)) or _TOWARDS.search(clause[-_NEAR:]):
        return 1
    if " have " in clause and _WOULD_HAVE.search(clause):
        return -1
    if ("if " in clause or "If " in clause) and _IF.search(clause) and _WOULD.search(plain, first, last):
        return 1
    after = plain[end : min(last, end + _AFTER)]
    if _ELECTION.match(after) and tense_at(document, sentence, start) != "past":
        return 1
    if _happened().match(after):
        return -1
    if after.startswith("'s") and _PROGRESSIVE.search(clause):
        return 0
    if _ARTICLE.search(before) and _NOUN.match(after):
        return 0
    return {"past": -1, "future": 1}.get(tense_at(document, sentence, start) or "", 0)
