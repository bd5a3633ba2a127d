"""The mean opinion of each target, outlet by outlet or month by month, with its uncertainty."""

from functools import partial
from typing import TYPE_CHECKING

import pandas as pd

from analysis.charts.anchors import actor_anchor
from analysis.charts.chart import Chart, nothing, present
from analysis.charts.counting import actor_kinds, actor_names, check_top, most_frequent, of_originals, originals
from analysis.charts.dates import published
from analysis.charts.palette import INK, PAPER, QUIET, RULE, kind_colour
from analysis.charts.press import press
from analysis.charts.sheet import SMALL, WIDTH, Sheet, fit
from analysis.charts.words import clean, count, decimal, missing, number, rest
from analysis.sentiment import mean_opinions
from analysis.tables import require

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_TITLES = {"outlet": "How each outlet’s own words judge", "month": "Opinions month by month"}
_SAID = {"outlet": "in the outlets’ own words", "month": "of all who are quoted and of the outlets themselves"}
_COLUMNS = ["target", "opinions", "mean", "mean from", "mean to"]
_GROUPS = 6  # outlets or months of a target
_ROW = 0.2
_HEAD = 0.3
_DOT = 6.5  # points


def opinion_means(
    opinions: pd.DataFrame, actors: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet", top: int = 5
) -> Chart:
    """Draw the mean opinion of each target in each outlet's own words, or in each month, with its 95 percent interval.

    `by` is "outlet" or "month"; `top` is the most targets drawn, each with its six largest groups. Repeated articles
    are not counted, the press is no target. The chart's data: target, outlet or month, opinions, mean, mean from and to
    (see `analysis.sentiment.mean_opinions`). Raises ValueError for another `by` or on tables without their columns.
    """
    require(opinions=opinions, actors=actors, articles=articles)
    check_top(top, 9)
    if by not in _TITLES:
        raise ValueError(f"by must be one of {', '.join(_TITLES)}, got {by!r}")
    names, kinds = actor_names(actors), actor_kinds(actors)
    counted = of_originals(opinions, articles)
    counted = counted[~counted["target"].isin(press(actors, articles)) & (counted["holder"] != counted["target"])]
    counted = counted[counted["holder"].isna()] if by == "outlet" else counted
    placed = articles[_placed(articles, by)]
    known = counted[counted["article_id"].isin(placed["article_id"])]
    targets = most_frequent(counted["target"][counted["target"].isin(known["target"])], names)
    means = mean_opinions(known[known["target"].isin(targets[:top])], ["target", by], articles)
    largest = means.groupby("target", sort=False).head(_GROUPS).sort_values(by, kind="stable")
    parts = [largest[largest["target"] == target] for target in targets[:top]]
    data = pd.concat([means.head(0), *parts], ignore_index=True)
    data["target"] = data["target"].map(names)
    data.columns = pd.Index([_COLUMNS[0], by, *_COLUMNS[1:]])
    outlets = placed.loc[placed["article_id"].isin(known["article_id"]), "outlet"]
    if data.empty or (by == "outlet" and outlets.nunique() < 2):
        return nothing(data.head(0), title=_TITLES[by], reason=_too_few(originals(articles), by))
    caption = (
        f"{_TITLES[by]}. n = {count(len(known), 'opinion')} {_SAID[by]}; the dot is the mean, "
        "from −1 (hostile) to 1 (friendly), the line its 95% interval; open dots are of fewer than 3, too few to tell."
        f"{rest(min(top, len(targets)), len(targets), 'actor')}"
    )
    heads = [(names.get(key, key), kinds.get(key), actor_anchor(key)) for key in targets[:top]]
    return present(partial(draw_means, data, heads, by), data, alt=_alt(data, by), caption=caption)


def _placed(articles: pd.DataFrame, by: str) -> "pd.Series[bool]":
    """Return of which articles the outlet, or the month, is known."""
    if by == "outlet":
        return articles["outlet"].notna()
    return articles["published_precision"].isin(["day", "month"]) & articles["published"].notna()


def draw_means(
    data: pd.DataFrame,
    heads: list[tuple[str, str | None, str]],
    by: str,
    *,
    wide: float = WIDTH,
    ax: "Axes | None" = None,
) -> "Axes":
    """Draw a block for each target in `heads` (name, kind, the id it leads to), in it a row for each row of `data`."""
    left, right, edge = (2.3, wide - 1.1, wide - 0.05) if wide == WIDTH else (1.2, wide - 1.0, wide - 0.05)
    tall = 0.3 + len(heads) * _HEAD + len(data) * _ROW
    sheet = Sheet(tall + 0.05, ax, wide)

    def place(score: float) -> float:
        return left + (score + 1) / 2 * (right - left)

    for score, words in ((-1, "−1"), (0, "0"), (1, "1")):
        sheet.text(place(score), 0.12, words, colour=QUIET, size=SMALL, align="center")
        sheet.line([place(score)] * 2, [0.24, tall], RULE)
    y = 0.3
    for name, kind, target in heads:
        own = data[data["target"] == name]
        sheet.box(0, y + 0.06, 0.05, _HEAD - 0.1 + len(own) * _ROW, kind_colour(kind))
        sheet.text(0.12, y + _HEAD / 2, fit(name, left - 0.2), bold=True)
        sheet.link(0, y, wide, _HEAD, target, name)
        y += _HEAD
        for row in own.itertuples(index=False):
            _, group, amount, mean, low, high = row
            middle = y + _ROW / 2
            sheet.text(0.12, middle, fit(_group(group, by), left - 0.2, SMALL), colour=QUIET, size=SMALL)
            if not missing(low):
                sheet.line([place(low), place(high)], [middle] * 2, INK, 1.2)
            sheet.dots([place(mean)], [middle], INK, _DOT)
            if missing(low):
                sheet.dots([place(mean)], [middle], PAPER, 0.6 * _DOT)
            sheet.text(edge - 0.52, middle, decimal(mean, signed=True), size=SMALL, align="right", bold=True)
            sheet.text(edge, middle, f"n = {number(amount)}", colour=QUIET, size=SMALL, align="right")
            y += _ROW
    return sheet.ax


def _too_few(articles: pd.DataFrame, by: str) -> str:
    """Return why there is nothing to compare."""
    named = articles["outlet"].value_counts()
    if by == "month" or len(named) > 1:
        return f"no actor has an opinion in articles whose {by} is known"
    if named.empty:
        return "no article names its outlet"
    of_all = f"{number(named.iloc[0])} of {count(len(articles), 'article')}"
    return f"only one outlet is known, {clean(named.index[0])} ({of_all})"


def _group(group: str, by: str) -> str:
    return published(pd.Timestamp(group), "month") if by == "month" else clean(group)


def _alt(data: pd.DataFrame, by: str) -> str:
    leading = data.sort_values("opinions", ascending=False, kind="stable").head(3).itertuples(index=False)
    said = [f"{row[0]}, {_group(row[1], by)}: {decimal(row[3], signed=True)} (n = {number(row[2])})" for row in leading]
    return f"Mean opinion of each target by {by}, with intervals. Largest groups: {'; '.join(said)}."
