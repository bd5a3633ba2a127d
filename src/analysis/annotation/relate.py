"""What relates the articles: every actor gets its id of the corpus and is counted, events become a chronology."""

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache, partial
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from analysis.actors import LocalActor, relate_actors
from analysis.annotation.article import PARTS
from analysis.annotation.packed import as_frame, lists, unpack
from analysis.corpus import Corpus
from analysis.events import build_chronology
from analysis.store import Results
from analysis.tables import Tables, frame, unread

_NAMING = {
    "mentions": ("actor",),
    "quotes": ("speaker",),
    "opinions": ("target", "holder"),
    "events": ("source", "target", "reported_by"),
}


class Part(NamedTuple):
    """The results of a part (see PARTS), and the row of each article in them."""

    results: Results
    places: Any


def relate(corpus: Corpus, parts: Mapping[str, Part]) -> Tables:
    """Return the tables of a corpus from the results of its articles, each read when it is looked at."""
    import pyarrow as pa

    ids = pa.array(corpus.articles["article_id"], pa.large_string())

    def packed(table: str) -> tuple[Any, dict[str, Any]]:
        part = parts.get(next(part for part, tables in PARTS.items() if table in tables))
        return unpack(part.results.read(table, part.places) if part and len(ids) else lists(table, []))

    @cache
    def names() -> tuple[_Names, list[dict[str, Any]]]:
        return _related(corpus.articles["article_id"], *packed("actors"), *packed("mentions"))

    @cache
    def read(table: str) -> pd.DataFrame:
        articles, cells = packed(table)
        for column in _NAMING.get(table, ()):
            cells[column] = names()[0].of(articles, cells[column])
        return as_frame(table, {"article_id": ids.take(pa.array(articles)), **cells})

    @cache
    def actors() -> pd.DataFrame:
        return _counted(names()[1], read("mentions"), corpus.articles)

    def chronology() -> pd.DataFrame:
        return frame("chronology", build_chronology(read("events"), read("sentences"), corpus.articles, actors()))

    return Tables(
        articles=corpus.articles,
        removed=corpus.removed,
        rejected=corpus.rejected,
        actors=unread(actors),
        chronology=unread(chronology),
        **{table: unread(partial(read, table)) for tables in PARTS.values() for table in tables if table != "actors"},
    )


class _Names:
    """The ids that the actors of each article have in the corpus."""

    def __init__(self, articles: Any, keys: Any, ids: list[str]) -> None:
        import pyarrow as pa
        import pyarrow.compute as pc

        self._known = pc.unique(keys)
        self._ids = pa.array(ids, pa.large_string())
        places = self._number(articles, keys)
        self._order = np.argsort(places, kind="stable")
        self._places = places[self._order]

    def of(self, articles: Any, keys: Any) -> Any:
        """Return the ids of the actors that these articles know by these keys."""
        import pyarrow as pa

        places = self._number(articles, keys)
        found = np.searchsorted(self._places, places)
        found[found == len(self._places)] = 0
        missing = self._places[found] != places if len(self._places) else np.ones(len(places), bool)
        return self._ids.take(pa.array(self._order[found] if len(self._places) else found, mask=missing))

    def _number(self, articles: Any, keys: Any) -> Any:
        """Return one number for an article and a key in it."""
        import pyarrow.compute as pc

        known = pc.fill_null(pc.index_in(keys, self._known), len(self._known)).to_numpy().astype(np.int64)
        return articles.astype(np.int64) * (len(self._known) + 1) + known


def _related(
    article_ids: pd.Series, articles: Any, actors: dict[str, Any], mentioning: Any, mentions: dict[str, Any]
) -> tuple[_Names, list[dict[str, Any]]]:
    named = article_ids.to_numpy()
    local: dict[str, list[LocalActor]] = {article: [] for article in named}
    for article, actor in zip(named[articles], _local_actors(actors), strict=True):
        local[article].append(actor)
    weights = Counter(zip(named[mentioning], mentions["actor"].to_pylist(), strict=True))
    ids, rows = relate_actors(local, weights)
    listed = [ids[article, actor.actor] for article, found in local.items() for actor in found]
    return _Names(articles, actors["actor"], listed), rows


def _local_actors(cells: dict[str, Any]) -> Iterator[LocalActor]:
    """Yield the actors of all articles, one object for all that are alike."""
    frame = pd.DataFrame({name: values.to_pandas() for name, values in cells.items()})
    numbers = frame.groupby(list(frame), dropna=False, sort=False).ngroup()
    records = frame[~numbers.duplicated()].astype(object)
    alike = [LocalActor(*row) for row in records.where(records.notna(), None).itertuples(index=False)]
    return (alike[number] for number in numbers)


def _counted(actors: list[dict[str, Any]], mentions: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Return the table of actors, counted where articles are no duplicates."""
    originals = articles.loc[articles["duplicate_of"].isna(), "article_id"]
    counted = mentions[mentions["article_id"].isin(originals)].groupby("actor")["article_id"].agg(["size", "nunique"])
    sizes, spread = counted["size"].to_dict(), counted["nunique"].to_dict()
    return frame(
        "actors",
        [{**row, "mentions": sizes.get(row["actor"], 0), "articles": spread.get(row["actor"], 0)} for row in actors],
    )
