"""Events of a document: who did what to whom, when, and whether it happened."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from analysis.events.arguments import find_arguments
from analysis.events.clauses import Clauses
from analysis.events.dates import UNDATED, Dated, Placed, is_news, own_time, place_times, published_date
from analysis.events.status import status_of
from analysis.events.triggers import Trigger, find_triggers, may_tell
from analysis.events.words import event_types
from analysis.text import Document
from analysis.times import Published, Time, parse_published, read_times

if TYPE_CHECKING:
    import pandas as pd

    from analysis.actors import Mention
    from analysis.quotes import Quote

_PARTS = ("title", "body")


class Event(NamedTuple):
    """An event as one sentence tells it; the columns of the events table without the article."""

    sentence: int
    start: int
    end: int
    text: str
    kind: str | None
    mode: str | None
    polarity: str | None
    source: str | None
    target: str | None
    earliest: dt.date | None
    latest: dt.date | None
    precision: str | None
    date_basis: str | None
    status: str
    reported_by: str | None


class _Context(NamedTuple):
    document: Document
    quotes: "Sequence[tuple[Quote, str | None]]"
    published: Published | None


def find_events(text: str, published: Any = None) -> "pd.DataFrame":
    """Return the events that an English `text` tells, one a row, source and target as the names are written.

    Columns: those of the events table without article_id (see `analysis.tables`). `published` is the day of the text
    (a date, an ISO string, or None): it resolves relative dates and dates what is told as news. Method: verbs and nouns
    of a lexicon keyed to the PLOVER ontology, clauses read by closed-class words. Raises ValueError for a `published`
    that is no date.
    """
    import pandas as pd

    from analysis.actors import Mention, read_names
    from analysis.quotes import read_quotes
    from analysis.tables import TABLES, frame

    day = parse_published(published)
    document = Document(text)
    mentions = [
        Mention(document.sentence_at(name.start).number, name.start, name.end, name.text, name.text, "name")
        for name in read_names(document)
    ]
    quotes = [(quote, quote.speaker_text) for quote in read_quotes(document)]
    found = read_events(document, mentions, read_times(document, day), quotes, day)
    rows = [{"article_id": "", **event._asdict()} for event in found]
    table: pd.DataFrame = frame("events", rows)
    assert TABLES["events"][0].name == "article_id"
    return table.drop(columns="article_id")


def read_events(
    document: Document,
    mentions: "Sequence[Mention]",
    times: Sequence[Time],
    quotes: "Sequence[tuple[Quote, str | None]]",
    published: Published | None,
) -> list[Event]:
    """Return the events of `document` in order; source, target and reported_by are the actors of `mentions`."""
    context = _Context(document, quotes, published)
    by_sentence = _grouped(mentions, len(document.sentences))
    times_of = _grouped(times, len(document.sentences))
    events: list[Event] = []
    carried: tuple[int, Dated] = (-1, UNDATED)
    for sentence in document.sentences:
        if sentence.part not in _PARTS or sentence.language != "en":
            continue
        tokens = document.tokens(sentence.number)
        if not may_tell([token.text.lower() for token in tokens]):
            continue
        clauses = Clauses(tokens, [(m.start, m.end, m.actor) for m in by_sentence[sentence.number]])
        placed = place_times(clauses, times_of[sentence.number])
        before = carried[1] if carried[0] == sentence.paragraph else UNDATED
        told = list(_told(context, clauses, sentence.number, placed, before))
        events += told
        dated = [e for e in told if e.date_basis in ("explicit", "relative") and e.status == "happened"]
        if dated:
            carried = (sentence.paragraph, Dated(dated[0].earliest, dated[0].latest, dated[0].precision, "carried"))
    return events


def _grouped(rows: Sequence[Any], count: int) -> list[list[Any]]:
    groups: list[list[Any]] = [[] for _ in range(count)]
    for row in rows:
        groups[row.sentence].append(row)
    return groups


def _told(context: _Context, clauses: Clauses, sentence: int, times: list[Placed], before: Dated) -> Iterator[Event]:
    triggers = find_triggers(clauses)
    verbs_in = {clauses.clause[trigger.head] for trigger in triggers if trigger.group}
    for trigger in triggers:
        own = own_time(clauses, trigger, times)
        arguments = find_arguments(clauses, trigger)
        source = arguments.source[0].actor if arguments.source else None
        target = next((name.actor for name in arguments.target if name.actor != source), None)
        if target is None and trigger.frame.kind and event_types()[trigger.frame.kind].mutual:
            target = next((name.actor for name in arguments.source[1:] if name.actor != source), None)
        if not _counts(clauses, trigger, own, source, target, verbs_in):
            continue
        status = status_of(clauses, trigger)
        dated = _date(context, clauses, trigger, sentence, own, before, status)
        yield _event(context, clauses, trigger, sentence, source, target, status, dated)


def _counts(
    clauses: Clauses, trigger: Trigger, own: Dated, source: str | None, target: str | None, verbs_in: set[int]
) -> bool:
    """Tell whether enough is said for an event: an actor, and for a noun alone both sides or a date of its own."""
    if trigger.group is None:
        if clauses.clause[trigger.head] in verbs_in:
            return False
        if source and target:
            return True
        return own.earliest is not None and (source is not None or target is not None or trigger.frame.kind is None)
    return source is not None or target is not None


def _date(
    context: _Context, clauses: Clauses, trigger: Trigger, sentence: int, own: Dated, before: Dated, status: str
) -> Dated:
    if own.earliest is not None and not (status != "happened" and own.basis == "carried"):
        return own
    if status not in ("happened", "denied") or own.earliest is not None:
        return UNDATED
    if _quoted(context, clauses.tokens[trigger.head].start):
        return UNDATED
    past = trigger.group is not None and trigger.group.tense == "past"
    if past and before.earliest is not None:
        return before
    return published_date(context.published) if is_news(clauses, trigger, sentence) else UNDATED


def _quoted(context: _Context, offset: int) -> bool:
    return any(quote.start <= offset < quote.end and quote.form != "indirect" for quote, _ in context.quotes)


def _event(
    context: _Context,
    clauses: Clauses,
    trigger: Trigger,
    sentence: int,
    source: str | None,
    target: str | None,
    status: str,
    dated: Dated,
) -> Event:
    start, end = clauses.tokens[trigger.first].start, clauses.tokens[trigger.end - 1].end
    kind = event_types().get(trigger.frame.kind or "")
    head = clauses.tokens[trigger.head].start
    reporter = next((speaker for quote, speaker in context.quotes if quote.start <= head < quote.end and speaker), None)
    return Event(
        sentence,
        start,
        end,
        context.document.text[start:end],
        trigger.frame.kind,
        kind.mode if kind else None,
        kind.polarity if kind else None,
        source,
        target,
        *dated,
        status,
        reporter if reporter != source or status != "happened" else None,
    )
