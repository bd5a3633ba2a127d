"""One article through all steps: a pure function of its text, title, language and day, the roster and the lexicons."""

from collections.abc import Callable, Iterable
from functools import cache
from operator import itemgetter
from typing import Any, NamedTuple

from analysis.actors import KnownActor, Mention, Roster, known_actors, read_mentions, read_names
from analysis.events import read_events, read_story_times
from analysis.quotes import Quote, read_quotes, speaker_of
from analysis.sentiment import read_opinions, read_tones
from analysis.tables import KEYS, columns
from analysis.text import Document
from analysis.text.quotation import quotation_spans
from analysis.times import parse_published

Rows = dict[str, list[tuple[Any, ...]]]
ACTORS = KnownActor._fields

PARTS = {  # what is kept by itself, so that the opinions, the costliest, stay when other rules change; and its tables
    "articles": ("rejected", "sentences", "mentions", "quotes", "sentiment", "times", "events", "actors"),
    "opinions": ("rejected", "opinions"),
}
# What a rule that is wrong raises. It does so again on the same text, so that the result can be kept; what a lack of
# memory or of a file raises is no result, and stops the run.
_OF_RULES = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)


class Job(NamedTuple):
    """What the annotation of one article depends on, besides the roster and the lexicons."""

    text: str
    title: str | None
    language: str
    published: str | None


def fields(table: str) -> tuple[str, ...]:
    """Return the columns that the rows of one article have: those of the table without what names the article."""
    return ACTORS if table == "actors" else tuple(columns(table)[1:])


def annotate_article(job: Job, roster: Roster, opinions: str | None) -> Rows:
    """Return the rows of one article for each table in PARTS, in their order there; those of "actors" are KnownActors.

    Actors are named by keys of this article alone. `opinions` is the method, or None for no opinions. An article in
    another language than English has sentences only. So has one on which a step fails, or no opinions where that is the
    step: "rejected" says why.
    """
    document = Document(job.text, title=job.title, language=job.language)
    found: dict[str, Iterable[tuple[Any, ...]]] = {
        "sentences": [
            (s.number, s.paragraph, s.start, s.end, s.part, s.language, job.text[s.start : s.end])
            for s in document.sentences
        ]
    }
    if job.language == "en":
        try:
            analysed, acting, spoken = _analyse(document, roster, job.published)
            found |= analysed
            found["opinions"] = read_opinions(document, acting, spoken, opinions) if opinions else []
        except _OF_RULES as error:
            found["rejected"] = [("cannot be analysed", f"{type(error).__name__}: {error}")]
    return {table: _in_order(table, found.get(table, ())) for tables in PARTS.values() for table in tables}


def _analyse(
    document: Document, roster: Roster, stamp: str | None
) -> tuple[dict[str, Iterable[tuple[Any, ...]]], list[Mention], list[tuple[Quote, str | None]]]:
    """Return the rows but for opinions, and what these are made of: mentions of those who act, quotes and speakers."""
    published = parse_published(stamp)
    times = read_story_times(document, published)
    names = read_names(document)
    mentions, actors = read_mentions(document, names, roster, published)
    spoken = [(quote, speaker_of(quote, mentions)) for quote in read_quotes(document)]
    marks = document.by_sentence(quotation_spans(document), lambda span: span)
    places = {actor.actor for actor in actors if actor.kind == "place"}
    acting = [mention for mention in mentions if mention.actor not in places]
    found: dict[str, Iterable[tuple[Any, ...]]] = {
        "actors": known_actors(actors, mentions),
        "mentions": [
            (*m, any(start <= m.start and m.end <= end for start, end in marks[m.sentence])) for m in mentions
        ],
        "quotes": [
            (q.sentence, q.start, q.end, q.text, q.form, q.cue, speaker, q.speaker_start, q.speaker_end, q.speaker_text)
            for q, speaker in spoken
        ],
        "sentiment": read_tones(document, [(name.start, name.end) for name in names]),
        "times": times,
        "events": read_events(document, mentions, times, spoken, published),
    }
    return found, acting, spoken


def _in_order(table: str, rows: Iterable[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """Return `rows` sorted as the table is; actors stay as they are."""
    if table == "actors":
        return list(rows)
    return sorted(rows, key=_key(table))


@cache
def _key(table: str) -> Callable[[tuple[Any, ...]], Any]:
    return itemgetter(*(fields(table).index(name) for name in KEYS[table][1:]))
