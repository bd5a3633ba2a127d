"""A notebook as a section of the report: its words, its outputs, its code folded away at the end."""

import re
from collections.abc import Container
from html import escape, unescape
from itertools import count
from typing import Any, NamedTuple

from markupsafe import Markup

from analysis.charts.anchors import article_anchor
from analysis.charts.htmltable import NAMES_ARTICLES, without_styles
from analysis.report.notebooks import Run
from analysis.report.sources import REFERENCE, Sources
from analysis.text.characters import slug

HANDS_ON = "Try your own"  # the heading of a notebook's last part, which is nothing to a reader of a page

_HEADING = re.compile(r'<h([1-5]) id="[^"]*">(.*?)(?:<a class="anchor-link".*?</a>)?</h\1>', re.DOTALL)
_CELL = re.compile(r'(<(?:td|th scope="row")[^>]*>)([^<]+)')
_REFERENCES = re.compile(rf"(?:{REFERENCE.pattern}, )*(?:{REFERENCE.pattern}|and [\d,]+ more)")  # all of a cell
_BESIDE = re.compile(r'<span class="ref">[^<]*</span>(?:, <span class="ref">[^<]*</span>)*')  # a finding
_PICTURE = re.compile(
    r'<div class="(picture(?: narrow)?)"(?: hidden)? data-links="([^"]*)" data-box="([\d ]*)">\n(<img [^>]*>)\n</div>'
)


class Section(NamedTuple):
    """A part of the report: its id, title, the headings inside (id, title), its HTML, its code, and an error if any."""

    id: str
    title: str
    headings: list[tuple[str, str]]
    html: str
    code: str
    error: str | None


def section(run: Run) -> Section:
    """Return the section of the report that a notebook's run makes.

    Only this project's own notebooks and what its library escapes come in as HTML; other outputs are shown as text.
    """
    name = run.path.stem.partition("-")[2] or run.path.stem
    cells = _for_readers(run.notebook.cells)
    headings: list[tuple[str, str]] = []

    def heading(match: re.Match[str]) -> str:
        level, title = int(match[1]) + 1, re.sub(r"<[^>]+>", "", match[2])
        anchor = name if level == 2 else f"{name}-{slug(title)}"
        headings.append((anchor, title))
        return f'<h{level} id="{anchor}">{match[2]}</h{level}>'

    html = _HEADING.sub(heading, "".join(_cell(cell) for cell in cells))
    code = "\n\n".join(cell["source"] for cell in cells if cell["cell_type"] == "code")
    return Section(name, headings[0][1] if headings else name, headings[1:], html, code, run.error)


def _for_readers(cells: list[dict[str, Any]]) -> list[dict[str, Any]]:
    last = next((place for place, cell in enumerate(cells) if HANDS_ON in cell["source"].partition("\n")[0]), None)
    return cells[:last]


def references(html: str) -> list[str]:
    """Return what in the page's own `html` looks like a reference to a sentence, in order."""
    cells = [cell[2] for cell in _CELL.finditer(html) if _REFERENCES.fullmatch(cell[2])]
    beside = [found[0] for found in _BESIDE.finditer(html)]
    return [reference for words in cells + beside for reference in REFERENCE.findall(words)]


def targets(html: str) -> set[str]:
    """Return the ids that the charts in the page's own `html` lead to."""
    return {link[4] for picture in _PICTURE.finditer(html) for link in _links(picture[2])}


def anchors(html: str) -> set[str]:
    """Return the ids that elements of the page's own `html` have."""
    return {unescape(found) for found in re.findall(r'<[a-z0-9]+ (?:[^<>]* )?id="([^"]*)"', html)}


def link(html: str, sources: Sources, ids: Container[str]) -> Markup:
    """Return the page's own `html` with references made links to sentences that are shown, and with links over the
    charts to those of `ids`."""

    def reference(match: re.Match[str], words: str = "") -> str:
        if not sources.has(match[0]):
            return escape(sources.briefly(match[0])) if match[0] in sources.sentences else match[0]
        name = escape(sources.named(match[0]))
        return f'<a href="#{match[0]}" title="{name}">{words or escape(sources.briefly(match[0]))}</a>'

    def numbered(match: re.Match[str]) -> str:
        places = count(1)
        return REFERENCE.sub(lambda found: reference(found, str(next(places))), match[0])

    def picture(match: re.Match[str]) -> str:
        classes, attribute, box, image = match.groups()
        areas = "".join(_area(*parts) for parts in _links(attribute) if parts[4] in ids)
        overlay = f'<svg viewBox="{box}" role="group" aria-label="Links of this chart">{areas}</svg>' if areas else ""
        return f'<div class="{classes}">{image}{overlay}</div>'

    def article(name: str) -> str:
        anchor = article_anchor(name)
        return f'<a href="#{anchor}">{escape(sources.brief(unescape(name)))}</a>' if anchor in ids else name

    def cell(match: re.Match[str]) -> str:
        if NAMES_ARTICLES in match[1] and not REFERENCE.match(match[2]):
            return match[1] + ", ".join(map(article, match[2].split(", ")))
        return match[1] + (REFERENCE.sub(reference, match[2]) if _REFERENCES.fullmatch(match[2]) else match[2])

    linked = _CELL.sub(cell, _BESIDE.sub(numbered, html))
    return Markup(_PICTURE.sub(picture, linked))


def _links(attribute: str) -> list[tuple[str, str, str, str, str, str]]:
    """Return x, y, width, height, target and words of each link of a chart."""
    lines = (line.split("\t") for line in unescape(attribute).split("\n") if line)
    return [(x, y, width, height, target, words) for target, x, y, width, height, words in lines]


def _area(x: str, y: str, width: str, height: str, target: str, words: str) -> str:
    place = f'x="{int(x)}" y="{int(y)}" width="{int(width)}" height="{int(height)}"'
    return f'<a href="#{escape(target)}"><title>{escape(words)}</title><rect {place}/></a>'


def _cell(cell: dict[str, Any]) -> str:
    from nbconvert.filters import markdown2html

    if cell["cell_type"] == "markdown":
        return str(markdown2html(cell["source"]))
    return "".join(_output(output) for output in cell.get("outputs", ()))


def _output(output: dict[str, Any]) -> str:
    if output["output_type"] == "error":
        return f'<pre class="error" role="alert">{escape(output["ename"])}: {escape(output["evalue"])}</pre>'
    if output["output_type"] == "stream":
        return f"<pre>{escape(output['text'])}</pre>"
    data = output["data"]
    if "text/html" in data:
        return without_styles(data["text/html"])
    return f"<pre>{escape(data.get('text/plain', ''))}</pre>"
