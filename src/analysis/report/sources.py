"""The sentences of a corpus by their references, article_id:number, and which of them the report shows."""

import re
from collections import Counter
from collections.abc import Container, Iterable
from html import escape
from typing import Any, NamedTuple

import pandas as pd

from analysis.charts.counting import article_titles
from analysis.charts.words import clean, count, number, shorten
from analysis.tables import Tables, rows

REFERENCE = re.compile(r"[\w-]+:\d+")
_ROOM = 400_000  # characters of articles a page holds and still opens at once
_TITLE = 70  # characters shown of a title
_LONGEST = 600  # and of a sentence


class Sources(NamedTuple):
    """The sentences by reference, the articles' titles, and the articles that the reading view holds."""

    sentences: dict[str, Any]
    titles: dict[str, str]
    held: Container[str]

    def has(self, reference: str) -> bool:
        """Tell whether the reading view holds this sentence."""
        return reference in self.sentences and reference.rpartition(":")[0] in self.held

    def named(self, reference: str) -> str:
        """Return what to call a sentence: "Some title, sentence 3"."""
        article, _, place = reference.rpartition(":")
        return f"{self.titles.get(article, article)}, sentence {int(place) + 1}"

    def listed(self, references: Iterable[str], most: int) -> str:
        """Return sentences as items of a list, each with its place, at most `most`; empty where there are none."""
        known = [key for key in dict.fromkeys(references) if key in self.sentences]
        items = "".join(f"<li>{self._item(key)}</li>" for key in known[:most])
        if len(known) > most:
            items += f"<li>and {count(len(known) - most, 'more sentence')}, in the full tables</li>"
        return items

    def _item(self, reference: str) -> str:
        row = self.sentences[reference]
        language = f' lang="{escape(row.language)}"' if row.language != "en" else ""
        words, place = escape(shorten(clean(row.text), _LONGEST)), escape(shorten(self.named(reference), _TITLE))
        if not self.has(reference):
            return f"<q{language}>{words}</q> <cite>{place}</cite>"
        return f'<q{language}>{words}</q> <cite><a href="#{escape(reference)}">{place}</a></cite>'


def sources(tables: Tables, shown: Iterable[str]) -> Sources:
    """Return the sources of `tables`; the reading view holds all articles, or those most of the references `shown`
    point to, as many as a page has room for."""
    sentences = {f"{row.article_id}:{row.sentence}": row for row in rows(tables.sentences)}
    return Sources(sentences, article_titles(tables.articles), set(_held(tables.articles, shown)))


def _held(articles: pd.DataFrame, shown: Iterable[str]) -> list[str]:
    lengths = dict(zip(articles["article_id"], articles["text"].map(len), strict=True))
    if sum(lengths.values()) <= _ROOM:
        return list(lengths)
    uses = Counter(reference.rpartition(":")[0] for reference in shown)
    held, room = [], _ROOM
    for article in sorted((key for key in uses if key in lengths), key=lambda key: (-uses[key], key)):
        if lengths[article] <= room:
            held.append(article)
            room -= lengths[article]
    return held


def rule(held: int, total: int) -> str:
    """Return a sentence on which articles the reading view holds, or nothing where it holds all."""
    if held == total:
        return ""
    return (
        f"Of {count(total, 'article')} these are the {number(held)} that hold most of the sentences shown above, as "
        "many as a page can carry. “analysis tables” writes the tables of all of them."
    )
