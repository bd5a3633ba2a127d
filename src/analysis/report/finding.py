"""A finding: a sentence, what is behind it, and which of its words lead there."""

from collections.abc import Callable, Iterable
from html import escape
from typing import NamedTuple

import pandas as pd

from analysis.charts.htmltable import reference

_SHOWN = 3  # pieces of evidence named beside a finding


class Link(NamedTuple):
    """Words of a finding and the id of what a report shows on them."""

    words: str
    anchor: str


class Finding(NamedTuple):
    """A sentence, its evidence (sentences as article_id:number), and links of its words in their order."""

    text: str
    evidence: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()

    def html(self, shown: Callable[[Link], str]) -> str:
        """Return the sentence as HTML, its links as `shown` makes them."""
        pieces, at = [], 0
        for link in self.links:
            start = self.text.index(link.words, at)
            pieces += [escape(self.text[at:start]), shown(link)]
            at = start + len(link.words)
        return "".join([*pieces, escape(self.text[at:])])


class Findings(list[Finding]):
    """Findings that show themselves as a list in a notebook and in the report."""

    def html(self) -> str:
        """Return the findings as an HTML list, each with the sentences behind it; a page makes links of what is
        bold."""
        items = "".join(f"<li>{finding.html(_bold)}{_references(finding.evidence)}</li>" for finding in self)
        return f'<ul class="findings">{items}</ul>'

    _repr_html_ = html

    def __repr__(self) -> str:
        return "\n".join(f"- {finding.text}" for finding in self)


def _bold(link: Link) -> str:
    return f'<b data-to="{escape(link.anchor)}">{escape(link.words)}</b>'


def _references(evidence: Iterable[str]) -> str:
    shown = [reference(item) for item in list(evidence)[:_SHOWN]]
    return f" ({', '.join(shown)})" if shown else ""


def places(sentences: pd.DataFrame) -> tuple[str, ...]:
    """Return article_id:number of each row, in order, each once."""
    cells = zip(sentences["article_id"], sentences["sentence"], strict=True)
    return tuple(dict.fromkeys(f"{article}:{sentence}" for article, sentence in cells))
