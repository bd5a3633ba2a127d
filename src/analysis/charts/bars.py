"""Horizontal bars in parts, one row an actor: who is mentioned how, who speaks how."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import pandas as pd

from analysis.charts.palette import KINDS, PAPER, QUIET, RULE, UNKNOWN, kind_colour, mix
from analysis.charts.sheet import SMALL, WIDTH, Key, Sheet, fit
from analysis.charts.words import number

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_ROW = 0.27
_BAR = 0.17
_LEFT = 2.0  # where bars start
_RIGHT = 6.0  # where the longest ends, its number behind it
_EDGE = 7.15


def draw_bars(
    data: pd.DataFrame,
    parts: dict[str, list[str]],
    *,
    right: str,
    targets: Sequence[str] = (),
    ax: "Axes | None" = None,
) -> "Axes":
    """Draw a bar for each row of `data`, in up to three parts, from dark to light.

    `data` has the columns actor, kind and those that `parts` adds up (words of the key -> columns); column `right`
    is written at the right edge, under its own name. `targets` are the ids that the rows lead to.
    """
    top = 0.52
    sheet = Sheet(top + len(data) * _ROW + 0.05, ax)
    _keys(sheet, data, parts)
    sheet.text(_EDGE, 0.38, f"in {right}", colour=QUIET, size=SMALL, align="right")
    totals = data[[column for columns in parts.values() for column in columns]].sum(axis=1)
    scale = (_RIGHT - _LEFT) / max(1, int(totals.max()))
    sheet.line([_LEFT, _LEFT], [top, top + len(data) * _ROW], RULE)
    for place, row in enumerate(data.to_dict("records")):
        middle = top + (place + 0.5) * _ROW
        sheet.text(_LEFT - 0.08, middle, fit(row["actor"], _LEFT - 0.13), align="right")
        x = _LEFT
        for shade, columns in enumerate(parts.values()):
            wide = sum(row[column] for column in columns) * scale
            fill, edge = shaded(kind_colour(row["kind"]), shade)
            if wide:
                sheet.box(x, middle - _BAR / 2, wide, _BAR, fill, edge=edge)
            x += wide
        sheet.text(x + 0.06, middle, number(totals.iloc[place]), bold=True)
        sheet.text(_EDGE, middle, row[right], colour=QUIET, align="right")
    for place, (name, target) in enumerate(zip(data["actor"], targets, strict=False)):
        sheet.link(0, top + place * _ROW, WIDTH, _ROW, target, f"{name}: {number(totals.iloc[place])}")
    return sheet.ax


def shaded(colour: str, shade: int) -> tuple[str, str]:
    """Return fill and edge of the first (full), second (half) or third (empty) part of a bar."""
    return (colour, mix(colour, 0.45), PAPER)[shade], colour


def _keys(sheet: Sheet, data: pd.DataFrame, parts: dict[str, list[str]]) -> None:
    kinds = [kind for kind in KINDS if kind in set(data["kind"])]
    sheet.key(0.05, 0.12, [Key(kind, KINDS[kind]) for kind in kinds])
    entries = [Key(words, *shaded(UNKNOWN, shade)) for shade, words in enumerate(parts)]
    sheet.key(_LEFT, 0.38, entries)
