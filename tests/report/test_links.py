"""Cells of a notebook's tables become links where they name articles or sentences, and nowhere else."""

import re

import pandas as pd
import pytest

from analysis.charts.htmltable import html_table
from analysis.report.linking import Linker, references, targets
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
    assert f">{shown}</td>" in Linker(own, {"article-12"}).link(html)
    assert references(html) == [item for item in ("12:0", "x:1") if isinstance(value, list) and item in value]


def test_an_article_and_its_title_are_one_cell(own):
    frame = pd.DataFrame({"article_id": ["12", "13"], "title": ["Talks & more", "Walks"], "words": [5, 6]})
    html = Linker(own, {"article-12"}).link(html_table(frame, "The articles"))
    assert re.findall(r"<t[hd](?: [^>]*)?>(.*?)</t[hd]>", html) == [
        "article", "words", '<a href="#article-12">Talks &amp; more</a>', "5", "Walks", "6"
    ]  # fmt: skip


def test_numbers_beside_a_finding_tell_where_they_lead(own):
    html = Linker(own, set()).link('<span class="ref">12:0</span>, <span class="ref">x:1</span>')
    name = "Talks, sentence 1"
    link = f'<a href="#12:0" title="{name}" aria-label="1: {name}">1</a>'
    assert html == f'<span class="ref">{link}</span>, <span class="ref">x:1</span>'


def test_words_of_a_finding_lead_to_what_the_page_has(own):
    html = '<li><b data-to="a&amp;b">3 times</b> <b data-to="c">so</b></li>'
    assert targets(html) == {"a&b", "c"}
    assert Linker(own, {"a&b"}).link(html) == '<li><a href="#a&amp;b">3 times</a> so</li>'
