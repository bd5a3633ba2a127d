"""The tables without articles that repeat others: what every count is of."""

from dataclasses import replace

from analysis.charts.counting import of_originals, originals
from analysis.tables import Tables

_OF_ARTICLES = ("sentences", "mentions", "quotes", "sentiment", "opinions", "times", "events")


def distinct(tables: Tables) -> Tables:
    """Return `tables` with the rows of distinct articles only."""
    kept = {name: of_originals(getattr(tables, name), tables.articles) for name in _OF_ARTICLES}
    return replace(tables, articles=originals(tables.articles), **kept)
