"""Who is quoted, and in what form."""

import pandas as pd

from analysis.charts.anchors import speaker_anchor
from analysis.charts.bars import draw_bars
from analysis.charts.chart import Chart, nothing, present
from analysis.charts.counting import actor_kinds, actor_names, check_top, most_frequent, of_originals
from analysis.charts.words import count, listing, number, percent, rest
from analysis.tables import require

_FORMS = ["direct", "mixed", "indirect"]
_TITLE = "Who is quoted, by form of quotation"
_UNKNOWN = "speaker not identified"


def speakers(
    quotes: pd.DataFrame, actors: pd.DataFrame, *, articles: pd.DataFrame | None = None, top: int = 15
) -> Chart:
    """Draw how many quotes each actor has, by form, and the quotes whose speaker is not identified.

    `top` is the most speakers drawn; with `articles`, quotes in repeated articles are not counted. The chart's
    data: actor (its name), kind, quotes, direct, mixed, indirect, articles. Raises ValueError on tables without
    their columns.
    """
    require(quotes=quotes, actors=actors)
    check_top(top)
    counted = of_originals(quotes, articles)
    order = most_frequent(counted["speaker"], actor_names(actors))
    data = _count(counted, order[:top], actors)
    if data.empty:
        return nothing(data, title=_TITLE, reason="no quote was found")
    known = int(counted["speaker"].notna().sum())
    caption = (
        f"{_TITLE}. n = {count(len(counted), 'quote')}, {number(known)} of them ({percent(known, len(counted))}) with "
        "an identified speaker. Bar and bold number: quotes; at the right: articles they stand in; "
        "no bar for those without a speaker."
        f"{rest(min(top, len(order)), len(order), 'speaker')}"
    )
    parts = {form: [form] for form in _FORMS}
    targets = [speaker_anchor(speaker) for speaker in (*order[:top], None)]
    return present(
        lambda **form: draw_bars(data, parts, right="articles", targets=targets, aside=_UNKNOWN, **form),
        data,
        alt=_alt(data, len(order)),
        caption=caption,
    )


def _count(quotes: pd.DataFrame, order: list[str], actors: pd.DataFrame) -> pd.DataFrame:
    names, kinds = actor_names(actors), actor_kinds(actors)
    groups = [(names.get(key, key), kinds.get(key), quotes[quotes["speaker"] == key]) for key in order]
    unknown = quotes[quotes["speaker"].isna()]
    if len(unknown):
        groups.append((_UNKNOWN, None, unknown))
    rows = [
        [name, kind, len(own), *(int((own["form"] == form).sum()) for form in _FORMS), own["article_id"].nunique()]
        for name, kind, own in groups
    ]
    return pd.DataFrame(rows, columns=["actor", "kind", "quotes", *_FORMS, "articles"])


def _alt(data: pd.DataFrame, total: int) -> str:
    known = data[data["actor"] != _UNKNOWN].head(3)
    leaders = [f"{name} {number(quotes)}" for name, quotes in zip(known["actor"], known["quotes"], strict=True)]
    said = f"Most quoted: {listing(leaders)}." if leaders else "No speaker is identified."
    missing = int(data.loc[data["actor"] == _UNKNOWN, "quotes"].sum())
    return f"Bar chart of quotes by {count(total, 'speaker')}. {said} Speaker not identified: {number(missing)}."
