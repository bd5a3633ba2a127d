"""The reading view: the articles with what was read in them, and the lists that filter them."""

from typing import Any, NamedTuple

import pandas as pd
from markupsafe import Markup

from analysis.charts.anchors import actor_anchor, article_anchor, event_anchor
from analysis.charts.chronology import headline, named
from analysis.charts.counting import actor_names
from analysis.charts.dates import published, written
from analysis.charts.words import clean, missing, shorten, without_pictures
from analysis.report.markup import Mark, mark_up, marks_of
from analysis.report.sources import Sources, cut
from analysis.tables import Tables, rows

_MOST = 60  # actors offered to filter by
_SHORT = 48  # characters of a title in a list


class Article(NamedTuple):
    """An article as the page shows it; `heading` and the paragraphs' `html` are safe."""

    id: str
    anchor: str
    name: str
    short: str
    heading: str
    language: str
    source: str
    published: str
    url: str | None
    paragraphs: list[dict[str, str]]
    cut: str
    actors: list[tuple[str, str]]
    events: list[tuple[str, str]]


class Choice(NamedTuple):
    """What a list to filter by offers: values and their names."""

    actors: list[tuple[str, str]]
    articles: list[tuple[str, str]]


def articles(tables: Tables, sources: Sources, anchors: set[str]) -> list[Article]:
    """Return the articles that the reading view holds, each with the `anchors` that lead back from it."""
    marks = marks_of(tables, sources.held)
    told = dict(list(tables.sentences.groupby("article_id")))
    actors, events = _actors(tables, anchors), _events(tables, anchors)
    return [
        _article(row, told.get(row.article_id, tables.sentences.head(0)), marks[row.article_id], sources)._replace(
            actors=actors.get(row.article_id, []), events=events.get(row.article_id, [])
        )
        for row in rows(tables.articles.sort_values(["published", "article_id"], na_position="last"))
        if row.article_id in sources.held
    ]


def _article(row: Any, sentences: pd.DataFrame, marks: list[Mark], sources: Sources) -> Article:
    spans = sentences.groupby("paragraph").agg({"start": "min", "end": "max", "part": "first"})
    shown = sources.held[row.article_id]
    paragraphs = [
        {"part": p.part, "html": mark_up(row.text, marks, p.start, min(p.end, shown))}
        for p in rows(spans)
        if p.start < shown
    ]
    name = sources.titles[row.article_id]
    titled = bool(paragraphs) and paragraphs[0]["part"] == "title"
    return Article(
        id=row.article_id,
        anchor=article_anchor(row.article_id),
        name=name,
        short=shorten(without_pictures(name), _SHORT),
        heading=Markup(paragraphs.pop(0)["html"]) if titled else name,
        language=row.language,
        source=" · ".join(clean(cell) for cell in (row.outlet, row.author) if pd.notna(cell)),
        published=published(row.published, row.published_precision, row.published_basis),
        url=row.url if pd.notna(row.url) and str(row.url).startswith(("http://", "https://")) else None,
        paragraphs=paragraphs,
        cut=cut(shown, row.text),
        actors=[],
        events=[],
    )


def _actors(tables: Tables, anchors: set[str]) -> dict[str, list[tuple[str, str]]]:
    """Return for each article the lists of its actors' mentions, the most mentioned first."""
    names = actor_names(tables.actors)
    counts = tables.mentions.groupby(["article_id", "actor"], as_index=False).size()
    found: dict[str, list[tuple[str, str]]] = {}
    for row in counts.sort_values(["size", "actor"], ascending=[False, True]).to_dict("records"):
        anchor = actor_anchor(row["actor"], row["article_id"])
        if anchor in anchors:
            found.setdefault(row["article_id"], []).append((anchor, names[row["actor"]]))
    return found


def _events(tables: Tables, anchors: set[str]) -> dict[str, list[tuple[str, str]]]:
    """Return for each article the events it tells that the page's table of events holds."""
    found: dict[str, list[tuple[str, str]]] = {}
    told = named(tables.chronology, tables.actors).to_dict("records")
    for event, row in zip(tables.chronology["event"], told, strict=True):
        anchor = event_anchor(event)
        if anchor in anchors:
            date = "no date" if missing(row["earliest"]) else written(row["earliest"], row["latest"])
            words = ", ".join(part for part in (date, headline(row)) if part)
            for article in dict.fromkeys(item.rpartition(":")[0] for item in row["evidence"]):
                found.setdefault(article, []).append((anchor, words))
    return found


def choices(tables: Tables, shown: list[Article]) -> Choice:
    """Return what the page can be filtered by: the most mentioned actors, and the articles."""
    ranked = tables.actors[tables.actors["mentions"] > 0].sort_values(["mentions", "actor"], ascending=[False, True])
    names = actor_names(ranked.head(_MOST))
    return Choice(list(names.items()), [(article.id, article.short) for article in shown])
