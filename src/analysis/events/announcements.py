"""Announcements: saying that one will do something is an event of its own, a promise or a threat made that day."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from analysis.events.clauses import Clauses
from analysis.events.event import Event
from analysis.events.subjects import subject_of
from analysis.events.words import event_types

_TELLING = frozenset({"saying", "announcing"})
_BY_POLARITY = {"conflict": "THREATEN", "cooperation": "AGREE"}


class Announcement(NamedTuple):
    """The verb of saying at token `verb`, what kind of event it is (None: no PLOVER type), by whom, toward whom."""

    verb: int
    kind: str | None
    source: str
    target: str | None


def find_announcements(clauses: Clauses, events: Sequence[Event]) -> list[Announcement]:
    """Return what the speakers of a sentence announce that they, or their governments, will do, as `events` tell it.

    What is announced of others is an announcement without a kind, and so is a deed made known: what happened is told
    with no other date than that of the telling.
    """
    deeds = [event for event in events if event.date_basis == "carried" and _is_deed(event)]
    planned = [event for event in events if event.status == "planned" and event.polarity and event.source]
    found: list[Announcement] = []
    for i, kinds in enumerate(clauses.kinds):
        if _TELLING.isdisjoint(kinds) or not clauses.verbs[i]:
            continue
        if not (planned or deeds or "announcing" in kinds):
            continue
        names = subject_of(clauses, i)
        speakers = {name.actor for name in names}
        speakers |= _governments(clauses, speakers)
        own = [event for event in planned if event.source in speakers and event.start > clauses.tokens[i].start]
        material = [event for event in own if event_types()[event.kind or ""].mode == "material"]
        if material:
            event = min(material, key=lambda event: (event.target is None, event.start))
            spoken = [name.actor for name in names]
            source = event.source if event.source in spoken else spoken[0]
            found.append(Announcement(i, _BY_POLARITY[event.polarity or ""], source or "", event.target))
            planned = [event for event in planned if event not in own]
        elif names and ("announcing" in kinds or any(event.start > clauses.tokens[i].start for event in deeds)):
            found.append(Announcement(i, None, names[0].actor, None))
    return found


def _is_deed(event: Event) -> bool:
    return event.status == "happened" and event.kind is not None and event_types()[event.kind].mode == "material"


def _governments(clauses: Clauses, speakers: set[str]) -> set[str]:
    """Return those named right after a word for a speaker: the state that is "his administration"."""
    return {
        name.actor
        for before, name in pairwise(clauses.names)
        if before.actor in speakers and name.first == before.last + 1
    }
