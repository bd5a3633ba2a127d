"""The colours of the charts on a dark ground: each keeps its hue, light and dark change places.

The steps go through OKLab (Björn Ottosson, 2020), where equal steps of lightness look equal.
"""

from functools import cache

_TO_CONES = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
_TO_LAB = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)
_FROM_LAB = (
    (1.0, 0.3963377774, 0.2158037573),
    (1.0, -0.1055613458, -0.0638541728),
    (1.0, -0.0894841775, -1.2914855480),
)
_FROM_CONES = (
    (4.0767416621, -3.3077115913, 0.2309699292),
    (-1.2684380046, 2.6097574011, -0.3413193965),
    (-0.0041960863, -0.7034186147, 1.7076147010),
)
_GROUND = 0.21  # the lightness white turns into
_SPREAD = 0.96  # of a step of lightness, turned: what is almost black becomes almost white
STAYS = {"#010101": "#000000", "#fefefe": "#ffffff"}
"""Words on a ground that is of middle lightness by day and by night keep their colour: their own black and white."""

Vector = tuple[float, float, float]


@cache
def night(colour: str) -> str:
    """Return the colour ("#rrggbb") that stands for `colour` on a dark ground; white becomes that ground."""
    if colour in STAYS:
        return STAYS[colour]
    light, green_red, blue_yellow = _lab(colour)
    turned = min(1.0, _GROUND + (1 - light) * _SPREAD)
    for share in (1.0, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1):  # paler until a screen can show it
        channels = _channels((turned, share * green_red, share * blue_yellow))
        if all(-0.001 <= channel <= 1.001 for channel in channels):
            return _written(channels)
    return _written(_channels((turned, 0.0, 0.0)))


def _lab(colour: str) -> Vector:
    shares = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares]
    red, green, blue = _times(_TO_CONES, (linear[0], linear[1], linear[2]))
    return _times(_TO_LAB, (red ** (1 / 3), green ** (1 / 3), blue ** (1 / 3)))


def _channels(lab: Vector) -> Vector:
    long, middle, short = _times(_FROM_LAB, lab)
    return _times(_FROM_CONES, (long**3, middle**3, short**3))


def _written(linear: Vector) -> str:
    shares = [max(0.0, min(1.0, c)) for c in linear]
    curved = [12.92 * s if s <= 0.0031308 else 1.055 * s ** (1 / 2.4) - 0.055 for s in shares]
    return "#" + "".join(f"{round(255 * s):02x}" for s in curved)


def _times(matrix: tuple[Vector, Vector, Vector], vector: Vector) -> Vector:
    one, two, three = (sum(cell * part for cell, part in zip(row, vector, strict=True)) for row in matrix)
    return one, two, three
