"""Summed: what all articles together say of an actor."""

from typing import Any

import pandas as pd

_ACTING = 0.2  # the share of a country's mentions, by articles where it acts, that makes it a government


def summed(forms: Any, actors: Any) -> pd.DataFrame:
    """Return what `relate_actors` says of each actor but its id; `actors` holds the number of each form's actor."""
    told = forms.to_pandas().assign(actor=actors)
    told["full"] = told["name"].str.contains(" ", regex=False)
    told["listed"] = told["basis"] == "roster"
    rows = told.groupby("actor")[["full", "listed", "historical"]].any()
    kinds, countries = _tally(told, "kind"), _tally(told[told["country"].notna()], "country")
    total = kinds.groupby("actor")["weight"].sum()
    kind, country = _most(kinds), _most(countries).reindex(rows.index)
    acting = kinds[kinds["kind"] == "government"].set_index("actor")["weight"].reindex(rows.index, fill_value=0)
    moved = (kind["kind"] == "place") & (acting >= _ACTING * total) & (acting > 0)
    named = _most(_tally(told[told["full"] == told["actor"].map(rows["full"])], "name"))
    return pd.DataFrame(
        {
            "name": named["name"],
            "kind": kind["kind"].mask(moved, "government"),
            "country": country["country"],
            "basis": rows["listed"].map({True: "roster", False: "discovered"}),
            "historical": rows["historical"],
            "kind_share": kind["weight"].mask(moved, acting) / total,
            "country_share": country["weight"] / total,
        }
    )


def _tally(told: pd.DataFrame, column: str) -> pd.DataFrame:
    """Return how many mentions each actor has in articles that give it this or that value."""
    return told.groupby(["actor", column], as_index=False).agg({"weight": "sum"})


def _most(tally: pd.DataFrame) -> pd.DataFrame:
    """Return for each actor the value of most mentions, the first by the alphabet where two have as many."""
    ordered = tally.sort_values("weight", ascending=False, kind="stable")  # each tally is sorted by value
    return ordered.drop_duplicates("actor").set_index("actor").sort_index()
