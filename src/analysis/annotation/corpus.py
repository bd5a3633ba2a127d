"""Annotate: from a corpus to its tables."""

import os
from numbers import Integral
from pathlib import Path

import pandas as pd

from analysis.actors import load_roster
from analysis.annotation.kept import results_of
from analysis.annotation.relate import relate
from analysis.corpus import Corpus
from analysis.sentiment import METHODS, method_for
from analysis.tables import Tables


def annotate(
    corpus: Corpus,
    *,
    roster: str | Path | pd.DataFrame | None = None,
    opinions: str | None = "auto",
    workers: int | None = None,
    store: str | os.PathLike[str] | None = None,
) -> Tables:
    """Return all tables of `corpus` (see `analysis.tables` for their columns), each read when it is first looked at.

    roster: a CSV file or a DataFrame of known actors; None takes the actors.csv found beside the articles, if any.
    opinions: how they are judged, "model", "fast" or "lexicon" (see `analysis.sentiment.score_toward`), "auto" (the
    model where it can be used) or None (leave the opinions table empty).
    workers: processes, or a Dask client to work on a cluster; None takes all cores on large corpora and one on small
    ones. The tables are the same whatever it is.
    store: a folder for results kept between runs, as they are made; None keeps none.
    Articles in other languages than English are in `articles` and `sentences` only.
    Raises ValueError for a wrong argument or a roster that cannot be read.
    """
    if opinions not in ("auto", *METHODS, None):
        raise ValueError(f"opinions must be auto, {', '.join(METHODS)} or None, got {opinions!r}")
    if not isinstance(corpus, Corpus):
        raise ValueError(f"corpus must be what analysis.load returns, got {type(corpus).__name__}")
    if not (workers is None or (isinstance(workers, Integral) and workers >= 1) or hasattr(workers, "submit")):
        raise ValueError(f"workers must be a whole number from 1 on, a Dask client or None, got {workers!r}")
    if not isinstance(store, str | os.PathLike | None):
        raise ValueError(f"store must be a folder or None, got {store!r}")
    known = load_roster(corpus.roster if roster is None else roster)
    method = method_for(opinions) if opinions else None
    return relate(corpus, results_of(corpus.articles, known, method, workers, Path(store) if store else None))
