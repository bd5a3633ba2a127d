"""Sentences to read: those around one, those with a mention."""

import pandas as pd

from analysis.report.plain_words import in_plain_words
from analysis.tables import Tables, rows

_STEPS = range(-2, 3)  # from a sentence to those around it


def mentioning(tables: Tables) -> pd.DataFrame:
    """Return the sentences that hold a row of the table mentions, in order: text, words (those that refer to an actor,
    a list), article_id, sentence.
    """
    texts = texts_of(tables.sentences, tables.mentions)
    words: dict[tuple[str, int], list[str]] = {}
    for row in rows(tables.mentions):
        words.setdefault((row.article_id, row.sentence), []).append(row.text)
    table = [[texts[place], found, *place] for place, found in words.items()]
    return pd.DataFrame(table, columns=["text", "words", "article_id", "sentence"])


def texts_of(sentences: pd.DataFrame, table: pd.DataFrame) -> dict[tuple[str, int], str]:
    """Return the texts of the sentences that rows of `table` stand in, by article_id and sentence."""
    place = ["article_id", "sentence"]
    found = sentences.merge(table[place].drop_duplicates())
    return dict(zip(zip(*(found[name] for name in place), strict=True), found["text"], strict=True))


@in_plain_words()
def passage(tables: Tables, reference: str | None = None) -> pd.DataFrame:
    """Return the sentence that `reference` ("harbour-talks:3") leads to, with the two before and after it.

    The first sentence of all, if None. Columns: text, article_id, sentence. Raises ValueError for one that is not
    there.
    """
    sentences = tables.sentences
    names = sentences["article_id"] + ":" + sentences["sentence"].astype(str)
    wanted = names.head(1) if reference is None else names[names == str(reference).strip("() ")]
    if wanted.empty and reference is not None:
        example = "".join(f" such as {name!r}" for name in names.head(1))
        raise ValueError(f"reference must be an article and the number of a sentence in it{example}, got {reference!r}")
    asked = sentences.loc[wanted.index]
    near = sentences["sentence"].isin([number + step for number in asked["sentence"] for step in _STEPS])
    there = sentences["article_id"].isin(asked["article_id"])
    return sentences.loc[there & near, ["text", "article_id", "sentence"]].reset_index(drop=True)
