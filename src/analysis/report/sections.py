"""A notebook as a section of the report: its words, its outputs, its code folded away at the end."""

import re
from functools import cache
from html import escape
from typing import Any, NamedTuple

from analysis.charts.htmltable import without_styles
from analysis.report.notebooks import Run
from analysis.text.characters import slug

HANDS_ON = "Try your own"  # the heading of a notebook's last part, which is nothing to a reader of a page

_HEADING = re.compile(r"<h([1-5])>(.*?)</h\1>\n", re.DOTALL)


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
    cells = _for_readers(run.notebook["cells"])
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


def _cell(cell: dict[str, Any]) -> str:
    if cell["cell_type"] == "markdown":
        return str(_markdown()(cell["source"]))
    return "".join(_output(output) for output in cell.get("outputs", ()))


@cache
def _markdown() -> Any:
    from mistune import create_markdown

    return create_markdown(escape=False)


def _output(output: dict[str, Any]) -> str:
    if output["output_type"] == "error":
        return f'<pre class="error" role="alert">{escape(output["ename"])}: {escape(output["evalue"])}</pre>'
    if output["output_type"] == "stream":
        return f"<pre>{escape(output['text'])}</pre>"
    data = output["data"]
    if "text/html" in data:
        return without_styles(data["text/html"])
    return f"<pre>{escape(data.get('text/plain', ''))}</pre>"
