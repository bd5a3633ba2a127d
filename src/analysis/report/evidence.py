"""The sentences behind the marks of the charts, actor by actor."""

from collections.abc import Container, Iterator
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from analysis.charts.anchors import NOBODY, actor_anchor, opinion_anchor, pair_anchor, speaker_anchor
from analysis.charts.counting import actor_kinds, actor_names
from analysis.charts.pairs import pairs_of
from analysis.charts.words import count, decimal
from analysis.report.distinct import distinct
from analysis.report.finding import places
from analysis.tables import Tables, rows

_APART = 12  # articles up to which each has its own list


class Group(NamedTuple):
    """Sentences behind one mark: the id it leads to, what they are, and their references."""

    id: str
    title: str
    references: tuple[str, ...]


class Card(NamedTuple):
    """What is behind the marks of one actor: its id, name and kind, a line on it, and the groups of sentences."""

    id: str
    name: str
    kind: str
    line: str
    groups: list[Group]


def cards(tables: Tables, wanted: Container[str], titles: dict[str, str]) -> list[Card]:
    """Return a card for each actor that an id of `wanted` is about, the most mentioned first.

    Repeated articles are left out, as in the charts.
    """
    own = distinct(tables)
    names, kinds = actor_names(own.actors), actor_kinds(own.actors)
    groups: dict[str, list[Group]] = {}
    for actor, group in (
        *_mentions(own.mentions, titles, wanted),
        *_statements(own.quotes, wanted),
        *_pairs(own.mentions, names, wanted),
        *_opinions(own.opinions, names, wanted),
    ):
        groups.setdefault(actor, []).append(group)
    ranked = own.actors.sort_values(["mentions", "actor"], ascending=[False, True])
    found = [
        Card(actor_anchor(row.actor), names[row.actor], kinds.get(row.actor, ""), _line(row), groups[row.actor])
        for row in rows(ranked)
        if row.actor in groups
    ]
    if NOBODY in groups:
        line = "Statements whose speaker the rules could not tell."
        found.append(Card(actor_anchor(NOBODY), "Speaker not identified", "", line, groups[NOBODY]))
    return found


def _line(row: Any) -> str:
    return f"{count(row.mentions, 'mention')} in {count(row.articles, 'article')}"


def _mentions(mentions: pd.DataFrame, titles: dict[str, str], wanted: Container[str]) -> Iterator[tuple[str, Group]]:
    """Yield an actor's mentions by article, or all at once where the articles are many."""
    by_actor: dict[str, dict[str, Any]] = {}
    for (actor, article), own in _by(mentions, "actor", "article_id").items():
        by_actor.setdefault(actor, {})[article] = own
    for actor, articles in by_actor.items():
        anchor = actor_anchor(actor)
        several = len(articles) > _APART
        if several and anchor in wanted:
            own = np.concatenate(list(articles.values()))
            yield actor, Group(f"{anchor}--all", f"All {count(len(own), 'mention')}", places(mentions.iloc[own]))
        for article, own in articles.items():
            cell = actor_anchor(actor, article)
            if cell in wanted or (anchor in wanted and not several):
                title = f"In “{titles.get(article, article)}”: {count(len(own), 'mention')}"
                yield actor, Group(cell, title, places(mentions.iloc[own]))


def _statements(quotes: pd.DataFrame, wanted: Container[str]) -> Iterator[tuple[str, Group]]:
    for (speaker,), own in _by(quotes.fillna({"speaker": ""}), "speaker").items():
        anchor = speaker_anchor(speaker or None)
        if anchor in wanted:
            title = f"What is said: {count(len(own), 'statement')}"
            yield speaker or NOBODY, Group(anchor, title, places(quotes.iloc[own]))


def _pairs(mentions: pd.DataFrame, names: dict[str, str], wanted: Container[str]) -> Iterator[tuple[str, Group]]:
    """Yield the sentences of two actors under the one that is mentioned more, the most sentences first."""
    times, pairs = mentions["actor"].value_counts().to_dict(), pairs_of(mentions)
    for pair, own in sorted(_by(pairs, "actor", "with").items(), key=lambda pair: -len(pair[1])):
        one, other = sorted(pair, key=lambda actor: (-times[actor], actor))
        anchor = pair_anchor(one, other)
        if anchor in wanted:
            title = f"With {names.get(other, other)}: {count(len(own), 'sentence')}"
            yield one, Group(anchor, title, places(pairs.iloc[own]))


def _opinions(opinions: pd.DataFrame, names: dict[str, str], wanted: Container[str]) -> Iterator[tuple[str, Group]]:
    groups = _by(opinions.fillna({"holder": ""}), "holder", "target")
    for (holder, target), at in sorted(groups.items(), key=lambda group: -len(group[1])):
        anchor = opinion_anchor(holder or None, target)
        if anchor in wanted:
            own = opinions.iloc[at]
            whose = names.get(holder, holder) if holder else "The outlets’ own words"
            mean = decimal(own["score"].mean(), signed=True)
            title = f"{whose} on {names.get(target, target)}: {count(len(own), 'opinion')}, {mean} on average"
            yield target, Group(anchor, title, places(own.sort_values("score")))


def _by(table: pd.DataFrame, *keys: str) -> dict[tuple[str, ...], Any]:
    """Return the places of the rows that have the same values in the columns `keys`, in order of the values."""
    found: dict[Any, Any] = table.groupby(list(keys)).indices
    return {key if isinstance(key, tuple) else (key,): found[key] for key in sorted(found)}
