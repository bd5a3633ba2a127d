"""A figure as SVG text that is the same on every run."""

import io
import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from analysis.charts.night import night

if TYPE_CHECKING:
    from matplotlib.figure import Figure

# None is wider than DejaVu Sans, which matplotlib brings and all text is measured in.
FONTS = "Helvetica Neue, Helvetica, Arial, Liberation Sans, DejaVu Sans, sans-serif"

_STYLE: dict[str, Any] = {
    "figure.dpi": 72,
    "font.family": "DejaVu Sans",
    "hatch.linewidth": 0.5,
    "svg.fonttype": "none",
    "svg.hashsalt": "analysis",
    "text.parse_math": False,  # a name with two dollar signs is a name
}


@contextmanager
def style() -> Iterator[None]:
    """Draw and save inside this, so that nobody's own matplotlib settings show."""
    import matplotlib.style

    with matplotlib.style.context(["default", _STYLE]), warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Glyph .* missing from font", category=UserWarning)
        yield


def svg_text(figure: "Figure") -> str:
    """Return `figure` as SVG, an element a line, coordinates in two decimals, ids numbered in order of appearance.

    Shown on a page that is dark, it is dark too.
    """
    stream = io.StringIO()
    with style():
        figure.savefig(stream, format="svg", metadata=dict.fromkeys(("Creator", "Date", "Format", "Type")))
    raw = stream.getvalue()
    tidied = re.sub(r"<[^!?][^>]*>", _tidy, raw[raw.index("<svg") :])
    flat = re.sub(r"<g>\n\s*(<(?:path|text)\b[^\n]*)\n\s*</g>", r"\1", tidied)
    style_sheet = f"text{{font-family:{FONTS}}}{_by_night(flat)}*{{"
    return _number_ids(flat.replace("*{", style_sheet, 1))


def _by_night(svg: str) -> str:
    """Return a rule for each colour of `svg` that turns it where the page is dark."""
    uses = sorted(set(re.findall(r"(?<![-\w])(?:fill|stroke): #[0-9a-f]{6}", svg)))
    rules = [f'[style*="{use}"]{{{use[:-7]}{night(use[-7:])}!important}}' for use in uses]
    grounds = sorted(set(re.findall(r'(?<![-\w])fill="(#[0-9a-f]{6})"', svg)))  # of hatched patterns
    rules += [f'[fill="{ground}"]{{fill:{night(ground)}}}' for ground in grounds]
    black = f"text:not([style*=fill]){{fill:{night('#000000')}}}"  # which is not written out
    return f"@media (prefers-color-scheme:dark){{{black}{''.join(rules)}}}"


def data_address(svg: str) -> str:
    """Return `svg` as a data: address, each of its lines on one line of its own."""
    # A browser drops the raw line ends, so "%0A\n" is one line end to it, and a changed bar is two lines of a diff.
    return "data:image/svg+xml," + quote(svg, safe=" /:;,=()'!*@+.-_~{}").replace("%0A", "%0A\n")


def _tidy(match: re.Match[str]) -> str:
    tag = re.sub(r'\s*\n"', '"', match[0])
    tag = re.sub(r"\s*\n\s*", " ", tag)
    tag = re.sub(r' id="[a-zA-Z]\w*_\d+"| transform="rotate\(-?0 [^"]*"', "", tag)
    tag = re.sub(r" font-family: [^;\"]*;", "", tag)
    return re.sub(r"-?\d+\.\d{2,}(?:e-\d+)?", _short, tag)


def _short(match: re.Match[str]) -> str:
    rounded = f"{float(match[0]):.2f}".rstrip("0").rstrip(".")
    return "0" if rounded in ("-0", "") else rounded


def _number_ids(svg: str) -> str:
    for place, name in enumerate(dict.fromkeys(re.findall(r' id="([a-z][0-9a-f]{10})"', svg))):
        svg = svg.replace(name, f"i{place}")
    return svg
