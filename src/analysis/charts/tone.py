"""The tone of the sentences of each article, as a distribution."""

from collections import Counter, defaultdict
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

import pandas as pd

from analysis.charts.anchors import article_anchor
from analysis.charts.chart import Chart, nothing, present
from analysis.charts.counting import check_top, of_originals, originals, repeats
from analysis.charts.palette import INK, QUIET, RULE, TONES
from analysis.charts.periods import article_rows
from analysis.charts.sheet import SIZE, SMALL, WIDTH, Sheet, wrap
from analysis.charts.words import count, decimal, missing, number
from analysis.tables import require

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_TITLE = "Tone of the sentences of each article"
_TITLE_OF_PERIODS = "Tone of the sentences by time of publication"
_MANY = 150  # sentences that would no longer stand apart as dots
_ROW = 0.66
_HEAD = 0.48  # above the dots, on a narrow sheet
_DOT = 0.056  # inches
_COLUMNS = ["article", "sentences", *TONES, "mean", "mean from", "mean to", "lowest", "highest"]


class _Scale(NamedTuple):
    """Where −1 and 1 stand, in inches."""

    left: float
    right: float

    def place(self, score: float) -> float:
        return self.left + (score + 1) / 2 * (self.right - self.left)


def tone_by_article(sentiment: pd.DataFrame, articles: pd.DataFrame, *, top: int = 12) -> Chart:
    """Draw the tone of the sentences of each article as a distribution with its mean, a row each, oldest first.

    Each sentence is a dot; a row of more than 150 sentences is drawn as bars of their share. More than `top`
    articles are drawn by day, week, month, quarter or year of publication, so that none is left out. Repeated
    articles are left out. The chart's data: article (title or id, or the period), sentences, negative,
    neutral, positive, mean, mean from and to (95% interval: 1.96 standard errors; NA for one sentence), lowest,
    highest. Raises ValueError on tables without their columns.
    """
    require(sentiment=sentiment, articles=articles)
    check_top(top)
    scored = of_originals(sentiment, articles)
    kept = originals(articles)
    kept = kept[kept["article_id"].isin(scored["article_id"])]
    unit, rows = article_rows(kept, top)
    row_of = {key: place for place, row in enumerate(rows) for key in row.articles}
    groups = dict(list(scored.groupby(scored["article_id"].map(row_of))))
    own = [groups.get(place, scored.head(0)) for place in range(len(rows))]
    data = pd.DataFrame(
        [[row.title, *_summary(points)] for row, points in zip(rows, own, strict=True)], columns=_COLUMNS
    )
    if data.empty:
        return nothing(data, title=_TITLE, reason="no sentence has a score")
    caption = (
        f"{_TITLE if unit == 'article' else _TITLE_OF_PERIODS}. n = {count(len(scored), 'sentence')} in "
        f"{count(len(kept), 'article')}, oldest first. {_explained(own)}, from −1 (negative) to 1 (positive); the "
        f"upright mark is the mean, the line through it its 95% interval.{repeats(articles)}"
    )
    points = [list(zip(group["score"], group["label"], strict=True)) for group in own]
    heads = [row.below for row in rows]
    targets = [article_anchor(row.articles[0]) if unit == "article" else None for row in rows]
    return present(partial(draw_tone, data, points, heads, targets), data, alt=_alt(data, scored), caption=caption)


def draw_tone(
    data: pd.DataFrame,
    points: list[list[tuple[float, str]]],
    heads: list[str],
    targets: list[str | None],
    *,
    wide: float = WIDTH,
    ax: "Axes | None" = None,
) -> "Axes":
    """Draw a row for each row of `data`: its `points` (score, label) as dots, its head as second line of its name.

    `targets` are the ids the rows lead to; `wide` is the width of a sheet of its own.
    """
    top, edge = 0.36, wide - 0.05
    scale = _Scale(2.55, 6.35) if wide == WIDTH else _Scale(0.12, wide - 0.75)
    tall = _ROW if wide == WIDTH else _HEAD + _ROW
    sheet = Sheet(top + len(data) * tall + 0.03, ax, wide)
    sheet.text(scale.place(-1), 0.14, "−1 negative", colour=QUIET, size=SMALL)
    sheet.text(scale.place(0), 0.14, "0", colour=QUIET, size=SMALL, align="center")
    sheet.text(scale.place(1), 0.14, "positive 1", colour=QUIET, size=SMALL, align="right")
    sheet.text(edge, 0.14, "mean", colour=QUIET, size=SMALL, align="right")
    for level, (row, own, head) in enumerate(zip(data.to_dict("records"), points, heads, strict=True)):
        middle = top + (level + 1) * tall - _ROW / 2
        if wide == WIDTH:
            _head(sheet, row["article"], head, middle, scale.left - 0.15)
        else:
            _head(sheet, row["article"], head, middle - _ROW / 2 - _HEAD / 2 + 0.06, edge - 0.05)
        for score in (-1, 0, 1):
            sheet.line([scale.place(score)] * 2, [middle - _ROW / 2, middle + _ROW / 2], RULE)
        if own:
            _distribution(sheet, scale, row, own, middle)
        words = f"{row['article']}: mean {decimal(row['mean'], signed=True)}"
        sheet.link(0, top + level * tall, wide, tall, targets[level] if own else None, words)
    return sheet.ax


def _distribution(sheet: Sheet, scale: _Scale, row: dict[Any, Any], own: list[tuple[float, str]], y: float) -> None:
    """Draw the scores of a row as dots or as shares, with their mean and its interval."""
    if len(own) > _MANY:
        _shares(sheet, scale, own, y)
    if not missing(row["mean from"]):
        sheet.line([scale.place(row["mean from"]), scale.place(row["mean to"])], [y, y], INK, 1.2)
    if len(own) <= _MANY:
        _dots(sheet, scale, own, y)
    sheet.line([scale.place(row["mean"])] * 2, [y - 0.13, y + 0.13], INK, 2.4)
    edge = sheet.wide - 0.05
    sheet.text(edge, y - 0.08, decimal(row["mean"], signed=True), bold=True, align="right")
    sheet.text(edge, y + 0.08, f"n = {number(row['sentences'])}", colour=QUIET, size=SMALL, align="right")


def _head(sheet: Sheet, title: str, below: str, middle: float, room: float) -> None:
    lines = [(line, SIZE, INK) for line in wrap(title, room, 2)]
    lines += [(line, SMALL, QUIET) for line in wrap(below, room, 3 - len(lines), SMALL)]
    heights = [1.3 * size / 72 for _, size, _ in lines]
    y = middle - sum(heights) / 2
    for (line, size, colour), height in zip(lines, heights, strict=True):
        sheet.text(0.05, y + height / 2, line, size=size, colour=colour)
        y += height


def _dots(sheet: Sheet, scale: _Scale, points: list[tuple[float, str]], middle: float) -> None:
    """Draw dots at their scores; those at about the same score stand above and below each other, and never leave
    the row."""
    piles: dict[int, list[tuple[float, str]]] = defaultdict(list)
    for score, label in points:
        piles[round(scale.place(score) / _DOT)].append((score, label))
    tallest = max((len(pile) for pile in piles.values()), default=1)
    step = min(_DOT, (_ROW - 0.1) / tallest)
    marks: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for pile in piles.values():
        for place, (score, label) in enumerate(sorted(pile)):
            marks[label].append((scale.place(score), middle + (place - (len(pile) - 1) / 2) * step))
    for label, colour in TONES.items():
        if marks[label]:
            xs, ys = zip(*marks[label], strict=True)
            sheet.dots(xs, ys, colour, 72 * _DOT)


def _shares(sheet: Sheet, scale: _Scale, points: list[tuple[float, str]], middle: float) -> None:
    """Draw a bar for each tenth of the scale, as tall as its share of the sentences: the full row is half of them."""
    tenths = Counter(round(10 * score) for score, _ in points)
    wide = (scale.right - scale.left) / 20
    for tenth, amount in sorted(tenths.items()):
        tone = "negative" if tenth < 0 else "positive" if tenth > 0 else "neutral"
        tall = min(1.0, 2 * amount / len(points)) * (_ROW - 0.06)
        sheet.box(scale.place(tenth / 10) - 0.42 * wide, middle - tall / 2, 0.84 * wide, tall, TONES[tone])


def _explained(groups: list[pd.DataFrame]) -> str:
    dots = any(0 < len(own) <= _MANY for own in groups)
    bars = any(len(own) > _MANY for own in groups)
    words = "Each dot is a sentence" if dots else ""
    if bars:
        words += (
            f"{'; ' if dots else ''}{'bars' if dots else 'Bars'} are shares of the sentences, half of them a full row"
        )
    return words


def _summary(own: pd.DataFrame) -> list[Any]:
    scores = own["score"]
    labels = own["label"].value_counts()
    mean = float(scores.mean())
    half = 1.96 * float(scores.std()) / max(len(own), 1) ** 0.5
    counts = [len(own), *(int(labels.get(label, 0)) for label in TONES)]
    return [*counts, mean, max(mean - half, -1.0), min(mean + half, 1.0), float(scores.min()), float(scores.max())]


def _alt(data: pd.DataFrame, scored: pd.DataFrame) -> str:
    labels = scored["label"].value_counts()
    counts = ", ".join(f"{number(labels.get(label, 0))} {label}" for label in TONES)
    low, high = data.iloc[int(data["mean"].argmin())], data.iloc[int(data["mean"].argmax())]
    means = (
        f"Means run from {decimal(low['mean'])} ({low['article']}) to {decimal(high['mean'])} ({high['article']})."
        if len(data) > 1
        else f"The mean is {decimal(low['mean'])}."
    )
    return f"Dot chart of the tone of {count(len(scored), 'sentence')}: {counts}. {means}"
