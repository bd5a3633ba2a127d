"""Colours, each with one meaning in every chart.

Marks reach a contrast of 3:1 on white, colours also used for words 4.5:1 (WCAG 2.2). Within a family the colours
stay apart for readers who see two primaries instead of three (checked in the tests with the matrices of Machado and
others, 2009). On a dark ground every colour is what `night` makes of it.
"""

from analysis.charts.night import STAYS, night

INK = "#1f2328"
QUIET = "#5b6068"  # words of second rank
RULE = "#c9ccd1"  # guide lines: no information of their own
PAPER = "#ffffff"
UNKNOWN = "#8a8a8a"

KINDS = {
    "person": "#07277d",
    "government": "#835cbe",
    "organization": "#24812a",
    "group": "#774e6d",
    "place": "#3c2f32",
}
"""An actor has the colour of its kind, so it keeps it in every chart, however many actors there are."""

POLARITIES = {"conflict": "#c2500a", "cooperation": "#006d77"}
TONES = {"negative": "#b2182b", "neutral": "#8a8a8a", "positive": "#2166ac"}


def kind_colour(kind: object) -> str:
    """Return the colour of an actor of this kind; grey for an unknown one."""
    return KINDS.get(str(kind), UNKNOWN)


def polarity_colour(polarity: object) -> str:
    """Return the colour of cooperation or conflict; grey for neither."""
    return POLARITIES.get(str(polarity), UNKNOWN)


def mix(colour: str, share: float, ground: str = PAPER) -> str:
    """Return `share` (0..1) of `colour` over `ground`."""
    parts = zip(_channels(colour), _channels(ground), strict=True)
    return "#" + "".join(f"{round(share * upper + (1 - share) * lower):02x}" for upper, lower in parts)


def contrast(colour: str, ground: str = PAPER) -> float:
    """Return the contrast ratio of two colours, 1 to 21, as WCAG defines it."""
    low, high = sorted((_luminance(colour), _luminance(ground)))
    return (high + 0.05) / (low + 0.05)


def readable_on(ground: str) -> str:
    """Return the black or white that reads best on `ground` by day, and on what it turns into by night.

    One of them has at least 4.5:1. Black and white change places at night; "#010101" and "#fefefe" do not.
    """
    return max(
        "#000000",
        PAPER,
        *STAYS,
        key=lambda colour: min(contrast(colour, ground), contrast(night(colour), night(ground))),
    )


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    shares = (channel / 255 for channel in _channels(colour))
    red, green, blue = (s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
