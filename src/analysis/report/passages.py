"""Passages worth reading: the sentences that carry the surest opinions."""

import pandas as pd

from analysis.charts.counting import actor_names
from analysis.charts.words import decimal
from analysis.report.distinct import distinct
from analysis.tables import Tables, rows

_VOICE = "the outlet"


def surest_opinions(tables: Tables) -> pd.DataFrame:
    """Return the sentences with an opinion that is not neutral, each once, the surest first.

    Columns: text, opinions (a list such as "Jane Doe of France −0.80"), confidence (the highest, 0 to 1), article_id,
    sentence. Repeated articles are left out.
    """
    own = distinct(tables)
    names = actor_names(own.actors)
    held = own.opinions[own.opinions["label"] != "neutral"]
    passages: dict[tuple[str, int], list[tuple[float, str]]] = {}
    for row in rows(held.sort_values("confidence", ascending=False, kind="stable")):
        words = f"{names.get(row.holder, _VOICE)} of {names[row.target]} {decimal(row.score, signed=True)}"
        passages.setdefault((row.article_id, row.sentence), []).append((row.confidence, words))
    texts = {(row.article_id, row.sentence): row.text for row in rows(own.sentences)}
    table = [
        [texts[place], list(dict.fromkeys(words for _, words in said)), said[0][0], *place]
        for place, said in passages.items()
    ]
    return pd.DataFrame(table, columns=["text", "opinions", "confidence", "article_id", "sentence"])
