"""Arguments: who acts and who is acted on, found from where names stand round an event's words."""

from functools import cache
from typing import NamedTuple

from analysis import lexicons
from analysis.events.clauses import Clauses, Name
from analysis.events.noun_phrases import object_of
from analysis.events.parties import party
from analysis.events.phrases import heads, led_by
from analysis.events.subjects import antecedent, names_of, subject_of
from analysis.events.triggers import DESCRIBING, Trigger
from analysis.events.words import base_verbs, light_verbs, nouns, verbs

_OBJECT = ("object",)
_PEOPLE = frozenset({"people", "body"})
_DEFAULT_TARGET = ("object", "with", "by", "of", "against")
_NEAR_OBJECT = 4  # tokens from a verb to the noun that is its object


class Arguments(NamedTuple):
    """Source and target, each the names found (several where joined by "and")."""

    source: list[Name]
    target: list[Name]


def find_arguments(clauses: Clauses, trigger: Trigger) -> Arguments:
    """Return who acts and who is acted on in the event of `trigger`."""
    if trigger.group is None:
        return _of_noun(clauses, trigger)
    after = _after(clauses, trigger)
    subject = [] if trigger.own else subject_of(clauses, trigger.group.first, trigger.group.to)
    borne = trigger.noun is not None and light_verbs().get(clauses.low[trigger.head]) in trigger.noun.borne
    if borne:
        return Arguments(led_by(clauses, after, trigger, ("from", "by")), subject)
    if trigger.group.passive:
        targets = trigger.frame.target
        if targets and not {"object", "name"} & set(targets):
            return Arguments(_agent(clauses, after, trigger), led_by(clauses, after, trigger, targets))
        described = trigger.group.tense == "none" and not trigger.group.to
        return Arguments(
            _agent(clauses, after, trigger), _described(clauses, trigger.group.first) if described else subject
        )
    pair = _between(clauses, trigger)
    if len(pair) > 1:
        return Arguments(pair[:1], pair[1:])
    target = _object(clauses, after, trigger)
    return Arguments(subject, [name for name in target if name not in subject])


def _described(clauses: Clauses, participle: int) -> list[Name]:
    """Return who the noun right before a participle is ("the town seized by rebels", "Lee, named by ...")."""
    first, _ = clauses.bounds(participle)
    start = end = participle - (clauses.low[participle - 1] == ",")
    while start > first and not (
        clauses.verbs[start - 1] or clauses.low[start - 1] == "," or _leads(clauses, start - 1)
    ):
        start -= 1
    return names_of(clauses, clauses.names, start, end)


def _leads(clauses: Clauses, i: int) -> bool:
    return "preposition" in clauses.kinds[i] and clauses.low[i] != "of"


def _agent(clauses: Clauses, after: list[Name], trigger: Trigger) -> list[Name]:
    """Return who did what a passive tells, after "by"."""
    end = clauses.bounds(trigger.head)[1]
    by = next((i for i in range(trigger.head + 1, end) if clauses.low[i] == "by"), None)
    return [] if by is None else names_of(clauses, [name for name in after if name.first > by], by + 1, end)


def _between(clauses: Clauses, trigger: Trigger) -> list[Name]:
    """Return the two that the subject of a verb stands between ("Tensions between A and B rose")."""
    first, _ = clauses.bounds(trigger.head)
    names = clauses.within(first, trigger.head)
    place = next((i for i, name in enumerate(names) if clauses.preposition(name, first) == "between"), None)
    return [] if place is None else heads(clauses, names[place:])


def _after(clauses: Clauses, trigger: Trigger) -> list[Name]:
    """Return the names after the verb, in its clause or up to the next verb."""
    end = clauses.bounds(trigger.head)[1]
    for i in range(trigger.head + 1, end):
        infinitive = clauses.low[i] == "to" and not base_verbs().isdisjoint(clauses.low[i + 1 : i + 2])
        lying = clauses.low[i].endswith("ing") and clauses.kinds[i - 1] == {"preposition"} and not clauses.kinds[i]
        if i >= trigger.end and (clauses.verbs[i] or infinitive or (lying and clauses.low[i] not in nouns())):
            end = i
            break
    return clauses.within(trigger.head + 1, end)


def _object(clauses: Clauses, after: list[Name], trigger: Trigger) -> list[Name]:
    """Return whom the verb's frame leads to, by its prepositions or as its object, in the frame's order."""
    start = trigger.head + len(trigger.lemma.split()) if trigger.noun is None else trigger.head + 1
    head = object_of(clauses, start, len(clauses.low))
    described = clauses.low[clauses.bounds(trigger.head)[0]] in DESCRIBING
    deed = clauses.low[start : start + 1]
    if trigger.end <= start and deed and deed[0].endswith("ing") and deed[0] in verbs():
        return []  # "denied killing Lee"
    if head is not None and not described and _is_clause(clauses, head + 1):
        return []
    untyped = trigger.frame.kind is None and trigger.noun is None
    for way in trigger.frame.target or (_OBJECT if untyped else _DEFAULT_TARGET):
        if way == "object":
            found = _direct(clauses, after, trigger, head)
        elif way == "name":
            found = [name for name in after if name.first == start and not clauses.owns(name)]
        elif way == "that":
            found = _asked(clauses, trigger)
        else:
            found = led_by(clauses, after, trigger, (way,))
        if found or (way == "object" and head is not None and party(clauses, head) & _PEOPLE):
            return found
    return []


def _asked(clauses: Clauses, trigger: Trigger) -> list[Name]:
    """Return who is to do what a clause with "that" and a base form asks for ("demanded that Lee go")."""
    near = clauses.low[trigger.end : trigger.end + _NEAR_OBJECT + 1]
    if "that" not in near:
        return []
    that = trigger.end + near.index("that")
    names = [name for name in clauses.names if name.first > that]
    after = names[0].last + 1 if names and names[0].first <= that + _NEAR_OBJECT else 0
    return names[:1] if after and clauses.low[after] in base_verbs() | {"be", "not", "should"} else []


def _is_clause(clauses: Clauses, i: int) -> bool:
    """Tell whether an auxiliary stands at token `i`: the words before it are the subject of what is said."""
    while i < len(clauses.low) and clauses.kinds[i] == {"adverb"}:
        i += 1
    return i < len(clauses.low) and bool(clauses.kinds[i] & {"be", "have", "do", "modal", "future", "negated"})


def _direct(clauses: Clauses, after: list[Name], trigger: Trigger, head: int | None) -> list[Name]:
    """Return who the object with `head` is, or whose it is; what a relative clause describes is its object."""
    first, _ = clauses.bounds(trigger.head)
    if head is None:
        relative = bool(first) and clauses.low[first] in ("which", "whom", "whose")
        return antecedent(clauses, first) if relative and clauses.within(first, trigger.head) else []
    if head in clauses.named:
        return heads(clauses, [name for name in after if name.last >= head])
    owners = [name for name in after if name.last < head][-1:]
    return owners or (led_by(clauses, after, trigger, ("of",)) if "of" in clauses.low[head + 1 : head + 2] else [])


def _of_noun(clauses: Clauses, trigger: Trigger) -> Arguments:
    first, end = clauses.bounds(trigger.head)
    after = [name for name in clauses.within(trigger.end, end) if _attached(clauses, trigger, name)]
    pair = led_by(clauses, after, trigger, ("between",))
    if len(pair) > 1:
        return Arguments(pair[:1], pair[1:])
    of = led_by(clauses, after, trigger, ("of",))
    source = led_by(clauses, after, trigger, ("by",))
    target = led_by(clauses, after, trigger, [p for p in trigger.frame.target if p not in ("of", "between")])
    owner = _owner(clauses, first, trigger)
    if trigger.noun and trigger.noun.of == "target":
        target = of or target
        if owner and not target and (trigger.frame.kind is None or clauses.owns(owner[-1])):
            return Arguments(source, owner)
    else:
        source = source or of
    return Arguments(owner or source or _meeting(clauses, first, trigger, target), target)


def _meeting(clauses: Clauses, first: int, trigger: Trigger, target: list[Name]) -> list[Name]:
    """Return whose talks with the target they are: the subject's of the verb before ("revealed talks with ...")."""
    verb = next((i for i in range(trigger.first - 1, first - 1, -1) if clauses.verbs[i]), None)
    if not target or trigger.frame.kind != "CONSULT" or verb is None or trigger.first - verb > _NEAR_OBJECT:
        return []
    return [name for name in subject_of(clauses, verb) if name not in target]


def _attached(clauses: Clauses, trigger: Trigger, name: Name) -> bool:
    """Tell whether a name after a noun belongs to it: no verb and no foreign preposition stands between."""
    between = range(trigger.end, name.first)
    known = {"of", "by", "between", *trigger.frame.target}
    foreign = (i for i in between if "preposition" in clauses.kinds[i] or clauses.low[i] == "but")
    strange = any(clauses.low[i] not in known for i in foreign)
    return not strange and not any(clauses.verbs[i] for i in between)


def _owner(clauses: Clauses, first: int, trigger: Trigger) -> list[Name]:
    """Return the name right before the noun ("the U.S. attack", "Lee's surprise visit")."""
    for name in reversed(clauses.within(first, trigger.first)):
        between = range(name.last + 1, trigger.first)
        if len(between) > 4 or any(
            clauses.kinds[i] - {"adverb"} or clauses.verbs[i] or clauses.low[i] == "," for i in between
        ):
            return []
        city = " ".join(token.text for token in clauses.tokens[name.first : name.last + 1]) in _cities()
        return [] if city and not clauses.owns(name) else [name]
    return []


@cache
def _cities() -> frozenset[str]:
    return lexicons.column("cities", "name")
