"""How well each step was measured to work: the tables of benchmarks/RESULTS.md."""

import re
from itertools import count

from markupsafe import Markup

from analysis.charts.htmltable import region, without_styles
from analysis.report.corpus import PROJECT

RESULTS = PROJECT / "benchmarks" / "RESULTS.md"
_SECTION = re.compile(r"^## (.*)$", re.MULTILINE)


def measured() -> list[tuple[str, Markup]]:
    """Return the sections of the results that hold a table of accuracy: their headings and HTML."""
    from nbconvert.filters import markdown2html

    _, *parts = _SECTION.split(RESULTS.read_text("utf-8"))
    found = []
    for title, text in zip(parts[::2], parts[1::2], strict=True):
        if "\n| ---" in text or "\n|---" in text:
            html = markdown2html(text)
            found.append((title, Markup(without_styles(_tables(html, title)))))
    return found


def _tables(html: str, title: str) -> str:
    """Return `html` with its tables captioned, scoped and in regions that scroll by themselves."""
    scoped = re.sub(r"<th\b(?![^>]*scope)([^>]*)>(.*?)</th>", _head, html)
    rows = re.sub(r"<tr>\s*<td[^>]*>(.+?)</td>", r'<tr><th scope="row">\1</th>', scoped)
    places = count(1)

    def captioned(table: re.Match[str]) -> str:
        place = next(places)
        return region(title if place == 1 else f"{title}, table {place}", table[1])

    return re.sub(r"<table>(.*?)</table>", captioned, rows, flags=re.DOTALL)


def _head(match: re.Match[str]) -> str:
    return f'<th scope="col">{match[2]}</th>' if match[2].strip() else "<td></td>"
