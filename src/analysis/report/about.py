"""The tables of one actor."""

from dataclasses import replace

from analysis.charts.counting import actor_names
from analysis.report.plain_words import in_plain_words
from analysis.tables import Tables


@in_plain_words()
def about(tables: Tables, actor: str | None = None) -> Tables:
    """Return what the `tables` hold of one actor: the most mentioned one that is no place, if None.

    `actor` is an id or a name of the table actors, in whatever case. Kept are the mentions of it, what it says, the
    opinions that it holds or that are held of it, the events it takes part in, and the articles and sentences these
    stand in; the table actors stays whole, for the names of the others. Raises ValueError for an actor
    that is not there.
    """
    key = _key(tables, actor)
    opinions, events, told = tables.opinions, tables.events, tables.chronology
    kept = {
        "mentions": tables.mentions[tables.mentions["actor"] == key],
        "quotes": tables.quotes[tables.quotes["speaker"] == key],
        "opinions": opinions[(opinions["target"] == key) | (opinions["holder"] == key)],
        "events": events[(events["source"] == key) | (events["target"] == key)],
        "chronology": told[(told["source"] == key) | (told["target"] == key)],
    }
    places = {
        (article, sentence)
        for name in ("mentions", "quotes", "opinions", "events")
        for article, sentence in zip(kept[name]["article_id"], kept[name]["sentence"], strict=True)
    }
    for name in ("sentences", "sentiment", "times"):
        table = getattr(tables, name)
        inside = [place in places for place in zip(table["article_id"], table["sentence"], strict=True)]
        kept[name] = table[inside]
    articles = {article for article, _ in places}
    for name in ("articles", "removed"):
        kept[name] = getattr(tables, name)[getattr(tables, name)["article_id"].isin(articles)]
    return replace(tables, **kept)


def _key(tables: Tables, actor: str | None) -> str:
    acting = tables.actors[tables.actors["kind"] != "place"]
    if actor is None:
        ranked = (acting if len(acting) else tables.actors).sort_values(["mentions", "actor"], ascending=[False, True])
        return str(ranked["actor"].iloc[0]) if len(ranked) else ""
    wanted = str(actor).casefold()
    for key, name in actor_names(tables.actors).items():
        if wanted in (key.casefold(), name.casefold()):
            return key
    most = ", ".join(acting.sort_values("mentions", ascending=False)["name"].head(5))
    raise ValueError(f"actor must be an id or a name of the table actors (such as {most}), got {actor!r}")
