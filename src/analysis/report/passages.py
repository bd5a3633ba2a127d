"""Passages worth reading: what was said, the sentences that carry the surest opinions, the times that were read."""

from collections import defaultdict
from typing import Any

import pandas as pd

from analysis.charts.counting import actor_names
from analysis.charts.timewords import meaning
from analysis.charts.words import decimal, listing
from analysis.report.distinct import distinct
from analysis.report.sentences import texts_of
from analysis.tables import Tables, rows

_VOICE = "the outlet"
_FOREMOST = 20  # actors whose opinions are shown
_FORMS = ["direct", "mixed", "indirect"]
_BASES = {"explicit": "says so itself", "relative": "worked out", "publication date": "the date of the article"}


def statements(tables: Tables, most: int = 30) -> pd.DataFrame:
    """Return what was said by those who are known, in order of publication, at most `most` statements.

    Of more, each speaker has one in turn, those quoted most first; of each speaker direct quotes come before others and
    long ones before short. Columns: speaker (an id), cue, form, text, article_id, sentence. Repeated articles are left
    out.
    """
    own = distinct(tables)
    said = own.quotes.dropna(subset=["speaker"])
    said = said.assign(rank=said["form"].map(_FORMS.index), short=-said["text"].str.len())
    said = said.sort_values(["rank", "short", "article_id", "start"], kind="stable")
    said["turn"] = said.groupby("speaker").cumcount()
    said["quoted"] = -said.groupby("speaker")["text"].transform("size")
    chosen = said.sort_values(["turn", "quoted", "speaker"], kind="stable").head(most)
    return _in_order(chosen, own.articles)[["speaker", "cue", "form", "text", "article_id", "sentence"]]


def surest_opinions(tables: Tables) -> pd.DataFrame:
    """Return the sentences with an opinion of the 20 most mentioned actors that is not neutral, the surest first.

    Columns: text, opinions (a list such as "Jane Doe on France −0.80 and Bo Li −0.75"), percent sure (of the surest),
    article_id, sentence. A sentence stands once, also where several articles have it; repeated articles are left out.
    """
    own = distinct(tables)
    names = actor_names(own.actors)
    foremost = own.actors.sort_values(["mentions", "actor"], ascending=[False, True])["actor"].head(_FOREMOST)
    held = own.opinions[(own.opinions["label"] != "neutral") & own.opinions["target"].isin(foremost)]
    passages: dict[tuple[str, int], list[Any]] = {}
    for row in rows(held.sort_values("confidence", ascending=False, kind="stable")):
        passages.setdefault((row.article_id, row.sentence), []).append(row)
    texts = texts_of(own.sentences, held)
    table = [
        [texts[place], _voices(said, names), round(100 * said[0].confidence), *place]
        for place, said in passages.items()
    ]
    found = pd.DataFrame(table, columns=["text", "opinions", "percent sure", "article_id", "sentence"])
    return found.drop_duplicates("text", ignore_index=True)


def _voices(said: list[Any], names: dict[str, str]) -> list[str]:
    """Return for each who speaks in a sentence how of whom."""
    voices: dict[str, dict[str, None]] = defaultdict(dict)
    for row in said:
        voices[names.get(row.holder, _VOICE)][f"{names[row.target]} {decimal(row.score, signed=True)}"] = None
    return [f"{voice} on {listing([*opinions])}" for voice, opinions in voices.items()]


def readings(tables: Tables) -> pd.DataFrame:
    """Return the expressions of time and what they were read as, in order of publication.

    Columns: words, read as (in words), how, article_id, sentence. Repeated articles are left out.
    """
    own = distinct(tables)
    times = _in_order(own.times, own.articles)
    table = [
        [
            row.text,
            meaning(row.type, row.value, row.earliest, row.latest),
            _BASES.get(row.basis, row.basis) if pd.notna(row.earliest) else None,
            row.article_id,
            row.sentence,
        ]
        for row in rows(times)
    ]
    return pd.DataFrame(table, columns=["words", "read as", "how", "article_id", "sentence"])


def _in_order(table: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of `table` in order of publication, those of undated articles last."""
    published = table["article_id"].map(articles.set_index("article_id")["published"])
    keys = ["published", "article_id", "sentence", "start"]
    return table.assign(published=published).sort_values(keys, na_position="last", kind="stable")
