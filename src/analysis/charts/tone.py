"""The tone of the sentences of each article, as a distribution."""

from collections import defaultdict
from typing import TYPE_CHECKING, Any

import pandas as pd

from analysis.charts.chart import Chart, nothing, present
from analysis.charts.counting import article_titles, of_originals, originals, repeats, require
from analysis.charts.dates import published
from analysis.charts.htmltable import check_top
from analysis.charts.palette import INK, QUIET, RULE, TONES
from analysis.charts.sheet import SMALL, Sheet, fit, width, wrap
from analysis.charts.words import clean, count, decimal, missing, number, rest

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_TITLE = "Tone of the sentences of each article"
_ROW = 0.66
_LEFT = 2.55  # where -1 stands
_RIGHT = 6.35  # where 1 stands
_DOT = 0.056  # inches
_COLUMNS = ["article", "sentences", *TONES, "mean", "mean from", "mean to", "lowest", "highest"]


def tone_by_article(sentiment: pd.DataFrame, articles: pd.DataFrame, *, top: int = 12) -> Chart:
    """Draw each scored sentence as a dot at its tone, a row for each article (oldest first), with the mean.

    `top` is the most articles drawn, those with the most scored sentences; repeated articles are left out. The
    chart's data: article, sentences, negative, neutral, positive, mean, mean from and to (95% interval: 1.96
    standard errors, NA for one sentence), lowest, highest. Raises ValueError on tables without their columns.
    """
    require(sentiment=sentiment, articles=articles)
    check_top(top)
    scored = of_originals(sentiment, articles)
    sizes = scored["article_id"].value_counts()
    order = originals(articles).sort_values(["published", "article_id"], na_position="last", kind="stable")
    order = order[order["article_id"].isin(sizes.index)]
    largest = sorted(order["article_id"], key=lambda key: (-int(sizes[key]), key))[:top]
    drawn = order[order["article_id"].isin(largest)]
    groups = {key: scored[scored["article_id"] == key] for key in drawn["article_id"]}
    titles = article_titles(articles)
    data = pd.DataFrame([[titles[key], *_summary(own)] for key, own in groups.items()], columns=_COLUMNS)
    if data.empty:
        return nothing(data, title=_TITLE, reason="no sentence has a score")
    caption = (
        f"{_TITLE}. n = {count(len(scored), 'sentence')} in {count(len(order), 'article')}, oldest first. Each dot is "
        "a sentence, from −1 (negative) to 1 (positive); the upright mark is the mean, the line through it its 95% "
        f"interval.{rest(len(data), len(order), 'article', 'those with the most sentences')}{repeats(articles)}"
    )
    points = [list(zip(own["score"], own["label"], strict=True)) for own in groups.values()]
    heads = [_subtitle(row) for row in drawn.to_dict("records")]
    return present(lambda: draw_tone(data, points, heads), data, alt=_alt(data, scored), caption=caption)


def draw_tone(
    data: pd.DataFrame, points: list[list[tuple[float, str]]], heads: list[str], *, ax: "Axes | None" = None
) -> "Axes":
    """Draw a row for each row of `data`: its `points` (score, label) as dots, its head as second line of its name."""
    top = 0.36
    sheet = Sheet(top + len(data) * _ROW + 0.03, ax)
    sheet.text(_place(-1), 0.14, "−1 negative", colour=QUIET, size=SMALL)
    sheet.text(_place(0), 0.14, "0", colour=QUIET, size=SMALL, align="center")
    sheet.text(_place(1), 0.14, "positive 1", colour=QUIET, size=SMALL, align="right")
    for score in (-1, 0, 1):
        sheet.line([_place(score)] * 2, [0.26, top + len(data) * _ROW], RULE)
    sheet.text(7.15, 0.14, "mean", colour=QUIET, size=SMALL, align="right")
    for level, (row, own, head) in enumerate(zip(data.to_dict("records"), points, heads, strict=True)):
        middle = top + (level + 0.5) * _ROW
        title = wrap(row["article"], _LEFT - 0.25, 2)
        sheet.lines(0.05, middle - 0.08, title)
        below = middle + (0.06 if len(title) == 1 else 0.15)
        sheet.text(0.05, below, head, colour=QUIET, size=SMALL)
        if not missing(row["mean from"]):
            sheet.line([_place(row["mean from"]), _place(row["mean to"])], [middle, middle], INK, 1.2)
        _dots(sheet, own, middle)
        sheet.line([_place(row["mean"])] * 2, [middle - 0.13, middle + 0.13], INK, 2.4)
        sheet.text(7.15, middle - 0.08, decimal(row["mean"], signed=True), bold=True, align="right")
        sheet.text(7.15, middle + 0.08, f"n = {number(row['sentences'])}", colour=QUIET, size=SMALL, align="right")
    return sheet.ax


def _place(score: float) -> float:
    return _LEFT + (score + 1) / 2 * (_RIGHT - _LEFT)


def _dots(sheet: Sheet, points: list[tuple[float, str]], middle: float) -> None:
    """Draw dots at their scores; those at about the same score stand above and below each other, and never leave
    the row."""
    piles: dict[int, list[tuple[float, str]]] = defaultdict(list)
    for score, label in points:
        piles[round(_place(score) / _DOT)].append((score, label))
    tallest = max((len(pile) for pile in piles.values()), default=1)
    step = min(_DOT, (_ROW - 0.1) / tallest)
    marks: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for pile in piles.values():
        for place, (score, label) in enumerate(sorted(pile)):
            marks[label].append((_place(score), middle + (place - (len(pile) - 1) / 2) * step))
    for label, colour in TONES.items():
        if marks[label]:
            xs, ys = zip(*marks[label], strict=True)
            sheet.dots(xs, ys, colour, 72 * _DOT)


def _summary(own: pd.DataFrame) -> list[Any]:
    scores = own["score"]
    labels = own["label"].value_counts()
    mean = float(scores.mean())
    half = 1.96 * float(scores.std()) / len(own) ** 0.5 if len(own) > 1 else float("nan")
    spread = [max(-1.0, mean - half), min(1.0, mean + half)] if len(own) > 1 else [half, half]
    counts = [len(own), *(int(labels.get(label, 0)) for label in TONES)]
    return [*counts, mean, *spread, float(scores.min()), float(scores.max())]


def _subtitle(row: dict[Any, Any]) -> str:
    """Return outlet and date, the outlet shortened where both are too long."""
    day = published(row["published"], row["published_precision"], row["published_basis"])
    room = _LEFT - 0.15 - width(f", {day}", SMALL)
    return day if missing(row["outlet"]) else f"{fit(clean(row['outlet']), room, SMALL)}, {day}"


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
