"""The sentences behind the marks of the charts, actor by actor."""

from collections.abc import Container, Iterator
from typing import Any, NamedTuple

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
    behind = (*_statements(own), *_pairs(own, names), *_opinions(own, names))
    for actor, group in (*_mentions(own, titles, wanted), *((a, g) for a, g in behind if g.id in wanted)):
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


def _mentions(tables: Tables, titles: dict[str, str], wanted: Container[str]) -> Iterator[tuple[str, Group]]:
    """Yield an actor's mentions by article, or all at once where the articles are many."""
    for (actor,), own in _by(tables.mentions, "actor"):
        anchor = actor_anchor(actor)
        several = own["article_id"].nunique() > _APART
        if several and anchor in wanted:
            yield actor, Group(f"{anchor}--all", f"All {count(len(own), 'mention')}", places(own))
        for (article,), part in _by(own, "article_id"):
            cell = actor_anchor(actor, article)
            if cell in wanted or (anchor in wanted and not several):
                title = f"In “{titles.get(article, article)}”: {count(len(part), 'mention')}"
                yield actor, Group(cell, title, places(part))


def _statements(tables: Tables) -> Iterator[tuple[str, Group]]:
    for (speaker,), own in _by(tables.quotes.fillna({"speaker": ""}), "speaker"):
        title = f"What is said: {count(len(own), 'statement')}"
        yield speaker or NOBODY, Group(speaker_anchor(speaker or None), title, places(own))


def _pairs(tables: Tables, names: dict[str, str]) -> Iterator[tuple[str, Group]]:
    """Yield the sentences of two actors under the one that is mentioned more, the most sentences first."""
    mentions = tables.mentions["actor"].value_counts()
    pairs = sorted(_by(pairs_of(tables.mentions), "actor", "with"), key=lambda pair: -len(pair[1]))
    for pair, own in pairs:
        one, other = sorted(pair, key=lambda actor: (-mentions[actor], actor))
        title = f"With {names.get(other, other)}: {count(len(own), 'sentence')}"
        yield one, Group(pair_anchor(one, other), title, places(own))


def _opinions(tables: Tables, names: dict[str, str]) -> Iterator[tuple[str, Group]]:
    groups = sorted(_by(tables.opinions.fillna({"holder": ""}), "holder", "target"), key=lambda group: -len(group[1]))
    for (holder, target), own in groups:
        whose = names.get(holder, holder) if holder else "The outlets’ own words"
        mean = decimal(own["score"].mean(), signed=True)
        title = f"{whose} on {names.get(target, target)}: {count(len(own), 'opinion')}, {mean} on average"
        yield target, Group(opinion_anchor(holder or None, target), title, places(own.sort_values("score")))


def _by(table: pd.DataFrame, *keys: str) -> Iterator[tuple[tuple[str, ...], pd.DataFrame]]:
    return ((tuple(map(str, key)), own) for key, own in table.groupby(list(keys)))
