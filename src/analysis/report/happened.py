"""What the report tells of what happened: the key events, the days that matter, conflict and cooperation."""

from typing import Any

import pandas as pd

from analysis.charts.anchors import event_anchor
from analysis.charts.chronology import headline, named
from analysis.charts.counting import originals
from analysis.charts.dates import written
from analysis.charts.words import clean, count, listing, missing, number
from analysis.report.finding import Finding, Link
from analysis.tables import Tables

_MONTH = pd.Timedelta(days=31)
_MANY = 20  # articles from which days are worth counting
_KEY = 2  # key events told
_FEWEST = 5  # dated events whose sides are worth a sentence
_DAYS = 3  # key days told
_OF_DAYS = "chronology-which-days-matter-most"  # where a report shows them
_OF_EVENTS = "chronology-what-happened"


def key_events(tables: Tables) -> list[Finding]:
    """Return the events told most, if enough articles tell them: two, and one in fifty."""
    total = len(originals(tables.articles))
    best = _most_told(_dated(tables.chronology)).head(_KEY)
    best = best[best["articles"] >= max(min(2, total), total / 50)]
    shown = named(best, tables.actors).to_dict("records")
    return [_event(event, row, total) for event, row in zip(best["event"], shown, strict=True)]


def _event(event: str, row: dict[Any, Any], total: int) -> Finding:
    when = written(row["earliest"], row["latest"])
    when = f"{when[0].upper()}{when[1:]}"
    what = "" if missing(row["source"]) or missing(row["kind"]) else f", {clean(headline(row))}"
    told = f"told by {number(row['articles'])} of {count(total, 'article')}"
    text = f"{when}{what}, {told}: “{clean(row['summary'])}”"
    return Finding(text, tuple(row["evidence"]), (Link(when, event_anchor(event)),))


def key_days(tables: Tables) -> list[Finding]:
    """Return the days of the story that the articles of a large corpus come back to most."""
    from analysis.events import key_dates

    published = originals(tables.articles)["published"].dropna()
    if len(published) < _MANY:
        return []
    told = _most_told(_dated(tables.chronology))["earliest"].head(1)
    start = min([published.min(), *told]) - _MONTH  # older days are background
    days = key_dates(tables, _DAYS, start=start.date(), end=published.max().date())
    ranked = days.sort_values("weight", ascending=False, kind="stable").to_dict("records")
    if len(ranked) < _DAYS:
        return []
    said = [f"{written(row['date'], row['date'])} ({count(row['articles'], 'article')})" for row in ranked]
    text = f"The days the articles come back to most: {listing(said)}. So many name the day or appeared on it."
    return [Finding(text, (), tuple(Link(day.partition(" (")[0], _OF_DAYS) for day in said))]


def sides(tables: Tables) -> list[Finding]:
    """Return how many of the dated events are conflict and how many cooperation."""
    dated = _dated(tables.chronology)
    if len(dated) < _FEWEST:
        return []
    found = dated["polarity"].value_counts()
    neither = len(dated) - int(found.sum())
    conflict, cooperation = (int(found.get(side, 0)) for side in ("conflict", "cooperation"))
    shares = [f"{number(conflict)} {_are(conflict)} conflict", f"{number(cooperation)} cooperation"]
    whole = f"{number(len(dated))} events that happened on a known date"
    text = f"Of {whole}, {listing([*shares, f'{number(neither)} neither'])}."
    return [Finding(text, (), (Link(whole, _OF_EVENTS),))]


def apart(tables: Tables) -> list[Finding]:
    """Return what stands apart from what happened on a known day."""
    events = tables.chronology
    planned = int(events["status"].isin(["planned", "possible"]).sum())
    denied = int((events["status"] == "denied").sum())
    undated = int((events["status"] == "happened").sum()) - len(_dated(events))
    parts = [f"{number(undated)} happened on no known date"] if undated else []
    parts += [f"{number(planned)} {_are(planned)} only planned or possible"] if planned else []
    parts += [f"{number(denied)} {_are(denied)} denied"] if denied else []
    found = [Finding(f"Of the other events, {listing(parts)}.")] if parts else []
    torn = events[~events["dates_agree"].astype(bool)]
    if len(torn):
        evidence = tuple(item for told in torn["evidence"] for item in told)
        text = f"{count(len(torn), 'event')} {_are(len(torn))} told with dates that do not agree."
        found.append(Finding(text, evidence))
    return found


def _are(many: int) -> str:
    return "is" if many == 1 else "are"


def _dated(events: pd.DataFrame) -> pd.DataFrame:
    return events[(events["status"] == "happened") & events["earliest"].notna() & events["latest"].notna()]


def _most_told(dated: pd.DataFrame) -> pd.DataFrame:
    """Return dated events, those that more articles and sentences tell first, of equals the more exactly dated.

    What is known to a month comes before what is only known to a longer time, which is mostly background.
    """
    span = dated["latest"] - dated["earliest"]
    order = dated.assign(sentences=dated["evidence"].map(len), span=span, vague=span > _MONTH)
    keys = ["vague", "articles", "sentences", "span", "earliest"]
    return order.sort_values(keys, ascending=[True, False, False, True, True], kind="stable")
