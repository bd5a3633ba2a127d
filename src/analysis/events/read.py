"""Events of a document: who did what to whom, when, and whether it happened."""

from collections import Counter
from collections.abc import Sequence
from typing import Any, TypeVar

import pandas as pd

from analysis.actors import Mention, read_names
from analysis.events.asides import without_asides
from analysis.events.clauses import Clauses
from analysis.events.dateline import anchored, find_dateline, read_story_times
from analysis.events.dates import UNDATED, Dated
from analysis.events.event import Event, Sides
from analysis.events.places_of_times import place_times
from analysis.events.sentence import Before, Context, read_sentence
from analysis.events.triggers import may_tell
from analysis.quotes import Quote, read_quotes
from analysis.tables import frame
from analysis.text import Document
from analysis.text.quotation import quotation_spans
from analysis.times import Published, Time, parse_published

_PARTS = ("title", "body")
_NOBODY = Sides(None, None)
_Row = TypeVar("_Row", Mention, Time)


def find_events(text: str, published: Any = None) -> pd.DataFrame:
    """Return the events that an English `text` tells, one a row, source and target as the names are written.

    Columns: those of the events table without article_id (see `analysis.tables`). `published` is the day of the text
    (a date, an ISO string, or None): it resolves relative dates and dates what is told as news. Method: verbs and nouns
    of a lexicon keyed to the PLOVER ontology, clauses read by closed-class words. Raises ValueError for a `published`
    that is no date.
    """

    day = parse_published(published)
    document = Document(text)
    mentions = [
        Mention(document.sentence_at(name.start).number, name.start, name.end, name.text, name.text, "name")
        for name in read_names(document)
    ]
    quotes = [(quote, quote.speaker_text) for quote in read_quotes(document)]
    found = read_events(document, mentions, read_story_times(document, day), quotes, day)
    return frame("events", [("", *event) for event in found]).drop(columns="article_id")


def read_events(
    document: Document,
    mentions: Sequence[Mention],
    times: Sequence[Time],
    quotes: Sequence[tuple[Quote, str | None]],
    published: Published | None,
) -> list[Event]:
    """Return the events of `document` in order; source, target and reported_by are the actors of `mentions`."""
    marked = document.by_sentence(quotation_spans(document), lambda span: span)
    quoted = document.by_sentence(quotes, lambda pair: (pair[0].start, pair[0].end))
    dateline = find_dateline(document)
    if dateline:
        published = anchored(dateline, times, published)
        mentions, times = _outside(mentions, dateline), _outside(times, dateline)
    context = Context(document, marked, quoted, published)
    several = {start for start, count in Counter(m.start for m in mentions).items() if count > 1}  # "the two leaders"
    mentions_of = _grouped([m for m in mentions if m.start not in several], len(document.sentences))
    times_of = _grouped(times, len(document.sentences))
    events: list[Event] = []
    dated, paragraph, sides = UNDATED, -1, _NOBODY
    for sentence in document.sentences:
        number = sentence.number
        if sentence.part not in _PARTS or sentence.language != "en":
            continue
        low = document.low(number)
        if not may_tell(low):
            continue
        tokens, low = without_asides(document.tokens(number), low)
        clauses = Clauses(tokens, low, [(m.start, m.end, m.actor) for m in mentions_of[number]])
        carries = sentence.paragraph == paragraph or "then" in clauses.low
        before = Before(dated if carries else UNDATED, sides)
        told = read_sentence(context, clauses, number, place_times(clauses, times_of[number]), before)
        events += told
        sides = next((Sides(e.source, e.target) for e in told if e.source and e.target), sides)
        when = [e for e in told if e.date_basis in ("explicit", "relative") and e.status == "happened"]
        if when:
            dated = Dated(when[0].earliest, when[0].latest, when[0].precision, "carried")
            paragraph = sentence.paragraph
    return events


def _outside(rows: Sequence[_Row], span: tuple[int, int]) -> list[_Row]:
    return [row for row in rows if not span[0] <= row.start < span[1]]


def _grouped(rows: Sequence[Any], count: int) -> list[list[Any]]:
    groups: list[list[Any]] = [[] for _ in range(count)]
    for row in rows:
        groups[row.sentence].append(row)
    return groups
