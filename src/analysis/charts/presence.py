"""Which actors each article speaks of."""

from typing import TYPE_CHECKING

import pandas as pd

from analysis.charts.chart import Chart, nothing, present
from analysis.charts.counting import (
    actor_kinds,
    actor_names,
    article_titles,
    most_frequent,
    of_originals,
    originals,
    repeats,
    require,
)
from analysis.charts.htmltable import check_top
from analysis.charts.palette import INK, KINDS, QUIET, kind_colour, mix, readable_on
from analysis.charts.sheet import SMALL, Key, Sheet, wrap
from analysis.charts.words import count, listing, number, rest

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_TITLE = "Mentions of each actor in each article"
_ROW = 0.34
_LEFT = 2.25
_MOST_ACTORS = 8


def actors_by_article(mentions: pd.DataFrame, actors: pd.DataFrame, articles: pd.DataFrame, *, top: int = 20) -> Chart:
    """Draw how often each article (rows, oldest first) mentions the most mentioned actors (columns).

    `top` is the most articles drawn, those with the most mentions of these actors; repeated articles are left out.
    The chart's data: article (title or id), and a column for each actor. Raises ValueError on tables without their
    columns.
    """
    require(mentions=mentions, actors=actors, articles=articles)
    check_top(top)
    counted, kept = of_originals(mentions, articles), originals(articles)
    order = most_frequent(counted["actor"], actor_names(actors))
    shown = order[:_MOST_ACTORS]
    counts = _count(counted, kept, shown)
    if counts.empty or not shown:
        return nothing(pd.DataFrame({"article": []}), title=_TITLE, reason="no actor is mentioned")
    chosen = counts.loc[counts.sum(axis=1).sort_values(ascending=False, kind="stable").index[:top]]
    drawn = counts[counts.index.isin(chosen.index)]
    names, titles, kinds = actor_names(actors), article_titles(articles), actor_kinds(actors)
    data = drawn.rename(columns=lambda key: names.get(key, key)).reset_index(drop=True)
    data.insert(0, "article", [titles[key] for key in drawn.index], allow_duplicates=True)
    caption = (
        f"{_TITLE}. n = {count(len(kept), 'article')}, oldest first; {len(shown)} of "
        f"{count(len(order), 'actor')}, the most mentioned; the darker, the more mentions."
        f"{rest(len(drawn), len(kept), 'article', 'those with the most mentions')}{repeats(articles)}"
    )
    colours = [kind_colour(kinds.get(key)) for key in shown]
    return present(lambda: draw_presence(data, colours), data, alt=_alt(counts, shown, names), caption=caption)


def draw_presence(data: pd.DataFrame, colours: list[str], *, ax: "Axes | None" = None) -> "Axes":
    """Draw a heat table: a row for each row of `data` (article, and a column for each actor), `colours` by column."""
    top = 0.78
    sheet = Sheet(top + len(data) * _ROW + 0.05, ax)
    names = list(data.columns[1:])
    wide = (7.2 - _LEFT - 0.05) / max(len(names), 5)
    most = max(1, int(data.iloc[:, 1:].to_numpy().max(initial=0)))
    kinds = [kind for kind, colour in KINDS.items() if colour in colours]
    sheet.key(0.05, 0.12, [Key(kind, KINDS[kind]) for kind in kinds])
    for place, name in enumerate(names):
        sheet.lines(_LEFT + (place + 0.5) * wide, 0.52, wrap(name, wide - 0.03, 3, SMALL), size=SMALL, align="center")
    for level, row in enumerate(data.itertuples(index=False)):
        y = top + level * _ROW
        sheet.lines(_LEFT - 0.08, y + _ROW / 2, wrap(str(row[0]), _LEFT - 0.13, 2, SMALL), size=SMALL, align="right")
        for place, (amount, colour) in enumerate(zip(row[1:], colours, strict=True)):
            fill = mix(colour, 0.12 + 0.88 * amount / most) if amount else "#f6f7f8"
            ink = readable_on(fill) if amount else QUIET
            sheet.box(_LEFT + place * wide + 0.01, y + 0.01, wide - 0.02, _ROW - 0.02, fill)
            sheet.text(_LEFT + (place + 0.5) * wide, y + _ROW / 2, number(amount), colour=ink or INK, align="center")
    return sheet.ax


def _count(mentions: pd.DataFrame, articles: pd.DataFrame, shown: list[str]) -> pd.DataFrame:
    order = articles.sort_values(["published", "article_id"], na_position="last", kind="stable")["article_id"]
    counts = mentions.groupby(["article_id", "actor"]).size().unstack(fill_value=0)  # noqa: PD010 pivot_table is far slower here
    return counts.reindex(index=list(order), columns=shown, fill_value=0).astype("int64")


def _alt(counts: pd.DataFrame, shown: list[str], names: dict[str, str]) -> str:
    in_articles = [
        f"{names.get(key, key)} in {number(int((counts[key] > 0).sum()))} of {number(len(counts))}" for key in shown[:3]
    ]
    return f"Table of mentions by article and actor. Articles that mention the actor: {listing(in_articles)}."
