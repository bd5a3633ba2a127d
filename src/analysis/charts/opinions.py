"""Whose opinion of whom: holders and targets as a matrix."""

from functools import partial
from typing import TYPE_CHECKING

import pandas as pd

from analysis.charts.anchors import opinion_anchor
from analysis.charts.chart import Chart, nothing, present
from analysis.charts.counting import actor_kinds, actor_names, check_top, most_frequent, of_originals
from analysis.charts.opinionlist import FEW, KEY, OUTLET, colour_of, draw_opinion_list, step_colour, words_of
from analysis.charts.palette import PAPER, QUIET, TONES, UNKNOWN, kind_colour, readable_on
from analysis.charts.press import press
from analysis.charts.sheet import SIZE, SMALL, WIDTH, Sheet, wrap
from analysis.charts.words import MISSING, clean, count, decimal, listing, number
from analysis.tables import require

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_TITLE = "Who speaks how of whom"
_COLUMNS = ["holder", "target", "opinions", *TONES, "mean", "articles"]
_ROW = 0.42
_LEFT = 1.75
_METHODS = {
    "lexicon": "rules, from words whose sign is known and the grammar around them",
    "fast": "a small trained model",
    "model": "a trained model that reads the sentence around the mention",
}


def opinion_matrix(
    opinions: pd.DataFrame, actors: pd.DataFrame, *, articles: pd.DataFrame | None = None, top: int = 8
) -> Chart:
    """Draw the mean opinion of each holder (rows) toward each target (columns), with the number of opinions.

    The outlets' own voice is a holder too. `top` is the most holders and the most targets drawn; with `articles`,
    repeated articles are not counted, and the press (outlets, agencies, reporters) is neither holder nor target. The
    chart's data: holder, target, opinions, negative, neutral, positive, mean, articles. Raises ValueError on tables
    without their columns.
    """
    require(opinions=opinions, actors=actors)
    check_top(top, 9)
    names, kinds = actor_names(actors) | {"": OUTLET}, actor_kinds(actors)
    counted = of_originals(opinions, articles)
    counted = counted.assign(holder=counted["holder"].fillna("")).query("holder != target")
    tellers = press(actors, articles) if articles is not None else frozenset[str]()
    counted = counted[~counted["holder"].isin(tellers) & ~counted["target"].isin(tellers)]
    holders, targets = most_frequent(counted["holder"], names), most_frequent(counted["target"], names)
    shown = counted[counted["holder"].isin(holders[:top]) & counted["target"].isin(targets[:top])]
    data = _count(shown, holders[:top], targets[:top], names)
    if data.empty:
        return nothing(data, title=_TITLE, reason="no opinion was found")
    caption = (
        f"{_TITLE}. n = {count(len(counted), 'opinion')}; each number is their mean, from −1 (hostile) to 1 "
        f"(friendly). Hatched: fewer than {FEW}, too few to tell. An opinion in an outlet’s own "
        f"words counts as its own; what people say of themselves is left out{', as is the press' if tellers else ''}. "
        f"{judged(counted)}{_left_out(top, len(holders), len(targets))}"
    )
    rows, columns = ([(names.get(key, key), kinds.get(key)) for key in keys[:top]] for keys in (holders, targets))
    ids = {(names.get(h, h), names.get(t, t)): opinion_anchor(h, t) for h in holders[:top] for t in targets[:top]}
    alt = _alt(data, len(counted))
    return present(partial(draw_opinions, data, rows, columns, ids), data, alt=alt, caption=caption)


def _left_out(top: int, holders: int, targets: int) -> str:
    if max(holders, targets) <= top:
        return ""
    speaking, spoken = (f"{number(min(top, many))} of {number(many)}" for many in (holders, targets))
    return f" Shown: {speaking} who speak and {spoken} who are spoken of, the most frequent."


def draw_opinions(
    data: pd.DataFrame,
    holders: list[tuple[str, str | None]],
    targets: list[tuple[str, str | None]],
    ids: dict[tuple[str, str], str],
    *,
    wide: float = WIDTH,
    ax: "Axes | None" = None,
) -> "Axes":
    """Draw a matrix of `data` as opinion_matrix gives it; holders and targets are (name, kind), in order.

    `ids` are what the cells of a holder's and a target's name lead to. A sheet narrower than a page lists the targets
    under each holder.
    """
    if wide < WIDTH:
        return draw_opinion_list(data, holders, ids, wide, ax)
    top = 0.98
    sheet = Sheet(top + len(holders) * _ROW + 0.05, ax)
    across = min(0.95, (7.15 - _LEFT) / len(targets))
    found = {(row[0], row[1]): (row[2], row[6]) for row in data.itertuples(index=False)}
    sheet.key(0.05, 0.12, KEY)
    sheet.text(_LEFT - 0.08, 0.66, "who ↓   of whom →", colour=QUIET, size=SMALL, align="right")
    for place, (name, kind) in enumerate(targets):
        x = _LEFT + (place + 0.5) * across
        sheet.heading(x, 0.62, name, across)
        sheet.box(x - across / 2 + 0.02, 0.86, across - 0.04, 0.05, kind_colour(kind))
    for level, (name, kind) in enumerate(holders):
        y = top + level * _ROW
        sheet.lines(_LEFT - 0.16, y + _ROW / 2, wrap(name, _LEFT - 0.25, 2), align="right")
        sheet.box(_LEFT - 0.1, y + 0.02, 0.05, _ROW - 0.04, colour_of(name, kind))
        for place, (target, _) in enumerate(targets):
            amount, mean = found.get((name, target), (0, 0.0))
            _cell(sheet, _LEFT + place * across, y, across, amount, mean)
            words = words_of(name, target, amount, mean)
            sheet.link(_LEFT + place * across, y, across, _ROW, ids[name, target] if amount else None, words)
    return sheet.ax


def _cell(sheet: Sheet, x: float, y: float, wide: float, amount: int, mean: float) -> None:
    middle = x + wide / 2
    if amount == 0:
        sheet.text(middle, y + _ROW / 2, MISSING, colour=QUIET, align="center", size=SMALL)
        return
    few = amount < FEW
    fill = PAPER if few else step_colour(mean)
    sheet.box(
        x + 0.01, y + 0.01, wide - 0.02, _ROW - 0.02, fill, edge=UNKNOWN if few else None, hatch="////" if few else None
    )
    if few:  # the words need a quiet ground
        sheet.box(middle - 0.23, y + 0.05, 0.46, _ROW - 0.1, PAPER)
    ink = readable_on(fill)
    sheet.text(middle, y + 0.15, decimal(mean, signed=True), colour=ink, size=SIZE, align="center", bold=not few)
    sheet.text(middle, y + 0.3, f"n = {number(amount)}", colour=ink, size=SMALL, align="center")


def _count(opinions: pd.DataFrame, holders: list[str], targets: list[str], names: dict[str, str]) -> pd.DataFrame:
    groups = dict(list(opinions.groupby(["holder", "target"])))
    rows = []
    for pair in ((holder, target) for holder in holders for target in targets):
        if pair in groups:
            own = groups[pair]
            labels = own["label"].value_counts()
            counts = [len(own), *(int(labels.get(label, 0)) for label in TONES)]
            ends = [names.get(key, key) for key in pair]
            rows.append([*ends, *counts, float(own["score"].mean()), own["article_id"].nunique()])
    return pd.DataFrame(rows, columns=_COLUMNS)


def judged(opinions: pd.DataFrame) -> str:
    """Return a sentence on how `opinions` were judged, after the methods that their table names."""
    said = [
        _METHODS.get(method, f"the method “{clean(method)}”") for method in sorted(set(opinions["method"].dropna()))
    ]
    return f"Judged by {listing(said)}." if said else ""


def _alt(data: pd.DataFrame, total: int) -> str:
    leaders = data.sort_values("opinions", ascending=False, kind="stable").head(3).to_dict("records")
    said = [
        f"{row['holder']} on {row['target']} {decimal(row['mean'], signed=True)} (n = {number(row['opinions'])})"
        for row in leaders
    ]
    return f"Who speaks how of whom, {count(total, 'opinion')}. Means of the most frequent: {listing(said)}."
