"""What relates the articles: every actor gets its id of the corpus and is counted, events become a chronology."""

from collections.abc import Mapping
from functools import cache, partial
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from analysis.actors import relate_actors
from analysis.annotation.article import PARTS
from analysis.annotation.packed import NAMING, lists
from analysis.corpus import Corpus
from analysis.events import build_chronology
from analysis.store import Results
from analysis.tables import TABLES, Tables, as_frame, columns, frame, unpack, unread

_DTYPES = {column.name: column.dtype for column in TABLES["actors"]}


class Part(NamedTuple):
    """The results of a part (see PARTS), and the row of each article in them."""

    results: Results
    places: Any


def relate(corpus: Corpus, parts: Mapping[str, Part]) -> Tables:
    """Return the tables of a corpus from the results of its articles, each read when it is looked at."""
    import pyarrow as pa

    named = pa.array(corpus.articles["article_id"], pa.large_string())

    def packed(table: str, name: str) -> tuple[Any, Any]:
        part = parts.get(name)
        return unpack(part.results.read(table, part.places) if part and len(named) else lists(table, [], []))

    @cache
    def related() -> _Related:
        return _Related(*packed("actors", "articles"), corpus.articles)

    @cache
    def read(table: str, part: str) -> pd.DataFrame:
        cells, articles = packed(table, part)
        for column in NAMING.get(table, ()):
            place = cells.column_names.index(column)
            cells = cells.set_column(place, column, related().ids_of(articles, cells[column]))
        return as_frame(table, cells.append_column("article_id", named.take(pa.array(articles))))

    def actors() -> pd.DataFrame:
        return related().actors

    def chronology() -> pd.DataFrame:
        events, sentences = read("events", "articles"), read("sentences", "articles")
        return frame("chronology", build_chronology(events, sentences, corpus.articles, actors()))

    def rejected() -> pd.DataFrame:
        files = corpus.articles["file"].fillna(corpus.articles["article_id"])
        found = {tuple(row) for row in corpus.rejected.itertuples(index=False)}
        for part in parts:
            cells, articles = packed("rejected", part)
            why = (cells[name].to_pylist() for name in ("reason", "detail"))
            found.update(zip(files.iloc[articles], *why, strict=True))
        return frame("rejected", found)

    return Tables(
        articles=corpus.articles,
        removed=corpus.removed,
        rejected=unread(rejected),
        actors=unread(actors),
        chronology=unread(chronology),
        **{
            table: unread(partial(read, table, part))
            for part, tables in PARTS.items()
            for table in tables
            if table not in ("rejected", "actors")
        },
    )


class _Related:
    """The actors of the corpus, and the ids that those of each article have in it."""

    def __init__(self, known: Any, of: Any, articles: pd.DataFrame) -> None:
        import pyarrow as pa

        rows, self._row = relate_actors(of, known)
        self._first = np.searchsorted(of, np.arange(len(articles)))  # where the actors of each article begin
        self._ids = pa.array(rows["actor"], pa.large_string())
        counted = pd.DataFrame({"actor": self._row, "article": of, "mentions": known["mentions"].to_numpy()})
        counted = counted[articles["duplicate_of"].isna().to_numpy()[of] & (counted["mentions"] > 0)]
        counts = counted.groupby("actor").agg(mentions=("mentions", "sum"), articles=("article", "nunique"))
        rows = rows.join(counts.reindex(rows.index, fill_value=0))
        self.actors: pd.DataFrame = rows[columns("actors")].astype(_DTYPES)

    def ids_of(self, articles: Any, numbers: Any) -> Any:
        """Return the ids of the actors that have these numbers in these articles."""
        import pyarrow as pa
        import pyarrow.compute as pc

        places = pc.add(pa.array(self._first[articles]), numbers)
        return self._ids.take(pa.array(self._row).take(places))
