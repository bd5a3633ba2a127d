"""Horizontal bars in parts, one row an actor: who is mentioned how, who speaks how."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

import pandas as pd

from analysis.charts.palette import KINDS, PAPER, QUIET, RULE, UNKNOWN, kind_colour, mix
from analysis.charts.sheet import SMALL, WIDTH, Key, Sheet, fit, key_height, width
from analysis.charts.words import number

if TYPE_CHECKING:
    from matplotlib.axes import Axes


class _Form(NamedTuple):
    """Inches: a row, the name above the bar or beside it, where bars start, and where the longest ends."""

    row: float
    above: float
    left: float
    right: float


_BAR = 0.17
_BESIDE = _Form(0.27, 0.0, 2.0, 6.0)
_ABOVE = _Form(0.45, 0.2, 0.05, 2.6)  # on a narrow sheet names stand above their bars


def draw_bars(
    data: pd.DataFrame,
    parts: dict[str, list[str]],
    *,
    right: str,
    targets: Sequence[str] = (),
    aside: str | None = None,
    wide: float = WIDTH,
    ax: "Axes | None" = None,
) -> "Axes":
    """Draw a bar for each row of `data`, in up to three parts, from dark to light.

    `data` has the columns actor, kind and those that `parts` adds up (words of the key -> columns); column `right`
    is written at the right edge, under its own name. `targets` are the ids that the rows lead to. The row of the
    actor `aside` has a number and no bar, which may be longer than all. `wide` is the width of a sheet of its own.
    """
    form = _BESIDE if wide == WIDTH else _ABOVE
    kinds, shades = _keys(data, parts)
    below = 0.02 + key_height(kinds, wide)
    top = below + key_height(shades, wide - form.left) + (0.1 if wide == WIDTH else 0.2)
    sheet = Sheet(top + len(data) * form.row + 0.05, ax, wide)
    sheet.key(0.05, 0.12, kinds)
    sheet.key(form.left, below + 0.1, shades)
    end = wide - 0.05
    sheet.text(end, top - 0.14, f"in {right}", colour=QUIET, size=SMALL, align="right")
    totals = data[[column for columns in parts.values() for column in columns]].sum(axis=1)
    beside = (
        max(map(width, map(str, data[right]))) + 1.2 * width(number(totals.max())) + 0.2 if form is _BESIDE else 0.0
    )
    scale = (min(form.right, end - beside) - form.left) / max(1, *totals[data["actor"] != aside].tolist())
    if form is _BESIDE:
        sheet.line([form.left, form.left], [top, top + len(data) * form.row], RULE)
    for place, row in enumerate(data.to_dict("records")):
        middle = top + place * form.row + form.above + (form.row - form.above) / 2
        heading = middle if form is _BESIDE else top + place * form.row + 0.13
        if form is _BESIDE:
            sheet.text(form.left - 0.08, middle, fit(row["actor"], form.left - 0.13), align="right")
        else:
            sheet.text(form.left, heading, fit(row["actor"], end - form.left - 0.8))
        amounts = [sum(row[column] for column in columns) for columns in parts.values() if row["actor"] != aside]
        x = form.left
        for shade, amount in enumerate(amounts):
            fill, edge = shaded(kind_colour(row["kind"]), shade)
            if amount:
                sheet.box(x, middle - _BAR / 2, amount * scale, _BAR, fill, edge=edge)
            x += amount * scale
        sheet.text(x + 0.06, middle, number(totals.iloc[place]), bold=True)
        sheet.text(end, heading, row[right], colour=QUIET, align="right")
    for place, (name, target) in enumerate(zip(data["actor"], targets, strict=False)):
        sheet.link(0, top + place * form.row, wide, form.row, target, f"{name}: {number(totals.iloc[place])}")
    return sheet.ax


def shaded(colour: str, shade: int) -> tuple[str, str]:
    """Return fill and edge of the first (full), second (half) or third (empty) part of a bar."""
    return (colour, mix(colour, 0.45), PAPER)[shade], colour


def _keys(data: pd.DataFrame, parts: dict[str, list[str]]) -> tuple[list[Key], list[Key]]:
    kinds = [Key(kind, colour) for kind, colour in KINDS.items() if kind in set(data["kind"])]
    return kinds, [Key(words, *shaded(UNKNOWN, shade)) for shade, words in enumerate(parts)]
