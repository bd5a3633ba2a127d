"""Holder: whose opinion of a target it is, where the sentence itself says so by a verb or noun of judging.

"Lee called Roe a liar", "Roe was criticized by Lee", "Lee's criticism of Roe" are Lee's opinions of Roe, though no
quotation mark stands.
"""

from collections.abc import Iterable

from analysis.actors import Mention
from analysis.sentiment import vocabulary
from analysis.sentiment.clues import SentenceWords
from analysis.sentiment.roles import Roles, read_roles

Span = tuple[int, int]


def judge_of(words: SentenceWords, target: Span, others: Iterable[tuple[Span, Mention]]) -> Mention | None:
    """Return the mention among `others` whose actor judges the `target` (tokens [first, last)), or None."""
    act = _act(words, read_roles(words, *target))
    if act is None:
        return None
    at, part = act
    judges = [
        (span, mention)
        for span, mention in others
        if span != target and _does(read_roles(words, *span), at, part) and not target[0] <= span[0] < target[1]
    ]
    if not judges:
        return None
    return min(judges, key=lambda item: (item[0][0] > at, abs(item[0][0] - at)))[1]


def _act(words: SentenceWords, roles: Roles) -> tuple[int, str] | None:
    """Return the token of the verb or noun that judges the target, and the role it must have to the one who judges."""
    judging = vocabulary.grammar("judging_noun")
    for i, role in enumerate(roles.of):
        verb = vocabulary.verbs().get(words.low[i]) if role in ("governor", "passive") else None
        if verb and (verb.judges or verb.names):
            return i, "verb" if role == "governor" else "passive by"
        if role == "oblique" and words.low[i] in judging:
            return i, "possession"
    return None


def _does(roles: Roles, at: int, part: str) -> bool:
    return roles.of[at] == part and roles.possessor == (part == "possession")
