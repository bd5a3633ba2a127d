"""Which actors each article speaks of."""

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

import pandas as pd

from analysis.charts.anchors import actor_anchor
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
from analysis.charts.palette import KINDS, QUIET, kind_colour, mix, readable_on
from analysis.charts.periods import Row, article_rows
from analysis.charts.sheet import SMALL, WIDTH, Key, Sheet, fit, key_height, wrap
from analysis.charts.words import count, listing, number
from analysis.tables import require

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_TITLE = "Mentions of each actor in each article"
_TITLE_OF_PERIODS = "Mentions of each actor by time of publication"
_ROW = 0.34
_LEFT = 2.1
_TURNED, _ABOVE = 1.2, 0.2  # of a narrow sheet: the turned names, and the line above a row
_MOST_ACTORS = 8


def actors_by_article(mentions: pd.DataFrame, actors: pd.DataFrame, articles: pd.DataFrame, *, top: int = 20) -> Chart:
    """Draw how often each article (rows, oldest first) mentions the most mentioned actors (columns).

    More than `top` articles are drawn by day, week, month, quarter or year of publication, so that none is left out.
    Repeated articles are left out. The chart's data: article (title or id), or period and articles where rows are
    periods, and a column for each actor. Raises ValueError on tables without their columns.
    """
    require(mentions=mentions, actors=actors, articles=articles)
    check_top(top)
    counted, kept = of_originals(mentions, articles), originals(articles)
    names, kinds = actor_names(actors), actor_kinds(actors)
    order = most_frequent(counted["actor"], names)
    shown = order[:_MOST_ACTORS]
    unit, rows = article_rows(kept, top)
    single = unit == "article"
    if not rows or not shown:
        return nothing(pd.DataFrame({"article": []}), title=_TITLE, reason="no actor is mentioned")
    counts = _count(counted[counted["actor"].isin(shown)], rows, shown)
    data = _data(counts, rows, [names.get(key, key) for key in shown], single)
    caption = (
        f"{_TITLE if single else _TITLE_OF_PERIODS}. n = {count(len(kept), 'article')}, oldest first; "
        f"{len(shown)} of {count(len(order), 'actor')}, the most mentioned; the stronger the colour, the more mentions."
        f"{'' if single else f' A row is the articles of a {unit}.'}{repeats(articles)}"
    )
    colours = [kind_colour(kinds.get(key)) for key in shown]
    heads = [(row.title, "" if single else row.below) for row in rows]
    table = data.iloc[:, -len(shown) :]
    alt = _alt(counted, shown, names, len(kept))
    targets = [[actor_anchor(key, row.articles[0] if single else None) for key in shown] for row in rows]
    return present(partial(draw_presence, table, heads, colours, targets), data, alt=alt, caption=caption)


def draw_presence(
    counts: pd.DataFrame,
    heads: list[tuple[str, str]],
    colours: list[str],
    targets: list[list[str]],
    *,
    wide: float = WIDTH,
    ax: "Axes | None" = None,
) -> "Axes":
    """Draw a heat table of `counts`.

    `heads` are the words (and quieter words) before each row, `colours` by column, `targets` the ids cells lead to. On
    a sheet narrower than a page they stand above the rows, and the names of the columns are turned.
    """
    kinds = [Key(kind, colour) for kind, colour in KINDS.items() if colour in colours]
    beside = wide == WIDTH
    top = 0.78 if beside else key_height(kinds, wide) + _TURNED
    tall, left = (_ROW, _LEFT) if beside else (_ROW + _ABOVE, 0.05)
    sheet = Sheet(top + len(counts) * tall + 0.05, ax, wide)
    across = (wide - left - (0.05 if beside else 0.4)) / max(len(counts.columns), 5)
    most = max(1, int(counts.to_numpy().max(initial=0)))
    sheet.key(0.05, 0.12, kinds)
    for place, name in enumerate(counts.columns):
        if beside:
            sheet.heading(left + (place + 0.5) * across, 0.52, name, across)
        else:
            sheet.text(left + (place + 0.6) * across, top - 0.03, fit(name, 1.25, SMALL), size=SMALL, turned=70)
    for level, (row, (title, below)) in enumerate(zip(counts.to_numpy().tolist(), heads, strict=True)):
        y = top + level * tall + tall - _ROW
        if beside:
            lines = wrap(title, _LEFT - 0.13, 1 if below else 2, SMALL)
            sheet.lines(_LEFT - 0.08, y + _ROW / 2 - (0.07 if below else 0), lines, size=SMALL, align="right")
            sheet.text(_LEFT - 0.08, y + _ROW / 2 + 0.07, below, size=SMALL, align="right", colour=QUIET)
        else:
            sheet.text(left, y - 0.09, fit(", ".join(filter(None, (title, below))), wide - 0.1, SMALL), size=SMALL)
        for place, (amount, colour, target) in enumerate(zip(row, colours, targets[level], strict=True)):
            x = left + place * across
            fill = mix(colour, 0.12 + 0.88 * amount / most) if amount else "#f6f7f8"
            ink = readable_on(fill) if amount else QUIET
            sheet.box(x + 0.01, y + 0.01, across - 0.02, _ROW - 0.02, fill)
            sheet.text(x + across / 2, y + _ROW / 2, number(amount), colour=ink, align="center")
            words = f"{counts.columns[place]} in {title}: {number(amount)}"
            sheet.link(x, y, across, _ROW, target if amount else None, words)
    return sheet.ax


def _count(mentions: pd.DataFrame, rows: list[Row], shown: list[str]) -> list[list[int]]:
    row_of = {key: place for place, row in enumerate(rows) for key in row.articles}
    tally = Counter(zip(mentions["article_id"].map(row_of), mentions["actor"], strict=True))
    return [[tally[place, actor] for actor in shown] for place in range(len(rows))]


def _data(counts: list[list[int]], rows: list[Row], names: list[str], single: bool) -> pd.DataFrame:
    data = pd.DataFrame(counts, columns=names)
    if not single:
        data.insert(0, "articles", [len(row.articles) for row in rows], allow_duplicates=True)
    data.insert(0, "article" if single else "period", [row.title for row in rows], allow_duplicates=True)
    return data


def _alt(mentions: pd.DataFrame, shown: list[str], names: dict[str, str], total: int) -> str:
    articles = mentions.groupby("actor")["article_id"].nunique()
    leaders = [f"{names.get(key, key)} in {number(articles[key])} of {number(total)}" for key in shown[:3]]
    return f"Table of mentions by article and actor. Articles that mention the actor: {listing(leaders)}."
