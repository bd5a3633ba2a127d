"""Forms: the actors of all articles, those that are alike put together; there are far fewer of them."""

from collections.abc import Iterable
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from analysis.actors.actor import GOVERNMENT, LocalActor


class Form(NamedTuple):
    """An actor as one or many articles know it, and the id its name alone makes (see KnownActor).

    weight: how often they mention it, at least once each; article: the first of them; last: its last place among all.
    """

    actor: LocalActor
    own_id: str
    article: int
    weight: int
    last: int


def forms_of(articles: Any, actors: Any) -> tuple[list[Form], Any]:
    """Return the forms, in the order of their first places, and for each actor of an article the number of its form.

    `actors` is an Arrow table of the KnownActors of all articles, `articles` holds the number of the article of each.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    alone = pc.ends_with(actors["actor"], GOVERNMENT)  # which government is meant hangs on the article
    told = [actors[name] for name in (*LocalActor._fields, "own_id")]
    number = _number([*told, pc.if_else(alone, pa.array(articles), -1)])
    first = np.unique(number, return_index=True)[1]
    last = np.empty(len(first), np.int64)
    last[number] = np.arange(len(number))
    weight = np.bincount(number, np.maximum(actors["mentions"].to_numpy(), 1)).astype(np.int64)
    *local, own_ids = (column.take(pa.array(first)).to_pylist() for column in told)
    columns = (map(LocalActor, *local), own_ids, articles[first].tolist(), weight.tolist(), last.tolist())
    return list(map(Form, *columns)), number


def _number(columns: Iterable[Any]) -> Any:
    """Return a number for each row, the same where all columns are, in the order in which rows come up first."""
    number: Any = 0
    for column in columns:
        alike = column.dictionary_encode("encode").combine_chunks()
        number = pd.factorize(number * len(alike.dictionary) + alike.indices.to_numpy())[0]
    return number
