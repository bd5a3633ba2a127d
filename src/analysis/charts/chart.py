"""What every chart returns, and the steps they share."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from html import escape
from typing import TYPE_CHECKING, Any, NamedTuple

import pandas as pd

from analysis.charts.htmltable import html_table, plain_table
from analysis.charts.palette import QUIET
from analysis.charts.sheet import NARROW, WIDTH, Sheet, wrap
from analysis.charts.svg import data_address, style, svg_text
from analysis.charts.words import clean

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure


STYLE = (
    # a notebook's dark theme says nothing of itself that a picture could know
    "[data-jp-theme-light=false] .chart img,.vscode-dark .chart img{color-scheme:dark!important}"
    ".chart{container-type:inline-size}"
    ".chart img{max-width:100%;height:auto}"
    "@container (max-width:36rem){.chart>.narrow{display:block;max-width:27rem}.chart>.narrow+.picture{display:none}}"
)
"""What a notebook needs to show charts in the dark and in a narrow window."""


class Link(NamedTuple):
    """A rectangle of a picture and the id it leads to; `words` say what stands there."""

    target: str
    x: int
    y: int
    width: int
    height: int
    words: str


@dataclass(frozen=True, eq=False)
class Chart:
    """A chart: the figure, the table it plots, what it shows in words, and its caption.

    The caption's first sentence is its title. A notebook shows the chart as one HTML figure with the plotted table
    folded under it. `narrow` is the figure drawn anew for a telephone.
    """

    figure: "Figure"
    data: pd.DataFrame
    alt: str
    caption: str
    narrow: "Figure"

    @property
    def svg(self) -> str:
        """The figure as SVG text, the same on every run."""
        return svg_text(self.figure)

    @property
    def title(self) -> str:
        """The first sentence of the caption, without its full stop."""
        return self.caption.split(". ")[0].rstrip(".")

    @property
    def links(self) -> list[Link]:
        """What in the picture leads where, in hundredths of an inch from its top left corner."""
        return _links(self.figure)

    def html(self) -> str:
        """Return the figure with alt text, caption and plotted table as HTML; a page can lay the links over it.

        A chart of nothing is a sentence.
        """
        if self.data.empty:
            return f'<p class="note">{escape(self.caption)}</p>'
        narrow = self._picture(self.narrow, "picture narrow", " hidden")
        return (
            f'<figure class="chart">\n<style>{STYLE}</style>\n{narrow}{self._picture(self.figure, "picture")}'
            f"<figcaption>{escape(self.caption)}</figcaption>\n<details>\n"
            "<summary>The numbers in this chart</summary>\n"
            f"{html_table(self.data, f'Data: {self.title}')}\n</details>\n</figure>"
        )

    def _picture(self, figure: "Figure", classes: str, more: str = "") -> str:
        links = "\n".join("\t".join(map(str, link)) for link in _links(figure))
        wide, tall = (round(100 * inches) for inches in figure.get_size_inches())
        return (
            f'<div class="{classes}"{more} data-links="{escape(links)}" data-box="0 0 {wide} {tall}">\n'
            f'<img alt="{escape(self.alt)}" style="color-scheme: light" src="{data_address(svg_text(figure))}">\n'
            "</div>\n"
        )

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        return {"text/html": self.html(), "text/plain": f"{self.alt}\n{plain_table(self.data)}"}


def _links(figure: "Figure") -> list[Link]:
    patches = figure.axes[0].patches if figure.axes else []
    return [_link(patch) for patch in patches if patch.get_url()]


def _link(patch: Any) -> Link:
    places = (patch.get_x(), patch.get_y(), patch.get_width(), patch.get_height())
    x, y, width, height = (round(100 * place) for place in places)
    return Link(patch.get_url(), x, y, width, height, clean(patch.get_label()))


def present(draw: "Callable[..., Axes]", data: pd.DataFrame, *, alt: str, caption: str) -> Chart:
    """Return the chart that `draw` draws, which takes how `wide` it is to be."""
    return Chart(_figure(draw), data, clean(alt), clean(caption), _figure(partial(draw, wide=NARROW)))


def _figure(draw: "Callable[..., Axes]") -> "Figure":
    with style():
        figure = draw().get_figure(root=True)
    if figure is None:
        raise ValueError("draw must return axes that stand on a figure")
    return figure


def nothing(data: pd.DataFrame, *, title: str, reason: str) -> Chart:
    """Return a chart that says there is nothing to show, and why."""

    def draw(wide: float = WIDTH) -> "Axes":
        words = wrap(f"Nothing to show: {reason}.", wide - 0.1, 3)
        sheet = Sheet(0.3 + 0.15 * len(words), wide=wide)
        sheet.lines(0.05, 0.15 + 0.075 * len(words), words, colour=QUIET)
        return sheet.ax

    return present(
        draw, data, alt=f"{title}: nothing to show, {reason}.", caption=f"{title}. Nothing to show: {reason}."
    )
