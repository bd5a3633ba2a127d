"""What a report is called: the actors mentioned most and, where most articles begin with it, the event they tell."""

import re
from collections import Counter
from functools import cache

import pandas as pd

from analysis import lexicons
from analysis.charts.counting import actor_names
from analysis.charts.words import listing, number
from analysis.events.words import event_types
from analysis.report.distinct import distinct
from analysis.tables import Tables, rows

_LEAD = 3  # sentences in which an article says what it is about
_FEWEST = 3  # articles, or events, on which a title can stand
_KINDS = 2  # types of event named


def headline(tables: Tables) -> tuple[str, str]:
    """Return a title for the corpus, and a sentence that says what it was made from.

    "Ruritania and the earthquake" where half of the articles name the event in their first sentences; else the two
    actors mentioned most, with what passes between them most often: "Ana Ruiz and Bo Li: accusations and talks".
    """
    own = distinct(tables)
    ranked = foremost(own.actors)
    names, total = actor_names(own.actors), len(own.articles)
    actors = [names[actor] for actor in ranked["actor"].head(2)]
    if told := _event(own):
        noun, articles = told
        made = f"the event that most articles name in their first sentences ({number(articles)} of {number(total)})"
        if not actors:
            return f"The {noun}", f"Named after {made}."
        return f"{actors[0]} and the {noun}", f"Named after the actor mentioned most and {made}."
    title = listing(actors) or "The news"
    if kinds := _kinds(own.chronology, set(ranked["actor"].head(2))):
        said = ", ".join(f"{words} {number(events)}" for words, events in kinds)
        made = f"Named after the two actors mentioned most and what is told between them most often ({said})."
        return f"{title}: {listing([words for words, _ in kinds])}", made
    return title, f"Named after the {'actors' if len(actors) > 1 else 'actor'} mentioned most." if actors else ""


def foremost(actors: pd.DataFrame) -> pd.DataFrame:
    """Return the actors that are no places, the most mentioned first."""
    acting = actors[actors["kind"] != "place"]
    return acting.sort_values(["mentions", "actor"], ascending=[False, True])


def _event(tables: Tables) -> tuple[str, int] | None:
    """Return the event noun that stands in the first sentences of most articles, as it is mostly written, and of how
    many."""
    leads: dict[str, list[str]] = {}
    for row in rows(tables.sentences[(tables.sentences["sentence"] < _LEAD) & (tables.sentences["language"] == "en")]):
        leads.setdefault(row.article_id, []).append(row.text)
    articles, forms = Counter[str](), dict[str, Counter[str]]()
    for texts in leads.values():
        found = _nouns().findall(" ".join(texts).lower())
        for noun, ending in found:
            forms.setdefault(noun, Counter())[noun + ending] += 1
        # "oil spill" names a spill too, and is the better title where half of the articles write it
        articles.update({noun for noun, _ in found} | {noun.split()[-1] for noun, _ in found} & _known())
    best = max(articles, key=lambda noun: (articles[noun], noun), default="")
    if articles[best] < max(_FEWEST, len(tables.articles) / 2):
        return None
    longer = [noun for noun in articles if noun.endswith(f" {best}") and 2 * articles[noun] >= articles[best]]
    chosen = max(longer, key=lambda noun: (articles[noun], noun), default=best)
    written = forms.get(chosen) or Counter({chosen: 1})
    return written.most_common(1)[0][0], articles[chosen]


def _kinds(chronology: pd.DataFrame, pair: set[str]) -> list[tuple[str, int]]:
    """Return what the most frequent types of event between two actors are called, and how many events they are."""
    between = chronology[chronology[["source", "target"]].isin(pair).all(axis=1) & chronology["kind"].notna()]
    between = between[between["source"].ne(between["target"]) & between["status"].eq("happened")]
    told = Counter(between["kind"].tolist())
    ranked = sorted(told, key=lambda kind: (-told[kind], kind))
    return [(event_types()[kind].several, told[kind]) for kind in ranked[:_KINDS] if told[kind] >= _FEWEST]


@cache
def _known() -> frozenset[str]:
    """Return the nouns that name an event."""
    found = (row for row in lexicons.read("event_nouns") if not row["phrase"])
    return frozenset(noun for row in found for noun in lexicons.words(row["noun"]))


@cache
def _nouns() -> re.Pattern[str]:
    return re.compile(rf"\b({lexicons.any_of(_known())})((?:e?s)?)\b")
