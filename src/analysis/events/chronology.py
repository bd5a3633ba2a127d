"""The chronology: one row an event, as all articles tell it together."""

import datetime as dt
import hashlib
from collections import Counter
from typing import Any

import pandas as pd

from analysis.events.merging import Story, Telling, merge
from analysis.events.wording import content_words, likeness, rarity, sentence_texts
from analysis.events.words import event_types
from analysis.text.characters import slug

_LENGTH = 24  # words of a sentence that reads well alone
_AROUND = 90  # characters on each side of an event's words that say what it is about
_COMPARED = 12  # tellings that the summary's wording is held against


def build_chronology(events: pd.DataFrame, sentences: pd.DataFrame, articles: pd.DataFrame) -> list[dict[str, Any]]:
    """Return the rows of the chronology: each event once, merged from all the articles that tell it.

    Tellings are one event where kind, actors and status are the same and the dates can be, or the wording says so.
    An article that repeats another counts with it. The summary is the clearest of the sentences.
    """
    texts = sentence_texts(sentences)
    columns = ("article_id", "duplicate_of", "published", "published_precision")
    about = {row[0]: row[1:] for row in zip(*(articles[name].tolist() for name in columns), strict=True)}
    original = {article: article if pd.isna(found[0]) else found[0] for article, found in about.items()}
    told = {article: found[1].date() for article, found in about.items() if not pd.isna(found[1]) and found[2] == "day"}
    starts = dict(zip(texts, sentences["start"].tolist(), strict=True))
    tellings = [_telling(row, texts, starts, told) for row in events.itertuples(index=False)]
    weights = rarity(content_words(text) for text in texts.values())
    stories = merge(tellings, weights)
    rows = [_row(story, texts, original, weights) for story in stories]
    rows.sort(key=lambda row: (row["earliest"] is None, str(row["earliest"]), str(row["latest"]), row["event"]))
    return _with_unique_ids(rows)


def _or_none(value: Any) -> Any:
    return None if pd.isna(value) else value


def _telling(row: Any, texts: dict[Any, str], starts: dict[Any, int], told: dict[str, dt.date]) -> Telling:
    earliest, latest = _or_none(row.earliest), _or_none(row.latest)
    key = (row.article_id, row.sentence)
    begin = max(0, row.start - starts.get(key, row.start) - _AROUND)
    wording = texts.get(key, "")[begin : begin + row.end - row.start + 2 * _AROUND]
    return Telling(
        row.article_id,
        int(row.sentence),
        slug(" ".join(row.text.split()[:3])),
        _or_none(row.kind),
        _or_none(row.source),
        _or_none(row.target),
        earliest.date() if earliest is not None else None,
        latest.date() if latest is not None else None,
        _or_none(row.precision),
        _or_none(row.date_basis),
        row.status,
        content_words(wording),
        told.get(row.article_id),
    )


def _row(story: Story, texts: dict[Any, str], original: dict[str, str], weights: dict[str, float]) -> dict[str, Any]:
    first = min(story.tellings, key=lambda telling: _clearness(telling, story, texts, weights))
    kind = event_types().get(first.kind or "")
    evidence = sorted({(telling.article, telling.sentence) for telling in story.tellings})
    return {
        "event": _identity(story, first),
        "earliest": story.earliest,
        "latest": story.latest,
        "precision": _precision(story),
        "summary": texts.get((first.article, first.sentence), ""),
        "kind": first.kind,
        "mode": kind.mode if kind else None,
        "polarity": kind.polarity if kind else None,
        "source": first.source,
        "target": first.target,
        "status": first.status,
        "articles": len({original.get(telling.article, telling.article) for telling in story.tellings}),
        "evidence": [f"{article}:{sentence}" for article, sentence in evidence],
        "dates_agree": story.agree,
    }


def _clearness(
    telling: Telling, story: Story, texts: dict[Any, str], weights: dict[str, float]
) -> tuple[float, str, int, str]:
    """Return a key that is least for the telling whose sentence says most clearly who, whom and when, as others do."""
    length = len(texts.get((telling.article, telling.sentence), "").split())
    unclear = abs(length - _LENGTH) / _LENGTH
    unclear += 0 if telling.source else 0.5
    unclear += 0 if telling.target else 0.25
    unclear += 0 if telling.basis in ("explicit", "relative") else 0.75
    unclear += 0 if (telling.earliest, telling.latest) == (story.earliest, story.latest) else 0.5
    others = [other for other in story.tellings[:_COMPARED] if other is not telling]
    if others:
        unclear -= sum(likeness(telling.words, other.words, weights) for other in others) / len(others)
    return unclear, telling.article, telling.sentence, telling.trigger


def _precision(story: Story) -> str | None:
    """Return the precision of the telling whose interval the story has; a narrower meeting is named by its length."""
    if story.earliest is None or story.latest is None:
        return None
    same = [t.precision for t in story.tellings if (t.earliest, t.latest) == (story.earliest, story.latest)]
    if same:
        return Counter(same).most_common(1)[0][0]
    days = (story.latest - story.earliest).days
    return "day" if days == 0 else "week" if days < 7 else "month" if days < 31 else "year"


def _identity(story: Story, first: Telling) -> str:
    day = str(story.earliest) if story.earliest else "undated"
    if story.earliest and story.latest and story.latest != story.earliest:
        days = (story.latest - story.earliest).days
        day = day[:4] if days >= 364 else day[:7] if days >= 27 else day
    parts = [day, first.kind or first.trigger, *_sides(first), "" if first.status == "happened" else first.status]
    return slug(" ".join(part for part in parts if part))


def _sides(first: Telling) -> list[str]:
    sides = [first.source or "", first.target or ""]
    return sorted(sides) if first.kind and event_types()[first.kind].mutual else sides


def _with_unique_ids(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Tell events of one day, kind and actors apart by a digest of their first evidence."""
    counts = Counter(row["event"] for row in rows)
    for row in rows:
        if counts[row["event"]] > 1:
            digest = hashlib.sha256(row["evidence"][0].encode()).hexdigest()[:6]
            row["event"] = f"{row['event']}-{digest}"
    taken: Counter[str] = Counter()
    for row in rows:
        taken[row["event"]] += 1
        if taken[row["event"]] > 1:
            row["event"] = f"{row['event']}-{taken[row['event']]}"
    return rows
