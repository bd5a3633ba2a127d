"""The sentences of a corpus by their references, article_id:number, and which of them the report shows."""

import re
from collections import Counter
from collections.abc import Iterable
from html import escape
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.charts.counting import article_titles
from analysis.charts.words import clean, count, number, shorten, without_pictures
from analysis.tables import Tables

REFERENCE = re.compile(r"[\w-]+:\d+")
_ROOM = 400_000  # characters of articles a page holds and still opens at once
_LONG = 60_000  # and of one article where not all have room
_TITLE = 70  # characters shown of a title
_BRIEF = 40  # where there is little room
_LONGEST = 600  # and of a sentence


class Sentence(NamedTuple):
    """What is shown of a sentence, and where it begins."""

    start: int
    language: str
    text: str


class Sentences:
    """The sentences of the table `sentences` by reference: looked up there, because they may be millions."""

    def __init__(self, table: pd.DataFrame) -> None:
        ids = table["article_id"]
        first = np.flatnonzero(~ids.duplicated())
        self._places = dict(zip(ids.iloc[first], map(slice, first, [*first[1:], len(ids)]), strict=True))
        self._numbers = table["sentence"].to_numpy()
        self._columns = [table[name].array for name in Sentence._fields]

    def __contains__(self, reference: str) -> bool:
        return self._row(reference) is not None

    def __getitem__(self, reference: str) -> Sentence:
        row = self._row(reference)
        return Sentence(*(column[row] for column in self._columns))

    def _row(self, reference: str) -> int | None:
        article, _, number = reference.rpartition(":")
        place = self._places.get(article, slice(0, 0))
        row = place.start + int(np.searchsorted(self._numbers[place], int(number)))
        return row if row < place.stop and self._numbers[row] == int(number) else None


class Sources(NamedTuple):
    """The sentences by reference, the articles' titles, and how many characters of which the reading view holds."""

    sentences: Sentences
    titles: dict[str, str]
    held: dict[str, int]

    def has(self, reference: str) -> bool:
        """Tell whether the reading view holds this sentence."""
        article, _, _ = reference.rpartition(":")
        return reference in self.sentences and self.sentences[reference].start < self.held.get(article, 0)

    def named(self, reference: str) -> str:
        """Return what to call a sentence: "Some title, sentence 3"."""
        article, _, place = reference.rpartition(":")
        return f"{shorten(without_pictures(self.titles.get(article, article)), _TITLE)}, sentence {int(place) + 1}"

    def briefly(self, reference: str) -> str:
        """Return what to call a sentence where there is little room: "Some title · 4"."""
        article, _, place = reference.rpartition(":")
        return f"{self.brief(article)} · {int(place) + 1}"

    def brief(self, article: str) -> str:
        """Return what to call an article where there is little room."""
        return shorten(without_pictures(self.titles.get(article, article)), _BRIEF)

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
        words, place = escape(shorten(clean(row.text), _LONGEST)), escape(self.named(reference))
        if not self.has(reference):
            return f"<q{language}>{words}</q> <cite>{place}</cite>"
        return f'<q{language}>{words}</q> <cite><a href="#{escape(reference)}">{place}</a></cite>'


def sources(tables: Tables, shown: Iterable[str], first: Iterable[str] = ()) -> Sources:
    """Return the sources of `tables`; the reading view holds all articles, or those most of the references `shown`
    point to, as many as a page has room for, and before them those that `first` points to."""
    held = _held(tables, [*first], [*shown])
    return Sources(Sentences(tables.sentences), article_titles(tables.articles), held)


def _held(tables: Tables, first: list[str], shown: list[str]) -> dict[str, int]:
    lengths = dict(zip(tables.articles["article_id"], tables.articles["text"].map(len), strict=True))
    if sum(lengths.values()) <= _ROOM:
        return lengths
    uses = Counter(reference.rpartition(":")[0] for reference in shown)
    before = Counter(reference.rpartition(":")[0] for reference in first)
    known = {*uses, *before} & lengths.keys()
    held, room = dict[str, int](), _ROOM
    for article in sorted(known, key=lambda key: (-before[key], -uses[key], key)):
        part = lengths[article] if lengths[article] <= _LONG else _cut(tables.sentences, article)
        if part <= room:
            held[article] = part
            room -= part
    return held


def _cut(sentences: pd.DataFrame, article: str) -> int:
    """Return where the last whole sentence ends that a long article has room for."""
    ends = sentences.loc[(sentences["article_id"] == article) & (sentences["end"] <= _LONG), "end"]
    return int(ends.max()) if len(ends) else _LONG


def rule(held: dict[str, int], articles: pd.DataFrame) -> str:
    """Return a sentence on which articles the reading view holds, or nothing where it holds all."""
    if len(held) == len(articles):
        return ""
    return (
        f"Of {count(len(articles), 'article')} these are the {number(len(held))} that hold most of the sentences shown "
        "above, as many as a page can carry; a number without a link stands for a sentence of another one. “analysis "
        "tables” writes the tables of all of them."
    )


def cut(shown: int, text: str) -> str:
    """Return a sentence on how much of a long article is shown, or nothing where all of it is."""
    if shown >= len(text):
        return ""
    return f"Cut here: shown are the first {number(shown)} of {number(len(text))} characters of this article."
