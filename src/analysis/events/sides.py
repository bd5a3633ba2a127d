"""Sides: source and target of an event, from the names that its clause gives."""

from analysis.events.arguments import find_arguments
from analysis.events.clauses import Clauses
from analysis.events.event import Sides
from analysis.events.triggers import Trigger
from analysis.events.words import event_types

_EACH_OTHER = (["each", "other"], ["one", "another"])
_PAIR = frozenset({"two", "both"})


def find_sides(clauses: Clauses, trigger: Trigger, pair: Sides) -> Sides:
    """Return who acts and who is acted on; `pair` is who "the two leaders" are.

    Where the type is mutual, two subjects joined by "and" are the two sides where no other is named, of a passive too.
    """
    arguments = find_arguments(clauses, trigger)
    kind = event_types().get(trigger.frame.kind or "")
    sources = [name.actor for name in arguments.source]
    targets = [name.actor for name in arguments.target]
    if kind and kind.mutual:
        if not sources and trigger.group and trigger.group.passive:
            sources, targets = targets, []
        if not targets:
            targets = _partners(clauses, trigger) or sources[1:]
        if not sources and trigger.group and _means_pair(clauses, trigger.group.first):
            return pair
    if not targets and clauses.low[trigger.end : trigger.end + 2] in _EACH_OTHER:
        targets = sources[1:]
    source = sources[0] if sources else None
    return Sides(source, next((actor for actor in targets if actor != source), None))


def _partners(clauses: Clauses, trigger: Trigger) -> list[str]:
    """Return with whom the verb before an infinitive is done: "agreed with Lee to meet"."""
    if trigger.group is None or not trigger.group.to:
        return []
    first, _ = clauses.bounds(trigger.head)
    names = clauses.within(first, trigger.group.first)
    return [name.actor for name in names if clauses.preposition(name, first) == "with"]


def _means_pair(clauses: Clauses, group: int) -> bool:
    first, _ = clauses.bounds(group)
    return any(clauses.low[i] in _PAIR for i in range(first, group))
