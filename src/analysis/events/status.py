"""Status: whether an event happened, is planned, is possible, or is denied."""

from analysis.events.clauses import Clauses, Name
from analysis.events.groups import Group
from analysis.events.parties import ACTING, party
from analysis.events.triggers import Trigger
from analysis.events.words import Governor, base_verbs, governors

_REACH = 8  # tokens from "to" back to the word that governs it
_UPON = frozenset({"when", "once", "until", "till", "before", "after"})  # "when he takes over"
_NEAR = 2  # tokens from "to" back to "first", "last": "the first (man) to land"
_AWAITING = frozenset({"ahead", "advance"})
_IDLE = frozenset(
    {"in", "into", "without", "at", "on", "about", "than", "before", "despite", "from", "including", "to", "as", "that"}
)
_OF = frozenset({"of", "for", "to"})
_INDEFINITE = frozenset({"a", "an"})
_MAY = frozenset({"may", "might", "could"})
_VERBS = frozenset({"verb", "infinitive"})
_BEFORE_NOUN = 5
_JOINED = 12  # tokens from a verb after "and" back to the auxiliary it shares


def status_of(clauses: Clauses, trigger: Trigger) -> str | None:
    """Return happened, planned, possible or denied for the event of `trigger`; None where nothing says that it is one.

    An infinitive that no word governs tells a purpose, an -ing form after "without" or "in" no deed of its own.
    """
    first, _ = clauses.bounds(trigger.head)
    if trigger.group is None:
        return _of_noun(clauses, trigger, first)
    group = trigger.group
    if group.to and _of_infinitive(clauses, group.first) is None:
        return None
    governed = _governed(clauses, trigger, first)
    if governed is None and group.tense == "none" and not group.passive and _idle(clauses, group.first, trigger):
        return None
    if group.negated:
        return "possible" if governed in ("possible", "denied") else "denied"
    if group.tense == "future":
        return "possible" if "doubt" in clauses.kinds[first] else "planned"
    return governed or _of_tense(clauses, trigger, group, first)


def _of_tense(clauses: Clauses, trigger: Trigger, group: Group, first: int) -> str | None:
    """Return what a finite verb that nothing governs says of itself."""
    if group.tense == "present" and clauses.low[first] in _UPON and not clauses.low[trigger.head].endswith("ing"):
        return "planned"
    if group.modal and any("history" in clauses.kinds[i] for i in range(group.first, trigger.head)):
        return None  # "would sometimes criticize"
    if group.modal:
        return _modal(clauses, group.first, trigger.head)
    if "doubt" in clauses.kinds[first] or _hedged(clauses, group.first, trigger.head):
        return "possible"
    return "happened"


def _governed(clauses: Clauses, trigger: Trigger, first: int) -> str | None:
    """Return what the word that governs an infinitive or an -ing form says of it."""
    group = trigger.group
    if group is None:
        return None
    if group.to:
        return _of_infinitive(clauses, group.first)
    word = clauses.low[trigger.head]
    if word.endswith("ing") and group.tense == "none":
        found = _gerund_governor(clauses, group.first - 1)
        if found:
            return found.status if found.status != "happened" else None
        return _of_auxiliary(clauses, first, group.first)
    lent = trigger.noun is not None and word in base_verbs()  # "make" of "make demands"
    base = group.first == trigger.head > 0 and (lent or word == trigger.lemma.split()[0])
    told = _of_clause(clauses, first, base) if first and clauses.low[first] == "that" else None
    if told:
        return told
    if base:
        if "join" in clauses.kinds[group.first - 1]:
            return _of_joined(clauses, group.first - 1)
        if group.tense == "present" and any(clauses.verbs[first : trigger.head]):
            return "possible"  # "proposed having the armies cooperate"
    return None


def _of_clause(clauses: Clauses, that: int, base: bool) -> str | None:
    """Return what the word that a clause with "that" depends on says of it ("denied that", "insists that he go")."""
    for i in (that - 1, that - 2):
        for entry in governors().get(clauses.low[max(i, 0)], ()):
            if entry.form == "clause" or (entry.form == "subjunctive" and base):
                return entry.status
    return None


def _idle(clauses: Clauses, group: int, trigger: Trigger) -> bool:
    """Tell whether an -ing form follows a word that leads to no deed."""
    if group < 2 or not clauses.low[trigger.head].endswith("ing"):
        return False
    end = clauses.bounds(trigger.head)[1]
    if any(clauses.kinds[i] & {"be", "have", "modal"} for i in range(trigger.end, end)):
        return True  # "attacking them was the best way"
    before = clauses.low[group - 1]
    deed = clauses.verbs[group - 2] or party(clauses, group - 2) & ACTING  # "accused (Lee) of", no "way of"
    return before in _IDLE or (before == "of" and not deed)


def _of_infinitive(clauses: Clauses, to: int) -> str | None:
    for i in range(to - 1, max(-1, to - 1 - _REACH), -1):
        entries = governors().get(clauses.low[i], ())
        beside = i == to - 1 or (i == to - 2 and "adverb" in clauses.kinds[to - 1])
        for entry in entries:
            if (entry.form == "noun" and (i >= to - _NEAR or entry.status != "happened")) or (
                entry.form in _VERBS and _reaches(clauses, entry, i, beside)
            ):
                return _tempered(clauses, i, entry)
        if clauses.low[i] in (";", ":"):
            break
    return None


def _reaches(clauses: Clauses, entry: Governor, i: int, beside: bool) -> bool:
    """Tell whether a verb governs the infinitive: next to it, past its object, or past "with" someone."""
    if entry.who == "subject":
        return beside or clauses.low[i + 1] == "with"
    return not beside or (i > 0 and bool(clauses.kinds[i - 1] & {"be", "passive", "adverb"}))  # "was forced to"


def _tempered(clauses: Clauses, i: int, entry: Governor) -> str:
    """Return the governor's status, turned round where the governor is itself negated or only possible."""
    near = range(max(0, i - 3), i)
    negated = any(clauses.kinds[j] & {"negated"} or clauses.low[j] in ("not", "n't", "never") for j in near)
    if negated:
        return "happened" if entry.status == "denied" else "denied"
    modal = any("modal" in clauses.kinds[j] for j in near)
    doubtful = not _MAY.isdisjoint(clauses.low[near.start : near.stop])
    future = any("future" in clauses.kinds[j] for j in near)
    if entry.form == "noun" and _accepted(clauses, i):
        return "planned"
    if entry.status == "happened" and (modal or future):
        return "planned" if future else "possible"
    return "possible" if entry.status == "planned" and doubtful else entry.status


def _of_auxiliary(clauses: Clauses, first: int, end: int) -> str | None:
    """Return what an auxiliary before an -ing form in its clause says of it ("must balance defending ...")."""
    kinds = frozenset().union(*clauses.kinds[first:end])
    return "planned" if "future" in kinds else "possible" if "modal" in kinds else None


def _accepted(clauses: Clauses, noun: int) -> bool:
    """Tell whether a proposal or invitation at token `noun` was accepted, so that what it asks for is planned."""
    return any(
        entry.form == "verb" and entry.status == "planned"
        for word in clauses.low[max(0, noun - _BEFORE_NOUN) : noun]
        for entry in governors().get(word, ())
    )


def _of_joined(clauses: Clauses, join: int) -> str | None:
    """Return the status of a base form after "and": that of the infinitive or modal it is joined to."""
    for i in range(join - 1, max(-1, join - 1 - _JOINED), -1):
        if clauses.low[i] == "to" and i + 1 < join and clauses.kinds[i + 1] <= {"be"}:
            return _of_infinitive(clauses, i)
        if "future" in clauses.kinds[i]:
            return "planned"
        if "modal" in clauses.kinds[i]:
            return "possible"
    return None


def _gerund_governor(clauses: Clauses, i: int) -> Governor | None:
    """Return the governor that stands at token `i`, or before a preposition there ("thinking of", "a chance of")."""
    for j in (i, i - 1):
        if j >= 0:
            leading = "preposition" in clauses.kinds[j]  # "about attacking" is no "about to attack"
            for entry in () if leading else governors().get(clauses.low[j], ()):
                if entry.form == "verb" or (entry.form == "noun" and j < i and clauses.low[i] == "of"):
                    return entry
            if "preposition" not in clauses.kinds[j]:
                return None
    return None


def _modal(clauses: Clauses, first: int, head: int) -> str:
    """Return planned for the future in the past ("said he would announce"), else possible."""
    words = clauses.low[first:head]
    said = any("saying" in kinds for kinds in clauses.kinds[:first])
    doubt = any("doubt" in kinds for kinds in clauses.kinds)
    return "planned" if "would" in words and said and not doubt and "have" not in words else "possible"


def _hedged(clauses: Clauses, first: int, head: int) -> bool:
    return any(
        entry.form == "adverb" for word in clauses.low[max(0, first - 2) : head] for entry in governors().get(word, ())
    )


def _of_noun(clauses: Clauses, trigger: Trigger, first: int) -> str | None:
    for i in range(trigger.first - 1, max(first, trigger.first - 1 - _BEFORE_NOUN) - 1, -1):
        if clauses.low[i] == "of" and clauses.low[i - 1] in _AWAITING:
            return "planned"
        for entry in governors().get(clauses.low[i], ()):
            beside = not any(clauses.kinds[j] & {"preposition"} for j in range(i + 1, trigger.first))
            if entry.form == "adjective" and i >= trigger.first - 3:
                return entry.status
            if entry.form == "noun" and not beside and clauses.low[i + 1] in _OF:
                return entry.status
            if entry.form == "verb" and beside and entry.who == "subject" and entry.status != "happened":
                return None if entry.status == "denied" else entry.status
        if clauses.verbs[i] and not clauses.kinds[i]:
            break
    return _of_clause_round(clauses, trigger, first)


def _of_clause_round(clauses: Clauses, trigger: Trigger, first: int) -> str:
    """Return what the clause of a noun says of it, where no word right before the noun does."""
    if _planned_for(clauses, trigger, first):
        return "planned"
    governor = _gerund_governor(clauses, first) if clauses.low[first] == "of" else None
    if governor and governor.form == "noun":
        return governor.status  # "a chance of strengthening into a storm"
    new = not _INDEFINITE.isdisjoint(clauses.low[max(first, trigger.first - _BEFORE_NOUN) : trigger.first])
    if new and any("modal" in kinds for kinds in clauses.kinds[first : trigger.first]):
        return "possible"
    if any("future" in kinds for kinds in clauses.kinds[first : clauses.bounds(trigger.head)[1]]):
        return "planned"
    return "happened"


def _planned_for(clauses: Clauses, trigger: Trigger, first: int) -> bool:
    """Tell whether plans before the noun are for it ("preparations are under way for talks")."""
    leading = clauses.preposition(Name(trigger.first, trigger.head, ""), first)
    words = clauses.low[first : trigger.first] if leading == "for" else []
    entries = [entry for word in words for entry in governors().get(word, ())]
    return any((entry.form, entry.status) == ("noun", "planned") for entry in entries)
