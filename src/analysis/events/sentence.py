"""The events of one sentence."""

from collections.abc import Sequence
from typing import NamedTuple

from analysis.events.announcements import find_announcements
from analysis.events.clauses import Clauses
from analysis.events.dates import UNDATED, Dated, is_news, own_time, published_date, time_at
from analysis.events.event import Event, Sides, make_event
from analysis.events.places_of_times import Placed
from analysis.events.sides import find_sides
from analysis.events.status import status_of
from analysis.events.triggers import DESCRIBING, Trigger, find_triggers
from analysis.events.words import event_types
from analysis.quotes import Quote
from analysis.text import Document
from analysis.times import Published

_CONTRASTING = frozenset({"that", "while", "whereas", "although", "though", "as"})


class Context(NamedTuple):
    """What an event's sentence stands in: the document, the marked words and quotes of each sentence, its day."""

    document: Document
    marked: list[list[tuple[int, int]]]
    quotes: "list[list[tuple[Quote, str | None]]]"
    published: Published | None


class Before(NamedTuple):
    """What the sentences before hand on: a date to carry, the two sides last told of."""

    dated: Dated
    sides: Sides


def read_sentence(
    context: Context, clauses: Clauses, sentence: int, times: list[Placed], before: Before
) -> list[Event]:
    """Return the events that a sentence tells, in the order of its words."""
    # the month of "MARCH 23" is no march
    triggers = [trigger for trigger in find_triggers(clauses) if not _in_time(trigger, times)]
    verbal = {clauses.clause[trigger.head] for trigger in triggers if trigger.group}
    events: list[Event] = []
    for trigger in triggers:
        sides = find_sides(clauses, trigger, before.sides)
        if not any(sides) and events and _goes_on(clauses, trigger):
            sides = Sides(events[-1].source, events[-1].target)
        status = status_of(clauses, trigger)
        titled = context.document.sentences[sentence].part == "title"
        if status is None or (status == "happened" and not titled and _holds(clauses, trigger)):
            continue
        own = own_time(clauses, trigger, times)
        if status == "planned" and trigger.group is None and _lies_behind(own, context.published):
            status = "happened"
        if status in ("planned", "possible") and _lies_behind(own, context.published):
            own = UNDATED  # "must act lest the spill of last year come again"
        if status == "happened" and _lies_ahead(own, context.published):
            past = trigger.group is not None and trigger.group.tense in ("past", "perfect", "pluperfect")
            own, status = (UNDATED, status) if past else (own, "planned")
        if _counts(clauses, trigger, own, sides, status, verbal):
            dated = _date(context, clauses, trigger, sentence, own, before.dated, status)
            span, kind = (trigger.first, trigger.end), trigger.frame.kind
            reporter = _reporter(context.quotes[sentence], clauses.tokens[trigger.head].start, sides, status)
            events.append(make_event(context.document, clauses, span, kind, sides, dated, status, reporter))
    return sorted([*events, *_announced(context, clauses, events, times)], key=lambda event: event.start)


def _in_time(trigger: Trigger, times: list[Placed]) -> bool:
    return any(placed.first <= trigger.head <= placed.last for placed in times)


def _holds(clauses: Clauses, trigger: Trigger) -> bool:
    """Tell whether the simple present tells what holds or recurs ("is banned", "convoys cross the border")."""
    group = trigger.group
    if group is None or group.tense != "present" or clauses.low[trigger.head].endswith("ing"):
        return False
    kind = event_types().get(trigger.frame.kind or "")
    return group.passive or (kind is not None and kind.mode == "material" and not group.negated)


def _lies_ahead(own: Dated, published: Published | None) -> bool:
    """Tell whether the event's date is after the article's."""
    last = published_date(published).latest
    return own.earliest is not None and last is not None and own.earliest > last


def _lies_behind(own: Dated, published: Published | None) -> bool:
    """Tell whether the event's date is before the article's."""
    first = published_date(published).earliest
    return own.latest is not None and first is not None and own.latest < first


def _counts(clauses: Clauses, trigger: Trigger, own: Dated, sides: Sides, status: str, verbal: set[int]) -> bool:
    """Tell whether enough is said for an event: both sides, or one and a date; the main clause may leave out both.

    A noun alone tells no event beside a verb that does. What is only possible, and what a subordinate clause mentions
    of one side without a date, is a generality.
    """
    dated = own.earliest is not None
    either, both = any(sides), all(sides)
    if trigger.group is None:
        beside = clauses.clause[trigger.head] in verbal
        return not beside and (both or (dated and (either or trigger.frame.kind is None)))
    bare = trigger.group.tense == "none" and not trigger.group.modal
    if bare and not both and not dated and status != "planned" and not (trigger.frame.words or trigger.noun):
        return False
    alone = sides.target is None and trigger.frame.kind == "CONSULT" and not (trigger.frame.words or trigger.noun)
    if alone and not dated and status != "planned":
        return False
    if sides.source is None and (trigger.frame.kind, status) == ("CONSULT", "happened") and not trigger.group.passive:
        return False  # oil may travel to Cuba too
    told = trigger.own or (trigger.group.passive and trigger.group.tense != "none")
    if dated and told and trigger.frame.kind is None and trigger.frame.words:  # "the violence worsened on Sunday"
        return True
    first, _ = clauses.bounds(trigger.head)
    subordinate = bool(clauses.kinds[first] & {"break", "relative"}) and clauses.low[first] not in _CONTRASTING
    return both or (either and (dated or (status in ("happened", "planned") and not subordinate)))


def _goes_on(clauses: Clauses, trigger: Trigger) -> bool:
    """Tell whether a relative clause says how what was told before it went on ("a rift that grew on Sunday")."""
    first, _ = clauses.bounds(trigger.head)
    return trigger.frame.kind is None and bool(trigger.frame.words) and clauses.low[first] in DESCRIBING


def _date(
    context: Context, clauses: Clauses, trigger: Trigger, sentence: int, own: Dated, before: Dated, status: str
) -> Dated:
    if own.earliest is not None:
        # the day something was announced is not the day it is to happen
        return UNDATED if status != "happened" and own.basis == "carried" else own
    if status not in ("happened", "denied") or _within(context.marked[sentence], clauses.tokens[trigger.head].start):
        return UNDATED
    past = trigger.group is not None and trigger.group.tense == "past"
    if past and before.earliest is not None:
        return before
    news = context.document.sentences[sentence].part != "title" and is_news(clauses, trigger, sentence)
    return published_date(context.published) if news else UNDATED


def _within(spans: Sequence[tuple[int, int]], offset: int) -> bool:
    return any(start <= offset < end for start, end in spans)


def _reporter(quotes: "list[tuple[Quote, str | None]]", head: int, sides: Sides, status: str) -> str | None:
    """Return who says so; nobody where the source's own words are the event."""
    speaker = next((who for quote, who in quotes if quote.start <= head < quote.end and who), None)
    return None if speaker == sides.source and status == "happened" else speaker


def _announced(context: Context, clauses: Clauses, events: list[Event], times: list[Placed]) -> list[Event]:
    taken = {event.start for event in events}
    found = []
    for verb, kind, source, target in find_announcements(clauses, events):
        dated = time_at(clauses, verb, times)
        if clauses.tokens[verb].start not in taken and dated.earliest is not None:
            sides = Sides(source, target)
            found.append(make_event(context.document, clauses, (verb, verb + 1), kind, sides, dated, "happened", None))
    return found
