"""What is new since an earlier report on the same corpus."""

import json
import math
import zlib
from base64 import b64decode, b64encode
from collections.abc import Iterator
from typing import Any

import pandas as pd

from analysis.charts.anchors import actor_anchor, article_anchor, event_anchor
from analysis.charts.counting import actor_names, article_titles
from analysis.charts.words import count, decimal, listing, percent
from analysis.report.distinct import distinct
from analysis.report.finding import Finding, Findings, Link, places
from analysis.store import digest
from analysis.tables import Tables, rows

Memory = dict[str, Any]

_FEWEST = 5  # articles, or opinions, on each side of a comparison
_SURE = 3  # standard errors: chance alone goes so far about once in four hundred times
_FOREMOST = 20  # actors compared
_SHOWN = 5
RULE = (
    f"A shift is told where it is larger than {_SURE} standard errors, which chance alone makes about once in four "
    f"hundred times, for the {_FOREMOST} most mentioned actors, from {_FEWEST} articles or opinions on each side on."
)


def remember(tables: Tables) -> Memory:
    """Return of the tables what a later report is compared with."""
    texts = zip(tables.articles["article_id"], tables.articles["text"], strict=True)
    mentioned = tables.actors[tables.actors["mentions"] > 0]
    return {
        "articles": {article: digest(text)[:12] for article, text in texts},
        "actors": sorted(mentioned["actor"]),
        "events": sorted(tables.chronology["event"]),
    }


def packed(memory: Memory) -> str:
    """Return `memory` as letters that can stand in a page."""
    return b64encode(zlib.compress(json.dumps(memory, sort_keys=True).encode(), 9)).decode()


def unpacked(letters: str) -> Memory:
    """Return what `packed` made letters of. Raises ValueError for other letters."""
    try:
        memory = json.loads(zlib.decompress(b64decode(letters, validate=True)))
    except zlib.error as error:
        raise ValueError(str(error)) from None
    if not (isinstance(memory, dict) and {"articles", "actors", "events"} <= memory.keys()):
        raise ValueError("it holds no tables")
    return memory


def changes(before: Memory, tables: Tables) -> Findings:
    """Return what the tables hold that the report remembered in `before` did not: articles, actors, events, shifts."""
    now = remember(tables)["articles"]
    known: dict[str, str] = before["articles"]
    titles = article_titles(tables.articles)
    added = [article for article in now if article not in known]
    changed = [article for article in now if article in known and now[article] != known[article]]
    gone = [article for article in known if article not in now]
    found = [
        _articles(added, titles, "new since the last report"),
        _articles(changed, titles, "whose text has changed"),
        _articles(gone, titles, "of the last report, now gone"),
    ]
    if not any(found):
        return Findings([Finding("No article is new, gone or changed since the last report.")])
    own = distinct(tables)
    new = set(added) | set(changed)
    found += [_actors(before, own), _events(before, own), *_shifts(own, new)]
    return Findings([finding for finding in found if finding])


def _articles(articles: list[str], titles: dict[str, str], what: str) -> Finding | None:
    if not articles:
        return None
    more = [f"{len(articles) - _SHOWN} more"] if len(articles) > _SHOWN else []
    shown = [Link(titles.get(article, article), article_anchor(article)) for article in articles[:_SHOWN]]
    names = listing([f"“{link.words}”" for link in shown] + more)
    return Finding(f"{count(len(articles), 'article')} {what}: {names}.", (), tuple(shown))


def _actors(before: Memory, tables: Tables) -> Finding | None:
    known, names = set(before["actors"]), actor_names(tables.actors)
    fresh = tables.actors[(tables.actors["mentions"] > 0) & ~tables.actors["actor"].isin(known)]
    if fresh.empty:
        return None
    ranked = fresh.sort_values(["mentions", "actor"], ascending=[False, True])
    shown = [f"{names[row.actor]} ({count(row.mentions, 'mention')})" for row in rows(ranked.head(_SHOWN))]
    more = [f"{len(fresh) - _SHOWN} more"] if len(fresh) > _SHOWN else []
    links = [Link(names[actor], actor_anchor(actor)) for actor in ranked["actor"].head(_SHOWN)]
    behind = tables.mentions[tables.mentions["actor"].isin(ranked["actor"].head(_SHOWN))]
    text = f"{count(len(fresh), 'actor')} not mentioned before: {listing(shown + more)}."
    return Finding(text, places(behind), tuple(links))


def _events(before: Memory, tables: Tables) -> Finding | None:
    fresh = tables.chronology[~tables.chronology["event"].isin(set(before["events"]))]
    if fresh.empty:
        return None
    ranked = fresh.sort_values(["articles", "event"], ascending=[False, True])
    evidence = tuple(item for told in ranked["evidence"].head(_SHOWN) for item in told[:2])
    text = f"{count(len(fresh), 'event')} not told before; the most told: {ranked['summary'].iloc[0]}"
    return Finding(text, evidence, (Link("the most told", event_anchor(ranked["event"].iloc[0])),))


def _shifts(tables: Tables, new: set[str]) -> Iterator[Finding]:
    """Yield where the new articles differ from the others more than chance would make them, of the foremost actors."""
    names = actor_names(tables.actors)
    fresh = tables.articles["article_id"].isin(new)
    sizes = int((~fresh).sum()), int(fresh.sum())
    for actor in tables.actors.sort_values(["mentions", "actor"], ascending=[False, True])["actor"].head(_FOREMOST):
        articles = tables.mentions.loc[tables.mentions["actor"] == actor, "article_id"].drop_duplicates()
        counts = int((~articles.isin(new)).sum()), int(articles.isin(new).sum())
        if min(sizes) >= _FEWEST and _shares_differ(counts, sizes):
            shares = [percent(part, whole) for part, whole in zip(counts, sizes, strict=True)]
            text = f"{names[actor]} is mentioned in {shares[1]} of the new articles, in {shares[0]} of the others."
            yield Finding(text, (), (Link(names[actor], actor_anchor(actor)),))
        own = tables.opinions[tables.opinions["target"] == actor]
        late, early = own[own["article_id"].isin(new)], own[~own["article_id"].isin(new)]
        if min(len(early), len(late)) >= _FEWEST and _means_differ(early["score"], late["score"]):
            means = [decimal(part["score"].mean(), signed=True) for part in (early, late)]
            text = (
                f"Opinions of {names[actor]} are {means[1]} on average in the new articles, {means[0]} in the others."
            )
            yield Finding(text, places(late), (Link(names[actor], actor_anchor(actor)),))


def _shares_differ(counts: tuple[int, int], sizes: tuple[int, int]) -> bool:
    whole = sum(counts) / sum(sizes)
    error = math.sqrt(whole * (1 - whole) * (1 / sizes[0] + 1 / sizes[1]))
    return error > 0 and abs(counts[0] / sizes[0] - counts[1] / sizes[1]) > _SURE * error


def _means_differ(one: "pd.Series[float]", other: "pd.Series[float]") -> bool:
    error = math.sqrt(one.var() / len(one) + other.var() / len(other))
    return error > 0 and abs(float(one.mean() - other.mean())) > _SURE * error
