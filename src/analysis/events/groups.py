"""Verb groups: the auxiliaries, negation and "to" before a verb, and what they say of its tense and voice."""

from typing import NamedTuple

from analysis.events.clauses import Clauses

_PASSIVE_PARTS = frozenset({"past", "participle"})
_NOT_SUBJECTS = frozenset({"-", "'", "'s", "them", "him", "us", "me"})
_JOINED = 14  # tokens from a verb after "and" back to the auxiliary it shares
_PRONOUNS = frozenset({"i", "we", "you", "they", "people", "police", "men", "women"})


class Group(NamedTuple):
    """A verb with what stands before it: `first` is the group's first token.

    `tense`: past, present, perfect, pluperfect, future or none (infinitives and -ing forms alone).
    """

    first: int
    passive: bool
    tense: str
    negated: bool
    modal: bool
    to: bool


def read_group(clauses: Clauses, verb: int, end: int, form: str) -> Group | None:
    """Return the group of the verb at token `verb`, or None where that form can't be a verb there.

    `end` is the token after the words of the verb itself ("step down").
    """
    first, heads, negated, to = _walk(clauses, verb)
    before = clauses.kinds[first - 1] if first else frozenset[str]()
    kinds = [clauses.kinds[i] for i in heads]
    auxiliary = {kind for found in kinds for kind in found}
    bare = not heads and not to
    if bare and first == verb and first and "determiner" in before and clauses.low[first - 1] != "that":
        return None
    if bare and form in ("third", "base") and (_noun_like(clauses, verb, end) or not _joined(clauses, verb)):
        return None
    if bare and form == "third" and not _third_stands(clauses, verb, end):
        return None
    if bare and form == "base" and not _base_stands(clauses, first):
        return None
    if bare and form == "gerund" and not _gerund_stands(clauses, first):
        return None
    passive = form in _PASSIVE_PARTS and _is_passive(clauses, verb, heads, bare and end == verb + 1)
    if bare and form == "participle" and not passive:
        return None
    if bare and form == "past" and not passive and _modifies(clauses, verb):
        return None
    modal = "modal" in auxiliary or any(clauses.low[i] in ("couldn't", "wouldn't", "shouldn't") for i in heads)
    tense = "none" if bare and passive else _tense(clauses, form, heads, auxiliary, to)
    return Group(first, passive, tense, negated, modal, to)


def _walk(clauses: Clauses, verb: int) -> tuple[int, list[int], bool, bool]:
    """Go left over the verb's group: its first token, its auxiliaries, whether it is negated, whether it has "to"."""
    first, heads, negated = verb, list[int](), False
    for i in range(verb - 1, -1, -1):
        if i in clauses.named:
            break
        word, kinds = clauses.low[i], clauses.kinds[i]
        if word == '"':
            continue
        if word == "to":
            return i, heads, negated, True
        if "negated" in kinds or ("negative" in kinds and word not in ("without", "no")):
            negated = True
            heads += [i] if "negated" in kinds else []
        elif kinds & {"be", "have", "do", "future", "modal", "passive"}:
            heads.append(i)
        elif not ("adverb" in kinds or word.endswith("ly")) or kinds & {"determiner", "preposition"} - {"adverb"}:
            break
        first = i
    # adverbs before the first auxiliary belong to the clause, not to the group
    while first < verb and first not in heads and "negative" not in clauses.kinds[first]:
        first += 1
    return min([first, *heads]), heads, negated, False


def _noun_like(clauses: Clauses, verb: int, end: int) -> bool:
    """Tell whether a form in the present is a noun, having a verb of its own after it ("the U.S. press is ...")."""
    return end < len(clauses.low) and bool(clauses.kinds[end] & {"be", "have", "modal", "future"})


def _joined(clauses: Clauses, verb: int) -> bool:
    """Tell whether a form in the present may be a second verb of its clause: only after "and" and one like it."""
    if not _second(clauses, verb):
        return True
    return "join" in clauses.kinds[verb - 1] or "relative" in clauses.kinds[verb - 1]


def _base_stands(clauses: Clauses, i: int) -> bool:
    """Tell whether a base form alone can be a verb: after a name, a plural, a pronoun, an adverb or "and"."""
    if i == 0:
        return False
    word, before = clauses.low[i - 1], clauses.kinds[i - 1]
    if "join" in before and not _second_of(clauses, i):
        return False
    plural = word.endswith("s") and len(word) > 3 and not word.endswith("ss") and not before
    return i - 1 in clauses.named or word == ")" or plural or word in _PRONOUNS or bool(before & {"join", "relative"})


def _second_of(clauses: Clauses, verb: int) -> bool:
    """Tell whether a base form after "and" has an infinitive or an auxiliary to go on with."""
    near = range(max(0, verb - _JOINED), verb)
    return any(clauses.low[i] == "to" or clauses.kinds[i] & {"modal", "future", "do", "negated"} for i in near)


def _third_stands(clauses: Clauses, verb: int, end: int) -> bool:
    """Tell a verb in -s from a plural noun: it has a subject before it and words of its own after it."""
    if verb == 0 or clauses.kinds[verb - 1] & {"determiner", "preposition", "saying"}:
        return False
    return end < len(clauses.low) and not ("join" in clauses.kinds[end] or clauses.low[end] in ".,;:)'")


def _gerund_stands(clauses: Clauses, i: int) -> bool:
    """Tell whether an -ing form without an auxiliary is a verb: after a preposition, a comma or a noun."""
    if i == 0:
        return True
    before = clauses.kinds[i - 1]
    counted = clauses.low[i - 1][0].isdigit()  # "45 firing units"
    return bool(before & {"preposition", "join", "break"}) or not ("determiner" in before or counted)


def _is_passive(clauses: Clauses, verb: int, heads: list[int], bare: bool) -> bool:
    after = clauses.low[verb + 1] if verb + 1 < len(clauses.low) else ""
    if not heads:
        ended = after in (".", ",", ";", ")", "") and _second(clauses, verb)  # "among the buildings destroyed."
        joined = verb > 0 and "join" in clauses.kinds[verb - 1]
        return bare and (after == "by" or (ended and not joined))
    nearest = clauses.kinds[heads[0]] if heads else frozenset[str]()
    return bool(nearest & {"be", "passive"})


def _modifies(clauses: Clauses, verb: int) -> bool:
    """Tell whether a bare past form describes a noun ("armed groups", "in occupied towns")."""
    if verb == 0:
        return True
    before = clauses.kinds[verb - 1]
    if clauses.low[verb - 1] in _NOT_SUBJECTS or ("preposition" in before and not before & {"adverb", "break"}):
        return True
    subject = verb - 1 in clauses.named or clauses.low[verb - 1].endswith("s") or clauses.low[verb - 1] == ","
    free = subject or bool(before & {"join", "relative", "pronoun", "adverb", "break"})
    return not free and _second(clauses, verb)


def _second(clauses: Clauses, verb: int) -> bool:
    """Tell whether another verb stands before this one in its clause."""
    first, _ = clauses.bounds(verb)
    return any(clauses.verbs[first:verb])


def _tense(clauses: Clauses, form: str, heads: list[int], auxiliary: set[str], to: bool) -> str:
    words = {clauses.low[i] for i in heads}
    if "future" in auxiliary or words & {"won't", "shan't"}:
        return "future"
    if "had" in words or "hadn't" in words:
        return "pluperfect"
    if "have" in auxiliary or words & {"hasn't", "haven't"}:
        return "perfect"
    if words & {"was", "were", "did", "wasn't", "weren't", "didn't", "got"}:
        return "past"
    if to or (form == "gerund" and not heads) or (auxiliary and not auxiliary - {"modal"}):
        return "none"
    if heads:
        return "present"
    return "past" if form in ("past", "participle") else "present"
