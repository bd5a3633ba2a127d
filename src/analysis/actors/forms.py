"""Forms: the actors of all articles, those that are alike put together; there are far fewer of them."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from analysis.actors.actor import GOVERNMENT, LocalActor


class Form(NamedTuple):
    """An actor as one or many articles know it, and the id its name alone makes (see KnownActor).

    number: its place among the forms, in the order in which they come up; article: the number of the first article that
    has it; last: its last place among all; weight: how often they mention it, at least once each; spread: the same, at
    most ten times each, since one long thread of comments tells little of who is known.
    """

    actor: str
    name: str
    kind: str
    country: str | None
    basis: str
    historical: bool
    own_id: str
    number: int
    article: int
    last: int
    weight: int
    spread: int


_MOST = 10
_TOLD = (*LocalActor._fields, "own_id")


def forms_of(articles: Any, actors: Any) -> tuple[Any, Any]:
    """Return the forms as an Arrow table with the fields of Form, and the number of the form of each actor.

    `actors` is an Arrow table of the KnownActors of all articles, `articles` holds the number of the article of each.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    alone = pc.ends_with(actors["actor"], GOVERNMENT)  # which government is meant hangs on the article
    number = _numbers([*(actors[name] for name in _TOLD), pc.if_else(alone, pa.array(articles), -1)])
    first = np.unique(number, return_index=True)[1]
    last = np.empty(len(first), np.int64)
    last[number] = np.arange(len(number))
    mentions = np.maximum(actors["mentions"].to_numpy(), 1)
    counted = {
        "number": np.arange(len(first)),
        "article": articles[first],
        "last": last,
        "weight": np.bincount(number, mentions).astype(np.int64),
        "spread": np.bincount(number, np.minimum(mentions, _MOST)).astype(np.int64),
    }
    told = actors.select(_TOLD).take(pa.array(first))
    return pa.table({**{name: told[name] for name in _TOLD}, **counted}), number


def _numbers(columns: Iterable[Any]) -> Any:
    """Return a number for each row, the same where all columns are, in the order in which rows come up first."""
    number: Any = 0
    for column in columns:
        alike = column.dictionary_encode("encode").combine_chunks()
        number = pd.factorize(number * len(alike.dictionary) + alike.indices.to_numpy())[0]
    return number


def each(forms: Any) -> Iterator[Form]:
    """Yield the forms of a table one by one."""
    return map(Form, *(column.to_pylist() for column in forms.columns))
