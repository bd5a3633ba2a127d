"""What the charts share in counting: which rows count, and what an actor or an article is called."""

from collections import Counter

import pandas as pd

from analysis.charts.words import clean, missing, shorten, whole
from analysis.tables import require as require  # the charts take it from here

_FIRST_WORDS = 60  # characters that stand for a title


def check_top(top: int, most: int = 100) -> None:
    """Raise ValueError unless `top` is a whole number from 1 to `most`, what a chart has room for."""
    if not whole(top, 1) or top > most:
        raise ValueError(f"top must be a whole number from 1 to {most}, got {top!r}")


def originals(articles: pd.DataFrame) -> pd.DataFrame:
    """Return the articles that repeat no other."""
    return articles[articles["duplicate_of"].isna()]


def of_originals(table: pd.DataFrame, articles: pd.DataFrame | None) -> pd.DataFrame:
    """Return the rows of `table` that are not of a repeated article; all where no articles are given."""
    if articles is None:
        return table
    require(articles=articles)
    repeated = articles.loc[articles["duplicate_of"].notna(), "article_id"]
    return table[~table["article_id"].isin(repeated)] if len(repeated) else table


def repeats(articles: pd.DataFrame) -> str:
    """Return a sentence on repeated articles with a blank before it, or nothing."""
    repeated = int(articles["duplicate_of"].notna().sum())
    if not repeated:
        return ""
    return f" {repeated:,} repeated {'article is' if repeated == 1 else 'articles are'} not counted."


def actor_names(actors: pd.DataFrame) -> dict[str, str]:
    """Return the name of each actor, with its id where several have that name; people of the past are marked."""
    listed = zip(actors["actor"], actors["name"], actors["historical"], strict=True)
    names = {actor: clean(name) + (" (historical)" if historical else "") for actor, name, historical in listed}
    bearers = Counter(names.values())
    return {actor: name if bearers[name] == 1 else f"{name} ({actor})" for actor, name in names.items()}


def actor_kinds(actors: pd.DataFrame) -> dict[str, str]:
    """Return the kind of each actor."""
    return {actor: kind for actor, kind in zip(actors["actor"], actors["kind"], strict=True) if not missing(kind)}


def article_titles(articles: pd.DataFrame) -> dict[str, str]:
    """Return what to call each article: its title, else its first words, else its id."""
    rows = zip(articles["article_id"], articles["title"], articles["text"], strict=True)
    return {key: _title(title, text) or key for key, title, text in rows}


def _title(title: object, text: str) -> str:
    return shorten(clean(text[: 2 * _FIRST_WORDS]), _FIRST_WORDS) if missing(title) else clean(title)


def most_frequent(keys: pd.Series, names: dict[str, str], most: int | None = None) -> list[str]:
    """Return the distinct `keys`, the most frequent first, equals by name, at most `most` of them."""
    counts = keys.dropna().value_counts()
    return sorted(counts.index, key=lambda key: (-int(counts[key]), names.get(key, key), key))[:most]
