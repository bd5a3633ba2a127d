"""The surface charts are drawn on: as wide as the text, measured in inches from its top left corner."""

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from analysis.charts.palette import INK, PAPER, QUIET
from analysis.charts.words import shorten, without_pictures

if TYPE_CHECKING:
    from matplotlib.axes import Axes

WIDTH = 7.2
NARROW = 3.1  # for a telephone, where this is about 350 pixels: no text is smaller than 11 of them
SIZE = 8.5  # points; the columns of text in a page are set at 12
SMALL = 8.0
LEAST = 7.3
_KEY = 0.2  # a row of a key


class Key(NamedTuple):
    """A swatch and what it stands for; the swatch is drawn as the marks are."""

    words: str
    fill: str
    edge: str | None = None
    hatch: str | None = None
    marker: str = "s"


class Sheet:
    """Axes without frame, in inches, y downwards, `wide` across; on a figure of its own or on the axes given."""

    def __init__(self, height: float, ax: "Axes | None" = None, wide: float = WIDTH) -> None:
        from matplotlib.figure import Figure

        self.wide = wide
        self.ax = ax if ax is not None else Figure(figsize=(wide, height), facecolor=PAPER).add_axes((0, 0, 1, 1))
        self.ax.set(xlim=(0, wide), ylim=(height, 0))
        self.ax.set_axis_off()
        self._drawn = 0

    def _place(self) -> dict[str, Any]:
        """Return the options that lay each thing over those drawn before it."""
        self._drawn += 1
        return {"zorder": self._drawn, "clip_on": False}

    def text(
        self,
        x: float,
        y: float,
        words: str,
        *,
        colour: str = INK,
        size: float = SIZE,
        align: Literal["left", "center", "right"] = "left",
        bold: bool = False,
        turned: float = 0,
    ) -> None:
        """Write `words`, the middle of the letters at height `y`, or from (x, y) on `turned` by so many degrees."""
        # Baselines and not boxes: only they are where matplotlib puts them when the browser has another font.
        pen = {"size": size, "color": colour, "weight": "bold" if bold else "normal", **self._place()}
        if turned:
            pen |= {"rotation": turned, "rotation_mode": "anchor"}
        self.ax.text(x, y + (0 if turned else 0.36 * size / 72), words, ha=align, **pen)

    def lines(self, x: float, y: float, words: Sequence[str], *, size: float = SIZE, **options: Any) -> None:
        """Write several lines, the middle of them all at height `y`."""
        step = 1.25 * size / 72
        for place, line in enumerate(words):
            self.text(x, y + (place - (len(words) - 1) / 2) * step, line, size=size, **options)

    def heading(self, x: float, y: float, words: str, room: float) -> None:
        """Write the head of a column, its middle at (x, y), in up to three lines, smaller where a word is too
        long."""
        longest = max(words.split(), key=width, default="")
        size = SMALL if width(longest, SMALL) <= room else LEAST
        self.lines(x, y, wrap(words, room, 3, size), size=size, align="center")

    def box(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        fill: str,
        *,
        edge: str | None = None,
        hatch: str | None = None,
    ) -> None:
        """Draw a rectangle, (x, y) its top left corner; an edge is drawn inside it."""
        from matplotlib.patches import Rectangle

        inset = 0.005 if edge else 0.0
        rectangle = Rectangle((x + inset, y + inset), max(width - 2 * inset, 0), height - 2 * inset)
        rectangle.set(facecolor=fill, edgecolor=edge or "none", linewidth=0.72 if edge else 0, hatch=hatch)
        self.ax.add_artist(rectangle).set(**self._place())

    def line(
        self, xs: Sequence[float], ys: Sequence[float], colour: str = INK, width: float = 0.8, *, dashed: bool = False
    ) -> None:
        """Draw a line through points."""
        dashes = (0, (3, 2)) if dashed else "solid"
        self.ax.plot(xs, ys, color=colour, linewidth=width, linestyle=dashes, solid_capstyle="butt", **self._place())

    def dots(self, xs: Sequence[float], ys: Sequence[float], colour: str, size: float, marker: str = "o") -> None:
        """Draw a mark of `size` points across at each point, with a thin light rim that keeps neighbours apart."""
        pen: dict[str, Any] = {"edgecolors": PAPER, "linewidths": 0.4, **self._place()}
        self.ax.scatter(xs, ys, s=size * size, c=colour, marker=marker, **pen)

    def link(self, x: float, y: float, width: float, height: float, target: str | None, words: str) -> None:
        """Let a rectangle lead to `target`, the id of an element of the page; `words` say what stands there.

        Nothing is drawn: the report lays these links over the picture. Without a target there is none.
        """
        from matplotlib.patches import Rectangle

        if target:
            self.ax.add_artist(Rectangle((x, y), width, height, url=target, label=words, visible=False))

    def key(self, x: float, y: float, entries: Sequence[Key]) -> None:
        """Write what the marks stand for, in as many rows as it takes, the middle of the first at height `y`."""
        for level, row in enumerate(_key_rows(entries, self.wide - x)):
            at, middle = x, y + level * _KEY
            for entry in row:
                if entry.marker == "s":
                    self.box(at, middle - 0.05, 0.13, 0.1, entry.fill, edge=entry.edge, hatch=entry.hatch)
                else:
                    self.dots([at + 0.065], [middle], entry.fill, 6, entry.marker)
                self.text(at + 0.18, middle, entry.words, colour=QUIET, size=SMALL)
                at += _key_width(entry)


def key_height(entries: Sequence[Key], wide: float) -> float:
    """Return how tall a key is that has `wide` inches."""
    return _KEY * len(_key_rows(entries, wide - 0.05))


def _key_width(entry: Key) -> float:
    return 0.18 + width(entry.words, SMALL) + 0.16


def _key_rows(entries: Sequence[Key], room: float) -> list[list[Key]]:
    rows: list[list[Key]] = []
    left = 0.0
    for entry in entries:
        if not rows or left < _key_width(entry) - 0.16:
            rows.append([])
            left = room
        rows[-1].append(entry)
        left -= _key_width(entry)
    return rows


@lru_cache(maxsize=1)
def _font() -> Any:
    from matplotlib.font_manager import findfont, get_font

    return get_font(findfont("DejaVu Sans"))


def width(words: str, size: float = SIZE) -> float:
    """Return how wide `words` are, in inches, in the widest of the fonts they may be shown in."""
    *before, last = words.split(" ")  # no letter moves closer to a blank: the widths of words add up
    return (sum(_width(f"{word} ") for word in before) + _width(last)) * size / 100 / 72


@lru_cache(maxsize=16384)
def _width(word: str) -> float:
    """Return how wide a word is at 100 points, in pixels of 1/72 inch."""
    import warnings

    font = _font()
    font.set_size(100, 72)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        font.set_text(word)
    return float(font.get_width_height()[0]) / 64


def fit(words: str, room: float, size: float = SIZE) -> str:
    """Return `words`, shortened until they are no wider than `room` inches."""
    words = without_pictures(words)
    longest = len(words)
    while longest > 2 and width(words, size) > room:
        longest = min(longest - 1, int(longest * room / width(words, size)) + 1)
        words = shorten(words, longest)
    return words


def wrap(words: str, room: float, most: int, size: float = SIZE) -> list[str]:
    """Return `words` in at most `most` lines no wider than `room` inches; the last is shortened where that is too
    few."""
    lines: list[str] = []
    left = without_pictures(words).split()
    while left and len(lines) < most - 1:
        taken = 1
        while taken < len(left) and width(" ".join(left[: taken + 1]), size) <= room:
            taken += 1
        lines.append(fit(" ".join(left[:taken]), room, size))
        left = left[taken:]
    return [*lines, fit(" ".join(left), room, size)] if left else lines
