from types import SimpleNamespace

import pandas as pd
import pytest

from analysis.tables import frame


def article(key, title, published, precision="day", basis="sidecar", repeats=None):
    return {
        "article_id": key,
        "title": title,
        "outlet": "The Herald",
        "language": "en",
        "published": published,
        "published_precision": precision,
        "published_basis": basis,
        "words": 100,
        "sentences": 5,
        "duplicate_of": repeats,
        "text": "",
    }


def actor(key, name, kind):
    return {"actor": key, "name": name, "kind": kind, "basis": "roster", "mentions": 1, "articles": 1}


def mention(article_id, sentence, start, who, how="name"):
    place = {"article_id": article_id, "sentence": sentence, "start": start, "end": start + 3}
    return place | {"text": "Ann", "actor": who, "how": how, "quoted": False}


def event(key, earliest, latest, source="ann", target="bor", kind="ACCUSE", polarity="conflict", **more):
    told = {"status": "happened", "articles": 1, "evidence": ["one:0"], "dates_agree": True, "precision": "day"}
    dated = {"event": key, "earliest": earliest, "latest": latest, "summary": f"This is what {key} was."}
    return (
        dated | {"source": source, "target": target, "kind": kind, "mode": "verbal", "polarity": polarity} | told | more
    )


MENTIONS = [
    mention("one", 0, 0, "ann"),
    mention("one", 0, 9, "bor"),
    mention("one", 1, 20, "ann", "pronoun"),
    mention("one", 1, 30, "ann", "role"),
    mention("two", 0, 0, "ann", "short name"),
    mention("two", 0, 9, "bor", "metonym"),
    mention("two", 0, 19, "cas"),
    mention("copy", 0, 0, "cas"),
    mention("copy", 0, 9, "bor"),
]

QUOTES = [
    ("one", 0, "ann", "direct"),
    ("one", 1, "ann", "indirect"),
    ("two", 0, None, "mixed"),
    ("copy", 0, "ann", "direct"),
]

OPINIONS = [
    ("one", 0, "bor", "ann", -0.5),
    ("one", 1, "bor", "ann", -0.25),
    ("two", 0, "bor", "ann", -0.75),
    ("two", 1, "ann", None, 0.5),
    ("copy", 0, "ann", None, 0.5),
]


def label(score):
    return "negative" if score < -0.05 else "positive" if score > 0.05 else "neutral"


@pytest.fixture(scope="session")
def small():
    """Two articles and a copy of the first, three actors: small enough to count by hand."""
    articles = [
        article("one", "Ann accuses Boria", "2026-01-07"),
        article("two", None, "2025-12-01", "month"),
        article("copy", "Ann accuses Boria", "2026-01-07", repeats="one"),
    ]
    actors = [
        actor("ann", "Ann Lee", "person"),
        actor("bor", "Boria", "place"),
        actor("cas", "Casa Party", "organization"),
    ]
    scores = [("one", 0, -0.6), ("one", 1, 0.0), ("one", 2, 0.2), ("two", 0, 0.5), ("copy", 0, -0.6)]
    quotes = [
        {"article_id": key, "sentence": place, "start": 10 * place, "end": 10 * place + 5, "text": "so", "form": form}
        | {"cue": "said", "speaker": who}
        for key, place, who, form in QUOTES
    ]
    opinions = [
        {"article_id": key, "sentence": place, "start": 10 * place, "end": 10 * place + 3, "target": target}
        | {"holder": holder, "score": score, "label": label(score), "confidence": 0.5, "method": "lexicon"}
        for key, place, target, holder, score in OPINIONS
    ]
    events = [
        event("old", "2022-01-01", "2022-12-31", polarity="cooperation", kind="AGREE", precision="year"),
        event("new", "2026-01-03", "2026-01-03", articles=2),
        event("talks", "2026-02-01", "2026-02-28", kind="CONSULT", polarity="cooperation", status="planned"),
        event("rumour", None, None, source=None, target=None, kind=None, polarity=None, mode=None, precision=None),
    ]
    return SimpleNamespace(
        articles=frame("articles", articles),
        actors=frame("actors", actors),
        mentions=frame("mentions", MENTIONS),
        sentiment=frame("sentiment", [(key, place, score, label(score)) for key, place, score in scores]),
        quotes=frame("quotes", quotes),
        opinions=frame("opinions", opinions),
        chronology=frame("chronology", events),
    )


@pytest.fixture(scope="session")
def nothing(small):
    """The same tables without a row."""
    return SimpleNamespace(**{name: table.head(0) for name, table in vars(small).items()})


@pytest.fixture(scope="session")
def draw_all():
    """Return a function that draws every chart of a set of tables."""
    from analysis import charts

    def draw(tables):
        return {
            "actor_mentions": charts.actor_mentions(tables.mentions, tables.actors, tables.articles),
            "actors_by_article": charts.actors_by_article(tables.mentions, tables.actors, tables.articles),
            "co_mentions": charts.co_mentions(tables.mentions, tables.actors, articles=tables.articles),
            "tone_by_article": charts.tone_by_article(tables.sentiment, tables.articles),
            "opinion_matrix": charts.opinion_matrix(tables.opinions, tables.actors, articles=tables.articles),
            "opinion_means": charts.opinion_means(tables.opinions, tables.actors, tables.articles, by="month"),
            "timeline": charts.timeline(tables.chronology, tables.actors),
            "planned_events": charts.planned_events(tables.chronology, tables.actors),
            "publication_dates": charts.publication_dates(tables.articles),
            "speakers": charts.speakers(tables.quotes, tables.actors, articles=tables.articles),
        }

    return draw


@pytest.fixture(scope="session")
def drawn(small, draw_all):
    return draw_all(small)


@pytest.fixture
def rows():
    """Return a function that gives a table's rows as tuples, NA as None."""

    def as_rows(table):
        values = table.astype(object).where(table.notna(), None)
        return [
            tuple(value.date().isoformat() if isinstance(value, pd.Timestamp) else value for value in row)
            for row in values.to_numpy()
        ]

    return as_rows
