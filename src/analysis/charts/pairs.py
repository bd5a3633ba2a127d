"""Which actors stand in the same sentence."""

from functools import partial
from itertools import combinations
from typing import TYPE_CHECKING

import pandas as pd

from analysis.charts.anchors import pair_anchor
from analysis.charts.chart import Chart, nothing, present
from analysis.charts.counting import actor_kinds, actor_names, check_top, most_frequent, of_originals
from analysis.charts.palette import INK, KINDS, QUIET, kind_colour, mix, readable_on
from analysis.charts.sheet import SIZE, SMALL, WIDTH, Key, Sheet, fit
from analysis.charts.words import count, listing, number, rest
from analysis.tables import require

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_TITLE = "Who appears with whom in a sentence"
_CELL_TALL = 0.3
_BARS, _BAR_TALL = 12, 0.44  # of a narrow sheet
_COLUMNS = ["actor", "with", "sentences", "articles"]


def co_mentions(
    mentions: pd.DataFrame, actors: pd.DataFrame, *, articles: pd.DataFrame | None = None, top: int = 12
) -> Chart:
    """Draw in how many sentences each two actors are both mentioned.

    `top` is the most actors drawn, those that share the most sentences with others; with `articles`, repeated
    articles are not counted. The chart's data: actor, with, sentences, articles, a row for each pair that occurs.
    Raises ValueError on tables without their columns.
    """
    require(mentions=mentions, actors=actors)
    check_top(top, 15)
    names = actor_names(actors)
    pairs = pairs_of(of_originals(mentions, articles))
    order = most_frequent(pd.concat([pairs["actor"], pairs["with"]]), names)
    shown = order[:top]
    counts = _count(pairs[pairs["actor"].isin(shown) & pairs["with"].isin(shown)], shown)
    data = counts.assign(**{end: [names.get(key, key) for key in counts[end]] for end in ("actor", "with")})
    if data.empty:
        return nothing(data, title=_TITLE, reason="no sentence mentions two actors")
    sentences = len(pairs[["article_id", "sentence"]].drop_duplicates())
    caption = (
        f"{_TITLE}. n = {count(sentences, 'sentence')} with two actors or more. Each number counts the "
        "sentences that mention both actors."
        f"{rest(len(shown), len(order), 'actor')}"
    )
    kinds = actor_kinds(actors)
    labels = [(names.get(key, key), kinds.get(key)) for key in shown]
    targets = [pair_anchor(*pair) for pair in zip(counts["actor"], counts["with"], strict=True)]
    return present(partial(draw_pairs, data, labels, targets), data, alt=_alt(data, sentences), caption=caption)


def draw_pairs(
    data: pd.DataFrame,
    actors: list[tuple[str, str | None]],
    targets: list[str],
    *,
    wide: float = WIDTH,
    ax: "Axes | None" = None,
) -> "Axes":
    """Draw the lower half of a square of pairs.

    `data` is as co_mentions gives it, `actors` (name, kind) in order; `targets` are the ids the rows of `data` lead to.

    Each name stands on the diagonal: its pairs are to the left of it and below it. A sheet narrower than a page has a
    bar for each of the most frequent pairs.
    """
    if wide < WIDTH:
        return _bars(data.head(_BARS), targets, wide, ax)
    top = 0.3
    sheet = Sheet(top + len(actors) * _CELL_TALL + 0.05, ax)
    across = min(0.6, 5.2 / max(1, len(actors) - 1))
    size = SIZE if across > 0.45 else SMALL
    rows = zip(data.itertuples(index=False), targets, strict=True)
    found = {frozenset(row[:2]): (row[2], target) for row, target in rows}
    most = int(data["sentences"].max())
    present_kinds = {kind for _, kind in actors}
    sheet.key(0.05, 0.12, [Key(kind, colour) for kind, colour in KINDS.items() if kind in present_kinds])
    for level, (name, kind) in enumerate(actors):
        y = top + level * _CELL_TALL
        for place, (other, _) in enumerate(actors[:level]):
            amount, target = found.get(frozenset((name, other)), (0, None))
            fill = mix(INK, 0.06 + 0.7 * amount / most) if amount else "#f6f7f8"
            sheet.box(0.05 + place * across + 0.01, y + 0.01, across - 0.02, _CELL_TALL - 0.02, fill)
            ink = readable_on(fill) if amount else QUIET
            x = 0.05 + (place + 0.5) * across
            sheet.text(x, y + _CELL_TALL / 2, number(amount), colour=ink, size=size, align="center")
            words = f"{name} and {other}: {number(amount)}"
            sheet.link(x - across / 2, y, across, _CELL_TALL, target, words)
        x = 0.05 + level * across + 0.06
        sheet.box(x, y + _CELL_TALL / 2 - 0.05, 0.1, 0.1, kind_colour(kind))
        sheet.text(x + 0.15, y + _CELL_TALL / 2, fit(name, 7.15 - x - 0.15))
    return sheet.ax


def _bars(data: pd.DataFrame, targets: list[str], wide: float, ax: "Axes | None") -> "Axes":
    sheet = Sheet(len(data) * _BAR_TALL + 0.05, ax, wide)
    step = (wide - 0.6) / int(data["sentences"].max())
    for level, row in enumerate(data.itertuples(index=False)):
        y = level * _BAR_TALL
        words = f"{row[0]} and {row[1]}"
        sheet.text(0.05, y + 0.13, fit(words, wide - 0.1))
        sheet.box(0.05, y + 0.23, row[2] * step, 0.14, QUIET)
        sheet.text(0.05 + row[2] * step + 0.06, y + 0.3, number(row[2]), bold=True)
        sheet.link(0, y, wide, _BAR_TALL, targets[level], f"{words}: {number(row[2])}")
    return sheet.ax


def pairs_of(mentions: pd.DataFrame) -> pd.DataFrame:
    """Return a row for each two actors in each sentence."""
    places: dict[tuple[str, int], set[str]] = {}
    for article, sentence, actor in zip(mentions["article_id"], mentions["sentence"], mentions["actor"], strict=True):
        places.setdefault((article, sentence), set()).add(actor)
    rows = [
        (*place, one, other) for place, together in places.items() for one, other in combinations(sorted(together), 2)
    ]
    return pd.DataFrame(rows, columns=["article_id", "sentence", "actor", "with"])


def _count(pairs: pd.DataFrame, order: list[str]) -> pd.DataFrame:
    """Return the pairs with their counts, the more frequent actor of each first."""
    rank = {key: place for place, key in enumerate(order)}
    groups = pairs.groupby(["actor", "with"])["article_id"].agg(["size", "nunique"])
    rows = [
        (*sorted(pair, key=rank.__getitem__), size, articles)
        for pair, size, articles in zip(groups.index, groups["size"], groups["nunique"], strict=True)
    ]
    rows.sort(key=lambda row: (-row[2], rank[row[0]], rank[row[1]]))
    return pd.DataFrame(rows, columns=_COLUMNS)


def _alt(data: pd.DataFrame, sentences: int) -> str:
    leaders = [f"{row[0]} with {row[1]} {number(row[2])}" for row in data.head(3).itertuples(index=False)]
    return f"Table of pairs of actors in {count(sentences, 'sentence')}. Most often together: {listing(leaders)}."
