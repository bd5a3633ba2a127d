"""Whose opinion of whom as a list, for a narrow window, and what it shares with the matrix."""

from typing import TYPE_CHECKING

import pandas as pd

from analysis.charts.palette import INK, PAPER, QUIET, TONES, UNKNOWN, kind_colour, mix, readable_on
from analysis.charts.sheet import SMALL, Key, Sheet, fit, key_height
from analysis.charts.words import decimal, number

if TYPE_CHECKING:
    from matplotlib.axes import Axes

OUTLET = "the outlet itself"
FEW = 3  # fewer opinions than this carry no colour
_HEAD, _LINE = 0.36, 0.23  # inches
_STEPS = [
    ("below −0.3", mix(TONES["negative"], 0.9)),
    ("−0.3 to −0.05", mix(TONES["negative"], 0.35)),
    ("about 0", "#e4e5e7"),
    ("0.05 to 0.3", mix(TONES["positive"], 0.35)),
    ("above 0.3", mix(TONES["positive"], 0.9)),
]
KEY = [*(Key(words, fill) for words, fill in _STEPS), Key("fewer than 3", PAPER, UNKNOWN, "////")]


def draw_opinion_list(
    data: pd.DataFrame,
    holders: list[tuple[str, str | None]],
    ids: dict[tuple[str, str], str],
    wide: float,
    ax: "Axes | None",
) -> "Axes":
    """Draw under each holder (name, kind) the targets of `data`, as opinion_matrix gives it; `ids` are what its rows
    lead to."""
    top = 0.02 + key_height(KEY, wide)
    sheet = Sheet(top + len(holders) * _HEAD + len(data) * _LINE + 0.05, ax, wide)
    sheet.key(0.05, 0.12, KEY)
    y = top
    for name, kind in holders:
        own = data[data["holder"] == name]
        sheet.box(0, y + 0.1, 0.05, _HEAD - 0.1 + len(own) * _LINE, colour_of(name, kind))
        sheet.text(0.12, y + 0.2, fit(f"{name} on", wide - 0.2), bold=True)
        y += _HEAD
        for _, target, amount, *_, mean, _ in own.itertuples(index=False):
            middle, few = y + _LINE / 2, amount < FEW
            fill = PAPER if few else step_colour(mean)
            sheet.text(0.12, middle, fit(target, wide - 1.5, SMALL), size=SMALL)
            edge, hatch = (UNKNOWN, "////") if few else (None, None)
            sheet.box(wide - 1.28, y + 0.015, 0.62, _LINE - 0.03, fill, edge=edge, hatch=hatch)
            if few:
                sheet.box(wide - 1.19, y + 0.035, 0.44, _LINE - 0.07, PAPER)
            said = decimal(mean, signed=True)
            sheet.text(wide - 0.97, middle, said, colour=readable_on(fill), size=SMALL, align="center", bold=not few)
            sheet.text(wide - 0.05, middle, f"n = {number(amount)}", colour=QUIET, size=SMALL, align="right")
            sheet.link(0, y, wide, _LINE, ids[name, target], words_of(name, target, amount, mean))
            y += _LINE
    return sheet.ax


def words_of(holder: str, target: str, amount: int, mean: float) -> str:
    """Return what a cell says in words."""
    return f"{holder} on {target}: {decimal(mean, signed=True)}, n = {number(amount)}"


def colour_of(holder: str, kind: str | None) -> str:
    """Return the colour of a holder: that of its kind, or ink for the outlets."""
    return INK if holder == OUTLET else kind_colour(kind)


def step_colour(mean: float) -> str:
    """Return the colour of the step a mean opinion falls in."""
    return _STEPS[sum(mean > bound if bound >= 0 else mean >= bound for bound in (-0.3, -0.05, 0.05, 0.3))][1]
