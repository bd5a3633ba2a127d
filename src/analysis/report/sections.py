"""A notebook as a section of the report: its words, its outputs, its code folded away."""

import re
from collections.abc import Container
from html import escape
from typing import Any, NamedTuple

from markupsafe import Markup

from analysis.charts.htmltable import without_styles
from analysis.report.notebooks import Run
from analysis.text.characters import slug

_HEADING = re.compile(r'<h([1-5]) id="[^"]*">(.*?)(?:<a class="anchor-link".*?</a>)?</h\1>', re.DOTALL)
_CELL = re.compile(r'(<(?:td|th scope="row"|span class="ref")[^>]*>)([^<]+)')
_REFERENCE = re.compile(r"[\w-]+:\d+")


class Section(NamedTuple):
    """A part of the report: its id, title, the headings inside (id, title), its HTML, and an error if it has one."""

    id: str
    title: str
    headings: list[tuple[str, str]]
    html: Markup
    error: str | None


def section(run: Run, sentences: Container[str]) -> Section:
    """Return the section of the report that a notebook's run makes, with links to the page's `sentences`.

    Only this project's own notebooks and what its library escapes come in as HTML; other outputs are shown as text.
    """
    name = run.path.stem.partition("-")[2] or run.path.stem
    html = "".join(_cell(cell) for cell in run.notebook.cells)
    headings: list[tuple[str, str]] = []

    def heading(match: re.Match[str]) -> str:
        level, title = int(match[1]) + 1, re.sub(r"<[^>]+>", "", match[2])
        anchor = name if level == 2 else f"{name}-{slug(title)}"
        headings.append((anchor, title))
        return f'<h{level} id="{anchor}">{match[2]}</h{level}>'

    html = _HEADING.sub(heading, html)
    title = headings[0][1] if headings else name
    return Section(name, title, headings[1:], link_references(html, sentences), run.error)


def link_references(html: str, sentences: Container[str]) -> Markup:
    """Return the page's own `html` with each reference to one of `sentences` (article_id:number) made a link to it."""

    def link(match: re.Match[str]) -> str:
        return f'<a href="#{match[0]}">{match[0]}</a>' if match[0] in sentences else match[0]

    return Markup(_CELL.sub(lambda cell: cell[1] + _REFERENCE.sub(link, cell[2]), html))


def _cell(cell: dict[str, Any]) -> str:
    from nbconvert.filters import markdown2html

    if cell["cell_type"] == "markdown":
        return str(markdown2html(cell["source"]))
    code = f'<details class="code"><summary>Code</summary><pre><code>{escape(cell["source"])}</code></pre></details>'
    return "".join(_output(output) for output in cell.get("outputs", ())) + code


def _output(output: dict[str, Any]) -> str:
    if output["output_type"] == "error":
        return f'<pre class="error" role="alert">{escape(output["ename"])}: {escape(output["evalue"])}</pre>'
    if output["output_type"] == "stream":
        return f"<pre>{escape(output['text'])}</pre>"
    data = output["data"]
    if "text/html" in data:
        return without_styles(data["text/html"])
    return f"<pre>{escape(data.get('text/plain', ''))}</pre>"
