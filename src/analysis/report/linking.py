"""Links in the page's own HTML: from cells, findings and charts to the sentences and articles behind them."""

import re
from collections.abc import Container
from html import escape, unescape
from itertools import count
from typing import NamedTuple

from markupsafe import Markup

from analysis.charts.anchors import article_anchor
from analysis.charts.htmltable import NAMES_ARTICLES
from analysis.report.sources import REFERENCE, Sources

_CELL = re.compile(r'(<(?:td|th scope="row")[^>]*>)([^<]+)')
_REFERENCES = re.compile(rf"(?:{REFERENCE.pattern}, )*(?:{REFERENCE.pattern}|and [\d,]+ more)")  # all of a cell
_BESIDE = re.compile(r'<span class="ref">[^<]*</span>(?:, <span class="ref">[^<]*</span>)*')  # a finding, an event
_BOLD = re.compile(r'<b data-to="([^"]*)">([^<]*)</b>')  # words of a finding that lead to what is behind them
_TITLED = re.compile(rf'(<th scope="col"{NAMES_ARTICLES}[^>]*>article</th>)<th scope="col"[^>]*>title</th>')
_TITLE = re.compile(rf'(<th scope="row"[^>]*{NAMES_ARTICLES}[^>]*>)([^<]+)</th><td[^>]*>([^<]+)</td>')
_PICTURE = re.compile(
    r'<div class="(picture(?: narrow)?)"(?: hidden)? data-links="([^"]*)" data-box="([\d ]*)">\n(<img [^>]*>)\n</div>'
)


def references(html: str) -> list[str]:
    """Return what in the page's own `html` looks like a reference to a sentence, in order."""
    cells = [cell[2] for cell in _CELL.finditer(html) if _REFERENCES.fullmatch(cell[2])]
    beside = [found[0] for found in _BESIDE.finditer(html)]
    return [reference for words in cells + beside for reference in REFERENCE.findall(words)]


def targets(html: str) -> set[str]:
    """Return the ids that the charts and findings in the page's own `html` lead to."""
    pictures = {link[4] for picture in _PICTURE.finditer(html) for link in _links(picture[2])}
    return pictures | {unescape(found[1]) for found in _BOLD.finditer(html)}


def anchors(html: str) -> set[str]:
    """Return the ids that elements of the page's own `html` have."""
    return {unescape(found) for found in re.findall(r'<[a-z0-9]+ (?:[^<>]* )?id="([^"]*)"', html)}


class Linker(NamedTuple):
    """What can be linked to: sentences that the page shows, and elements by their ids."""

    sources: Sources
    ids: Container[str]

    def link(self, html: str) -> Markup:
        """Return the page's own `html` with references made links, and with links from charts and findings."""
        linked = _BOLD.sub(lambda found: self.words(unescape(found[1]), found[2]), html)
        linked = "<table>".join(map(self._titled, linked.split("<table>")))
        linked = _CELL.sub(self._cell, _BESIDE.sub(self._numbered, linked))
        return Markup(_PICTURE.sub(self._picture, linked))

    def words(self, anchor: str, words: str) -> str:
        """Return `words`, given as HTML, as a link to an element where the page has it."""
        return f'<a href="#{escape(anchor)}">{words}</a>' if anchor in self.ids else words

    def _cell(self, match: re.Match[str]) -> str:
        if NAMES_ARTICLES in match[1] and not REFERENCE.match(match[2]):
            return match[1] + ", ".join(map(self._article, match[2].split(", ")))
        if _REFERENCES.fullmatch(match[2]):
            return match[1] + REFERENCE.sub(lambda found: self._sentence(found[0]), match[2])
        return match[0]

    def _article(self, name: str) -> str:
        anchor = article_anchor(name)
        return f'<a href="#{anchor}">{escape(self.sources.brief(unescape(name)))}</a>' if anchor in self.ids else name

    def _titled(self, table: str) -> str:
        """Return a table in which an article and its title are one."""
        merged, found = _TITLED.subn(r"\1", table)
        if not found:
            return table
        return _TITLE.sub(lambda row: f"{row[1]}{self.words(article_anchor(row[2]), row[3])}</th>", merged)

    def _numbered(self, match: re.Match[str]) -> str:
        places = count(1)
        return REFERENCE.sub(lambda found: self._sentence(found[0], next(places)), match[0])

    def _sentence(self, reference: str, number: int | None = None) -> str:
        """Return a reference as a link, or as words where the page does not show its sentence."""
        if reference not in self.sources.sentences:
            return reference
        name = escape(self.sources.named(reference))
        words = escape(self.sources.briefly(reference)) if number is None else str(number)
        if not self.sources.has(reference):
            return f'<span title="{name}">{words}</span>'
        label = "" if number is None else f' aria-label="{number}: {name}"'
        return f'<a href="#{reference}" title="{name}"{label}>{words}</a>'

    def _picture(self, match: re.Match[str]) -> str:
        classes, attribute, box, image = match.groups()
        areas = "".join(_area(*parts) for parts in _links(attribute) if parts[4] in self.ids)
        overlay = f'<svg viewBox="{box}" role="group" aria-label="Links of this chart">{areas}</svg>' if areas else ""
        return f'<div class="{classes}">{image}{overlay}</div>'


def _links(attribute: str) -> list[tuple[str, str, str, str, str, str]]:
    """Return x, y, width, height, target and words of each link of a chart."""
    lines = (line.split("\t") for line in unescape(attribute).split("\n") if line)
    return [(x, y, width, height, target, words) for target, x, y, width, height, words in lines]


def _area(x: str, y: str, width: str, height: str, target: str, words: str) -> str:
    place = f'x="{int(x)}" y="{int(y)}" width="{int(width)}" height="{int(height)}"'
    return f'<a href="#{escape(target)}"><title>{escape(words)}</title><rect {place}/></a>'
