"""The chronology: one row an event, as all articles tell it together."""

import datetime as dt
import hashlib
from collections import Counter
from typing import Any, NamedTuple

import pandas as pd

from analysis.events.clearness import faults, in_passing
from analysis.events.joining import join
from analysis.events.merging import merge
from analysis.events.sorts import Sort, sort_of
from analysis.events.telling import Story, Telling
from analysis.events.who import Known
from analysis.events.wording import Likeness, rarity, sentence_texts, telling_words, words_and_amounts
from analysis.events.words import event_types, nouns
from analysis.text.characters import slug

_AROUND = 90  # characters on each side of an event's words that say what it is about
_SHARED = 1.5  # what it weighs that others tell it in the same words
_PART = 0.1  # of the tellings that name a side of the event
_MOSTLY = 0.5  # share of its mentions that give an actor its country


def build_chronology(
    events: pd.DataFrame, sentences: pd.DataFrame, articles: pd.DataFrame, actors: pd.DataFrame | None = None
) -> list[dict[str, Any]]:
    """Return the rows of the chronology: each event once, merged from all the articles that tell it.

    Tellings are one event where kind and status are the same, actors and days can be, and the wording says so; what
    was planned is the event that happened where one is told. With `actors`, those who act for a state can be the
    state. An article that repeats another counts with it. The summary is the clearest of the sentences.
    """
    texts = sentence_texts(sentences)
    columns = ("article_id", "duplicate_of", "published", "published_precision")
    about = {row[0]: row[1:] for row in zip(*(articles[name].tolist() for name in columns), strict=True)}
    original = {article: article if pd.isna(found[0]) else found[0] for article, found in about.items()}
    told = {article: found[1].date() for article, found in about.items() if not pd.isna(found[1]) and found[2] == "day"}
    starts = dict(zip(texts, sentences["start"].tolist(), strict=True))
    tellings = [_telling(row, texts, starts, told) for row in events.itertuples(index=False)]
    like = Likeness(rarity(words_and_amounts(text) for text in texts.values()))
    persons = _persons(actors)
    stories = join(merge(tellings, like), Known(_states(actors), persons), like)
    corpus = _Corpus(texts, original, persons, like)
    rows = [_row(name, story, corpus) for name, story in _named(stories)]
    return sorted(
        rows, key=lambda row: (row["earliest"] is None, str(row["earliest"]), str(row["latest"]), row["event"])
    )


class _Corpus(NamedTuple):
    """What the rows need to know: the sentences, what an article repeats, who is a person."""

    texts: dict[Any, str]
    original: dict[str, str]
    people: frozenset[str]
    like: Likeness


def _persons(actors: pd.DataFrame | None) -> frozenset[str]:
    return frozenset() if actors is None else frozenset(actors.loc[actors["kind"] == "person", "actor"])


def _states(actors: pd.DataFrame | None) -> dict[str, str]:
    """Return the state of each actor that acts for one: its government's id."""
    if actors is None:
        return {}
    sure = actors[actors["country"].notna() & (actors["country_share"] >= _MOSTLY)]
    governments = sure[sure["kind"] == "government"].sort_values(["mentions", "actor"], ascending=[False, True])
    state = governments.drop_duplicates("country").set_index("country")["actor"].to_dict()
    ids = zip(sure["actor"].tolist(), sure["country"].tolist(), strict=True)
    return {actor: state[country] for actor, country in ids if state.get(country, actor) != actor}


def _or_none(value: Any) -> Any:
    return None if pd.isna(value) else value


def _telling(row: Any, texts: dict[Any, str], starts: dict[Any, int], told: dict[str, dt.date]) -> Telling:
    earliest, latest = _or_none(row.earliest), _or_none(row.latest)
    key = (row.article_id, row.sentence)
    text = texts.get(key, "")
    begin = row.start - starts.get(key, row.start)
    wording = text[max(0, begin - _AROUND) : begin + row.end - row.start + _AROUND]
    kind, source, target = _or_none(row.kind), _or_none(row.source), _or_none(row.target)
    return Telling(
        row.article_id,
        int(row.sentence),
        slug(" ".join(row.text.split()[:3])),
        kind,
        *(sort_of(row.text, wording, bool(source or target)) if kind is None else (Sort("", ""), False)),
        source,
        target,
        earliest.date() if earliest is not None else None,
        latest.date() if latest is not None else None,
        _or_none(row.precision),
        _or_none(row.date_basis),
        row.status,
        telling_words(wording),
        told.get(row.article_id),
        begin / max(1, len(text)),
        row.text.split()[0].lower() in nouns(),
    )


def _row(name: str, story: Story, corpus: _Corpus) -> dict[str, Any]:
    first = story.first
    source, target = _ends(story)
    kind = event_types().get(first.kind or "")
    shared = corpus.like.shared([(telling.article, telling.words) for telling in story.tellings])
    clearest = min(story.own, key=lambda telling: _unclear(telling, story, corpus, shared[telling.words]))
    evidence = sorted({(telling.article, telling.sentence) for telling in story.tellings})
    return {
        "event": name,
        "earliest": story.earliest,
        "latest": story.latest,
        "precision": _precision(story),
        "summary": corpus.texts.get((clearest.article, clearest.sentence), ""),
        "kind": first.kind,
        "mode": kind.mode if kind else None,
        "polarity": kind.polarity if kind else None,
        "source": source,
        "target": target,
        "status": first.status,
        "articles": len({corpus.original.get(telling.article, telling.article) for telling in story.tellings}),
        "evidence": [f"{article}:{sentence}" for article, sentence in evidence],
        "dates_agree": story.agree,
    }


def _unclear(telling: Telling, story: Story, corpus: _Corpus, shared: float) -> tuple[float, str, int, str]:
    """Return a key that is least for the telling whose sentence says most clearly who, whom and when, as others do."""
    text = corpus.texts.get((telling.article, telling.sentence), "")
    unclear = faults(text) + telling.place / 2  # what comes last is said by the way
    unclear += 0.5 if telling.mention else 1 if in_passing(telling.trigger, text) else 0
    told = {side for side in (telling.source, telling.target) if side and _says(text, side, corpus.people)}
    unclear += 0.6 * sum(side not in told for side in _ends(story) if side)
    unclear += 0 if telling.basis in ("explicit", "relative") else 0.5
    unclear += 0 if (telling.earliest, telling.latest) == (story.earliest, story.latest) else 0.25
    unclear += 0 if story.meets(telling) else 0.25
    unclear -= _SHARED * shared * (1 - 1 / story.articles)
    return unclear, telling.article, telling.sentence, telling.trigger


def _says(text: str, actor: str, people: frozenset[str]) -> bool:
    """Tell whether a sentence names an actor; one that is no person may have other names."""
    return actor not in people or actor.rpartition("-")[2] in slug(text)


def _ends(story: Story) -> tuple[str | None, str | None]:
    """Return the source and the target that most tellings name, None where hardly any names one."""
    source = _most_named([telling.source for telling in story.own], None)
    return source, _most_named([telling.target for telling in story.own], source)


def _most_named(sides: list[str | None], other: str | None) -> str | None:
    counts = Counter(side for side in sides if side is not None and side != other)
    side = min(counts, key=lambda side: (-counts[side], side), default=None)
    return side if side and counts[side] >= _PART * len(sides) else None


def _precision(story: Story) -> str | None:
    """Return the precision of the telling whose interval the story has; a narrower meeting is named by its length."""
    if story.earliest is None or story.latest is None:
        return None
    same = [t.precision for t in story.tellings if (t.earliest, t.latest) == (story.earliest, story.latest)]
    if same:
        return Counter(same).most_common(1)[0][0]
    days = (story.latest - story.earliest).days
    return "day" if days == 0 else "week" if days < 7 else "month" if days < 31 else "year"


def _named(stories: list[Story]) -> list[tuple[str, Story]]:
    """Return each story with its id: day, kind and actors.

    Of those alike the one told first has it plain, others with a digest of where they were first told, so that ids
    stay when later articles are added.
    """
    taken: set[str] = set()
    named = []
    for story in sorted(stories, key=_origin):
        name = plain = _identity(story)
        told = ":".join(map(str, _origin(story)[1:]))
        if name in taken:
            name = f"{plain}-{hashlib.sha256(told.encode()).hexdigest()[:6]}"
        again = 1
        while name in taken:
            again += 1
            name = f"{plain}-{hashlib.sha256(f'{told}:{again}'.encode()).hexdigest()[:6]}"
        taken.add(name)
        named.append((name, story))
    return named


def _origin(story: Story) -> tuple[dt.date, str, int, str]:
    """Return when and where a story was first told."""
    return min((one.told or dt.date.max, one.article, one.sentence, one.trigger) for one in story.tellings)


def _identity(story: Story) -> str:
    first = story.first
    day = str(story.earliest) if story.earliest else "undated"
    if story.span:
        day = day[:4] if story.span >= 364 else day[:7] if story.span >= 27 else day
    sides = [side or "" for side in _ends(story)]
    ends = sorted(sides) if first.kind and first.mutual else sides
    parts = [day, first.kind or first.trigger, *ends, "" if first.status == "happened" else first.status]
    return slug(" ".join(part for part in parts if part))
