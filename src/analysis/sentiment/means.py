"""Opinions summed up: means with their uncertainty, and beside the tone of the same sentences."""

from collections.abc import Sequence

import pandas as pd

from analysis.sentiment.toward import LABELS
from analysis.tables import require

_FEWEST = 3  # opinions; of fewer no interval is given
_GROUPS = ("holder", "target", "article_id", "outlet", "month")
_RESAMPLES = 2000
_SEED = 20


def mean_opinions(
    opinions: pd.DataFrame, by: str | Sequence[str] = "target", articles: pd.DataFrame | None = None
) -> pd.DataFrame:
    """Return the mean opinion of each group, the largest groups first.

    by: what a group has in common, one or more of holder, target, article_id, outlet, month (of publication); the last
    two need the table of `articles`, and opinions in articles without them are left out. A missing holder is the
    outlet itself.
    Columns: those of `by`, n (opinions), mean (-1 to 1), low and high (its 95 percent interval: percentile bootstrap
    over the opinions, Efron and Tibshirani 1993, 2,000 resamples from a fixed seed; NA for fewer than three).
    Raises ValueError for other groups or tables without their columns.
    """
    keys = [by] if isinstance(by, str) else list(by)
    if not keys or any(key not in _GROUPS for key in keys):
        raise ValueError(f"by must be one or more of {', '.join(_GROUPS)}, got {by!r}")
    require(opinions=opinions)
    table = opinions
    if {"outlet", "month"} & set(keys):
        if articles is None:
            raise ValueError(f"articles must be given to group by {' and '.join(keys)}, got None")
        require(articles=articles)
        table = opinions.merge(_origins(articles), on="article_id").dropna(subset=[k for k in keys if k != "holder"])
    rows = [
        [*(key if isinstance(key, tuple) else (key,)), len(group), *_mean(group["score"])]
        for key, group in table.groupby(keys, dropna=False, sort=True)
    ]
    found = pd.DataFrame(rows, columns=[*keys, "n", "mean", "low", "high"])
    return found.sort_values("n", ascending=False, kind="stable", ignore_index=True)


def _origins(articles: pd.DataFrame) -> pd.DataFrame:
    known = articles["published_precision"].isin(["day", "month"])
    month = articles["published"].dt.strftime("%Y-%m").where(known)
    return pd.DataFrame({"article_id": articles["article_id"], "outlet": articles["outlet"], "month": month})


def _mean(scores: pd.Series) -> tuple[float, float, float]:
    """Return the mean and its interval. To draw scores again is to draw how often each value comes."""
    import numpy as np

    values, counts = np.unique(scores.to_numpy(), return_counts=True)
    size, mean = len(scores), float(scores.mean())
    if size < _FEWEST:
        return mean, np.nan, np.nan
    drawn = np.random.default_rng(_SEED).multinomial(size, counts / size, _RESAMPLES) @ values / size
    low, high = np.quantile(drawn, [0.025, 0.975])
    return mean, float(low), float(high)


def compare_with_tone(opinions: pd.DataFrame, sentiment: pd.DataFrame) -> pd.DataFrame:
    """Return how often each tone of a sentence goes with each label of the opinions in it.

    The tone is the mood of the sentence, whoever it is about; an opinion is about one actor in it. Columns: tone
    (negative, neutral, positive), negative, neutral, positive (opinions with that label in sentences of that tone), n,
    agree (percent with the same label, NA of none). The last row, tone "all", is their sum. Raises ValueError on
    tables without their columns.
    """
    require(opinions=opinions, sentiment=sentiment)
    both = opinions.merge(sentiment, on=["article_id", "sentence"], suffixes=("", "_tone"))
    counts = pd.crosstab(both["label_tone"], both["label"]).reindex(index=LABELS, columns=LABELS, fill_value=0)
    table = pd.concat([counts, counts.sum().to_frame("all").T])
    same = counts.to_numpy().diagonal()
    table["n"] = table.sum(axis=1)
    shares = 100 * pd.Series([*same, same.sum()], index=table.index) / table["n"].replace(0, float("nan"))
    table["agree"] = shares.round().astype("Int64")
    return table.rename_axis("tone").rename_axis(None, axis=1).reset_index()
