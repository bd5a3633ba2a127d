"""Whose opinion of whom: holders and targets as a matrix."""

from typing import TYPE_CHECKING

import pandas as pd

from analysis.charts.anchors import opinion_anchor
from analysis.charts.chart import Chart, nothing, present
from analysis.charts.counting import actor_kinds, actor_names, check_top, most_frequent, of_originals
from analysis.charts.palette import INK, PAPER, QUIET, TONES, UNKNOWN, kind_colour, mix, readable_on
from analysis.charts.press import press
from analysis.charts.sheet import SIZE, SMALL, Key, Sheet, wrap
from analysis.charts.words import MISSING, clean, count, decimal, listing, number, rest
from analysis.tables import require

if TYPE_CHECKING:
    from matplotlib.axes import Axes

OUTLET = "the outlet itself"
_TITLE = "Opinions of each holder toward each target"
_COLUMNS = ["holder", "target", "opinions", *TONES, "mean", "articles"]
_FEW = 3  # fewer opinions than this carry no colour
_ROW = 0.42
_LEFT = 1.75
_METHODS = {
    "lexicon": "rules, from words whose sign is known and the grammar around them",
    "fast": "a small trained model",
    "model": "a trained model that reads the sentence around the mention",
}
_STEPS = [
    ("below −0.3", mix(TONES["negative"], 0.9)),
    ("−0.3 to −0.05", mix(TONES["negative"], 0.35)),
    ("about 0", "#e4e5e7"),
    ("0.05 to 0.3", mix(TONES["positive"], 0.35)),
    ("above 0.3", mix(TONES["positive"], 0.9)),
]


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
        f"{_TITLE}. n = {count(len(counted), 'opinion')}; in each cell the mean, from −1 to 1, and how many. "
        f"Hatched: fewer than {_FEW}, too few to tell. An opinion in an outlet’s own words counts as its own; what "
        f"somebody says of himself is left out{', as is the press' if tellers else ''}. {judged(counted)}"
        f"{rest(min(top, len(holders)), len(holders), 'holder')}{rest(min(top, len(targets)), len(targets), 'target')}"
    )
    rows, columns = ([(names.get(key, key), kinds.get(key)) for key in keys[:top]] for keys in (holders, targets))
    ids = {(names.get(h, h), names.get(t, t)): opinion_anchor(h, t) for h in holders[:top] for t in targets[:top]}
    alt = _alt(data, len(counted))
    return present(lambda: draw_opinions(data, rows, columns, ids), data, alt=alt, caption=caption, reflows=False)


def draw_opinions(
    data: pd.DataFrame,
    holders: list[tuple[str, str | None]],
    targets: list[tuple[str, str | None]],
    ids: dict[tuple[str, str], str],
    *,
    ax: "Axes | None" = None,
) -> "Axes":
    """Draw a matrix of `data` as opinion_matrix gives it; holders and targets are (name, kind), in order.

    `ids` are what the cells of a holder's and a target's name lead to.
    """
    top = 0.98
    sheet = Sheet(top + len(holders) * _ROW + 0.05, ax)
    wide = min(0.95, (7.15 - _LEFT) / len(targets))
    found = {(row[0], row[1]): (row[2], row[6]) for row in data.itertuples(index=False)}
    sheet.key(0.05, 0.12, [*(Key(words, fill) for words, fill in _STEPS), Key("fewer than 3", PAPER, UNKNOWN, "////")])
    sheet.text(_LEFT - 0.08, 0.66, "holder ↓   toward →", colour=QUIET, size=SMALL, align="right")
    for place, (name, kind) in enumerate(targets):
        x = _LEFT + (place + 0.5) * wide
        sheet.heading(x, 0.62, name, wide)
        sheet.box(x - wide / 2 + 0.02, 0.86, wide - 0.04, 0.05, kind_colour(kind))
    for level, (name, kind) in enumerate(holders):
        y = top + level * _ROW
        sheet.lines(_LEFT - 0.16, y + _ROW / 2, wrap(name, _LEFT - 0.25, 2), align="right")
        sheet.box(_LEFT - 0.1, y + 0.02, 0.05, _ROW - 0.04, kind_colour(kind) if name != OUTLET else INK)
        for place, (target, _) in enumerate(targets):
            amount, mean = found.get((name, target), (0, 0.0))
            _cell(sheet, _LEFT + place * wide, y, wide, amount, mean)
            words = f"{name} on {target}: {decimal(mean, signed=True)}, n = {number(amount)}"
            sheet.link(_LEFT + place * wide, y, wide, _ROW, ids[name, target] if amount else None, words)
    return sheet.ax


def _cell(sheet: Sheet, x: float, y: float, wide: float, amount: int, mean: float) -> None:
    middle = x + wide / 2
    if amount == 0:
        sheet.text(middle, y + _ROW / 2, MISSING, colour=QUIET, align="center", size=SMALL)
        return
    few = amount < _FEW
    fill = PAPER if few else step_colour(mean)
    sheet.box(
        x + 0.01, y + 0.01, wide - 0.02, _ROW - 0.02, fill, edge=UNKNOWN if few else None, hatch="////" if few else None
    )
    if few:  # the words need a quiet ground
        sheet.box(middle - 0.23, y + 0.05, 0.46, _ROW - 0.1, PAPER)
    ink = readable_on(fill)
    sheet.text(middle, y + 0.15, decimal(mean, signed=True), colour=ink, size=SIZE, align="center", bold=not few)
    sheet.text(middle, y + 0.3, f"n = {number(amount)}", colour=ink, size=SMALL, align="center")


def step_colour(mean: float) -> str:
    """Return the colour of the step a mean opinion falls in."""
    return _STEPS[sum(mean > bound if bound >= 0 else mean >= bound for bound in (-0.3, -0.05, 0.05, 0.3))][1]


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
        f"{row['holder']} toward {row['target']} {decimal(row['mean'])} (n = {number(row['opinions'])})"
        for row in leaders
    ]
    return f"Matrix of {count(total, 'opinion')} by holder and target. Means of the most frequent: {listing(said)}."
