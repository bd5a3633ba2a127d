"""Key dates: the days that matter in a corpus, by how many articles refer to them, and from how far."""

import datetime as dt
import math
import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from numbers import Integral
from typing import Any, NamedTuple

import pandas as pd

from analysis import lexicons
from analysis.events.day_sentences import Naming, day_sentences
from analysis.events.day_summary import Rarity, summarize
from analysis.tables import Tables
from analysis.times import parse_published

# Weights of what refers to a day, chosen on seven collections of news with timelines; flat near the optimum.
_PUBLISHED = 1.0  # an article that appeared on the day
_NEWS = 0.75  # a mention on the day or the day after
_AHEAD = 0.5  # a mention before the day
_FARTHEST = 30  # days after which a mention weighs no more
_WRITTEN_OUT = 2.0  # times: a date written out ("on April 20") is one known by its date
_SHADE = 0.2  # share of its neighbours' mean that a day loses: the day that stands out is the event's
_MANY = 10  # articles from which one mention of an old day says little
_BEFORE = 40  # characters before a day that say what it is
_YEAR = 365  # days before the first article from which on a day is history
_PART = 0.05  # of the articles, that a day of history must matter to
_NEIGHBOURS = (-3, -2, -1, 1, 2, 3)


class _Reference(NamedTuple):
    day: dt.date
    article: str
    sentence: int
    weight: float
    start: int = 0
    end: int = 0


def key_dates(tables: Tables, n: int | None = None, start: Any = None, end: Any = None) -> pd.DataFrame:
    """Return the days that matter most in a corpus, in order of time.

    Columns: date, weight (a score, comparable within one corpus only), articles (that refer to the day or appeared on
    it), summary (a sentence that tells it; what follows the day in a list of days). `n` is how many days; None gives
    those above the mean weight. `start` and `end` (a date or ISO string) are the first and last day of the span.
    Raises ValueError for an `n` below 1 and for an `end` before `start`.
    """
    if not isinstance(tables, Tables):
        raise ValueError(f"tables must be what analysis.annotate returns, got {type(tables).__name__}")
    if n is not None and not (isinstance(n, Integral) and n >= 1):
        raise ValueError(f"n must be None or a whole number from 1 on, got {n!r}")
    first, last = _day("start", start, dt.date.min), _day("end", end, dt.date.max)
    if last < first:
        raise ValueError(f"end must not be before start {start!r}, got {end!r}")
    published = _published(tables)
    by_day: dict[dt.date, list[_Reference]] = defaultdict(list)
    for reference in _references(tables, published):
        by_day[reference.day].append(reference)
    weights = _shaded({day: _weight(references) for day, references in by_day.items()})
    passing = _passing(published, by_day)
    weights = {day: weight for day, weight in weights.items() if first <= day <= last and day not in passing}
    ranked = sorted(weights, key=lambda day: (-weights[day], day))
    if n is None and weights:
        mean = sum(weights.values()) / len(weights)
        ranked = [day for day in ranked if weights[day] >= mean]
    chosen = sorted(ranked[:n])
    return pd.DataFrame(
        {
            "date": pd.to_datetime(pd.Series(chosen, dtype=object)).astype("datetime64[us]"),
            "weight": pd.Series([round(weights[day], 3) for day in chosen], dtype="float64"),
            "articles": pd.Series([len({r.article for r in by_day[day]}) for day in chosen], dtype="int64"),
            "summary": pd.Series(_summaries(tables, published, by_day, chosen), dtype="str"),
        }
    )


def _passing(published: Mapping[str, dt.date], by_day: Mapping[dt.date, list[_Reference]]) -> set[dt.date]:
    """Return the days before the first article that hardly any article mentions, in a corpus of many.

    One article is too few, and for history, a year before the first and more, one in twenty.
    """
    if len(published) < _MANY:
        return set()
    begin = min(published.values())
    spread = {day: len({one.article for one in found}) for day, found in by_day.items() if day < begin}
    return {
        day
        for day, articles in spread.items()
        if articles == 1 or ((begin - day).days > _YEAR and articles < _PART * len(published))
    }


def _day(name: str, value: Any, default: dt.date) -> dt.date:
    try:
        published = parse_published(value)
    except ValueError as error:
        raise ValueError(str(error).replace("published", name, 1)) from None
    return published.day if published else default


def _published(tables: Tables) -> dict[str, dt.date]:
    """Return the day of each distinct article whose day of publication is known."""
    articles = tables.articles
    dated = articles[
        articles["duplicate_of"].isna() & articles["published_precision"].eq("day") & articles["published"].notna()
    ]
    days = [day.date() for day in dated["published"].tolist()]
    return dict(zip(dated["article_id"].tolist(), days, strict=True))


def _references(tables: Tables, published: Mapping[str, dt.date]) -> list[_Reference]:
    """Return what refers to a day: articles that appeared on it, and the days that articles write about."""
    articles = tables.articles
    known = set(articles.loc[articles["duplicate_of"].isna(), "article_id"].tolist())
    references = [_Reference(day, article, -1, _PUBLISHED) for article, day in published.items()]
    times = tables.times
    exact = times[(times["earliest"] == times["latest"]) & times["type"].isin(["DATE", "TIME"])]
    texts = dict(zip(articles["article_id"].tolist(), articles["text"].tolist(), strict=True))
    columns = (exact[name].tolist() for name in ("article_id", "sentence", "earliest", "basis", "start", "end"))
    for article, sentence, earliest, basis, start, end in zip(*columns, strict=True):
        if article in known and not _closes().search(texts[article], max(0, start - _BEFORE), start):
            day = earliest.date()
            if basis == "explicit" and day == published.get(article):
                continue  # the page's own date line; publication counts already
            weight = _reach(day, published.get(article), basis == "explicit")
            references.append(_Reference(day, article, int(sentence), weight, start, end))
    return references


@cache
def _closes() -> re.Pattern[str]:
    """Return what stands before a day on which nothing but a term of accounts ends ("the three months ended")."""
    units = lexicons.any_of(lexicons.column("time_units", "singular") | lexicons.column("time_units", "plural"))
    return re.compile(rf"\b{units}\s+end(?:s|ed|ing)?(?:\s+on)?\s+$", re.IGNORECASE)


def _reach(day: dt.date, published: dt.date | None, written_out: bool) -> float:
    """Return the weight of a mention: a day that is still written about weeks later matters more."""
    distance = (published - day).days if published else 0
    if distance < 0:
        return _AHEAD
    if distance <= 1:
        return _NEWS
    return (_NEWS + math.log1p(min(distance, _FARTHEST))) * (_WRITTEN_OUT if written_out else 1.0)


def _weight(references: list[_Reference]) -> float:
    """Return the sum over articles of the best mention in each, and of publication on the day."""
    appeared = sum(reference.weight for reference in references if reference.sentence < 0)
    best: dict[str, float] = {}
    for reference in references:
        if reference.sentence >= 0:
            best[reference.article] = max(best.get(reference.article, 0.0), reference.weight)
    return appeared + math.fsum(best.values())


def _shaded(weights: dict[dt.date, float]) -> dict[dt.date, float]:
    """Take from each day a share of what its neighbours weigh."""
    steps = [dt.timedelta(days=step) for step in _NEIGHBOURS]
    return {
        day: weight - _SHADE * math.fsum(weights.get(day + step, 0.0) for step in steps) / len(steps)
        for day, weight in weights.items()
        if dt.date.min + steps[-1] <= day <= dt.date.max - steps[-1]
    }


def _summaries(
    tables: Tables, published: Mapping[str, dt.date], by_day: Mapping[dt.date, list[_Reference]], days: list[dt.date]
) -> list[str]:
    """Return for each of `days` the sentence that tells it; "" where none is about it."""
    namings = {
        day: [
            Naming((one.article, one.sentence), one.start, one.end, one.weight)
            for one in references
            if one.sentence >= 0
        ]
        for day, references in by_day.items()
    }
    about = day_sentences(tables, namings, published)
    rarity = Rarity([sentence.text for sentences in about.values() for sentence in sentences])
    return [summarize(about.get(day, []), rarity) for day in days]
