"""The balance between two actors: how far what passes between them is cooperation or conflict, period by period.

Each event weighs what its PLOVER type weighs on the scale of J. S. Goldstein, A Conflict-Cooperation Scale for WEIS
Events Data, Journal of Conflict Resolution 36(2), 1992, from -10 (attack) to 10, read over to PLOVER by hand.
"""

import pandas as pd

from analysis.events.words import event_types

_PERIODS = {"day": "D", "week": "W", "month": "M", "year": "Y"}


def balance(chronology: pd.DataFrame, one: str, other: str, *, period: str = "month") -> pd.DataFrame:
    """Return the balance of cooperation and conflict between two actors, one period a row, in order of time.

    Columns: period (its first day), cooperation and conflict (how many events), mean (of their weights, -10 to 10; NA
    where n is 0), n. Counted are rows of the chronology that happened, are dated within one period, have a kind, and
    one of the two as source and the other as target. Periods between the first and the last without any are there
    with 0. `period` is day, week, month or year. Raises ValueError for another one.
    """
    if period not in _PERIODS:
        raise ValueError(f"period must be one of {', '.join(_PERIODS)}, got {period!r}")
    sides = chronology[["source", "target"]].isin([one, other]).all(axis=1) & chronology["source"].ne(
        chronology["target"]
    )
    told = chronology[sides & chronology["status"].eq("happened") & chronology["kind"].notna()]
    first, last = (told[column].dt.to_period(_PERIODS[period]) for column in ("earliest", "latest"))
    inside = told["earliest"].notna() & first.eq(last)
    weights = told["kind"][inside].map({kind: found.scale for kind, found in event_types().items()}).astype("float64")
    groups = weights.groupby(first[inside])
    data = pd.DataFrame(
        {"cooperation": groups.agg(lambda w: (w > 0).sum()), "conflict": groups.agg(lambda w: (w < 0).sum())}
    )
    data["mean"] = groups.mean().round(2)
    if len(data):
        data = data.reindex(pd.period_range(data.index.min(), data.index.max(), freq=_PERIODS[period]))
    data[["cooperation", "conflict"]] = data[["cooperation", "conflict"]].fillna(0).astype("int64")
    data["n"] = data["cooperation"] + data["conflict"]
    starts = pd.Series([key.start_time for key in data.index], dtype="datetime64[us]", index=data.index)
    data.insert(0, "period", starts)
    return data.astype({"mean": "float64"}).reset_index(drop=True)
