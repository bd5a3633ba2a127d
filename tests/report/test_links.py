"""Cells of a notebook's tables become links where they name articles or sentences, and nowhere else."""

import pandas as pd
import pytest

from analysis.charts.htmltable import html_table
from analysis.report.sections import link, references
from analysis.report.sources import sources
from analysis.tables import KEYS, Tables, frame

TEXT = "Talks began at 12:0 sharp."


@pytest.fixture
def own():
    article = {"article_id": "12", "title": "Talks", "text": TEXT, "language": "en", "words": 5, "sentences": 1}
    given = {"articles": [article], "sentences": [("12", 0, 0, 0, len(TEXT), "body", "en", TEXT)]}
    return sources(Tables(**{name: frame(name, given.get(name, [])) for name in KEYS}), ["12:0"])


@pytest.mark.parametrize(
    ("column", "value", "shown"),
    [
        ("article_id", "12", '<a href="#article-12">Talks</a>'),
        ("article_id", "13", "13"),
        ("examples", ["12", "13"], '<a href="#article-12">Talks</a>, 13'),
        ("examples", ["12:0"], '<a href="#12:0" title="Talks, sentence 1">Talks · 1</a>'),
        ("evidence", ["12:0", "x:1"], '<a href="#12:0" title="Talks, sentence 1">Talks · 1</a>, x:1'),
        ("mentions", 12, "12"),
        ("text", "12", "12"),
        ("text", "at 12:0 sharp", "at 12:0 sharp"),
    ],
)
def test_cells_that_name_articles_or_sentences_are_links(own, column, value, shown):
    html = html_table(pd.DataFrame({"who": ["Ana"], column: pd.Series([value])}), "Rows")
    assert f">{shown}</td>" in link(html, own, {"article-12"})
    assert references(html) == [item for item in ("12:0", "x:1") if isinstance(value, list) and item in value]
