"""An event as one sentence tells it."""

import datetime as dt
from typing import NamedTuple

from analysis.events.clauses import Clauses
from analysis.events.dates import Dated
from analysis.events.words import event_types
from analysis.text import Document


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


class Sides(NamedTuple):
    """Who acts and who is acted on, by actor."""

    source: str | None
    target: str | None


def make_event(
    document: Document,
    clauses: Clauses,
    span: tuple[int, int],
    kind: str | None,
    sides: Sides,
    dated: Dated,
    status: str,
    reported_by: str | None,
) -> Event:
    """Return the event whose words are the tokens [first, end) of `span`."""
    start, end = clauses.tokens[span[0]].start, clauses.tokens[span[1] - 1].end
    found = event_types().get(kind or "")
    return Event(
        document.sentence_at(start).number,
        start,
        end,
        document.text[start:end],
        kind,
        found.mode if found else None,
        found.polarity if found else None,
        *sides,
        dated.earliest,
        dated.latest,
        dated.precision,
        dated.basis,
        status,
        reported_by,
    )
