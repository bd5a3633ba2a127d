"""The tables without articles that repeat others: what every count is of."""

from functools import partial

import pandas as pd

from analysis.charts.counting import of_originals
from analysis.tables import TABLES, Tables, unread

_WHOLE = ("removed", "rejected", "actors", "chronology")


def distinct(tables: Tables) -> Tables:
    """Return `tables` with the rows of distinct articles only, each read when it is first looked at."""
    return Tables(**{name: unread(partial(_distinct, tables, name)) for name in TABLES})


def _distinct(tables: Tables, name: str) -> pd.DataFrame:
    table: pd.DataFrame = getattr(tables, name)
    return table if name in _WHOLE else of_originals(table, tables.articles)
