"""The articles of a corpus, as a list to read."""

import pandas as pd

from analysis.charts.counting import article_titles
from analysis.tables import Tables


def contents(tables: Tables) -> pd.DataFrame:
    """Return the articles, the oldest first and those without a date last.

    Columns: article_id, title (where it has none, its first words), outlet, published, published_precision,
    published_basis, words.
    """
    titles = tables.articles.assign(title=tables.articles["article_id"].map(article_titles(tables.articles)))
    columns = ["article_id", "title", "outlet", "published", "published_precision", "published_basis", "words"]
    return titles.sort_values(["published", "article_id"], na_position="last", ignore_index=True)[columns]
