"""Evidence: a sentence's clues weighed by what they are to the target; the features of the opinion model.

A feature is a pair (clue, role): ("bad patient", "governor") is a verb that tells badly of its object, which the target
is. The role "any" counts a clue anywhere in the sentence, "near" its tone by distance; "is" features tell of the
target's place. No feature holds a name or any word of the target.
"""

from analysis.sentiment.clues import SentenceWords
from analysis.sentiment.roles import Roles, read_roles
from analysis.sentiment.vocabulary import negations

Feature = tuple[str, str]

_LOOSE = frozenset(("any", "near"))
_MOST_LOOSE = 2.0  # ten bad words elsewhere in the sentence are no worse than two
_LONG = 60
_MOST_TONE = 2.0
_SAME = {"by": "possession", "passive by": "verb"}  # "a threat by X" is X's, what is done by X does X
_NEAR = 5.0  # words: the distance at which a tone counts half
_NEGATED_WITHIN = 5


def evidence(words: SentenceWords, start: int, end: int) -> dict[Feature, float]:
    """Return the features of the target at the characters [start, end) of the sentence, with their values."""
    if not words.tokens:
        return {}
    first, last = words.span(start, end)
    roles = read_roles(words, first, last)
    found = dict.fromkeys(_place(words, roles, first, last), 1.0)
    found["is", "length"] = min(len(words.low) - (last - first), _LONG) / _LONG
    elsewhere = _of_others(words, first)
    for token, name, amount in words.clues:
        if first <= token < last or roles.of[token] == "empty":
            continue
        tone = name.endswith("tone")
        role = _role(roles.of[token], name, token in elsewhere) or _position(words, roles, token, first, last)
        key = (name, role)
        found[key] = found.get(key, 0.0) + (min(_MOST_TONE, amount) if tone else amount)
        if name.endswith(("agent", "patient")) or role in ("judged", "speech"):
            continue
        found[name, "any"] = found.get((name, "any"), 0.0) + amount
        if tone:
            distance = first - token if token < first else token - last + 1
            found[name, "near"] = found.get((name, "near"), 0.0) + amount * _NEAR / (_NEAR + distance)
    return {feature: min(value, _MOST_LOOSE) if feature[1] in _LOOSE else value for feature, value in found.items()}


def _role(role: str | None, name: str, elsewhere: bool) -> str | None:
    """Return the role a clue has by its place in the clause; "judged" where it tells of someone else."""
    role = _SAME.get(role or "", role)
    verbal = name.endswith(("agent", "patient"))
    if elsewhere and (role is None or (role in ("verb", "rest") and not verbal)):
        return "judged"
    if name == "reversed" and role in ("predicate", "modifier"):
        return "rest"  # "an enemy of crime" fights it
    return role


def _of_others(words: SentenceWords, first: int) -> set[int]:
    """Return the tokens by which somebody judges something that is not the target, the verb among them."""
    return {i for verb, end in words.judgements if not verb < first < end for i in range(verb, end)}


def _position(words: SentenceWords, roles: Roles, token: int, first: int, last: int) -> str:
    """Return how far from the target a token is that has no role: speech, before 1-3, after 1-3, by clauses between."""
    if roles.speaker and (token < first or words.quoted[token]):
        return "speech"
    side, anchor = ("before", first) if token < first else ("after", last - 1)
    between = abs(words.clause[token] - words.clause[anchor])
    return f"{side} {1 if not between else 2 if between <= 2 else 3}"


def _place(words: SentenceWords, roles: Roles, first: int, last: int) -> list[Feature]:
    low = words.low
    group = range(last, min(len(low), last + _NEGATED_WITHIN))
    negated = any(low[i] in negations() and roles.of[i] == "empty" for i in group)
    facts = {
        "subject": roles.subject,
        "possessor": roles.possessor,
        "speaker": roles.speaker,
        "quoted": words.quoted[first],
        "beside quote": '"' in low,
        "first": first == 0,
        "before comma": last < len(low) and low[last] == ",",
        "negated": negated,
        "asked": "?" in low,
    }
    return [("is", name) for name, true in facts.items() if true]
