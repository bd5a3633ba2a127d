"""How often each actor is mentioned, and in what way."""

from typing import Any

import pandas as pd

from analysis.charts.anchors import actor_anchor
from analysis.charts.bars import draw_bars
from analysis.charts.chart import Chart, nothing, present
from analysis.charts.counting import (
    actor_kinds,
    actor_names,
    check_top,
    most_frequent,
    of_originals,
    originals,
    repeats,
)
from analysis.charts.words import count, listing, number, rest
from analysis.tables import require

_PARTS = {
    "by name": ["name", "short name", "acronym", "handle"],
    "by role or place": ["role", "metonym"],
    "by pronoun": ["pronoun"],
}
_HOWS = [how for hows in _PARTS.values() for how in hows]
_TITLE = "Mentions of actors, by how they are referred to"


def actor_mentions(mentions: pd.DataFrame, actors: pd.DataFrame, articles: pd.DataFrame, *, top: int = 15) -> Chart:
    """Draw how often each actor is mentioned, by how, with the number of articles that mention it.

    `top` is the most actors drawn. Repeated articles are not counted. The chart's data: actor (its name), kind,
    mentions, a column for each how, articles, percent of articles. Raises ValueError on tables without their
    columns.
    """
    require(mentions=mentions, actors=actors, articles=articles)
    check_top(top)
    counted = of_originals(mentions, articles)
    total = len(originals(articles))
    order = most_frequent(counted["actor"], actor_names(actors))
    data = _count(counted[counted["actor"].isin(order[:top])], order[:top], actors, total)
    if data.empty:
        return nothing(data, title=_TITLE, reason="no actor is mentioned")
    caption = (
        f"{_TITLE}. n = {count(len(counted), 'mention')} of {count(len(order), 'actor')} in {count(total, 'article')}. "
        "Bar and bold number: mentions; at the right: how many of the articles mention the actor."
        f"{rest(len(data), len(order), 'actor')}{repeats(articles)}"
    )
    drawn = data.assign(articles=[f"{number(some)} of {number(total)}" for some in data["articles"]])
    targets = [actor_anchor(actor) for actor in order[:top]]
    return present(
        lambda **form: draw_bars(drawn, _PARTS, right="articles", targets=targets, **form),
        data,
        alt=_alt(data, len(order), total),
        caption=caption,
    )


def _count(mentions: pd.DataFrame, order: list[str], actors: pd.DataFrame, total: int) -> pd.DataFrame:
    names, kinds = actor_names(actors), actor_kinds(actors)
    rows: list[dict[str, Any]] = []
    for actor, own in ((actor, mentions[mentions["actor"] == actor]) for actor in order):
        articles = own["article_id"].nunique()
        hows = own["how"].value_counts()
        row = {"actor": names.get(actor, actor), "kind": kinds.get(actor), "mentions": len(own)}
        row |= {how: int(hows.get(how, 0)) for how in _HOWS}
        rows.append(row | {"articles": articles, "percent of articles": round(100 * articles / max(total, 1))})
    return pd.DataFrame(rows, columns=["actor", "kind", "mentions", *_HOWS, "articles", "percent of articles"])


def _alt(data: pd.DataFrame, actors: int, total: int) -> str:
    leaders = [
        f"{row['actor']} {number(row['mentions'])} (in {number(row['articles'])} of {count(total, 'article')})"
        for row in data.head(3).to_dict("records")
    ]
    return f"Bar chart of mentions of {count(actors, 'actor')}. Most mentioned: {listing(leaders)}."
