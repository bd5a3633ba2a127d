"""Events one under another, for a sheet too narrow for columns."""

from typing import TYPE_CHECKING, Any, NamedTuple

import pandas as pd

from analysis.charts.palette import INK, QUIET, RULE, polarity_colour
from analysis.charts.sheet import SIZE, SMALL, Key, Sheet, key_height, wrap
from analysis.charts.words import clean, count

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_LEFT = 0.16  # of the words, beside the mark
_GAP = 0.14  # between two events
_HEADING = 0.3


class Line(NamedTuple):
    """An event in words: the heading it stands under, a quiet line, who did what to whom; what it leads to and what
    to call that."""

    heading: str
    quiet: str
    headline: str
    target: str
    label: str


def draw_list(
    data: pd.DataFrame, lines: list[Line], keys: list[Key], *, wide: float, ax: "Axes | None" = None
) -> "Axes":
    """Draw each row of `data`, as a chart of events gives it, as its line of `lines`, a mark and its sentence."""
    told = [_words(row, line, wide) for row, line in zip(data.to_dict("records"), lines, strict=True)]
    top = 0.05 + key_height(keys, wide)
    begins = [place == 0 or line.heading != lines[place - 1].heading for place, line in enumerate(lines)]
    sheet = Sheet(top + sum(_tall(words) for words in told) + _HEADING * sum(begins) + 0.05, ax, wide)
    sheet.key(0.05, 0.12, keys)
    y = top
    for row, line, words, new in zip(data.to_dict("records"), lines, told, begins, strict=True):
        if new:
            sheet.line([0.05, wide - 0.05], [y + 0.04] * 2, RULE, 0.6)
            sheet.text(0.05, y + 0.18, line.heading, bold=True)
            y += _HEADING
        tall = _tall(words)
        sheet.box(0.05, y + 0.02, 0.05, tall - _GAP, polarity_colour(row["polarity"]))
        at = y
        for said, size, quiet, bold in words:
            step = 1.3 * size / 72
            sheet.text(_LEFT, at + step / 2, said, size=size, bold=bold, colour=QUIET if quiet else INK)
            at += step
        sheet.link(0, y, wide, tall, line.target, line.label)
        y += tall
    return sheet.ax


Words = list[tuple[str, float, bool, bool]]  # a line, its size, whether it is quiet, and bold


def _words(row: dict[Any, Any], line: Line, wide: float) -> Words:
    room = wide - _LEFT - 0.08
    many = count(row["articles"], "article") if row["articles"] > 1 else ""
    quiet = " · ".join(part for part in (line.quiet, many) if part)
    return [
        *((words, SMALL, True, False) for words in wrap(quiet, room, 2, SMALL)),
        *((words, SIZE, False, True) for words in wrap(line.headline, 0.92 * room, 2)),  # bold is wider
        *((words, SMALL, False, False) for words in wrap(clean(row["summary"]), room, 5, SMALL)),
    ]


def _tall(words: Words) -> float:
    return sum(1.3 * size / 72 for _, size, _, _ in words) + _GAP
