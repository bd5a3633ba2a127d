"""Arguments: who acts and who is acted on, found from where names stand round an event's words."""

from collections.abc import Sequence
from typing import NamedTuple

from analysis.events.clauses import Clauses, Name
from analysis.events.triggers import Trigger
from analysis.events.words import event_types, governors, verbs

_DEFAULT_TARGET = ("against", "with", "on", "over", "at", "to", "toward", "towards", "from", "of", "by", "about")
_OPENING = frozenset({"(", "--", "—", "–"})
_CLOSING = frozenset({",", ")", "--", "—", "–"})
_NEAR_OBJECT = 4  # tokens from a verb to the noun that is its object
_POSSESSED = 5  # tokens from a possessor to the end of what it has
_DEPTH = 4  # clauses to go back for a subject left out
_HOLDERS = frozenset({None, "on", "for"})  # how the object that is to act stands: "urged X", "called on X"
_BLAMED = frozenset({"of", "for", "from", "over"})


class Arguments(NamedTuple):
    """Source and target, each the names found (several where joined by "and")."""

    source: list[Name]
    target: list[Name]


def find_arguments(clauses: Clauses, trigger: Trigger) -> Arguments:
    """Return who acts and who is acted on in the event of `trigger`."""
    if trigger.group is None:
        return _of_noun(clauses, trigger)
    after = _after(clauses, trigger)
    subject = _subject(clauses, trigger.group.first, trigger.group.to, _DEPTH)
    if trigger.group.passive:
        return Arguments(_led_by(clauses, after, trigger, ("by",)), subject)
    target = _object(clauses, after, trigger)
    return Arguments(subject, [name for name in target if name not in subject])


def subject_of(clauses: Clauses, verb: int) -> list[Name]:
    """Return the subject of the finite verb at token `verb`."""
    return _subject(clauses, verb, False, _DEPTH)


def _after(clauses: Clauses, trigger: Trigger) -> list[Name]:
    """Return the names after the verb, in its clause or up to the next verb."""
    end = clauses.bounds(trigger.head)[1]
    for i in range(trigger.head + 1, end):
        infinitive = clauses.low[i] == "to" and clauses.low[i + 1 : i + 2] and clauses.low[i + 1] in verbs()
        if i >= trigger.end and (clauses.verbs[i] or infinitive):
            end = i
            break
    return clauses.within(trigger.head + 1, end)


def _object(clauses: Clauses, after: list[Name], trigger: Trigger) -> list[Name]:
    preferred = _led_by(clauses, after, trigger, trigger.frame.target)
    if preferred:
        return preferred
    direct = [name for name in after if clauses.preposition(name, trigger.head + 1) is None]
    first, _ = clauses.bounds(trigger.head)
    relative = bool(first) and clauses.low[first] in ("which", "whom", "whose")
    if not direct and relative and clauses.within(first, trigger.head):
        return _before(clauses, first)
    if direct or trigger.frame.target:
        return _head(clauses, direct)
    return _led_by(clauses, after, trigger, _DEFAULT_TARGET)


def _led_by(clauses: Clauses, after: list[Name], trigger: Trigger, wanted: Sequence[str]) -> list[Name]:
    for preposition in wanted:
        led = [
            name
            for name in after
            if (clauses.preposition(name, trigger.head + 1) or _particle(clauses, name)) == preposition
        ]
        if led:
            return _head(clauses, after[after.index(led[0]) :])
    return []


def _particle(clauses: Clauses, name: Name) -> str | None:
    """Return the last word of a phrasal verb where it leads straight to the name ("meet with Iran")."""
    word = clauses.low[name.first - 1] if name.first else ""
    return word if word in _DEFAULT_TARGET else None


def _head(clauses: Clauses, names: list[Name]) -> list[Name]:
    """Return the head of the first noun phrase among `names`, and the heads joined to it ("A and B", "A, B and C").

    A name after a comma alone says more of the one before it, unless the list goes on to an "and".
    """
    heads: list[Name] = []
    listed = 0  # heads before the first of a list that has not yet come to its "and"
    for name in names:
        between = range(heads[-1].last + 1, name.first) if heads else range(0)
        words = [clauses.low[i] for i in between]
        if any(clauses.verbs[i] or clauses.kinds[i] & {"preposition", "relative"} for i in between):
            break
        if not heads or "and" in words:
            heads.append(name)
            listed = len(heads)
        elif words == [","]:
            heads.append(name)
        elif "," in words:
            break
        else:
            heads[-1] = name
    return heads[: max(listed, 1)]


def _subject(clauses: Clauses, group: int, to: bool, depth: int) -> list[Name]:
    """Return the subject of the verb group that begins at token `group`."""
    first, _ = clauses.bounds(group)
    region = clauses.within(first, group)
    earlier = [i for i in range(first, group) if clauses.verbs[i]]
    floor = first + bool(clauses.kinds[first] & {"break", "relative", "join"})
    if to and region and region[-1].last == group - 1 and clauses.preposition(region[-1], first) == "for":
        return region[-1:]
    gerund = clauses.low[group].endswith("ing")
    if gerund and not to and _describes(clauses, group):
        return _possessor(clauses, first, group)
    if to or earlier:
        return _controller(clauses, region, earlier, floor, to, depth)
    if gerund and first and clauses.low[first] in _BLAMED and _blamed(clauses, first):
        return _blamed(clauses, first)
    if region:
        return _noun_phrase(clauses, region, floor)
    if _has_noun(clauses, first, group):
        return []
    if first == 0:
        return _following(clauses, group) if gerund else []
    if "relative" in clauses.kinds[first]:
        return _before(clauses, first)
    return _inherited(clauses, first, depth)


def _describes(clauses: Clauses, gerund: int) -> bool:
    """Tell whether an -ing form says more of the noun before it ("the parade supporting Gondor")."""
    if gerund == 0 or gerund - 1 in clauses.named:
        return False
    word, kinds = clauses.low[gerund - 1], clauses.kinds[gerund - 1]
    return word.isalpha() and not kinds and not clauses.verbs[gerund - 1] and word not in governors()


def _possessor(clauses: Clauses, first: int, end: int) -> list[Name]:
    """Return whose the noun before token `end` is ("Washington's announcement authorizing ...")."""
    owners = [name for name in clauses.within(first, end) if clauses.low[name.last + 1] == "'s"]
    return owners[-1:] if owners and end - owners[-1].last <= _POSSESSED else []


def _controller(
    clauses: Clauses, region: list[Name], earlier: list[int], first: int, to: bool, depth: int
) -> list[Name]:
    """Return the subject of an infinitive or a second verb: the object of the governing verb, or its subject."""
    if not earlier:
        return _noun_phrase(clauses, region, first) or (_inherited(clauses, first, depth) if first else [])
    last = earlier[-1]
    objects = [name for name in region if name.first > last]
    if to:
        objects = [name for name in objects if clauses.preposition(name, last) in _HOLDERS]
    if objects:
        return _head(clauses, objects)
    start = last
    while start > first and clauses.verbs[start - 1]:
        start -= 1
    return _subject(clauses, start, False, depth - 1) if depth else []


def _noun_phrase(clauses: Clauses, region: list[Name], first: int) -> list[Name]:
    free = [name for name in region if clauses.preposition(name, first) is None]
    if free:
        return _head(clauses, free)
    held = [name for name in region if clauses.preposition(name, first) in ("of", "from", "for", "in")]
    # "on Monday in Bogotá" names no subject; "soldiers from Gondor" does
    held = [name for name in held if clauses.preposition(name, first) != clauses.low[first]]
    return _head(clauses, held)


def _blamed(clauses: Clauses, first: int) -> list[Name]:
    """Return whom a clause before blames or thanks for what the -ing form at `first` tells."""
    start, _ = clauses.bounds(first - 1)
    verb = max((i for i in range(start, first) if clauses.verbs[i]), default=None)
    if verb is None:
        return []
    names = [name for name in clauses.within(verb, first) if clauses.preposition(name, verb) is None]
    return _head(clauses, names)


def _before(clauses: Clauses, first: int) -> list[Name]:
    """Return the last name before a clause that describes it."""
    names = [name for name in clauses.names if name.last < first and first - name.last <= 12]
    return names[-1:]


def _following(clauses: Clauses, group: int) -> list[Name]:
    """Return the subject of the clause after an opening one ("After taking power, Petro tried")."""
    _, end = clauses.bounds(group)
    if end >= len(clauses.low):
        return []
    start, stop = clauses.bounds(end)
    return _head(clauses, [n for n in clauses.within(start, stop) if clauses.preposition(n, start) is None])


def _inherited(clauses: Clauses, first: int, depth: int) -> list[Name]:
    """Return the subject that a clause without one shares with a clause before it."""
    if depth == 0:
        return []
    start, end = clauses.bounds(first - 1)
    if (
        start
        and clauses.low[first] in _CLOSING
        and ("relative" in clauses.kinds[start] or clauses.low[start] in _OPENING)
    ):
        start, end = clauses.bounds(start - 1)
    verb = next((i for i in range(start, end) if clauses.verbs[i] or (i <= start + 2 and clauses.gerund(i))), None)
    if verb is not None:
        return _subject(clauses, verb, False, depth - 1)
    return _noun_phrase(clauses, clauses.within(start, end), start) or (
        _inherited(clauses, start, depth - 1) if start else []
    )


def _has_noun(clauses: Clauses, first: int, group: int) -> bool:
    """Tell whether words that can be a subject of their own stand before the verb."""
    return any(
        clauses.low[i].isalpha()
        and (clauses.kinds[i] <= {"saying"} or "determiner" in clauses.kinds[i])
        and not clauses.low[i].endswith("ly")
        for i in range(first, group)
    )


def _of_noun(clauses: Clauses, trigger: Trigger) -> Arguments:
    first, end = clauses.bounds(trigger.head)
    after = [name for name in clauses.within(trigger.end, end) if _attached(clauses, trigger, name)]
    pair = _led_by(clauses, after, trigger, ("between",))
    if len(pair) > 1:
        return Arguments(pair[:1], pair[1:])
    of = _led_by(clauses, after, trigger, ("of",))
    source = _led_by(clauses, after, trigger, ("by",))
    target = _led_by(clauses, after, trigger, [p for p in trigger.frame.target if p not in ("of", "between")])
    owner = _owner(clauses, first, trigger)
    if trigger.noun and trigger.noun.of == "target":
        target = of or target
        if owner and not target and clauses.low[owner[-1].last + 1] == "'s":
            return Arguments(source, owner)
    else:
        source = source or of
    return Arguments(owner or source or _meeting(clauses, first, trigger, target), target)


def _meeting(clauses: Clauses, first: int, trigger: Trigger, target: list[Name]) -> list[Name]:
    """Return whose talks with the target they are: the subject's of the verb before ("revealed talks with ...")."""
    kind = event_types().get(trigger.frame.kind or "")
    verb = next((i for i in range(trigger.first - 1, first - 1, -1) if clauses.verbs[i]), None)
    if not target or not kind or not kind.mutual or verb is None or trigger.first - verb > _NEAR_OBJECT:
        return []
    return [name for name in subject_of(clauses, verb) if name not in target]


def _attached(clauses: Clauses, trigger: Trigger, name: Name) -> bool:
    """Tell whether a name after a noun belongs to it: no verb and no foreign preposition stands between."""
    between = range(trigger.end, name.first)
    known = {"of", "by", "between", *trigger.frame.target}
    strange = any("preposition" in clauses.kinds[i] and clauses.low[i] not in known for i in between)
    return not strange and not any(clauses.verbs[i] for i in between)


def _owner(clauses: Clauses, first: int, trigger: Trigger) -> list[Name]:
    """Return the name right before the noun ("the U.S. attack", "Trump's surprise visit")."""
    for name in reversed(clauses.within(first, trigger.first)):
        between = range(name.last + 1, trigger.first)
        if len(between) > 4 or any(
            clauses.kinds[i] - {"adverb"} or clauses.verbs[i] or clauses.low[i] == "," for i in between
        ):
            return []
        return [name]
    return []
