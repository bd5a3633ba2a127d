"""Findings: what the tables say, in sentences with their numbers and the sentences behind them."""

from collections.abc import Iterable
from html import escape
from typing import NamedTuple

import pandas as pd

from analysis.charts.counting import actor_names, most_frequent
from analysis.charts.dates import published, written
from analysis.charts.pairs import pairs_of
from analysis.charts.words import count, decimal, percent
from analysis.tables import Tables, rows

_FEWEST = 3  # opinions from which a mean is worth a sentence
_SHOWN = 3  # pieces of evidence named beside a finding


class Finding(NamedTuple):
    """A sentence and its evidence: sentences as article_id:number."""

    text: str
    evidence: tuple[str, ...] = ()


class Findings(list[Finding]):
    """Findings that show themselves as a list in a notebook and in the report."""

    def html(self) -> str:
        """Return the findings as an HTML list, each with the sentences behind it."""
        items = "".join(f"<li>{escape(finding.text)}{_references(finding.evidence)}</li>" for finding in self)
        return f'<ul class="findings">{items}</ul>'

    _repr_html_ = html

    def __repr__(self) -> str:
        return "\n".join(f"- {finding.text}" for finding in self)


def _references(evidence: Iterable[str]) -> str:
    shown = [f'<span class="ref">{escape(item)}</span>' for item in list(evidence)[:_SHOWN]]
    return f" ({', '.join(shown)})" if shown else ""


def headline(tables: Tables) -> str:
    """Return a title for the corpus: its two most mentioned actors, its articles, its span."""
    names = " and ".join(_ranked(tables)["name"].head(2)) or "The news"
    return f"{names} in {count(_distinct(tables), 'article')}{_span(tables.articles)}"


def overview(tables: Tables) -> Findings:
    """Return the findings a reader should see first: the story, its actors, tone and key events."""
    if not (tables.articles["language"] == "en").any():
        return corpus(tables)  # nothing was analysed: that no actor was found says nothing of the articles
    return Findings([*corpus(tables)[:1], *actors(tables)[:2], *opinions(tables)[:1], *chronology(tables)[:2]])


def corpus(tables: Tables) -> Findings:
    """Return what the corpus is and how far it can be trusted."""
    articles = tables.articles
    named = articles["outlet"].nunique()
    outlets = count(named, "named outlet") if named else "no named outlet"
    words = count(articles["words"].sum(), "word")
    size = f"{count(_distinct(tables), 'article')} with {words}, {outlets}{_span(articles)}."
    foreign = tables.sentences[tables.sentences["language"] != "en"]
    counted = [
        (articles["published"].isna().sum(), "article", "without a date: nothing in it can be dated from that"),
        ((articles["published_basis"] == "estimated").sum(), "publication date", "estimated from the text, not stated"),
        (len(tables.removed), "line", "of page furniture cut, each listed below with its rule"),
        (len(tables.rejected), "file or record", "refused, each with its reason"),
        (articles["duplicate_of"].notna().sum(), "article", "repeating another and left out of all counts"),
    ]
    found = [Finding(f"{count(number, noun)} {what}.") for number, noun, what in counted if number]
    if len(foreign):
        found.append(
            Finding(f"{count(len(foreign), 'sentence')} in other languages, not analysed.", _evidence(foreign))
        )
    return Findings([Finding(size), *found])


def actors(tables: Tables) -> Findings:
    """Return who is in the story, how often, with whom."""
    ranked = _ranked(tables)
    if ranked.empty:
        return Findings([Finding("No actor was found.")])
    total = _distinct(tables)
    shown = [f"{row.name} {row.mentions} times in {row.articles} of {total}" for row in rows(ranked.head(3))]
    found = [Finding(f"Most present: {'; '.join(shown)} articles.")]
    names = actor_names(tables.actors)
    if closest := _closest(tables):
        one, other, sentences = closest
        text = f"{names[one]} and {names[other]} stand together in {count(len(sentences), 'sentence')}"
        found.append(Finding(f"{text}, more than any other two.", sentences))
    unnamed = tables.mentions["how"].isin(["role", "metonym", "pronoun"]).sum()
    found.append(Finding(f"{unnamed} of {len(tables.mentions)} references use no name: roles, capitals, pronouns."))
    discovered = (ranked["basis"] == "discovered").sum()
    found.append(Finding(f"{discovered} of {len(ranked)} actors were found in the text, without the roster."))
    return Findings(found)


def opinions(tables: Tables) -> Findings:
    """Return who holds which opinion of whom, who speaks most, and how the outlets themselves speak."""
    names = actor_names(tables.actors)
    found = []
    held = tables.opinions.dropna(subset=["holder"])
    held = held[held["holder"] != held["target"]].sort_values("score", kind="stable")
    means = held.groupby(["holder", "target"], as_index=False)["score"].agg(["mean", "size"])
    for row in rows(means[means["size"] >= _FEWEST].sort_values("mean", kind="stable").head(1)):
        behind = held[(held["holder"] == row.holder) & (held["target"] == row.target)]
        mean = f"{decimal(row.mean, signed=True)} over {count(len(behind), 'passage')}"
        text = f"The harshest voice is that of {names[row.holder]} on {names[row.target]}: mean {mean}"
        found.append(Finding(f"{text}, on a scale from −1 to 1.", _evidence(behind)))
    spoken = tables.quotes.dropna(subset=["speaker"])
    for speaker in most_frequent(spoken["speaker"], names, 1):
        own = spoken[spoken["speaker"] == speaker]
        text = f"{names[speaker]} is quoted most, with {len(own)} of {count(len(tables.quotes), 'statement')}"
        untold = f"the speaker of {len(tables.quotes) - len(spoken)} could not be told"
        found.append(Finding(f"{text}; {untold}.", _evidence(own)))
    voiced = tables.opinions[tables.opinions["holder"].isna()]
    if len(voiced):
        share = percent((voiced["label"] == "neutral").sum(), len(voiced))
        found.append(Finding(f"In the outlets' own words, {share} of {len(voiced)} mentions of actors are neutral."))
    return Findings(found or [Finding("No statement and no opinion was found.")])


def chronology(tables: Tables) -> Findings:
    """Return what happened when, what is only planned, and what no day is known for."""
    events = tables.chronology
    if events.empty:
        return Findings([Finding("No event was found.")])
    happened = events[events["status"] == "happened"]
    dated = happened.dropna(subset=["earliest"])
    found = []
    for row in rows(_most_told(dated).head(2)):
        when = written(row.earliest, row.latest)
        text = f"{when[0].upper()}{when[1:]}, told by {count(row.articles, 'article')}: {row.summary}"
        found.append(Finding(text, tuple(row.evidence)))
    polarity = dated["polarity"].value_counts()
    sides = f"{polarity.get('conflict', 0)} of conflict, {polarity.get('cooperation', 0)} of cooperation"
    planned = events["status"].isin(["planned", "possible"]).sum()
    rest = f"{len(happened) - len(dated)} more have no date; {planned} are only planned or possible"
    found.append(Finding(f"{count(len(dated), 'dated event')} happened: {sides}; {rest}."))
    torn = (~events["dates_agree"].astype(bool)).sum()
    if torn:
        found.append(Finding(f"{count(torn, 'event')} told with dates that do not agree."))
    return Findings(found)


def _most_told(events: pd.DataFrame) -> pd.DataFrame:
    """Return dated events, those most articles and sentences tell first, of equals the most exactly dated."""
    order = events.assign(sentences=events["evidence"].map(len), span=events["latest"] - events["earliest"])
    keys = ["articles", "sentences", "span", "earliest"]
    return order.sort_values(keys, ascending=[False, False, True, True], kind="stable")


def _ranked(tables: Tables) -> pd.DataFrame:
    acting = tables.actors[tables.actors["kind"] != "place"]
    return acting.sort_values(["mentions", "actor"], ascending=[False, True])


def _closest(tables: Tables) -> tuple[str, str, tuple[str, ...]] | None:
    """Return the two actors (places left out) who stand in most sentences together, and these sentences."""
    acting = set(_ranked(tables)["actor"])
    together = pairs_of(tables.mentions[tables.mentions["actor"].isin(acting)])
    counts = together.groupby(["actor", "with"], as_index=False).size()
    for row in rows(counts.sort_values("size", ascending=False, kind="stable").head(1)):
        one, other = row[:2]
        return one, other, _evidence(together[(together["actor"] == one) & (together["with"] == other)])
    return None


def _distinct(tables: Tables) -> int:
    return int(tables.articles["duplicate_of"].isna().sum())


def _evidence(sentences: pd.DataFrame) -> tuple[str, ...]:
    return tuple(dict.fromkeys(f"{row.article_id}:{row.sentence}" for row in rows(sentences)))


def _span(articles: pd.DataFrame) -> str:
    dated = list(rows(articles.dropna(subset=["published"]).sort_values("published", kind="stable")))
    if not dated:
        return ""
    first, last = (published(row.published, row.published_precision) for row in (dated[0], dated[-1]))
    return f", {first}" if first == last else f", {first} to {last}"
