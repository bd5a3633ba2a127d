"""Findings: what the tables say, in sentences with their numbers and the sentences behind them."""

from collections.abc import Iterable
from html import escape
from typing import NamedTuple

import pandas as pd

from analysis.charts.anchors import actor_anchor, event_anchor, opinion_anchor, pair_anchor, speaker_anchor
from analysis.charts.counting import actor_names, most_frequent, originals
from analysis.charts.dates import published, written
from analysis.charts.htmltable import reference
from analysis.charts.pairs import pairs_of
from analysis.charts.press import press
from analysis.charts.words import count, decimal, listing, number, percent
from analysis.report.distinct import distinct
from analysis.report.title import foremost
from analysis.tables import Tables, rows

_FEWEST = 5  # opinions from which a mean is worth a sentence; one more for every 50 articles from 300 on
_HARSH = -0.3  # the mean from which a voice is called harsh
_SHOWN = 3  # pieces of evidence named beside a finding


class Finding(NamedTuple):
    """A sentence and its evidence: sentences as article_id:number, and the id of what a report shows on it, if any."""

    text: str
    evidence: tuple[str, ...] = ()
    anchor: str | None = None


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
    shown = [reference(item) for item in list(evidence)[:_SHOWN]]
    return f" ({', '.join(shown)})" if shown else ""


def extent(tables: Tables) -> str:
    """Return how much the corpus is: "5 articles with 1,925 words, 2 named outlets, 5 March to 1 April 2024"."""
    articles = originals(tables.articles)
    named = articles["outlet"].nunique()
    outlets = count(named, "named outlet") if named else "no named outlet"
    words = count(articles["words"].sum(), "word")
    return f"{count(len(articles), 'article')} with {words}, {outlets}{_span(articles)}"


def overview(tables: Tables) -> Findings:
    """Return the findings a reader should see first: the key events, the actors, and who speaks how of whom."""
    if not (tables.articles["language"] == "en").any():
        return corpus(tables)  # nothing was analysed: that no actor was found says nothing of the articles
    return Findings([*chronology(tables)[:2], *actors(tables)[:2], *opinions(tables)[:2]])


def corpus(tables: Tables) -> Findings:
    """Return what the corpus is and how far it can be trusted."""
    articles = tables.articles
    foreign = distinct(tables).sentences.query("language != 'en'")
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
    return Findings([Finding(f"{extent(tables)}."), *found])


def actors(tables: Tables) -> Findings:
    """Return who is in the story, how often, with whom."""
    ranked = foremost(tables.actors)
    if ranked.empty:
        return Findings([Finding("No actor was found.")])
    own, names = distinct(tables), actor_names(tables.actors)
    first, *others = list(rows(ranked.head(3)))
    times = f"{names[first.actor]} is mentioned most, {count(first.mentions, 'time')}"
    spread = f"in {number(first.articles)} of {count(len(own.articles), 'article')}"
    next_ones = [f"{names[row.actor]} {count(row.mentions, 'time')} in {number(row.articles)}" for row in others]
    follow = f"; {listing(next_ones)}" if next_ones else ""
    mentions = own.mentions[own.mentions["actor"] == first.actor]
    found = [Finding(f"{times} {spread}{follow}.", _evidence(mentions), actor_anchor(first.actor))]
    if closest := _closest(own):
        one, other, sentences = closest
        text = f"{names[one]} and {names[other]} stand together in {count(len(sentences), 'sentence')}"
        found.append(Finding(f"{text}; no other two do more often.", sentences, pair_anchor(one, other)))
    unnamed = int(own.mentions["how"].isin(["role", "metonym", "pronoun"]).sum())
    of_all = f"{number(unnamed)} of {count(len(own.mentions), 'reference')}"
    found.append(Finding(f"{of_all} use no name: roles, capitals, pronouns."))
    discovered = (ranked["basis"] == "discovered").sum()
    if 0 < discovered < len(ranked):
        of_all = f"{number(discovered)} of {count(len(ranked), 'actor')}, places aside"
        found.append(Finding(f"{of_all}, were found without the roster."))
    return Findings(found)


def opinions(tables: Tables) -> Findings:
    """Return who holds which opinion of whom, who speaks most, and how the outlets themselves speak."""
    names, own = actor_names(tables.actors), distinct(tables)
    tellers = press(own.actors, own.articles)
    found = _harshest(own, names, tellers)
    spoken = own.quotes.dropna(subset=["speaker"])
    for speaker in most_frequent(spoken["speaker"][~spoken["speaker"].isin(tellers)], names, 1):
        said = spoken[spoken["speaker"] == speaker]
        share = f"{number(len(said))} of {count(len(own.quotes), 'statement')}"
        text = f"Nobody is quoted more than {names[speaker]}, with {share}"
        untold = len(own.quotes) - len(spoken)
        rest = f"; the speaker of {number(untold)} could not be told" if untold else ""
        found.append(Finding(f"{text}{rest}.", _evidence(said), speaker_anchor(speaker)))
    voiced = own.opinions[own.opinions["holder"].isna()]
    if len(voiced):
        share = percent((voiced["label"] == "neutral").sum(), len(voiced))
        mentions = count(len(voiced), "mention")
        found.append(Finding(f"In the outlets’ own words, {share} of {mentions} of actors are neutral."))
    return Findings(found or [Finding("No statement and no opinion was found.")])


def _harshest(own: Tables, names: dict[str, str], tellers: frozenset[str]) -> list[Finding]:
    """Return who speaks worst of whom over enough passages, the press aside, if anybody speaks harshly."""
    held = own.opinions.dropna(subset=["holder"])
    held = held[held["holder"].ne(held["target"]) & ~held[["holder", "target"]].isin(tellers).any(axis=1)]
    held = held.sort_values("score", kind="stable")
    means = held.groupby(["holder", "target"], as_index=False)["score"].agg(["mean", "size"])
    enough = max(_FEWEST, len(own.articles) // 50)
    means = means[(means["size"] >= enough) & (means["mean"] <= _HARSH)]
    for row in rows(means.sort_values("mean", kind="stable").head(1)):
        behind = held[(held["holder"] == row.holder) & (held["target"] == row.target)]
        mean = f"{decimal(row.mean, signed=True)} over {count(len(behind), 'passage')}"
        text = f"The harshest voice is that of {names[row.holder]} on {names[row.target]}: mean {mean}"
        anchor = opinion_anchor(row.holder, row.target)
        return [Finding(f"{text}, on a scale from −1 to 1.", _evidence(behind), anchor)]
    return []


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
        found.append(Finding(text, tuple(row.evidence), event_anchor(row.event)))
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


def _closest(tables: Tables) -> tuple[str, str, tuple[str, ...]] | None:
    """Return the two actors (places left out) who stand in most sentences together, and these sentences."""
    acting = set(foremost(tables.actors)["actor"])
    together = pairs_of(tables.mentions[tables.mentions["actor"].isin(acting)])
    counts = together.groupby(["actor", "with"], as_index=False).size()
    for row in rows(counts.sort_values("size", ascending=False, kind="stable").head(1)):
        one, other = row[:2]
        return one, other, _evidence(together[(together["actor"] == one) & (together["with"] == other)])
    return None


def _evidence(sentences: pd.DataFrame) -> tuple[str, ...]:
    return tuple(dict.fromkeys(f"{row.article_id}:{row.sentence}" for row in rows(sentences)))


def _span(articles: pd.DataFrame) -> str:
    dated = list(rows(articles.dropna(subset=["published"]).sort_values("published", kind="stable")))
    if not dated:
        return ""
    first, last = (published(row.published, row.published_precision) for row in (dated[0], dated[-1]))
    return f", {first}" if first == last else f", {first} to {last}"
