"""Findings: what the tables say, in sentences with their numbers and the sentences behind them."""

import pandas as pd

from analysis.charts.anchors import actor_anchor, opinion_anchor, pair_anchor, speaker_anchor
from analysis.charts.counting import actor_names, most_frequent, originals
from analysis.charts.dates import published
from analysis.charts.pairs import pairs_of
from analysis.charts.press import press
from analysis.charts.words import clean, count, decimal, listing, number
from analysis.report.distinct import distinct
from analysis.report.finding import Finding, Findings, Link, places
from analysis.report.happened import apart, key_days, key_events, sides
from analysis.report.title import foremost
from analysis.tables import Tables, rows

_FEWEST = 5  # opinions from which a mean is worth a sentence; one more for every 50 articles from 300 on
_HARSH = -0.3  # the mean from which a voice is called harsh
_VOICES = 3  # harsh voices told

# What limits a corpus: of one, and of several.
_LIMITS = {
    "undated": (
        "1 article has no date: nothing in it can be dated from that.",
        "{} articles have no date: nothing in them can be dated from that.",
    ),
    "estimated": ("The date of 1 article is estimated from its text.", "The dates of {} articles are estimated."),
    "cut": (
        "1 line that is no part of a story was cut; it is listed below with its rule.",
        "{} lines that are no part of a story were cut; each is listed below with its rule.",
    ),
    "refused": ("1 file or record was refused.", "{} files or records were refused, each with its reason."),
    "repeated": (
        "1 article repeats another and is left out of all counts.",
        "{} articles repeat others and are left out of all counts.",
    ),
    "foreign": (
        "1 sentence is in another language and not analysed.",
        "{} sentences are in other languages and not analysed.",
    ),
}


def extent(tables: Tables) -> str:
    """Return how much the corpus is: "5 articles of 2 outlets, 1,925 words, published 5 March to 1 April 2024".

    Outlets are told where all articles name theirs.
    """
    articles = originals(tables.articles)
    named = articles["outlet"].dropna().unique()
    outlets = f" of {clean(named[0])}" if len(named) == 1 else f" of {count(len(named), 'outlet')}"
    outlets = outlets if articles["outlet"].notna().all() and len(named) else ""
    return f"{count(len(articles), 'article')}{outlets}, {count(articles['words'].sum(), 'word')}{_span(articles)}"


def overview(tables: Tables) -> Findings:
    """Return the findings a reader should see first: the key events, the actors, and who speaks how of whom."""
    if not _english(tables):
        return corpus(tables)  # nothing was analysed: that no actor was found says nothing of the articles
    told = [*key_events(tables), *key_days(tables)][:2]
    return Findings([*told, *sides(tables), *actors(tables)[:1], *opinions(tables)[:2]])


def corpus(tables: Tables) -> Findings:
    """Return what the corpus is and how far it can be trusted."""
    articles, kept = tables.articles, originals(tables.articles)
    foreign = distinct(tables).sentences.query("language != 'en'")
    unnamed = int(kept["outlet"].isna().sum())
    found = [Finding("No article was read." if articles.empty else f"{extent(tables)}.")]
    if unnamed:
        found.append(Finding(f"Outlet not known: {number(unnamed)} of {count(len(kept), 'article')}."))
    counted = {
        "undated": articles["published"].isna().sum(),
        "estimated": (articles["published_basis"] == "estimated").sum(),
        "cut": len(tables.removed),
        "refused": len(tables.rejected),
        "repeated": articles["duplicate_of"].notna().sum(),
        "foreign": len(foreign),
    }
    for what, many in counted.items():
        if many:
            one, several = _LIMITS[what]
            text = one if many == 1 else several.format(number(many))
            found.append(Finding(text, places(foreign) if what == "foreign" else ()))
    return Findings(found)


def actors(tables: Tables) -> Findings:
    """Return who is in the story, how often, with whom."""
    ranked = foremost(tables.actors)
    if ranked.empty:
        return _nothing(tables, "No actor was found.")
    own, names = distinct(tables), actor_names(tables.actors)
    first, *others = list(rows(ranked.head(3)))
    tied = any(row.mentions == first.mentions for row in others)
    who = f"Nobody is mentioned more than {names[first.actor]}" if tied else f"{names[first.actor]} is mentioned most"
    times = f"{who}: {count(first.mentions, 'time')}"
    spread = f"in {number(first.articles)} of {count(len(own.articles), 'article')}"
    next_ones = [f"{names[row.actor]} {count(row.mentions, 'time')} in {number(row.articles)}" for row in others]
    follow = f"; {listing(next_ones)}" if next_ones else ""
    mentions = own.mentions[own.mentions["actor"] == first.actor]
    links = [Link(count(row.mentions, "time"), actor_anchor(row.actor)) for row in (first, *others)]
    found = [Finding(f"{times} {spread}{follow}.", places(mentions), tuple(links))]
    if closest := _closest(own):
        one, other, sentences = closest
        many = count(len(sentences), "sentence")
        text = f"{names[one]} and {names[other]} stand together in {many}; no other two do more often."
        found.append(Finding(text, sentences, (Link(many, pair_anchor(one, other)),)))
    unnamed = int(own.mentions["how"].isin(["role", "metonym", "pronoun"]).sum())
    of_all = f"{number(unnamed)} of {count(len(own.mentions), 'mention')}"
    found.append(Finding(f"Without a name, by a role, a capital or a pronoun: {of_all}."))
    discovered = (ranked["basis"] == "discovered").sum()
    if 0 < discovered < len(ranked):
        of_all = f"{number(discovered)} of {count(len(ranked), 'actor')}"
        found.append(Finding(f"Found in the text alone, in no list of known actors: {of_all}, places aside."))
    return Findings(found)


def opinions(tables: Tables) -> Findings:
    """Return who speaks harshly of whom, who speaks most, and how the outlets themselves speak."""
    names, own = actor_names(tables.actors), distinct(tables)
    tellers = press(own.actors, own.articles)
    found = _harshest(own, names, tellers)
    spoken = own.quotes.dropna(subset=["speaker"])
    for speaker in most_frequent(spoken["speaker"][~spoken["speaker"].isin(tellers)], names, 1):
        said = spoken[spoken["speaker"] == speaker]
        share = f"{number(len(said))} of {count(len(own.quotes), 'statement')}"
        text = f"Nobody is quoted more than {names[speaker]}, with {share}"
        untold = len(own.quotes) - len(spoken)
        more = f"; the speaker of {number(untold)} could not be told" if untold else ""
        found.append(Finding(f"{text}{more}.", places(said), (Link(share, speaker_anchor(speaker)),)))
    voiced = own.opinions[own.opinions["holder"].isna()]
    if len(voiced):
        labels = voiced["label"].value_counts()
        shares = [f"{number(labels.get(label, 0))} {label}" for label in ("neutral", "negative", "positive")]
        judged = f"{count(len(voiced), 'mention')} of actors that could be judged"
        found.append(Finding(f"In the outlets’ own words, {judged}: {listing(shares)}."))
    return Findings(found) if found else _nothing(tables, "No statement and no opinion was found.")


def _harshest(own: Tables, names: dict[str, str], tellers: frozenset[str]) -> list[Finding]:
    """Return who speaks worst of whom over enough passages, the press aside, if anybody speaks harshly."""
    held = own.opinions.dropna(subset=["holder"])
    held = held[held["holder"].ne(held["target"]) & ~held[["holder", "target"]].isin(tellers).any(axis=1)]
    means = held.groupby(["holder", "target"], as_index=False)["score"].agg(["mean", "size"])
    enough = max(_FEWEST, len(own.articles) // 50)
    means = means[(means["size"] >= enough) & (means["mean"] <= _HARSH)]
    said, links, behind = list[str](), list[Link](), list[pd.DataFrame]()
    for row in rows(means.sort_values("mean", kind="stable").head(_VOICES)):
        words = f"{names[row.holder]} on {names[row.target]}"
        passages = f"{count(row.size, 'passage')}" if not said else number(row.size)
        said.append(f"{words} ({decimal(row.mean, signed=True)} on average, {passages})")
        links.append(Link(words, opinion_anchor(row.holder, row.target)))
        behind.append(held[(held["holder"] == row.holder) & (held["target"] == row.target)].sort_values("score"))
    text = f"The harshest words, on a scale from −1 to 1: {listing(said)}."
    return [Finding(text, places(pd.concat(behind)), tuple(links))] if said else []


def chronology(tables: Tables) -> Findings:
    """Return what happened when, what is only planned, and what no day is known for."""
    if tables.chronology.empty:
        return _nothing(tables, "No event was found.")
    return Findings([*key_events(tables), *key_days(tables), *sides(tables), *apart(tables)])


def _english(tables: Tables) -> bool:
    return bool((tables.articles["language"] == "en").any())


def _nothing(tables: Tables, said: str) -> Findings:
    """Return that nothing was found, as `said`, or why nothing was looked for."""
    if tables.articles.empty:
        said = "No article was read: the notebook on the corpus says why."
    elif not _english(tables):
        said = "No article is in English: nothing was analysed."
    return Findings([Finding(said)])


def _closest(tables: Tables) -> tuple[str, str, tuple[str, ...]] | None:
    """Return the two actors (places left out) who stand in most sentences together, and these sentences."""
    acting = set(foremost(tables.actors)["actor"])
    together = pairs_of(tables.mentions[tables.mentions["actor"].isin(acting)])
    counts = together.groupby(["actor", "with"], as_index=False).size()
    for row in rows(counts.sort_values("size", ascending=False, kind="stable").head(1)):
        one, other = row[:2]
        return one, other, places(together[(together["actor"] == one) & (together["with"] == other)])
    return None


def _span(articles: pd.DataFrame) -> str:
    dated = list(rows(articles.dropna(subset=["published"]).sort_values("published", kind="stable")))
    if not dated:
        return ""
    first, last = (published(row.published, row.published_precision) for row in (dated[0], dated[-1]))
    return f", published {first}" if first == last else f", published {first} to {last}"
